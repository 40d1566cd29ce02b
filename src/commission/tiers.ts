import { compare, type Fraction, fraction, least, minus, plus, times, ZERO } from './fraction.ts'
import type { Mark, Plan, Tier } from './plan.ts'

/** A part of the credit that one tier pays on. Amounts are minor units, exact: a mark need not fall on a whole one. */
export interface Slice {
  tier: Tier
  from: Fraction
  to: Fraction
}

/** A target in minor units; one that was shared out need not be whole. */
export type Target = bigint | Fraction

/** Where a mark stands, in minor units. A share of the target needs one. */
export function heightOf(mark: Mark, target: Target): Fraction {
  return 'share' in mark ? times(mark.share, asFraction(target)) : fraction(mark.amountMinor)
}

export const asFraction = (target: Target): Fraction =>
  typeof target === 'bigint' ? fraction(target) : target

export const reached = (mark: Mark, target: Target, attainedMinor: bigint): boolean =>
  compare(heightOf(mark, target), fraction(attainedMinor)) <= 0

/** The tiers that an attained amount has unlocked, lowest first; among equals in the plan's own order. */
export function unlockedTiers(plan: Plan, target: Target, attainedMinor: bigint): Tier[] {
  return unlockedRungs(plan, target, attainedMinor).map((rung) => rung.tier)
}

/**
 * Cuts the credit into the slices that pay, from the bottom up. Where tiers overlap the highest unlocked one wins;
 * among tiers with the same unlock, the later in the plan.
 */
export function slicesOf(plan: Plan, target: Target, attainedMinor: bigint, creditMinor: bigint): Slice[] {
  if (creditMinor <= 0n) return []
  const credit = fraction(creditMinor)
  const spans = unlockedRungs(plan, target, attainedMinor).map(({ tier, from, to }) => ({
    tier,
    from,
    to: to ? least(to, credit) : credit,
  }))
  const cuts = cutsBetween(spans, credit)
  const slices: Slice[] = []
  for (const [index, to] of cuts.slice(1).entries()) {
    const from = cuts[index] ?? ZERO
    const winner = spans.findLast((span) => compare(span.from, from) <= 0 && compare(span.to, to) >= 0)
    if (winner) appendSlice(slices, { tier: winner.tier, from, to })
  }
  return slices
}

/** The rate that a tier pays on credit whose own rate is `base`. */
export function rateOf(tier: Tier, base: Fraction): Fraction {
  if ('multiply' in tier.rate) return times(base, tier.rate.multiply)
  if ('add' in tier.rate) return plus(base, tier.rate.add)
  return tier.rate.set
}

export const sizeOf = (slice: Slice): Fraction => minus(slice.to, slice.from)

/** A tier with its marks as heights on one target. */
interface Rung {
  tier: Tier
  unlock: Fraction
  from: Fraction
  to: Fraction | undefined
}

function unlockedRungs(plan: Plan, target: Target, attainedMinor: bigint): Rung[] {
  if (plan.gate && !reached(plan.gate, target, attainedMinor)) return []
  const attained = fraction(attainedMinor)
  return ladderOn(plan, target).filter((rung) => compare(rung.unlock, attained) <= 0)
}

const latestLadders = new WeakMap<Plan, { target: Target; rungs: Rung[] }>()

/** The tiers by unlock. Kept for the latest target: one answer works the pay out at several heights of it. */
function ladderOn(plan: Plan, target: Target): Rung[] {
  const latest = latestLadders.get(plan)
  if (latest?.target === target) return latest.rungs
  const rungs = plan.tiers
    .map((tier) => ({
      tier,
      unlock: heightOf(tier.unlock, target),
      from: heightOf(tier.covers.from, target),
      to: tier.covers.to && heightOf(tier.covers.to, target),
    }))
    .sort((a, b) => compare(a.unlock, b.unlock))
  latestLadders.set(plan, { target, rungs })
  return rungs
}

/** Every height between zero and the credit at which some span begins or ends, in order. */
function cutsBetween(spans: readonly { from: Fraction; to: Fraction }[], credit: Fraction): Fraction[] {
  const cuts = [ZERO, credit]
  for (const { from, to } of spans) {
    for (const height of [from, to]) {
      if (compare(height, ZERO) > 0 && compare(height, credit) < 0) cuts.push(height)
    }
  }
  return cuts.sort(compare).filter((cut, index) => index === 0 || compare(cut, cuts[index - 1] ?? cut) > 0)
}

/** Neighbouring slices of the same tier are one. */
function appendSlice(slices: Slice[], next: Slice): void {
  const last = slices.at(-1)
  if (last && last.tier === next.tier && compare(last.to, next.from) === 0) last.to = next.to
  else slices.push(next)
}
