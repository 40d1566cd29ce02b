import { sql } from 'kysely'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import { precedes, type Sale } from './customer.ts'
import type { DealIdentity, Entry, Standing } from './deal.ts'
import { asDeal, asEntry } from './deal-store.ts'
import { setOpenInstalments } from './instalment-store.ts'
import { creditsFrom, movementsOf, standingOf } from './ledger.ts'
import { dealColumns, figureColumns, insertCredits } from './ledger-rows-store.ts'
import { insertMoneyMoved } from './money-moved-store.ts'
import { Movements } from './movements.ts'
import { planChange, saleOf } from './plan.ts'
import { addToTotals } from './total-store.ts'

const DEALS_AT_ONCE = 200

/** Works deals, credits and everybody's sums out again from the ledger alone. Targets stay. */
export async function rebuildTotals(scope: WriteScope): Promise<void> {
  const firstSales = await allFirstSales(scope)
  const movements = new Movements()
  await rowsOf(scope).deleteFrom('credit').where('workspace', '=', scope.workspace.id).execute()
  await rowsOf(scope).deleteFrom('money_moved').where('workspace', '=', scope.workspace.id).execute()
  for await (const { identity, entries, standing } of everyDeal(scope)) {
    const sale = saleOf(identity, standing)
    const isFirst = sale !== undefined && firstSales.get(sale.key)?.deal === identity.id
    movements.addAll(movementsOf(entries, isFirst))
    const { deal, customerKey, instalments } = planChange({
      identity,
      history: [],
      added: entries,
      firstSales: new Map(),
    })
    const rebuilt = { ...deal, repeatCustomer: sale !== undefined && !isFirst }
    await rowsOf(scope)
      .updateTable('deal')
      .set({ ...dealColumns({ deal: rebuilt, customerKey }), ...figureColumns(rebuilt) })
      .where('workspace', '=', scope.workspace.id)
      .where('id', '=', identity.id)
      .execute()
    const credits = creditsFrom(standing)
    await insertCredits(scope, [{ deal: rebuilt, credits }])
    await insertMoneyMoved(scope, [{ deal: rebuilt, credits, entries }])
    if (instalments.length > 0) await setOpenInstalments(scope, deal, instalments)
  }
  await clearTotals(scope)
  await addToTotals(scope, movements)
}

async function allFirstSales(scope: Scope): Promise<Map<string, Sale>> {
  const found = new Map<string, Sale>()
  for await (const { identity, standing } of everyDeal(scope)) {
    const sale = saleOf(identity, standing)
    const known = sale && found.get(sale.key)
    if (sale && (!known || precedes(sale, known))) found.set(sale.key, sale)
  }
  return found
}

interface Ledgered {
  identity: DealIdentity
  entries: Entry[]
  standing: Standing
}

/** Every deal with its ledger, a page at a time: their number has no limit. */
async function* everyDeal(scope: Scope): AsyncGenerator<Ledgered> {
  for (let after = ''; ; ) {
    const deals = await rowsOf(scope)
      .selectFrom('deal')
      .selectAll()
      .where('workspace', '=', scope.workspace.id)
      .where('id', '>', after)
      .orderBy('id')
      .limit(DEALS_AT_ONCE)
      .execute()
    const [last] = deals.slice(-1)
    if (!last) return
    after = last.id
    const entries = await entriesByDeal(
      scope,
      deals.map((deal) => deal.id),
    )
    for (const row of deals) {
      const ledger = entries.get(row.id) ?? []
      yield { identity: asDeal(row), entries: ledger, standing: standingOf(ledger) }
    }
  }
}

async function entriesByDeal(scope: Scope, deals: readonly string[]): Promise<Map<string, Entry[]>> {
  const rows = await rowsOf(scope)
    .selectFrom('entry')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('deal', 'in', [...deals])
    .orderBy('deal')
    .orderBy('sequence')
    .execute()
  const found = new Map<string, Entry[]>()
  for (const row of rows) found.set(row.deal, [...(found.get(row.deal) ?? []), asEntry(row)])
  return found
}

async function clearTotals(scope: WriteScope): Promise<void> {
  await rowsOf(scope)
    .updateTable('total')
    .set({
      signed_minor: 0,
      confirmed_minor: 0,
      collected_minor: 0,
      deals: 0,
      confirmed_deals: 0,
      new_customers: 0,
      attainment_ppm: sql<number | null>`case when target_minor > 0 then 0 end`,
    })
    .where('workspace', '=', scope.workspace.id)
    .execute()
}
