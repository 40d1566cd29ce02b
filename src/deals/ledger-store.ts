import type { Insertable } from 'kysely'
import type { DealTables } from '../db/tables/deals.ts'
import { nextNumber } from '../kernel/counter-store.ts'
import { newId } from '../kernel/id.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import { foldCustomer, precedes, type Sale } from './customer.ts'
import type { Credit, Deal, Entry } from './deal.ts'
import { entriesOf, firstSalesOf } from './deal-store.ts'
import { standingOf } from './ledger.ts'
import { Movements } from './movements.ts'
import { type NewDeal, signing } from './new-deal.ts'
import { type DealPlan, planChange, saleOf } from './plan.ts'
import { addToTotals, type Total } from './total-store.ts'

export interface Stored {
  deal: Deal
  /** The sums of every person and period that the change touches, as they are now. */
  totals: Total[]
  /** What they changed by. */
  movements: Movements
}

/** Stores a new deal with its ledger, credits and everybody's sums. The caller has checked that it may be logged. */
export async function logDeal(scope: WriteScope, wanted: NewDeal): Promise<Stored> {
  const identity = {
    id: wanted.id ?? newId(scope.now),
    number: await nextNumber(scope, 'deal'),
    source: wanted.source,
    loggedBy: scope.person?.id ?? null,
    loggedAt: scope.now,
  }
  const added = signing(scope, wanted)
  const firstSales = await firstSalesOf(scope, [foldCustomer(wanted.customer)])
  const plan = planChange({ identity, history: [], added, firstSales })
  await insertDeals(scope, [plan])
  await insertEntries(scope, [plan])
  await insertCredits(scope, [plan])
  await setRepeat(scope, plan.overtaken)
  const totals = await addToTotals(scope, plan.movements)
  await scope.record('deal.signed', `deal:${plan.deal.id}`, undefined, snapshot(plan.deal, plan.credits))
  return { deal: plan.deal, totals, movements: plan.movements }
}

/** Adds entries to a deal that this transaction has locked (`lockDeal`); its credits and everybody's sums follow. */
export async function addEntries(scope: WriteScope, before: Deal, added: readonly Entry[]): Promise<Stored> {
  const history = await entriesOf(scope, before.id)
  const keys = [before.customer, standingOf([...history, ...added]).customer].map(foldCustomer)
  const firstSales = await firstSalesOf(scope, keys, before.id)
  const plan = planChange({ identity: before, history, added, firstSales })
  await rowsOf(scope)
    .updateTable('deal')
    .set(dealColumns(plan))
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', before.id)
    .execute()
  await insertEntries(scope, [plan])
  await rowsOf(scope)
    .deleteFrom('credit')
    .where('workspace', '=', scope.workspace.id)
    .where('deal', '=', before.id)
    .execute()
  await insertCredits(scope, [plan])
  await setRepeat(scope, plan.overtaken)
  const totals = await addToTotals(scope, plan.movements)
  for (const entry of added)
    await scope.record(`deal.${entry.kind}`, `deal:${before.id}`, snapshot(before, []), {
      ...snapshot(plan.deal, plan.credits),
      reason: entry.reason,
    })
  return { deal: plan.deal, totals, movements: plan.movements }
}

const DEALS_AT_ONCE = 400

/**
 * Stores many new deals at once, such as those of an import, in the order given: numbers follow it, sums are added up
 * first and stored once. Gives the deals.
 */
export async function logMany(scope: WriteScope, wanted: readonly NewDeal[]): Promise<Deal[]> {
  if (wanted.length === 0) return []
  const first = await nextNumber(scope, 'deal', wanted.length)
  const movements = new Movements()
  const logged: Deal[] = []
  for (let start = 0; start < wanted.length; start += DEALS_AT_ONCE) {
    const batch = wanted.slice(start, start + DEALS_AT_ONCE)
    const plans = await planBatch(scope, batch, first + start)
    await insertDeals(scope, plans)
    await insertEntries(scope, plans)
    await insertCredits(scope, plans)
    for (const plan of plans) {
      movements.addAll(plan.movements)
      logged.push(plan.deal)
    }
  }
  await addToTotals(scope, movements)
  await scope.record('deals.logged', `workspace:${scope.workspace.id}`, undefined, {
    deals: logged.length,
    firstNumber: first,
  })
  return logged
}

async function planBatch(
  scope: WriteScope,
  batch: readonly NewDeal[],
  firstNumber: number,
): Promise<DealPlan[]> {
  const firstSales = await firstSalesOf(
    scope,
    batch.map((deal) => foldCustomer(deal.customer)),
  )
  const plans = new Map<string, DealPlan>()
  for (const [index, wanted] of batch.entries()) {
    const identity = {
      id: wanted.id ?? newId(scope.now),
      number: firstNumber + index,
      source: wanted.source,
      loggedBy: scope.person?.id ?? null,
      loggedAt: scope.now,
    }
    const plan = planChange({ identity, history: [], added: signing(scope, wanted), firstSales })
    plans.set(identity.id, plan)
    await setRepeat(
      scope,
      plan.overtaken.filter(({ sale, repeat }) => {
        const sameBatch = plans.get(sale.deal)
        if (sameBatch) sameBatch.deal.repeatCustomer = repeat
        return sameBatch === undefined
      }),
    )
    remember(firstSales, saleOf(identity, standingOf(plan.added)))
  }
  return [...plans.values()]
}

function remember(firstSales: Map<string, Sale>, sale: ReturnType<typeof saleOf>): void {
  const known = sale && firstSales.get(sale.key)
  if (sale && (!known || precedes(sale, known))) firstSales.set(sale.key, sale)
}

async function insertDeals(scope: Scope, plans: readonly DealPlan[]): Promise<void> {
  const rows = plans.map((plan) => ({
    workspace: scope.workspace.id,
    id: plan.deal.id,
    number: plan.deal.number,
    source: plan.deal.source,
    logged_by: plan.deal.loggedBy,
    logged_at: plan.deal.loggedAt,
    ...dealColumns(plan),
  }))
  await rowsOf(scope).insertInto('deal').values(rows).execute()
}

/** What entries decide about a deal's row. */
export function dealColumns({ deal, customerKey }: Pick<DealPlan, 'deal' | 'customerKey'>) {
  return {
    customer: deal.customer,
    customer_key: customerKey,
    product: deal.product,
    channel: deal.channel,
    referrer: deal.referrer,
    contract: deal.contract,
    note: deal.note,
    external_id: deal.externalId,
    currency: deal.currency,
    amount_minor: deal.amountMinor,
    collected_minor: deal.collectedMinor,
    base_minor: deal.baseMinor,
    base_collected_minor: deal.baseCollectedMinor,
    signed_on: deal.signedOn,
    first_contact_on: deal.firstContactOn,
    owner: deal.owner,
    repeat_customer: flag(deal.repeatCustomer),
    confirmed: flag(deal.confirmed),
    voided: flag(deal.voided),
  }
}

async function insertEntries(scope: Scope, plans: readonly DealPlan[]): Promise<void> {
  const rows = plans.flatMap((plan) =>
    plan.added.map(
      (entry, index): Insertable<DealTables['entry']> => ({
        workspace: scope.workspace.id,
        deal: plan.deal.id,
        sequence: plan.sequence + index,
        kind: entry.kind,
        effective_on: entry.effectiveOn,
        recorded_at: entry.recordedAt,
        recorded_by: entry.recordedBy,
        amount_minor: entry.amountMinor,
        collected_minor: entry.collectedMinor,
        base_minor: entry.baseMinor,
        base_collected_minor: entry.baseCollectedMinor,
        rate: entry.rate,
        rate_source: entry.rateSource,
        facts: JSON.stringify(entry.facts),
        reason: entry.reason,
        origin: entry.origin,
      }),
    ),
  )
  await rowsOf(scope).insertInto('entry').values(rows).execute()
}

export async function insertCredits(
  scope: WriteScope,
  plans: readonly Pick<DealPlan, 'deal' | 'credits'>[],
): Promise<void> {
  const rows = plans.flatMap((plan) =>
    plan.credits.map((credit) => ({
      workspace: scope.workspace.id,
      deal: plan.deal.id,
      person: credit.person,
      share_bps: credit.shareBps,
      base_minor: credit.baseMinor,
      base_collected_minor: credit.baseCollectedMinor,
      signed_on: credit.signedOn,
      confirmed: flag(credit.confirmed),
    })),
  )
  if (rows.length > 0) await rowsOf(scope).insertInto('credit').values(rows).execute()
}

async function setRepeat(scope: Scope, overtaken: DealPlan['overtaken']): Promise<void> {
  for (const { sale, repeat } of overtaken)
    await rowsOf(scope)
      .updateTable('deal')
      .set({ repeat_customer: flag(repeat) })
      .where('workspace', '=', scope.workspace.id)
      .where('id', '=', sale.deal)
      .execute()
}

const flag = (value: boolean): 0 | 1 => (value ? 1 : 0)

/** What the audit log keeps of a deal. */
function snapshot(deal: Deal, credits: readonly Credit[]) {
  const { amountMinor, currency, collectedMinor, signedOn, owner, confirmed, voided } = deal
  const shares = credits.map((credit) => ({ person: credit.person, bps: credit.shareBps }))
  return {
    amountMinor,
    currency,
    collectedMinor,
    signedOn,
    owner,
    confirmed,
    voided,
    ...(shares.length > 0 ? { shares } : {}),
  }
}
