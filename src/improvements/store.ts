import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { dateAt, instantAt } from '../kernel/calendar.ts'
import { nextNumber } from '../kernel/counter-store.ts'
import { newId } from '../kernel/id.ts'
import { addDays } from '../kernel/period.ts'
import { type Person, rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { noteEvent } from './history-store.ts'
import type { Item } from './item.ts'

/** The wall clock at which an item's owner is reminded on the day it is due. */
const REMIND_AT = '09:30'

export async function itemById(scope: Scope, id: string): Promise<Item | undefined> {
  const row = await items(scope).where('id', '=', id).executeTakeFirst()
  return row && asItem(row)
}

export async function itemByNumber(scope: Scope, number: number): Promise<Item | undefined> {
  const row = await items(scope).where('number', '=', number).executeTakeFirst()
  return row && asItem(row)
}

/** What is still open with these people, the earliest due first. */
export async function openItemsOf(scope: Scope, owners: readonly string[]): Promise<Item[]> {
  if (owners.length === 0) return []
  const rows = await items(scope)
    .where('owner', 'in', [...owners])
    .where('status', '=', 'open')
    .orderBy('due_on')
    .orderBy('number')
    .execute()
  return rows.map(asItem)
}

/** The items of a source, by number. */
export async function itemsFrom(scope: Scope, ids: readonly string[]): Promise<Item[]> {
  if (ids.length === 0) return []
  const rows = await items(scope)
    .where('id', 'in', [...ids])
    .orderBy('number')
    .execute()
  return rows.map(asItem)
}

/** Everything that these people have opened or closed since a moment, and what is still open with them. */
export async function itemsSince(scope: Scope, owners: readonly string[], since: Instant): Promise<Item[]> {
  if (owners.length === 0) return []
  const rows = await items(scope)
    .where('owner', 'in', [...owners])
    .where((item) =>
      item.or([item('status', '=', 'open'), item('created_at', '>=', since), item('closed_at', '>=', since)]),
    )
    .orderBy('number')
    .execute()
  return rows.map(asItem)
}

/** What has come out of one ritual's serving, whoever made it. */
export async function itemsOfSource(scope: Scope, source: string): Promise<Item[]> {
  const rows = await items(scope).where('source', '=', source).orderBy('number').execute()
  return rows.map(asItem)
}

/** Adds an open item for its owner, who is reminded on the day it is due. */
export async function addItem(
  scope: WriteScope,
  wanted: { owner: Pick<Person, 'id' | 'zone'>; what: string; dueOn: LocalDate; source: string },
): Promise<Item> {
  const { owner, what, dueOn, source } = wanted
  const number = await nextNumber(scope, 'improvement')
  const row = await rowsOf(scope)
    .insertInto('improvement')
    .values({
      workspace: scope.workspace.id,
      id: newId(scope.now),
      number,
      owner: owner.id,
      what,
      due_on: dueOn,
      status: 'open',
      source,
      reason: null,
      remind_at: reminderFor(scope, dueOn, owner.zone),
      created_by: scope.person?.id ?? owner.id,
      created_at: scope.now,
      closed_at: null,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await noteEvent(scope, row.id, { kind: 'opened', became: dueOn })
  return asItem(row)
}

/** Says an open item in other words. */
export async function rewordItem(scope: WriteScope, id: string, what: string): Promise<void> {
  const before = await itemById(scope, id)
  const reworded = await rowsOf(scope)
    .updateTable('improvement')
    .set({ what })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (reworded.numUpdatedRows > 0n)
    await noteEvent(scope, id, { kind: 'reworded', was: before?.what, became: what })
}

/** Gives an open item to somebody else, who is reminded by their own clock. False: it is closed, or theirs already. */
export async function assignItem(
  scope: WriteScope,
  item: Pick<Item, 'id' | 'owner' | 'dueOn'>,
  to: { owner: Pick<Person, 'id' | 'zone'>; reason: string | undefined },
): Promise<boolean> {
  const assigned = await rowsOf(scope)
    .updateTable('improvement')
    .set({ owner: to.owner.id, reminded: 0, remind_at: nextReminderFor(scope, item.dueOn, to.owner.zone) })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', item.id)
    .where('owner', '=', item.owner)
    .where('owner', '!=', to.owner.id)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (assigned.numUpdatedRows === 0n) return false
  await noteEvent(scope, item.id, {
    kind: 'assigned',
    was: item.owner,
    became: to.owner.id,
    reason: to.reason,
  })
  return true
}

/** Closes an item that is open. False: it was closed already. */
export async function closeItem(
  scope: WriteScope,
  id: string,
  status: 'done' | 'dropped',
  reason: string | undefined,
): Promise<boolean> {
  const closed = await rowsOf(scope)
    .updateTable('improvement')
    .set({ status, reason: reason ?? null, closed_at: scope.now, remind_at: null })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .executeTakeFirst()
  if (closed.numUpdatedRows === 0n) return false
  await noteEvent(scope, id, { kind: status, reason })
  return true
}

/** Gives an open item a later date and counts that. False: it is closed, or due then already. */
export async function postponeItem(
  scope: WriteScope,
  id: string,
  to: { dueOn: LocalDate; zone: string; reason: string | undefined },
): Promise<boolean> {
  const before = await itemById(scope, id)
  const moved = await rowsOf(scope)
    .updateTable('improvement')
    .set((item) => ({
      due_on: to.dueOn,
      reason: to.reason ?? null,
      remind_at: reminderFor(scope, to.dueOn, to.zone),
      postponed: item('postponed', '+', 1),
      reminded: 0,
    }))
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .where('due_on', '!=', to.dueOn)
    .executeTakeFirst()
  if (moved.numUpdatedRows === 0n) return false
  await noteEvent(scope, id, {
    kind: 'postponed',
    was: before?.dueOn,
    became: to.dueOn,
    reason: to.reason,
  })
  return true
}

/** Who is to be reminded by now, and since when. */
export async function remindersDue(scope: Scope): Promise<{ person: string; at: Instant }[]> {
  const rows = await rowsOf(scope)
    .selectFrom('improvement')
    .select((item) => ['owner', item.fn.min('remind_at').as('at')])
    .where('workspace', '=', scope.workspace.id)
    .where('remind_at', '<=', scope.now)
    .groupBy('owner')
    .orderBy('owner')
    .execute()
  return rows.flatMap(({ owner, at }) => (at ? [{ person: owner, at }] : []))
}

/**
 * Takes a person's due reminders, so that nobody else gives them, and gives their items. What stays open is reminded of
 * again a week later.
 */
export async function takeReminders(scope: WriteScope, owner: string, zone: string): Promise<Item[]> {
  const again = instantAt(addDays(dateAt(scope.now, zone), 7), REMIND_AT, zone)
  const rows = await rowsOf(scope)
    .updateTable('improvement')
    .set((item) => ({ remind_at: again, reminded: item('reminded', '+', 1) }))
    .where('workspace', '=', scope.workspace.id)
    .where('owner', '=', owner)
    .where('status', '=', 'open')
    .where('remind_at', '<=', scope.now)
    .returningAll()
    .execute()
  return rows.map(asItem).sort((a, b) => a.number - b.number)
}

/** The first reminder after now. */
export async function nextReminder(scope: Scope): Promise<Instant | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('improvement')
    .select('remind_at')
    .where('workspace', '=', scope.workspace.id)
    .where('remind_at', '>', scope.now)
    .orderBy('remind_at')
    .limit(1)
    .executeTakeFirst()
  return row?.remind_at ?? undefined
}

const items = (scope: Scope) =>
  rowsOf(scope).selectFrom('improvement').selectAll().where('workspace', '=', scope.workspace.id)

function reminderFor(scope: Scope, dueOn: LocalDate, zone: string): Instant | null {
  const at = instantAt(dueOn, REMIND_AT, zone)
  return at > scope.now ? at : null
}

/** The reminder of an item that changes hands: on its day, or tomorrow where that is over. */
function nextReminderFor(scope: Scope, dueOn: LocalDate, zone: string): Instant {
  const tomorrow = addDays(dateAt(scope.now, zone), 1)
  return reminderFor(scope, dueOn, zone) ?? instantAt(tomorrow, REMIND_AT, zone)
}

function asItem(row: Selectable<Tables['improvement']>): Item {
  return {
    id: row.id,
    number: row.number,
    owner: row.owner,
    what: row.what,
    dueOn: row.due_on,
    status: row.status,
    source: row.source,
    postponed: row.postponed,
    reason: row.reason ?? undefined,
    createdAt: row.created_at,
    closedAt: row.closed_at ?? undefined,
    reminded: row.reminded,
  }
}
