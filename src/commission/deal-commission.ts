import type { DealCredit } from '../deals/store.ts'
import { type Period, periodOf, type Span, shift, spanOf } from '../kernel/period.ts'
import { during } from './during.ts'
import { factOf } from './facts-of.ts'
import { type Fraction, fraction, ONE, plus, rounded, times, ZERO } from './fraction.ts'
import { bonusParts, capped, effectiveRates, type Facts, rateParts } from './pay.ts'
import { type Part, sumOf } from './pay-line.ts'
import type { Plan } from './plan.ts'
import type { Records } from './records.ts'
import { creditsAsSold } from './refunds.ts'
import type { Settling } from './settle.ts'
import { shareOut } from './share-out.ts'
import type { Signed } from './signed-under.ts'
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
  { active: { plan }, signedIn }: Signed,
): Promise<Map<string, DealCommission>> {
  const earned = plan.terms.advance
    ? await earnedInSpan(settling, person, countedIn, plan)
    : await earnedInPeriod(settling, person, signedIn)
  if (!earned) return new Map()
  const weights = earned.credits.map((credit) => weightOf(credit, earned.ladders))
  const paid = inProportion(rounded(ofOwnDeals(earned.parts, weights)), weights)
  return new Map(
    earned.credits.map(({ deal, minor }, index) => [
      deal,
      { creditMinor: BigInt(minor), paidMinor: paid[index] ?? 0n },
    ]),
  )
}

interface EarnedByDeals {
  /** As they were sold. */
  credits: readonly DealCredit[]
  ladders: readonly Ladder[]
  parts: readonly Part[]
}

/** By what the deals signed on some days were paid; and how much of it. */
interface Ladder extends Span {
  plan: Plan
  facts: Facts
  weight: Fraction
}

async function earnedInPeriod(
  settling: Settling,
  person: string,
  period: Period,
): Promise<EarnedByDeals | undefined> {
  const own = await settling.ownOf(person, period)
  if (!own || own.parts === 'no target') return undefined
  const { stretches, active } = own.draft
  const credits: DealCredit[] = []
  for (const stretch of stretches) {
    const within = during(settling.records, stretch)
    credits.push(...(await creditsAsSold(within, person, period, stretch.active.plan)))
  }
  const blends = active.plan.stretches === 'blended' && stretches.length > 1
  const ladders = stretches.map(({ from, to, active: { plan }, facts, weight }) => ({
    ...(blends ? spanOf(period, settling.records.workspace.fiscalStartMonth) : { from, to }),
    plan,
    facts,
    weight,
  }))
  const parts = own.parts.filter(({ kind }) => kind !== 'clawback' && kind !== 'collected')
  return { credits, ladders, parts }
}

async function earnedInSpan(
  settling: Settling,
  person: string,
  span: Period,
  plan: Plan,
): Promise<EarnedByDeals | undefined> {
  const { records } = settling
  const periods = await advancedIn(records, person, span, plan)
  const [from, to] = [periods[0], periods.at(-1)]
  if (from === undefined || to === undefined) return undefined
  const whole = await together(settling, person, plan, { from, to })
  const parts = rateParts(whole.plan, whole.facts)
  if (parts === 'no target') return undefined
  const credits: DealCredit[] = []
  for (const period of periods) credits.push(...(await creditsAsSold(records, person, period, plan)))
  return {
    credits,
    ladders: [{ ...spanOf(span, records.workspace.fiscalStartMonth), ...whole, weight: ONE }],
    parts: capped(whole.plan, [...parts, ...bonusParts(whole.plan, whole.facts)]),
  }
}

/** The periods of a span that a true-up works out together: from the first one that was advanced. */
async function advancedIn(records: Records, person: string, span: Period, plan: Plan): Promise<Period[]> {
  const { fiscalStartMonth } = records.workspace
  const { from, to } = spanOf(span, fiscalStartMonth)
  const found: Period[] = []
  for (
    let period = periodOf(from, plan.period, fiscalStartMonth);
    spanOf(period, fiscalStartMonth).to <= to;
    period = shift(period, 1, fiscalStartMonth)
  ) {
    const then = (await records.planFor(person, period))?.plan
    if (found.length > 0 || then?.terms.advance) found.push(period)
  }
  return found
}

const BY_LADDER: readonly Part['kind'][] = ['slice', 'deal-cap', 'bonus']

/** What was earned, without the part of it that credit beyond the person's own deals has earned. */
function ofOwnDeals(parts: readonly Part[], weights: readonly Fraction[]): Fraction {
  const byLadder = sumOf(parts.filter(({ kind }) => BY_LADDER.includes(kind)))
  if (byLadder.num === 0n) return ZERO
  const own = times(weights.reduce(plus, ZERO), fraction(byLadder.den, byLadder.num))
  return times(sumOf(parts), own)
}

function weightOf(credit: DealCredit, ladders: readonly Ladder[]): Fraction {
  const on = credit.signedOn
  return ladders
    .filter(({ from, to }) => on >= from && on <= to)
    .map((ladder) => times(earnedBy(factOf(credit, ladder.plan.basis), ladder), ladder.weight))
    .reduce(plus, ZERO)
}

function earnedBy(deal: DealFact, { plan, facts }: Ladder): Fraction {
  const rates = effectiveRates(plan, facts)
  if (rates === 'no target' || deal.minor <= 0n || facts.creditMinor <= 0n) return ZERO
  const bonuses = bonusParts(plan, facts).flatMap((part) => {
    if (part.kind !== 'bonus') return []
    const { bonus } = part
    if ('reach' in bonus) return [times(part.exact, fraction(deal.minor, facts.creditMinor))]
    return fits(bonus.each, deal)
      ? [times(fraction(bonus.amountMinor), fraction(deal.shareBps, 10_000n))]
      : []
  })
  return [times(rates(deal), fraction(deal.minor)), ...bonuses].reduce(plus, ZERO)
}

/** A whole in proportion to weights; nothing without weights. */
function inProportion(wholeMinor: bigint, weights: readonly Fraction[]): bigint[] {
  const sum = weights.reduce(plus, ZERO)
  if (sum.num === 0n || wholeMinor <= 0n) return weights.map(() => 0n)
  const perWeight = fraction(wholeMinor * sum.den, sum.num)
  return shareOut(
    wholeMinor,
    weights.map((weight) => times(weight, perWeight)),
  )
}
