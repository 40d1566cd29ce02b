import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { newId } from '../kernel/id.ts'
import { reconsiderHeld } from '../kernel/outbox-store.ts'
import { addDays } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Leave } from './leave.ts'

/** Notes when somebody is away. */
export async function addLeave(scope: WriteScope, wanted: Omit<Leave, 'id'>): Promise<Leave> {
  const leave = { ...wanted, id: newId(scope.now) }
  await rowsOf(scope)
    .insertInto('personal_leave')
    .values({
      workspace: scope.workspace.id,
      id: leave.id,
      person: leave.person,
      from_on: leave.from,
      to_on: leave.to,
      entered_by: scope.person?.id ?? leave.person,
      entered_at: scope.now,
      cancelled_by: null,
      cancelled_at: null,
    })
    .execute()
  await reconsiderHeld(scope, leave.person)
  await scope.record('leave.entered', `person:${leave.person}`, undefined, { from: leave.from, to: leave.to })
  return leave
}

/** The leaves of these people that are not over before a date, the earliest first. */
export async function leavesOf(
  scope: Scope,
  people: readonly string[],
  from: LocalDate = scope.today,
): Promise<Leave[]> {
  if (people.length === 0) return []
  const rows = await leaves(scope)
    .where('person', 'in', [...people])
    .where('to_on', '>=', from)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows.map(asLeave)
}

/** Who is on leave on a date, by id. */
export async function onLeave(scope: Scope, on: LocalDate): Promise<Set<string>> {
  const rows = await leaves(scope).where('from_on', '<=', on).where('to_on', '>=', on).execute()
  return new Set(rows.map((row) => row.person))
}

export async function leaveById(scope: Scope, id: string): Promise<Leave | undefined> {
  const row = await leaves(scope).where('id', '=', id).executeTakeFirst()
  return row && asLeave(row)
}

/** Takes a leave back; one that has begun ends yesterday. False: it is over or was taken back already. */
export async function cancelLeave(scope: WriteScope, leave: Leave): Promise<boolean> {
  const begun = leave.from < scope.today
  const changed = await rowsOf(scope)
    .updateTable('personal_leave')
    .set(
      begun
        ? { to_on: addDays(scope.today, -1) }
        : { cancelled_by: scope.person?.id ?? leave.person, cancelled_at: scope.now },
    )
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', leave.id)
    .where('cancelled_at', 'is', null)
    .where('to_on', '>=', scope.today)
    .executeTakeFirst()
  if (changed.numUpdatedRows === 0n) return false
  await reconsiderHeld(scope, leave.person)
  const before = { from: leave.from, to: leave.to }
  const after = begun ? { from: leave.from, to: addDays(scope.today, -1) } : undefined
  await scope.record('leave.cancelled', `person:${leave.person}`, before, after)
  return true
}

const leaves = (scope: Scope) =>
  rowsOf(scope)
    .selectFrom('personal_leave')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('cancelled_at', 'is', null)

const asLeave = (row: Selectable<Tables['personal_leave']>): Leave => ({
  id: row.id,
  person: row.person,
  from: row.from_on,
  to: row.to_on,
})
