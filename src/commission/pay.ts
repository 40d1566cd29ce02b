import { allocate } from '../kernel/money.ts'
import { ceiling, compare, type Fraction, floor, fraction, plus, rounded, times, ZERO } from './fraction.ts'
import type { Mark, Plan } from './plan.ts'
import { heightOf, type Slice, sizeOf, slicesOf } from './tiers.ts'

/** What a person has done in one period of the plan. Amounts are minor units of the workspace's currency. */
export interface Facts {
  /** Undefined or zero: nobody has set one. */
  targetMinor: bigint | undefined
  /** The credit that decides the tier, and the credit that is paid on. */
  attainedMinor: bigint
  creditMinor: bigint
}

export interface Pay {
  totalMinor: bigint
  /** Before the one rounding. */
  exact: Fraction
  lines: PayLine[]
}

/** One slice of credit; the lines' whole minor units add up to the total. */
export interface PayLine extends Slice {
  exact: Fraction
  minor: bigint
}

/** The next rung that pays differently. */
export interface NextTier {
  /** Where the rung stands. */
  unlock: Mark
  /** How much more has to be signed to stand on it: the least whole number of minor units. */
  gapMinor: bigint
  /** The pay on exactly reaching it, and how much more that is than now. */
  payMinor: bigint
  moreMinor: bigint
}

/**
 * The pay for a period, pre-tax: the sum of each slice of credit at the rate of the highest unlocked tier that covers
 * it, rounded once, half away from zero; the lines share that total by largest remainder.
 * 'no target' where the ladder is told in shares of a target and there is none: nothing is calculated then.
 */
export function pay(plan: Plan, facts: Facts): Pay | 'no target' {
  const slices = slicesPaid(plan, facts)
  if (slices === 'no target') return slices
  const amounts = slices.map(amountOf)
  const exact = amounts.reduce(plus, ZERO)
  const totalMinor = rounded(exact)
  const parts = shareRounding(totalMinor, amounts)
  const lines = slices.map((slice, index) => ({
    ...slice,
    exact: amounts[index] ?? ZERO,
    minor: parts[index] ?? 0n,
  }))
  return { totalMinor, exact, lines }
}

/** The total of `pay` alone, in minor units. */
export function totalPay(plan: Plan, facts: Facts): bigint | 'no target' {
  const slices = slicesPaid(plan, facts)
  return slices === 'no target' ? slices : rounded(slices.map(amountOf).reduce(plus, ZERO))
}

/** The lowest tier not yet unlocked, and what reaching it is worth; undefined on the top rung or without a target. */
export function nextTier(plan: Plan, facts: Facts): NextTier | undefined {
  const now = totalPay(plan, facts)
  if (now === 'no target') return undefined
  const target = facts.targetMinor ?? 0n
  const attained = fraction(facts.attainedMinor)
  const ahead = plan.tiers
    .filter((tier) => compare(heightOf(tier.unlock, target), attained) > 0)
    .sort((a, b) => compare(heightOf(a.unlock, target), heightOf(b.unlock, target)))
  const [next] = ahead
  if (!next) return undefined
  const gapMinor = ceiling(heightOf(next.unlock, target)) - facts.attainedMinor
  const then = totalPay(plan, signing(facts, gapMinor))
  if (then === 'no target') return undefined
  return { unlock: next.unlock, gapMinor, payMinor: then, moreMinor: then - now }
}

/** The same facts after so much more has been signed. */
export function signing(facts: Facts, moreMinor: bigint): Facts {
  return {
    ...facts,
    attainedMinor: facts.attainedMinor + moreMinor,
    creditMinor: facts.creditMinor + moreMinor,
  }
}

/** Attainment in millionths of the target, floored; undefined without a target. */
export function attainmentPpm(facts: Facts): number | undefined {
  if (!facts.targetMinor || facts.targetMinor <= 0n) return undefined
  return Number(floor(fraction(facts.attainedMinor * 1_000_000n, facts.targetMinor)))
}

function slicesPaid(
  plan: Plan,
  { targetMinor = 0n, attainedMinor, creditMinor }: Facts,
): Slice[] | 'no target' {
  if (targetMinor <= 0n && needsTarget(plan)) return 'no target'
  return slicesOf(plan, targetMinor, attainedMinor, creditMinor)
}

const amountOf = (slice: Slice): Fraction => times(sizeOf(slice), slice.rate)

function needsTarget(plan: Plan): boolean {
  const marks = plan.tiers.flatMap(({ unlock, covers }) => [unlock, covers.from, covers.to])
  return marks.some((mark) => mark !== undefined && 'share' in mark && mark.share.num !== 0n)
}

/** Whole minor units for each amount, in proportion, adding up to the total. */
function shareRounding(totalMinor: bigint, amounts: readonly Fraction[]): bigint[] {
  const common = amounts.reduce((product, amount) => product * amount.den, 1n)
  return allocate(
    totalMinor,
    amounts.map((amount) => (amount.num * common) / amount.den),
  )
}
