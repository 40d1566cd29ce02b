import type { GoalPart } from '../db/tables/goals.ts'
import type { Tables } from '../db/tables.ts'
import { newId } from '../kernel/id.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import type { Goal } from './goal.ts'

export type { GoalPart }

/** A change of something else than the value: what it was, and what it is from then on. */
export interface Change {
  part: GoalPart
  before: unknown
  after: unknown
  recordedAt: Instant
  by: string | undefined
  reason: string | undefined
}

/** What can be given to a goal; what is not named stays. */
export type Amendment = Partial<
  Pick<Goal, 'owner' | 'parent' | 'weight' | 'lead' | 'phases' | 'lock' | 'dropped'>
>

/** Changes a goal, and keeps what it was with who, when and why. */
export async function amendGoal(
  scope: WriteScope,
  goal: Goal,
  amendment: Amendment,
  change: Pick<Change, 'part' | 'before' | 'after' | 'reason'>,
): Promise<void> {
  const columns = columnsOf(goal, amendment)
  if (Object.keys(columns).length > 0)
    await rowsOf(scope)
      .updateTable('goal')
      .set(columns)
      .where('workspace', '=', scope.workspace.id)
      .where('id', '=', goal.id)
      .execute()
  await keep(scope, goal.id, change)
  await scope.record(
    `goal.${change.part}`,
    `goal:${goal.id}`,
    { [change.part]: change.before },
    { [change.part]: change.after, reason: change.reason },
  )
}

/** Every such change of a goal, oldest first. */
export async function changesOf(scope: Scope, goal: string): Promise<Change[]> {
  const rows = await rowsOf(scope)
    .selectFrom('goal_change')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('goal', '=', goal)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    part: row.part,
    before: JSON.parse(row.before_change),
    after: JSON.parse(row.after_change),
    recordedAt: row.recorded_at,
    by: row.recorded_by ?? undefined,
    reason: row.reason ?? undefined,
  }))
}

/** When any goal was last set, changed or checked in to; undefined: never. */
export async function lastGoalChange(scope: Scope): Promise<Instant | undefined> {
  const latest = await Promise.all(
    (['goal_change', 'goal_revision', 'goal_checkin'] as const).map((table) =>
      rowsOf(scope)
        .selectFrom(table)
        .select((eb) => eb.fn.max('recorded_at').as('at'))
        .where('workspace', '=', scope.workspace.id)
        .executeTakeFirst(),
    ),
  )
  return latest
    .flatMap((row) => row?.at ?? [])
    .sort()
    .at(-1)
}

function columnsOf(goal: Goal, amendment: Amendment) {
  const columns: Partial<Omit<Tables['goal'], 'dropped'> & { dropped: string }> = {}
  if ('owner' in amendment && amendment.owner !== undefined) columns.owner = amendment.owner
  if ('parent' in amendment) columns.parent = amendment.parent ?? null
  if ('weight' in amendment) {
    columns.weight = amendment.weight?.value ?? null
    columns.weight_kind = amendment.weight?.kind ?? null
  }
  if ('lead' in amendment) columns.lead = amendment.lead ?? null
  if ('phases' in amendment) columns.phases = amendment.phases ? JSON.stringify(amendment.phases) : null
  if ('lock' in amendment) {
    columns.locked_at = amendment.lock?.at ?? null
    columns.locked_by = amendment.lock?.by ?? null
  }
  if (amendment.dropped) columns.dropped = goal.id
  return columns
}

async function keep(
  scope: WriteScope,
  goal: string,
  change: Pick<Change, 'part' | 'before' | 'after' | 'reason'>,
): Promise<void> {
  await rowsOf(scope)
    .insertInto('goal_change')
    .values({
      workspace: scope.workspace.id,
      goal,
      id: newId(scope.now),
      part: change.part,
      before_change: JSON.stringify(change.before ?? null),
      after_change: JSON.stringify(change.after ?? null),
      recorded_at: scope.now,
      recorded_by: scope.person?.id ?? null,
      reason: change.reason ?? null,
      origin: scope.origin,
    })
    .execute()
}
