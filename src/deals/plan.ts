import { foldCustomer, precedes, type Sale } from './customer.ts'
import type { Credit, Deal, DealIdentity, Entry, Standing } from './deal.ts'
import { counts, creditsFrom, movementsOf, standingOf } from './ledger.ts'
import { Movements } from './movements.ts'
import { type Matched, matched } from './schedule.ts'

export interface ChangeFacts {
  identity: DealIdentity
  /** The deal's entries until now; none for a new deal. */
  history: readonly Entry[]
  added: readonly Entry[]
  /** By folded name, the first sale that counts to that customer among all other deals. */
  firstSales: ReadonlyMap<string, Sale>
}

/** Everything that is stored when entries are added to a deal. */
export interface DealPlan {
  deal: Deal
  customerKey: string
  /** The sequence of the first added entry. */
  sequence: number
  added: readonly Entry[]
  /** The deal's whole ledger, `added` at its end. */
  entries: readonly Entry[]
  credits: Credit[]
  /** The deal's instalments with what has come in of each; none without a schedule. */
  instalments: Matched[]
  /** What the sums change by. */
  movements: Movements
  /** Other deals of the customer that have become, or are no longer, the first one. */
  overtaken: { sale: Sale; repeat: boolean }[]
}

/** Works out what becomes of a deal, and of everybody's sums, when entries are added to it. */
export function planChange({ identity, history, added, firstSales }: ChangeFacts): DealPlan {
  const entries = [...history, ...added]
  const standing = standingOf(entries)
  const before = history.length > 0 ? saleOf(identity, standingOf(history)) : undefined
  const after = saleOf(identity, standing)
  const movements = new Movements()
  movements.addAll(movementsOf(entries, isFirst(after, firstSales)))
  movements.addAll(movementsOf(history, isFirst(before, firstSales)), -1)
  const overtaken = overtakenBy(before, after, firstSales)
  for (const { sale, repeat } of overtaken)
    movements.add(sale.owner, sale.signedOn, { newCustomers: repeat ? -1 : 1 })
  const { shares: _, schedule, ...rest } = standing
  return {
    deal: { ...identity, ...rest, repeatCustomer: after !== undefined && !isFirst(after, firstSales) },
    customerKey: foldCustomer(standing.customer),
    sequence: history.length + 1,
    added,
    entries,
    credits: creditsFrom(standing),
    instalments: matched(schedule, standing.collectedMinor),
    movements,
    overtaken,
  }
}

type KeyedSale = Sale & { key: string }

/** A deal without a customer, or one that does not count, opens no customer's history. */
export function saleOf(identity: DealIdentity, standing: Standing): KeyedSale | undefined {
  const key = foldCustomer(standing.customer)
  if (key === '' || !counts(standing)) return undefined
  return {
    key,
    deal: identity.id,
    number: identity.number,
    owner: standing.owner,
    signedOn: standing.signedOn,
  }
}

function isFirst(sale: KeyedSale | undefined, firstSales: ReadonlyMap<string, Sale>): boolean {
  if (!sale) return false
  const other = firstSales.get(sale.key)
  return other === undefined || precedes(sale, other)
}

function overtakenBy(
  before: KeyedSale | undefined,
  after: KeyedSale | undefined,
  firstSales: ReadonlyMap<string, Sale>,
): DealPlan['overtaken'] {
  const keys = new Set([before?.key, after?.key].filter((key) => key !== undefined))
  return [...keys].flatMap((key) => {
    const sale = firstSales.get(key)
    if (!sale) return []
    const wasRepeat = before?.key === key && precedes(before, sale)
    const repeat = after?.key === key && precedes(after, sale)
    return wasRepeat === repeat ? [] : [{ sale, repeat }]
  })
}
