import { nextNumber } from '../kernel/counter-store.ts'
import { newId } from '../kernel/id.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { foldCustomer, precedes, type Sale } from './customer.ts'
import type { Deal } from './deal.ts'
import { firstSalesOf } from './deal-store.ts'
import { standingOf } from './ledger.ts'
import { insertCredits, insertDeals, insertEntries, setRepeat } from './ledger-rows-store.ts'
import { Movements } from './movements.ts'
import { type NewDeal, signing } from './new-deal.ts'
import { type DealPlan, planChange, saleOf } from './plan.ts'
import { addToTotals } from './total-store.ts'

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
