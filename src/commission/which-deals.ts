import type { LocalDate } from '../kernel/time.ts'
import { compare, type Fraction, fraction } from './fraction.ts'
import type { Plan, Which } from './plan.ts'

/** A person's part of one deal, as far as a plan can tell deals apart. */
export interface DealFact {
  /** The deal's id; undefined for one that somebody only imagines: it earns by rate, and no bonus. */
  deal: string | undefined
  /** The person's credit, in minor units of the workspace's currency. */
  minor: bigint
  /** The credit of the whole deal, where `minor` is only what has come in of it. */
  wholeMinor?: bigint
  shareBps: number
  product: string | undefined
  channel: string | undefined
  repeatCustomer: boolean
  signedOn: LocalDate | undefined
  /** In basis points; undefined: none was given. */
  discountBps?: number | undefined
  /** What `minor` is a figure of, where that is not the amount itself: bonuses ask whether the deal counts at all. */
  amountMinor?: bigint
}

/** Whether a plan has to look at single deals; otherwise sums are enough. */
export const looksAtDeals = ({ basis, rates, bonuses, caps }: Plan): boolean =>
  basis !== 'amount' ||
  rates.length > 0 ||
  caps.dealMinor !== undefined ||
  bonuses.some((bonus) => 'each' in bonus)

/** Whether a new customer's deal may pay something else than a repeat one's. */
export const tellsCustomersApart = ({ rates, bonuses }: Plan): boolean =>
  [
    ...rates.map((rule) => rule.when),
    ...bonuses.flatMap((bonus) => ('each' in bonus ? [bonus.each] : [])),
  ].some((which) => which.customer !== undefined)

/** The rate of a deal before any tier. */
export function dealRate(plan: Plan, deal: DealFact): Fraction {
  return plan.rates.find((rule) => fits(rule.when, deal))?.rate ?? plan.rate
}

export function fits(which: Which, deal: DealFact): boolean {
  const { products, channels, customer, from, to, discount } = which
  if (discount && !within(discount, deal.discountBps ?? 0)) return false
  if (products && !named(products, deal.product)) return false
  if (channels && !named(channels, deal.channel)) return false
  if (customer && (customer === 'repeat') !== deal.repeatCustomer) return false
  const on = deal.signedOn
  return (
    (from === undefined || (on !== undefined && on >= from)) &&
    (to === undefined || (on !== undefined && on <= to))
  )
}

const within = ({ from, to }: { from: Fraction; to: Fraction }, bps: number): boolean =>
  compare(fraction(bps, 10_000n), from) >= 0 && compare(fraction(bps, 10_000n), to) <= 0

function named(names: readonly string[], name: string | undefined): boolean {
  if (name === undefined) return false
  const folded = fold(name)
  return names.some((one) => fold(one) === folded)
}

const fold = (name: string) => name.normalize('NFKC').trim().toLowerCase()
