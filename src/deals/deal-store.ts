import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Sale } from './customer.ts'
import type { Deal, Entry } from './deal.ts'

export async function dealByNumber(scope: Scope, number: number): Promise<Deal | undefined> {
  const row = await dealRows(scope).where('number', '=', number).executeTakeFirst()
  return row && asDeal(row)
}

export async function dealById(scope: Scope, id: string): Promise<Deal | undefined> {
  const row = await dealRows(scope).where('id', '=', id).executeTakeFirst()
  return row && asDeal(row)
}

/** The deal that a post's subject names: `deal:<id>`. */
export async function dealBySubject(scope: Scope, subject: string): Promise<Deal | undefined> {
  return subject.startsWith('deal:') ? dealById(scope, subject.slice('deal:'.length)) : undefined
}

/** A deal that nobody else changes until this transaction ends. */
export async function lockDeal(scope: WriteScope, id: string): Promise<Deal | undefined> {
  const row = await rowsOf(scope)
    .updateTable('deal')
    .set((deal) => ({ number: deal.ref('number') }))
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row && asDeal(row)
}

/** A deal's ledger, in order. */
export async function entriesOf(scope: Scope, deal: string): Promise<Entry[]> {
  const rows = await rowsOf(scope)
    .selectFrom('entry')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('deal', '=', deal)
    .orderBy('sequence')
    .execute()
  return rows.map(asEntry)
}

/** The deals that wait for confirmation, the earliest logged first. */
export async function unconfirmedDeals(scope: Scope): Promise<Deal[]> {
  const rows = await dealRows(scope)
    .where('confirmed', '=', 0)
    .where('voided', '=', 0)
    .where('amount_minor', '>', 0)
    .orderBy('logged_at')
    .orderBy('number')
    .execute()
  return rows.map(asDeal)
}

/** The moment of a deal's latest entry. */
export async function lastRecorded(scope: Scope, deals: readonly string[]): Promise<Map<string, string>> {
  if (deals.length === 0) return new Map()
  const rows = await rowsOf(scope)
    .selectFrom('entry')
    .select((entry) => ['deal', entry.fn.max('recorded_at').as('at')])
    .where('workspace', '=', scope.workspace.id)
    .where('deal', 'in', [...deals])
    .groupBy('deal')
    .execute()
  return new Map(rows.map((row) => [row.deal, row.at]))
}

/** By folded name, each customer's first sale that counts, other than one deal's. */
export async function firstSalesOf(
  scope: Scope,
  customerKeys: readonly string[],
  otherThan = '',
): Promise<Map<string, Sale>> {
  const found = new Map<string, Sale>()
  for (const key of new Set(customerKeys)) {
    const row = await rowsOf(scope)
      .selectFrom('deal')
      .select(['id', 'number', 'owner', 'signed_on'])
      .where('workspace', '=', scope.workspace.id)
      .where('customer_key', '=', key)
      .where('voided', '=', 0)
      .where('amount_minor', '>', 0)
      .where('id', '!=', otherThan)
      .orderBy('signed_on')
      .orderBy('number')
      .limit(1)
      .executeTakeFirst()
    if (row) found.set(key, { deal: row.id, number: row.number, owner: row.owner, signedOn: row.signed_on })
  }
  return found
}

const USUAL_DEALS = 50 // how far back a person's usual amounts are looked at

/** What a person's latest deals were worth in the workspace's currency, at most fifty, the latest signed first. */
export async function recentAmounts(scope: Scope, person: string): Promise<number[]> {
  const rows = await rowsOf(scope)
    .selectFrom('credit')
    .innerJoin('deal', (join) =>
      join.onRef('deal.workspace', '=', 'credit.workspace').onRef('deal.id', '=', 'credit.deal'),
    )
    .select('deal.base_minor')
    .where('credit.workspace', '=', scope.workspace.id)
    .where('credit.person', '=', person)
    .orderBy('credit.signed_on', 'desc')
    .orderBy('credit.deal', 'desc')
    .limit(USUAL_DEALS)
    .execute()
  return rows.map((row) => row.base_minor)
}

const dealRows = (scope: Scope) =>
  rowsOf(scope).selectFrom('deal').selectAll().where('workspace', '=', scope.workspace.id)

export function asDeal(row: Selectable<Tables['deal']>): Deal {
  return {
    id: row.id,
    number: row.number,
    source: row.source,
    loggedBy: row.logged_by,
    loggedAt: row.logged_at,
    customer: row.customer,
    product: row.product,
    channel: row.channel,
    referrer: row.referrer,
    contract: row.contract,
    note: row.note,
    externalId: row.external_id,
    currency: row.currency,
    amountMinor: row.amount_minor,
    collectedMinor: row.collected_minor,
    baseMinor: row.base_minor,
    baseCollectedMinor: row.base_collected_minor,
    signedOn: row.signed_on,
    firstContactOn: row.first_contact_on,
    owner: row.owner,
    confirmed: row.confirmed === 1,
    marginMinor: row.margin_minor,
    exVatMinor: row.ex_vat_minor,
    discountBps: row.discount_bps,
    voided: row.voided === 1,
    repeatCustomer: row.repeat_customer === 1,
  }
}

export function asEntry(row: Selectable<Tables['entry']>): Entry {
  return {
    kind: row.kind,
    effectiveOn: row.effective_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
    amountMinor: row.amount_minor,
    collectedMinor: row.collected_minor,
    baseMinor: row.base_minor,
    baseCollectedMinor: row.base_collected_minor,
    rate: row.rate,
    rateSource: row.rate_source,
    facts: JSON.parse(row.facts),
    reason: row.reason,
    origin: row.origin,
  }
}
