import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { instantAt } from '../kernel/calendar.ts'
import { nextNumber } from '../kernel/counter-store.ts'
import { newId } from '../kernel/id.ts'
import { type Person, rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
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
  return asItem(row)
}

/** Says an open item in other words. */
export async function rewordItem(scope: WriteScope, id: string, what: string): Promise<void> {
  await rowsOf(scope)
    .updateTable('improvement')
    .set({ what })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .execute()
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
  return closed.numUpdatedRows > 0n
}

/** Gives an open item a later date and counts that. False: it is closed, or due then already. */
export async function postponeItem(
  scope: WriteScope,
  id: string,
  to: { dueOn: LocalDate; zone: string; reason: string | undefined },
): Promise<boolean> {
  const moved = await rowsOf(scope)
    .updateTable('improvement')
    .set((item) => ({
      due_on: to.dueOn,
      reason: to.reason ?? null,
      remind_at: reminderFor(scope, to.dueOn, to.zone),
      postponed: item('postponed', '+', 1),
    }))
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('status', '=', 'open')
    .where('due_on', '!=', to.dueOn)
    .executeTakeFirst()
  return moved.numUpdatedRows > 0n
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

/** Takes a person's due reminders, so that nobody else gives them, and gives their items. */
export async function takeReminders(scope: WriteScope, owner: string): Promise<Item[]> {
  const rows = await rowsOf(scope)
    .updateTable('improvement')
    .set({ remind_at: null })
    .where('workspace', '=', scope.workspace.id)
    .where('owner', '=', owner)
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
  }
}
