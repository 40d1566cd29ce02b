import type { Period } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { compare, type Fraction, floor, fraction, minus, plus, rounded, ZERO } from './fraction.ts'
import type { Bonus } from './plan.ts'
import type { Slice } from './tiers.ts'
import type { DealFact } from './which-deals.ts'

/** What a person is paid for a period, in minor units, line by line. */
export interface Pay {
  totalMinor: bigint
  /** What has been earned, before the one rounding. */
  exact: Fraction
  lines: PayLine[]
}

/** One addend of the pay; the lines' whole minor units add up to the total. */
export type PayLine = Part & { minor: bigint }

/** An addend before the one rounding, in minor units. */
export type Part = { exact: Fraction } & (
  | ({ kind: 'slice'; rate: Fraction } & Slice)
  | { kind: 'deal-cap'; deal: DealFact }
  | { kind: 'bonus'; bonus: Bonus; deals: number }
  | { kind: 'period-cap' }
  | CollectedPart
)

/** What has come in for deals that were signed in one period and pay by that period's rate. */
export interface CollectedPart {
  kind: 'collected'
  signedIn: Period
  deals: number
  collectedMinor: bigint
  each: readonly CollectedAt[]
  /** Why nothing can be calculated for it; its amount is zero then. */
  unknown?: 'no target'
}

/** A collection, or (negative) a refund of one, and what a unit of it pays. */
export interface CollectedAt {
  number: number
  on: LocalDate
  minor: bigint
  rate: Fraction
}

export const sumOf = (parts: readonly { exact: Fraction }[]): Fraction =>
  parts.reduce((total, part) => plus(total, part.exact), ZERO)

/** Rounds the sum once, half away from zero; the lines share it by largest remainder. */
export function roundedOnce(parts: readonly Part[]): Pay {
  const exact = sumOf(parts)
  const totalMinor = rounded(exact)
  const shares = shareRounding(
    totalMinor,
    parts.map((part) => part.exact),
  )
  return { totalMinor, exact, lines: parts.map((part, index) => ({ ...part, minor: shares[index] ?? 0n })) }
}

/**
 * Whole minor units for each amount, adding up to the total: each amount floored, and what is left given by one to the
 * largest remainders; of equal ones the earlier first.
 */
function shareRounding(totalMinor: bigint, amounts: readonly Fraction[]): bigint[] {
  const shares = amounts.map(floor)
  const left = totalMinor - shares.reduce((total, share) => total + share, 0n)
  const remainders = amounts
    .map((amount, index) => ({ index, remainder: minus(amount, fraction(floor(amount))) }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)
  for (const { index } of remainders.slice(0, Number(left))) shares[index] = (shares[index] ?? 0n) + 1n
  return shares
}
