import { compare, type Fraction, fraction, least, minus, plus, times, ZERO } from './fraction.ts'
import type { Mark, Plan, Tier } from './plan.ts'

/** A part of the credit that one tier pays on. Amounts are minor units, exact: a mark need not fall on a whole one. */
export interface Slice {
  tier: Tier
  from: Fraction
  to: Fraction
  rate: Fraction
}

/** Where a mark stands, in minor units. A share of the target needs one. */
export function heightOf(mark: Mark, targetMinor: bigint): Fraction {
  return 'share' in mark ? times(mark.share, fraction(targetMinor)) : fraction(mark.amountMinor)
}

/** The tiers that an attained amount has unlocked, lowest first; among equals in the plan's own order. */
export function unlockedTiers(plan: Plan, targetMinor: bigint, attainedMinor: bigint): Tier[] {
  return byUnlock(plan.tiers, targetMinor).filter(
    (tier) => compare(heightOf(tier.unlock, targetMinor), fraction(attainedMinor)) <= 0,
  )
}

/**
 * Cuts the credit into the slices that pay, from the bottom up. Where tiers overlap the highest unlocked one wins;
 * among tiers with the same unlock, the later in the plan.
 */
export function slicesOf(
  plan: Plan,
  targetMinor: bigint,
  attainedMinor: bigint,
  creditMinor: bigint,
): Slice[] {
  const credit = fraction(creditMinor)
  const spans = unlockedTiers(plan, targetMinor, attainedMinor).map((tier) => {
    const { from, to } = tier.covers
    return {
      tier,
      from: heightOf(from, targetMinor),
      to: to ? least(heightOf(to, targetMinor), credit) : credit,
    }
  })
  const cuts = cutsBetween(spans, credit)
  const slices: Slice[] = []
  for (const [index, to] of cuts.slice(1).entries()) {
    const from = cuts[index] ?? ZERO
    const winner = spans.findLast((span) => compare(span.from, from) <= 0 && compare(span.to, to) >= 0)
    if (winner) appendSlice(slices, { tier: winner.tier, from, to, rate: rateOf(plan, winner.tier) })
  }
  return slices
}

/** The rate that a tier pays. */
export function rateOf(plan: Plan, tier: Tier): Fraction {
  if ('multiply' in tier.rate) return times(plan.rate, tier.rate.multiply)
  if ('add' in tier.rate) return plus(plan.rate, tier.rate.add)
  return tier.rate.set
}

export const sizeOf = (slice: Slice): Fraction => minus(slice.to, slice.from)

function byUnlock(tiers: readonly Tier[], targetMinor: bigint): Tier[] {
  return [...tiers].sort((a, b) => compare(heightOf(a.unlock, targetMinor), heightOf(b.unlock, targetMinor)))
}

/** Every height between zero and the credit at which some span begins or ends, in order. */
function cutsBetween(spans: readonly { from: Fraction; to: Fraction }[], credit: Fraction): Fraction[] {
  const inside = spans
    .flatMap((span) => [span.from, span.to])
    .filter((height) => compare(height, ZERO) > 0 && compare(height, credit) < 0)
  const sorted = [ZERO, ...inside, credit].sort(compare)
  return compare(credit, ZERO) <= 0
    ? []
    : sorted.filter((cut, index) => index === 0 || compare(cut, sorted[index - 1] ?? cut) > 0)
}

/** Neighbouring slices of the same tier are one. */
function appendSlice(slices: Slice[], next: Slice): void {
  const last = slices.at(-1)
  if (last && last.tier === next.tier && compare(last.to, next.from) === 0) last.to = next.to
  else slices.push(next)
}
