import { type Period, periodOf, spanOf } from '../kernel/period.ts'
import type { ActivePlan } from './active-plan.ts'
import { factOf, factsOf } from './facts-of.ts'
import { compare, type Fraction, floor, fraction, minus, plus, rounded, times, ZERO } from './fraction.ts'
import { bonusParts, capped, effectiveRates, type Facts, rateParts } from './pay.ts'
import { type Part, sumOf } from './pay-line.ts'
import type { Plan } from './plan.ts'
import { creditsAsSold } from './refunds.ts'
import type { Settling } from './settle.ts'
import { together } from './together.ts'
import { type DealFact, fits } from './which-deals.ts'

/** What a deal has earned a person where it counted, in whole minor units. */
export interface DealCommission {
  creditMinor: bigint
  paidMinor: bigint
}

/**
 * What each deal that counted in a period, or in a span that an advance trues up, has earned a person: its part of what
 * they earned there by their own deals, rounded. A deal weighs what it earns by rate, its own bonuses, and its share of
 * credit in bonuses for heights; the period's cap is spread alike, and remainders go to the largest.
 */
export async function dealCommissions(
  settling: Settling,
  person: string,
  countedIn: Period,
  active: ActivePlan,
): Promise<Map<string, DealCommission>> {
  const credits = await creditsAsSold(settling.records, person, countedIn, active.plan)
  const deals = credits.map((one) => factOf(one))
  const earned = active.plan.terms.advance
    ? await earnedInSpan(settling, person, countedIn, active.plan)
    : await earnedInPeriod(settling, person, countedIn, active)
  const rates = earned && effectiveRates(earned.plan, earned.facts)
  if (!earned || !rates || rates === 'no target') return new Map()
  const weights = deals.map((deal) => weightOf(deal, rates, earned))
  const paid = shareOut(rounded(sumOf(earned.parts)), weights)
  return new Map(
    credits.map(({ deal, minor }, index) => [
      deal,
      { creditMinor: BigInt(minor), paidMinor: paid[index] ?? 0n },
    ]),
  )
}

interface EarnedByDeals {
  plan: Plan
  facts: Facts
  parts: readonly Part[]
}

async function earnedInPeriod(
  settling: Settling,
  person: string,
  period: Period,
  active: ActivePlan,
): Promise<EarnedByDeals | undefined> {
  const { plan } = active
  const facts = await factsOf(settling.records, person, period, plan)
  const own = await settling.own({ person, period, active, facts })
  if (own === 'no target') return undefined
  const parts = own.filter(({ kind }) => kind !== 'clawback' && kind !== 'collected')
  return { plan, facts, parts }
}

async function earnedInSpan(
  settling: Settling,
  person: string,
  span: Period,
  plan: Plan,
): Promise<EarnedByDeals | undefined> {
  const { fiscalStartMonth } = settling.records.workspace
  const periodAt = (day: string) => periodOf(day, plan.period, fiscalStartMonth)
  const { from, to } = spanOf(span, fiscalStartMonth)
  const whole = await together(settling, person, plan, { from: periodAt(from), to: periodAt(to) })
  const parts = rateParts(whole.plan, whole.facts)
  if (parts === 'no target') return undefined
  return { ...whole, parts: capped(whole.plan, [...parts, ...bonusParts(whole.plan, whole.facts)]) }
}

function weightOf(
  deal: DealFact,
  rates: (deal: DealFact) => Fraction,
  { plan: { bonuses }, facts, parts }: EarnedByDeals,
): Fraction {
  const byRate = times(rates(deal), fraction(deal.minor))
  const own = bonuses.flatMap((bonus) =>
    'each' in bonus && deal.minor > 0n && fits(bonus.each, deal)
      ? [times(fraction(bonus.amountMinor), fraction(deal.shareBps, 10_000n))]
      : [],
  )
  const forHeights = parts.flatMap((part) =>
    part.kind === 'bonus' && 'reach' in part.bonus && facts.creditMinor > 0n
      ? [times(part.exact, fraction(deal.minor, facts.creditMinor))]
      : [],
  )
  const weight = [byRate, ...own, ...forHeights].reduce(plus, ZERO)
  return weight.num < 0n ? ZERO : weight
}

/** A whole in proportion to weights, by largest remainder; of equal ones the earlier first. Nothing without weights. */
function shareOut(wholeMinor: bigint, weights: readonly Fraction[]): bigint[] {
  const sum = weights.reduce(plus, ZERO)
  if (sum.num === 0n || wholeMinor <= 0n) return weights.map(() => 0n)
  const perWeight = fraction(wholeMinor * sum.den, sum.num)
  const exact = weights.map((weight) => times(weight, perWeight))
  const shares = exact.map(floor)
  const left = wholeMinor - shares.reduce((total, share) => total + share, 0n)
  const byRemainder = exact
    .map((amount, index) => ({ index, remainder: minus(amount, fraction(floor(amount))) }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)
  for (const { index } of byRemainder.slice(0, Number(left))) shares[index] = (shares[index] ?? 0n) + 1n
  return shares
}
