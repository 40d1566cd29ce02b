import type { OwnDays, Workdays } from '../kernel/workdays.ts'
import { calendarOf, ownDaysOf, withOwnDays } from '../kernel/workdays.ts'

/** A node of the company's tree: company → department → team. */
export interface Team {
  id: string
  name: string
  parent?: string
  /** Where it differs from the workspace's. */
  zone?: string
  /** By which workdays it counts: what is set for it, over what holds above it. */
  workdays: Workdays
  /** Its own calendar and days, as far as it has any. */
  calendar?: string
  ownDays: OwnDays
}

/**
 * By which workdays a team counts: its own days go before those of the teams above, and these before the workspace's.
 * A calendar of its own cuts that off: the days above it were entered for another calendar.
 */
export function workdaysOfTeam(
  teams: readonly Pick<Team, 'id' | 'parent' | 'calendar' | 'ownDays'>[],
  team: string,
  workspace: Workdays,
): Workdays {
  const line = ancestorsOf(teams, team).flatMap((id) => teams.find((one) => one.id === id) ?? [])
  const cut = line.findIndex((one) => one.calendar !== undefined)
  const nearest = cut < 0 ? line : line.slice(0, cut + 1)
  const days = nearest.map((one) => one.ownDays).reverse()
  const calendar = line[cut]?.calendar ?? calendarOf(workspace)
  return withOwnDays(calendar, Object.assign({}, cut < 0 ? ownDaysOf(workspace) : {}, ...days))
}

/** A team and everything below it, by id. */
export function subtreeOf(teams: readonly Pick<Team, 'id' | 'parent'>[], root: string): string[] {
  const found = [root]
  for (const id of found) {
    for (const team of teams) if (team.parent === id && !found.includes(team.id)) found.push(team.id)
  }
  return found
}

/** A team and everything above it, nearest first, by id. */
export function ancestorsOf(teams: readonly Pick<Team, 'id' | 'parent'>[], team: string): string[] {
  const found: string[] = []
  let id: string | undefined = team
  while (id !== undefined && !found.includes(id)) {
    found.push(id)
    id = teams.find((one) => one.id === id)?.parent
  }
  return found
}
