import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { newId } from '../kernel/id.ts'
import { kindOf, type Period } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { CONFIDENCES, type Confidence } from './confidence.ts'
import {
  type Checkin,
  type CountedGoal,
  type Goal,
  isCounted,
  type Level,
  type Phase,
  type Revision,
} from './goal.ts'

export async function goalById(scope: Scope, id: string): Promise<Goal | undefined> {
  const row = await goals(scope).where('id', '=', id).executeTakeFirst()
  return row && asGoal(row)
}

/** Also one that has been dropped, and says so. */
export async function goalByNumber(scope: Scope, number: number): Promise<Goal | undefined> {
  const row = await everyGoal(scope).where('number', '=', number).executeTakeFirst()
  return row && asGoal(row)
}

/** What a goal is about: there is one at most for each of these. */
export type GoalSlot = Pick<Goal, 'level' | 'owner' | 'metric' | 'name' | 'period'>

export async function goalFor(scope: Scope, slot: GoalSlot): Promise<Goal | undefined> {
  const row = await goals(scope)
    .where('level', '=', slot.level)
    .where('owner', '=', slot.owner)
    .where('metric', '=', slot.metric)
    .where('name', '=', slot.name)
    .where('period', '=', slot.period)
    .executeTakeFirst()
  return row && asGoal(row)
}

/** What is counted in some periods, in the order in which it was set; optionally only one owner's on one level. */
export async function goalsIn(
  scope: Scope,
  periods: readonly Period[],
  whose?: { level: Level; owner: string },
): Promise<CountedGoal[]> {
  return (await treeIn(scope, periods, whose)).filter(isCounted)
}

/** The same with the objectives that stand among it. */
export async function treeIn(
  scope: Scope,
  periods: readonly Period[],
  whose?: { level: Level; owner: string },
): Promise<Goal[]> {
  if (periods.length === 0) return []
  let query = goals(scope).where('period', 'in', [...periods])
  if (whose) query = query.where('level', '=', whose.level).where('owner', '=', whose.owner)
  const rows = await query.orderBy('number').execute()
  return rows.map(asGoal)
}

/** What stands directly under some goals, in the order in which it was set. */
export async function goalsUnder(scope: Scope, parents: readonly string[]): Promise<Goal[]> {
  if (parents.length === 0) return []
  const rows = await goals(scope)
    .where('parent', 'in', [...parents])
    .orderBy('number')
    .execute()
  return rows.map(asGoal)
}

/** The numbers of the goals that are for a quarter or a year, the oldest first. */
export async function longGoals(scope: Scope): Promise<number[]> {
  const rows = await rowsOf(scope)
    .selectFrom('goal')
    .select(['number', 'period'])
    .where('workspace', '=', scope.workspace.id)
    .where('dropped', '=', '')
    .orderBy('number')
    .execute()
  return rows.filter((row) => kindOf(row.period) !== 'month').map((row) => row.number)
}

/** Stores a new goal with its first revision. */
export async function addGoal(
  scope: WriteScope,
  goal: Goal,
  first: { effectiveOn: LocalDate; reason: string | undefined },
): Promise<void> {
  await rowsOf(scope)
    .insertInto('goal')
    .values({
      workspace: scope.workspace.id,
      id: goal.id,
      number: goal.number,
      level: goal.level,
      owner: goal.owner,
      metric: goal.metric,
      name: goal.name,
      unit: goal.unit,
      period: goal.period,
      parent: goal.parent ?? null,
      value: goal.value,
      weight: goal.weight?.value ?? null,
      weight_kind: goal.weight?.kind ?? null,
      lead: goal.lead ?? null,
      phases: null,
      locked_at: null,
      locked_by: null,
      created_at: scope.now,
      created_by: scope.person?.id ?? null,
    })
    .execute()
  await addRevision(scope, goal.id, { value: goal.value, sequence: 1, ...first })
}

/** Gives a goal another value from a date on; the earlier ones stay. */
export async function reviseGoal(
  scope: WriteScope,
  goal: Goal,
  revision: { value: number; effectiveOn: LocalDate; reason: string | undefined },
): Promise<void> {
  const last = await rowsOf(scope)
    .selectFrom('goal_revision')
    .select((eb) => eb.fn.max('sequence').as('sequence'))
    .where('workspace', '=', scope.workspace.id)
    .where('goal', '=', goal.id)
    .executeTakeFirst()
  await addRevision(scope, goal.id, { ...revision, sequence: Number(last?.sequence ?? 0) + 1 })
  await rowsOf(scope)
    .updateTable('goal')
    .set({ value: revision.value })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', goal.id)
    .execute()
}

/** Every value a goal has had, oldest first. */
export async function revisionsOf(scope: Scope, goal: string): Promise<Revision[]> {
  const rows = await rowsOf(scope)
    .selectFrom('goal_revision')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('goal', '=', goal)
    .orderBy('sequence')
    .execute()
  return rows.map((row) => ({
    sequence: row.sequence,
    value: row.value,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    by: row.recorded_by ?? undefined,
    reason: row.reason ?? undefined,
  }))
}

export async function addCheckin(
  scope: WriteScope,
  goal: string,
  checkin: { value: number; note: string | undefined; confidence?: Confidence | undefined },
): Promise<void> {
  await rowsOf(scope)
    .insertInto('goal_checkin')
    .values({
      workspace: scope.workspace.id,
      goal,
      id: newId(scope.now),
      value: checkin.value,
      note: checkin.note ?? null,
      confidence: checkin.confidence ?? null,
      recorded_at: scope.now,
      recorded_by: scope.person?.id ?? null,
    })
    .execute()
}

/** What was checked in, latest first. */
export async function checkinsOf(scope: Scope, goal: string): Promise<Checkin[]> {
  const rows = await rowsOf(scope)
    .selectFrom('goal_checkin')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('goal', '=', goal)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    value: row.value,
    note: row.note ?? undefined,
    confidence: CONFIDENCES.find((one) => one === row.confidence),
    recordedAt: row.recorded_at,
    by: row.recorded_by ?? undefined,
  }))
}

async function addRevision(
  scope: WriteScope,
  goal: string,
  revision: { sequence: number; value: number; effectiveOn: LocalDate; reason: string | undefined },
): Promise<void> {
  await rowsOf(scope)
    .insertInto('goal_revision')
    .values({
      workspace: scope.workspace.id,
      goal,
      sequence: revision.sequence,
      value: revision.value,
      effective_on: revision.effectiveOn,
      recorded_at: scope.now,
      recorded_by: scope.person?.id ?? null,
      reason: revision.reason ?? null,
      origin: scope.origin,
    })
    .execute()
}

const goals = (scope: Scope) => everyGoal(scope).where('dropped', '=', '')

const everyGoal = (scope: Scope) =>
  rowsOf(scope).selectFrom('goal').selectAll().where('workspace', '=', scope.workspace.id)

function asGoal(row: Selectable<Tables['goal']>): Goal {
  return {
    id: row.id,
    number: row.number,
    level: row.level,
    owner: row.owner,
    metric: row.metric,
    name: row.name,
    unit: row.unit,
    period: row.period,
    parent: row.parent ?? undefined,
    value: row.value,
    ...(row.weight === null || row.weight_kind === null
      ? {}
      : { weight: { kind: row.weight_kind, value: row.weight } }),
    ...(row.lead === null ? {} : { lead: row.lead }),
    ...(row.phases === null ? {} : { phases: JSON.parse(row.phases) as Phase[] }),
    ...(row.locked_at === null || row.locked_by === null
      ? {}
      : { lock: { at: row.locked_at, by: row.locked_by } }),
    ...(row.dropped === '' ? {} : { dropped: true }),
  }
}
