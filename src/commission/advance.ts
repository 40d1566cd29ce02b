import { type Period, periodOf, shift, spanOf } from '../kernel/period.ts'
import { type Fraction, fraction, rounded, times } from './fraction.ts'
import type { Advance } from './terms.ts'

/** What has been advanced since the first period of a span; amounts are whole minor units. */
export interface Advanced {
  /** The quarter or year that is trued up. */
  span: Period
  /** The first of its periods that was advanced. */
  from: Period
  /** What its periods so far have earned, and what of it has been paid. */
  earnedMinor: bigint
  paidMinor: bigint
}

export type AdvanceLine =
  | { kind: 'advance'; minor: bigint; share: Fraction }
  | { kind: 'true-up'; minor: bigint; from: Period; to: Period; earnedMinor: bigint; advancedMinor: bigint }
  | { kind: 'advance-rest'; minor: bigint; from: Period }

/** A period as far as an advance has to know it. */
export interface AdvancePeriod {
  period: Period
  fiscalStartMonth: number
  /** Whether the person has left by its end. */
  gone: boolean
}

/**
 * The periods that are worked out anew together at the end of this one; undefined where it only advances. That is in the
 * last period of the quarter or year, and for who leaves, in the period of the leaving and in those after it.
 */
export function trueUpOf(
  { trueUp }: Advance,
  before: Advanced | undefined,
  { period, fiscalStartMonth, gone }: AdvancePeriod,
): { from: Period; to: Period } | undefined {
  const spanAt = (one: Period) => periodOf(spanOf(one, fiscalStartMonth).from, trueUp, fiscalStartMonth)
  const span = spanAt(period)
  const isLast = spanAt(shift(period, 1, fiscalStartMonth)) !== span
  if (!isLast && !gone) return undefined
  return { from: before?.span === span ? before.from : period, to: period }
}

/**
 * What of a period's earnings is due. While it advances: share × earned, rounded once, half away from zero. In a true-up:
 * what the whole span has earned (`spanEarnedMinor`: all its credit on the sum of its targets), less what has been paid of
 * it; so the span's payments add up to its calculation, to the minor unit. That can be negative.
 * Where an advance ends without a true-up, because the plan is another one now, the rest of what the periods earned by
 * themselves is due at once.
 */
export function advanced(
  advance: Advance | undefined,
  before: Advanced | undefined,
  earned: AdvancePeriod & { earnedMinor: bigint; spanEarnedMinor: bigint | undefined },
): { dueMinor: bigint; after: Advanced | undefined; lines: AdvanceLine[] } {
  const { period, fiscalStartMonth, earnedMinor, spanEarnedMinor } = earned
  const span = advance && periodOf(spanOf(period, fiscalStartMonth).from, advance.trueUp, fiscalStartMonth)
  const going = before?.span === span ? before : undefined
  const rest = going ? [] : restOf(before)
  const restMinor = rest.reduce((sum, line) => sum + line.minor, 0n)
  if (!advance || span === undefined)
    return { dueMinor: earnedMinor + restMinor, after: undefined, lines: rest }
  const from = going?.from ?? period
  const paidMinor = going?.paidMinor ?? 0n
  if (trueUpOf(advance, before, earned)) {
    const whole = spanEarnedMinor ?? earnedMinor + (going?.earnedMinor ?? 0n)
    const line: AdvanceLine = {
      kind: 'true-up',
      minor: whole - paidMinor - earnedMinor,
      from,
      to: period,
      earnedMinor: whole,
      advancedMinor: paidMinor,
    }
    const after = { span, from, earnedMinor: whole, paidMinor: whole }
    return { dueMinor: whole - paidMinor + restMinor, after, lines: [...rest, line] }
  }
  const paid = rounded(times(advance.share, fraction(earnedMinor)))
  const after = {
    span,
    from,
    earnedMinor: (going?.earnedMinor ?? 0n) + earnedMinor,
    paidMinor: paidMinor + paid,
  }
  const line: AdvanceLine = { kind: 'advance', minor: paid - earnedMinor, share: advance.share }
  return { dueMinor: paid + restMinor, after, lines: [...rest, line] }
}

function restOf(before: Advanced | undefined): AdvanceLine[] {
  const minor = before ? before.earnedMinor - before.paidMinor : 0n
  return before && minor !== 0n ? [{ kind: 'advance-rest', minor, from: before.from }] : []
}
