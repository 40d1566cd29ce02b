/** A node of the company's tree: company → department → team. */
export interface Team {
  id: string
  name: string
  parent?: string
  /** Where it differs from the workspace's. */
  zone?: string
}

/** A team and everything below it, by id. */
export function subtreeOf(teams: readonly Team[], root: string): string[] {
  const found = [root]
  for (const id of found) {
    for (const team of teams) if (team.parent === id && !found.includes(team.id)) found.push(team.id)
  }
  return found
}

/** A team and everything above it, nearest first, by id. */
export function ancestorsOf(teams: readonly Team[], team: string): string[] {
  const found: string[] = []
  let id: string | undefined = team
  while (id !== undefined && !found.includes(id)) {
    found.push(id)
    id = teams.find((one) => one.id === id)?.parent
  }
  return found
}
