import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'

/** Who contributes to a goal beside its owner, by id. */
export async function contributorsOf(scope: Scope, goal: string): Promise<string[]> {
  const rows = await rowsOf(scope)
    .selectFrom('goal_contributor')
    .select('person')
    .where('workspace', '=', scope.workspace.id)
    .where('goal', '=', goal)
    .orderBy('added_at')
    .orderBy('person')
    .execute()
  return rows.map((row) => row.person)
}

/** The goals that a person contributes to, by id. */
export async function goalsContributedTo(scope: Scope, person: string): Promise<string[]> {
  const rows = await rowsOf(scope)
    .selectFrom('goal_contributor')
    .select('goal')
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .orderBy('goal')
    .execute()
  return rows.map((row) => row.goal)
}

/** Puts these in the place of those who contributed before. */
export async function setContributors(
  scope: WriteScope,
  goal: string,
  people: readonly string[],
): Promise<void> {
  await rowsOf(scope)
    .deleteFrom('goal_contributor')
    .where('workspace', '=', scope.workspace.id)
    .where('goal', '=', goal)
    .execute()
  if (people.length === 0) return
  await rowsOf(scope)
    .insertInto('goal_contributor')
    .values(people.map((person) => ({ workspace: scope.workspace.id, goal, person, added_at: scope.now })))
    .execute()
}
