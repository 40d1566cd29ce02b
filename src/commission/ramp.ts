import { addDays, daysBetween, monthsLater, type Span } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Fraction, fraction, minus, ONE, plus, times, ZERO } from './fraction.ts'

/**
 * How many days of a span count towards the target, when a day of a newcomer's k-th month counts as the k-th share:
 * the sum over the days of each day's share, exactly. Month k runs from joining + (k−1) calendar months to the day
 * before joining + k months; where a month has no such day, its last day stands for it. Days before the joining count
 * as the first month's, days after the last share as whole ones.
 */
export function rampedDays(
  ramp: readonly Fraction[],
  joinedOn: LocalDate | undefined,
  { from, to }: Span,
): Fraction {
  const days = daysIn({ from, to })
  if (joinedOn === undefined) return fraction(days)
  const missing = ramp.map((share, index) => {
    const month = {
      from: index === 0 && from < joinedOn ? from : monthsLater(joinedOn, index),
      to: addDays(monthsLater(joinedOn, index + 1), -1),
    }
    return times(minus(ONE, share), fraction(overlap(month, { from, to })))
  })
  return minus(fraction(days), missing.reduce(plus, ZERO))
}

export const daysIn = ({ from, to }: Span): number => Math.max(0, daysBetween(from, to) + 1)

/** How many days two spans have in common. */
const overlap = (one: Span, other: Span): number => daysIn(common(one, other))

/** The days that two spans have in common; `to` lies before `from` where there are none. */
export const common = (one: Span, other: Span): Span => ({
  from: [one.from, other.from].sort().at(-1) ?? one.from,
  to: [one.to, other.to].sort().at(0) ?? one.to,
})
