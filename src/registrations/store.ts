import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { instantAt } from '../kernel/calendar.ts'
import { addDays } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Registration } from './registration.ts'

/** How long before the protection ends its holder is reminded, and when. */
const DAYS_BEFORE = 3
const REMIND_AT = '09:30'

export async function registrationOf(scope: Scope, customerKey: string): Promise<Registration | undefined> {
  const row = await rows(scope).where('customer_key', '=', customerKey).executeTakeFirst()
  return row && asRegistration(row)
}

/** Registers a customer that nobody holds today. False: somebody does. */
export async function claimCustomer(scope: WriteScope, wanted: Registration): Promise<boolean> {
  const values = columns(scope, wanted)
  const claimed = await rowsOf(scope)
    .insertInto('registration')
    .values({ workspace: scope.workspace.id, ...values })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace', 'customer_key'])
        .doUpdateSet(values)
        .where('registration.until_on', '<', scope.today),
    )
    .returning('holder')
    .executeTakeFirst()
  return claimed !== undefined
}

/** Stores how a customer is held from now on, whoever held it before. */
export async function putRegistration(scope: WriteScope, wanted: Registration): Promise<void> {
  const values = columns(scope, wanted)
  await rowsOf(scope)
    .insertInto('registration')
    .values({ workspace: scope.workspace.id, ...values })
    .onConflict((conflict) => conflict.columns(['workspace', 'customer_key']).doUpdateSet(values))
    .execute()
}

/** What these people hold today, what lapses first coming first; undefined: what anybody holds. */
export async function heldBy(scope: Scope, people: readonly string[] | undefined): Promise<Registration[]> {
  if (people?.length === 0) return []
  const held = rows(scope).where('until_on', '>=', scope.today).orderBy('until_on').orderBy('customer_key')
  const found = await (people ? held.where('holder', 'in', [...people]) : held).execute()
  return found.map(asRegistration)
}

/** What has lapsed or was released since a day, the latest first. */
export async function lapsedSince(scope: Scope, day: LocalDate): Promise<Registration[]> {
  const found = await rows(scope)
    .where('until_on', '>=', day)
    .where('until_on', '<', scope.today)
    .orderBy('until_on', 'desc')
    .orderBy('customer_key')
    .execute()
  return found.map(asRegistration)
}

/** Whose registrations are about to lapse, and since when they are to know. */
export async function remindersDue(scope: Scope): Promise<{ person: string; at: Instant }[]> {
  const found = await rowsOf(scope)
    .selectFrom('registration')
    .select((row) => ['holder', row.fn.min('remind_at').as('at')])
    .where('workspace', '=', scope.workspace.id)
    .where('remind_at', '<=', scope.now)
    .groupBy('holder')
    .orderBy('holder')
    .execute()
  return found.flatMap(({ holder, at }) => (at ? [{ person: holder, at }] : []))
}

/** Takes a holder's reminders that are due, so that nobody else gives them. */
export async function takeReminders(scope: WriteScope, holder: string): Promise<Registration[]> {
  const taken = await rowsOf(scope)
    .updateTable('registration')
    .set({ remind_at: null })
    .where('workspace', '=', scope.workspace.id)
    .where('holder', '=', holder)
    .where('remind_at', '<=', scope.now)
    .returningAll()
    .execute()
  return taken.map(asRegistration).sort((a, b) => (a.customerKey < b.customerKey ? -1 : 1))
}

/** The first reminder after now. */
export async function nextReminder(scope: Scope): Promise<Instant | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('registration')
    .select('remind_at')
    .where('workspace', '=', scope.workspace.id)
    .where('remind_at', '>', scope.now)
    .orderBy('remind_at')
    .limit(1)
    .executeTakeFirst()
  return row?.remind_at ?? undefined
}

const rows = (scope: Scope) =>
  rowsOf(scope).selectFrom('registration').selectAll().where('workspace', '=', scope.workspace.id)

function columns(scope: Scope, wanted: Registration) {
  const remindAt = instantAt(addDays(wanted.untilOn, -DAYS_BEFORE), REMIND_AT, scope.workspace.zone)
  return {
    customer_key: wanted.customerKey,
    customer: wanted.customer,
    holder: wanted.holder,
    note: wanted.note,
    from_on: wanted.fromOn,
    until_on: wanted.untilOn,
    remind_at: remindAt > scope.now ? remindAt : null,
    splits: JSON.stringify(wanted.splits),
  }
}

function asRegistration(row: Selectable<Tables['registration']>): Registration {
  return {
    customerKey: row.customer_key,
    customer: row.customer,
    holder: row.holder,
    note: row.note,
    fromOn: row.from_on,
    untilOn: row.until_on,
    splits: JSON.parse(row.splits),
  }
}
