import { foldCustomer } from '../deals/customer.ts'
import type { DealFacts } from '../deals/deal.ts'
import type { Period, Span } from '../kernel/period.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { dealsRenamed } from './renamed-store.ts'

/** What was recorded after `since`, up to `until`, that may have changed the pay of periods approved before. */
export interface Lateness {
  since: Instant
  until: Instant
  /** Of one person; everybody's where not said. */
  person?: string | undefined
}

/** Whose statements name a deal of which something was recorded later. */
export async function touchedStatements(
  scope: Scope,
  late: Lateness,
): Promise<{ period: Period; person: string }[]> {
  let query = rowsOf(scope)
    .selectFrom('statement_deal')
    .innerJoin('entry', (join) =>
      join
        .onRef('entry.workspace', '=', 'statement_deal.workspace')
        .onRef('entry.deal', '=', 'statement_deal.deal'),
    )
    .select(['statement_deal.period', 'statement_deal.person'])
    .distinct()
    .where('statement_deal.workspace', '=', scope.workspace.id)
    .where('entry.recorded_at', '>', late.since)
    .where('entry.recorded_at', '<=', late.until)
  if (late.person !== undefined) query = query.where('statement_deal.person', '=', late.person)
  return query.execute()
}

/**
 * Whose statements name a deal of a customer of whom another deal was recorded, or got another name, later: what is the
 * first deal with a customer, and what comes after it, may have become different.
 */
export async function touchedCustomers(
  scope: Scope,
  late: Lateness,
): Promise<{ period: Period; person: string }[]> {
  const left = await customersLeft(scope, late)
  let query = rowsOf(scope)
    .selectFrom('statement_deal')
    .innerJoin('deal', (join) =>
      join
        .onRef('deal.workspace', '=', 'statement_deal.workspace')
        .onRef('deal.id', '=', 'statement_deal.deal'),
    )
    .select(['statement_deal.period', 'statement_deal.person'])
    .distinct()
    .where('statement_deal.workspace', '=', scope.workspace.id)
    .where('deal.customer_key', '!=', '')
    .where((eb) =>
      eb.or([
        ...(left.length > 0 ? [eb('deal.customer_key', 'in', left)] : []),
        eb.exists(
          eb
            .selectFrom('deal as other')
            .innerJoin('entry', (join) =>
              join.onRef('entry.workspace', '=', 'other.workspace').onRef('entry.deal', '=', 'other.id'),
            )
            .select('other.id')
            .whereRef('other.workspace', '=', 'deal.workspace')
            .whereRef('other.customer_key', '=', 'deal.customer_key')
            .whereRef('other.id', '!=', 'deal.id')
            .where('entry.recorded_at', '>', late.since)
            .where('entry.recorded_at', '<=', late.until),
        ),
      ]),
    )
  if (late.person !== undefined) query = query.where('statement_deal.person', '=', late.person)
  return query.execute()
}

/** The customers, by folded name, that deals had which were given to another one later. */
async function customersLeft(scope: Scope, late: Lateness): Promise<string[]> {
  const renamed = await dealsRenamed(scope, late)
  if (renamed.length === 0) return []
  const rows = await rowsOf(scope)
    .selectFrom('entry')
    .select('facts')
    .where('workspace', '=', scope.workspace.id)
    .where('deal', 'in', renamed)
    .execute()
  const keys = rows.map((row) => foldCustomer((JSON.parse(row.facts) as Partial<DealFacts>).customer ?? ''))
  return [...new Set(keys)].filter((key) => key !== '')
}

/** Who has a part in a deal that is signed in the span now, of which something was recorded later. */
export async function touchedCredits(
  scope: Scope,
  late: Lateness,
  span: Span,
): Promise<{ on: LocalDate; person: string }[]> {
  let query = rowsOf(scope)
    .selectFrom('credit')
    .innerJoin('entry', (join) =>
      join.onRef('entry.workspace', '=', 'credit.workspace').onRef('entry.deal', '=', 'credit.deal'),
    )
    .select(['credit.signed_on as on', 'credit.person'])
    .distinct()
    .where('credit.workspace', '=', scope.workspace.id)
    .where('credit.signed_on', '>=', span.from)
    .where('credit.signed_on', '<=', span.to)
    .where('entry.recorded_at', '>', late.since)
    .where('entry.recorded_at', '<=', late.until)
  if (late.person !== undefined) query = query.where('credit.person', '=', late.person)
  return query.execute()
}

/** Whose money moved in the span by an entry that was recorded later. */
export async function touchedMoney(
  scope: Scope,
  late: Lateness,
  span: Span,
): Promise<{ on: LocalDate; person: string }[]> {
  let query = rowsOf(scope)
    .selectFrom('money_moved')
    .innerJoin('entry', (join) =>
      join
        .onRef('entry.workspace', '=', 'money_moved.workspace')
        .onRef('entry.deal', '=', 'money_moved.deal'),
    )
    .select(['money_moved.moved_on as on', 'money_moved.person'])
    .distinct()
    .where('money_moved.workspace', '=', scope.workspace.id)
    .where('money_moved.moved_on', '>=', span.from)
    .where('money_moved.moved_on', '<=', span.to)
    .where('entry.recorded_at', '>', late.since)
    .where('entry.recorded_at', '<=', late.until)
  if (late.person !== undefined) query = query.where('money_moved.person', '=', late.person)
  return query.execute()
}

/** Whose target was set or changed later, in any period. */
export async function touchedTargets(
  scope: Scope,
  late: Lateness,
): Promise<{ period: Period; person: string }[]> {
  let query = rowsOf(scope)
    .selectFrom('goal')
    .innerJoin('goal_revision', (join) =>
      join
        .onRef('goal_revision.workspace', '=', 'goal.workspace')
        .onRef('goal_revision.goal', '=', 'goal.id'),
    )
    .select(['goal.period', 'goal.owner as person'])
    .distinct()
    .where('goal.workspace', '=', scope.workspace.id)
    .where('goal.level', '=', 'person')
    .where('goal.metric', 'in', ['signed', 'collected'])
    .where('goal_revision.recorded_at', '>', late.since)
    .where('goal_revision.recorded_at', '<=', late.until)
  if (late.person !== undefined) query = query.where('goal.owner', '=', late.person)
  return query.execute()
}

/** The earliest day from which plans, or whom they are for, have become different later; undefined: none has. */
export async function plansTouchedFrom(scope: Scope, late: Lateness): Promise<LocalDate | undefined> {
  const tables = rowsOf(scope)
  const workspace = scope.workspace.id
  const versions = await tables
    .selectFrom('plan_version')
    .select((eb) => eb.fn.min('effective_from').as('from'))
    .where('workspace', '=', workspace)
    .where('recorded_at', '>', late.since)
    .where('recorded_at', '<=', late.until)
    .executeTakeFirst()
  const assignments = await tables
    .selectFrom('plan_assignment')
    .select((eb) => eb.fn.min('from_on').as('from'))
    .where('workspace', '=', workspace)
    .where('recorded_at', '>', late.since)
    .where('recorded_at', '<=', late.until)
    .executeTakeFirst()
  const memberships = await tables
    .selectFrom('membership')
    .select((eb) => eb.fn.min('from_on').as('from'))
    .where('workspace', '=', workspace)
    .where('recorded_at', '>', late.since)
    .where('recorded_at', '<=', late.until)
    .executeTakeFirst()
  const ends = await tables
    .selectFrom('membership_end')
    .select((eb) => eb.fn.min('until_on').as('from'))
    .where('workspace', '=', workspace)
    .where('recorded_at', '>', late.since)
    .where('recorded_at', '<=', late.until)
    .executeTakeFirst()
  return [versions?.from, assignments?.from, memberships?.from, ends?.from]
    .filter((from) => from != null)
    .sort()[0]
}
