import { nextNumber } from '../kernel/counter-store.ts'
import { newId } from '../kernel/id.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { foldCustomer, precedes, type Sale } from './customer.ts'
import type { Deal } from './deal.ts'
import { firstSalesOf } from './deal-store.ts'
import { standingOf } from './ledger.ts'
import { insertCredits, insertDeals, insertEntries, setRepeat } from './ledger-rows-store.ts'
import { insertMoneyMoved } from './money-moved-store.ts'
import { Movements } from './movements.ts'
import { type NewDeal, signing } from './new-deal.ts'
import { type DealPlan, planChange, saleOf } from './plan.ts'
import { addToTotals } from './total-store.ts'

const DEALS_AT_ONCE = 400
/** Beyond so many days of people, sums are stored before going on; and so many customers are remembered. */
const MOST_SUMS = 100_000
const MOST_CUSTOMERS = 100_000

/** Stores many new deals at once, in the order given. Gives the deals. */
export async function logMany(scope: WriteScope, wanted: readonly NewDeal[]): Promise<Deal[]> {
  const log = logInChunks(scope)
  const logged = await log.add(wanted)
  await log.finish()
  return logged
}

export interface ChunkLog {
  /** Stores deals; their numbers follow the order. */
  add(wanted: readonly NewDeal[]): Promise<Deal[]>
  /** Stores the sums of everything that was added; they are not right before. */
  finish(): Promise<void>
}

/**
 * Stores any number of new deals chunk by chunk in one transaction, such as those of an import: what many of them
 * touch, sums and customers, is kept at hand and stored once.
 */
export function logInChunks(scope: WriteScope): ChunkLog {
  const customers = new FirstSales(scope)
  let movements = new Movements()
  let count = 0
  let firstNumber: number | undefined
  return {
    async add(wanted) {
      if (wanted.length === 0) return []
      const first = await nextNumber(scope, 'deal', wanted.length)
      firstNumber ??= first
      count += wanted.length
      const logged: Deal[] = []
      for (let start = 0; start < wanted.length; start += DEALS_AT_ONCE) {
        const batch = wanted.slice(start, start + DEALS_AT_ONCE)
        const plans = await planBatch(scope, batch, first + start, customers)
        await insertDeals(scope, plans)
        await insertEntries(scope, plans)
        await insertCredits(scope, plans)
        await insertMoneyMoved(scope, plans)
        for (const plan of plans) {
          movements.addAll(plan.movements)
          logged.push(plan.deal)
        }
      }
      if (movements.size > MOST_SUMS) await storeSums()
      return logged
    },
    async finish() {
      await storeSums()
      if (count === 0) return
      await scope.record('deals.logged', `workspace:${scope.workspace.id}`, undefined, {
        deals: count,
        firstNumber,
      })
    },
  }

  async function storeSums(): Promise<void> {
    await addToTotals(scope, movements)
    movements = new Movements()
  }
}

async function planBatch(
  scope: WriteScope,
  batch: readonly NewDeal[],
  firstNumber: number,
  customers: FirstSales,
): Promise<DealPlan[]> {
  const firstSales = await customers.of(batch.map((deal) => foldCustomer(deal.customer)))
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
    customers.remember(saleOf(identity, standingOf(plan.added)))
  }
  return [...plans.values()]
}

/** Each customer's first sale so far: looked up once, then kept in step with what is stored. */
class FirstSales {
  readonly #scope: WriteScope
  readonly #lookedUp = new Set<string>()
  readonly #sales = new Map<string, Sale>()

  constructor(scope: WriteScope) {
    this.#scope = scope
  }

  async of(keys: readonly string[]): Promise<Map<string, Sale>> {
    if (this.#lookedUp.size > MOST_CUSTOMERS) {
      this.#lookedUp.clear()
      this.#sales.clear()
    }
    const unknown = [...new Set(keys)].filter((key) => !this.#lookedUp.has(key))
    for (const [key, sale] of await firstSalesOf(this.#scope, unknown)) this.#sales.set(key, sale)
    for (const key of unknown) this.#lookedUp.add(key)
    return this.#sales
  }

  remember(sale: ReturnType<typeof saleOf>): void {
    const known = sale && this.#sales.get(sale.key)
    if (sale && (!known || precedes(sale, known))) this.#sales.set(sale.key, sale)
  }
}
