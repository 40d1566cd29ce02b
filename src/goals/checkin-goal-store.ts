import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { type CheckinGoal, type RecordedCheckinGoal, type RecordedValue, standingBy } from './checkin-goal.ts'

/** A person's check-in goals of a period as they stand now. */
export async function checkinGoalsOf(scope: Scope, person: string, period: Period): Promise<CheckinGoal[]> {
  const recorded = await checkinGoalsRecorded(scope, period, [person])
  return recorded.map((goal) => standingBy(goal)).filter((goal) => goal !== undefined)
}

/** People's check-in goals of a period with everything that was ever set and checked in; everybody's where not said. */
export async function checkinGoalsRecorded(
  scope: Scope,
  period: Period,
  people?: readonly string[],
): Promise<RecordedCheckinGoal[]> {
  let query = rowsOf(scope)
    .selectFrom('goal')
    .select(['id', 'number', 'owner', 'name', 'unit'])
    .where('workspace', '=', scope.workspace.id)
    .where('level', '=', 'person')
    .where('metric', '=', 'checkin')
    .where('dropped', '=', '')
    .where('period', '=', period)
  if (people) query = query.where('owner', 'in', [...people])
  const found: RecordedCheckinGoal[] = []
  for (const { id, number, owner, name, unit } of await query.orderBy('number').execute())
    found.push({
      number,
      person: owner,
      name,
      unit,
      revisions: await revisionsOf(scope, id),
      checkins: await checkinsOf(scope, id),
    })
  return found
}

/** Whose check-in goals were set, changed or checked in to in a time, with the goals' periods. */
export async function checkinsTouched(
  scope: Scope,
  { since, until }: { since: Instant; until: Instant },
): Promise<{ period: Period; person: string }[]> {
  const goals = rowsOf(scope)
    .selectFrom('goal')
    .where('goal.workspace', '=', scope.workspace.id)
    .where('goal.level', '=', 'person')
    .where('goal.metric', '=', 'checkin')
  const changed = goals
    .innerJoin('goal_revision as value', (join) =>
      join.onRef('value.workspace', '=', 'goal.workspace').onRef('value.goal', '=', 'goal.id'),
    )
    .select(['goal.period', 'goal.owner as person'])
    .where('value.recorded_at', '>', since)
    .where('value.recorded_at', '<=', until)
  const checkedIn = goals
    .innerJoin('goal_checkin as value', (join) =>
      join.onRef('value.workspace', '=', 'goal.workspace').onRef('value.goal', '=', 'goal.id'),
    )
    .select(['goal.period', 'goal.owner as person'])
    .where('value.recorded_at', '>', since)
    .where('value.recorded_at', '<=', until)
  return [...(await changed.distinct().execute()), ...(await checkedIn.distinct().execute())]
}

async function revisionsOf(scope: Scope, goal: string): Promise<RecordedValue[]> {
  const rows = await rowsOf(scope)
    .selectFrom('goal_revision')
    .select(['value', 'recorded_at', 'recorded_by'])
    .where('workspace', '=', scope.workspace.id)
    .where('goal', '=', goal)
    .orderBy('sequence')
    .execute()
  return rows.map(asRecorded)
}

async function checkinsOf(scope: Scope, goal: string): Promise<RecordedValue[]> {
  const rows = await rowsOf(scope)
    .selectFrom('goal_checkin')
    .select(['value', 'recorded_at', 'recorded_by'])
    .where('workspace', '=', scope.workspace.id)
    .where('goal', '=', goal)
    .orderBy('recorded_at')
    .orderBy('id')
    .execute()
  return rows.map(asRecorded)
}

const asRecorded = (row: {
  value: number
  recorded_at: Instant
  recorded_by: string | null
}): RecordedValue => ({
  value: row.value,
  recordedAt: row.recorded_at,
  recordedBy: row.recorded_by,
})
