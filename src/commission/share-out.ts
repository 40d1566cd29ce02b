import { compare, type Fraction, floor, fraction, minus } from './fraction.ts'

/**
 * Whole minor units for each amount, adding up to a whole: each amount floored, and what is left given by one to the
 * largest remainders, or what was too much taken by one from the smallest; of equal ones the earlier first.
 */
export function shareOut(whole: bigint, amounts: readonly Fraction[]): bigint[] {
  const shares = amounts.map(floor)
  if (shares.length === 0) return shares
  const byRemainder = amounts
    .map((amount, at) => ({ at, remainder: minus(amount, fraction(floor(amount))) }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.at - b.at)
    .map(({ at }) => at)
  let left = whole - shares.reduce((sum, share) => sum + share, 0n)
  for (let turn = 0; left !== 0n; turn++) {
    const step = left > 0n ? 1n : -1n
    const at = byRemainder.at(left > 0n ? turn % shares.length : -1 - (turn % shares.length)) ?? 0
    shares[at] = (shares[at] ?? 0n) + step
    left -= step
  }
  return shares
}
