import { addDays } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Fraction, fraction, least, rounded, times, ZERO } from './fraction.ts'
import type { Clawback, Leaving } from './terms.ts'

/** A refund of a deal that was signed in an earlier period, for one person; amounts are whole minor units. */
export interface Refund {
  /** The person's credit in the period of the signing, without any later refund, and what it has paid them there. */
  creditMinor: bigint
  paidMinor: bigint
  /** What earlier refunds, and what this one takes off the credit. */
  refundedBeforeMinor: bigint
  refundedMinor: bigint
  /** What a unit of the deal's credit earns in the period of the refund. */
  currentRate: Fraction
}

/**
 * What a refund takes back, exact, in minor units, never below zero; nothing under `re-rate`, which works the period of
 * the signing out anew instead.
 * `original`: paid × refunded so far ÷ credit, rounded half away from zero, less the same before this refund: so a deal
 * that is refunded in full, in however many parts, takes back exactly what it has paid, and one that paid nothing takes
 * back nothing.
 * `current`: refunded × the current rate, and at most what `original` would take.
 */
export function clawedBack({ rate }: Pick<Clawback, 'rate'>, refund: Refund): Fraction {
  if (rate === 're-rate' || refund.creditMinor <= 0n || refund.paidMinor <= 0n) return ZERO
  const { refundedBeforeMinor, refundedMinor, currentRate } = refund
  const original = fraction(
    paidFor(refund, refundedBeforeMinor + refundedMinor) - paidFor(refund, refundedBeforeMinor),
  )
  return rate === 'original' ? original : least(times(fraction(refundedMinor), currentRate), original)
}

/** What the part of the credit that has been refunded had paid. */
function paidFor({ creditMinor, paidMinor }: Refund, refundedMinor: bigint): bigint {
  const part = refundedMinor > creditMinor ? creditMinor : refundedMinor
  return rounded(fraction(paidMinor * part, creditMinor))
}

/** Whether money that came in on a day counts for somebody who left on another; the day of the leaving counts. */
export function countsAfterLeaving(
  { collections }: Pick<Leaving, 'collections'>,
  leftOn: LocalDate | undefined,
  on: LocalDate,
): boolean {
  if (leftOn === undefined || on <= leftOn || collections === 'pay') return true
  return collections !== 'forfeit' && on <= addDays(leftOn, collections.days)
}
