import type { DealCredit } from '../deals/store.ts'
import { factOf } from './facts-of.ts'
import { compare, type Fraction, fraction, plus, rounded, times, ZERO } from './fraction.ts'
import { effectiveRates, type Facts } from './pay.ts'
import type { PayLine } from './pay-line.ts'
import { type Plan, paysLater } from './plan.ts'
import { shareOut } from './share-out.ts'
import { dealRate } from './which-deals.ts'

/** What one deal's credit earns by rate. */
export interface DealPay {
  credit: DealCredit
  /** The deal's rate before any tier, and what a unit of its credit earns after all of them and the deal's cap. */
  ownRate: Fraction
  rate: Fraction
  minor: bigint
}

/**
 * What the ladder has paid, broken down to deals: credit × what a unit of it has earned. The deals share the whole minor
 * units of the lines by rate (where pay waits for the money: the rounded sum) by largest remainder, so that they add up
 * to them. Undefined where the lines are not a matter of this period's deals alone.
 */
export function dealPays(
  plan: Plan,
  facts: Facts,
  credits: readonly DealCredit[],
  lines: readonly PayLine[],
): DealPay[] | undefined {
  if (plan.attain !== 'signed') return undefined
  const deals = credits.map((one) => factOf(one, plan.basis))
  const rates = effectiveRates(plan, { ...facts, deals })
  if (rates === 'no target') return undefined
  const exact = deals.map((deal) => times(fraction(deal.minor), rates(deal)))
  const sum = exact.reduce(plus, ZERO)
  const byRate = lines.filter((line) => line.kind === 'slice' || line.kind === 'deal-cap')
  const agree = compare(byRate.map((line) => line.exact).reduce(plus, ZERO), sum) === 0
  if (!agree && !paysLater(plan)) return undefined
  const whole = paysLater(plan) ? rounded(sum) : byRate.reduce((total, line) => total + line.minor, 0n)
  const shares = shareOut(whole, exact)
  return credits.map((credit, at) => {
    const deal = deals[at] ?? factOf(credit, plan.basis)
    return { credit, ownRate: dealRate(plan, deal), rate: rates(deal), minor: shares[at] ?? 0n }
  })
}
