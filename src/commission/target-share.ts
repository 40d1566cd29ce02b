import type { Span } from '../kernel/period.ts'
import type { Employment } from '../people/store.ts'
import { type Fraction, fraction, times } from './fraction.ts'
import type { Plan } from './plan.ts'
import { common, daysIn, rampedDays } from './ramp.ts'

/**
 * The share of a period's target that a stretch of it has, exactly: the days that count ÷ the days of the period. With
 * `proration: calendar-days` the days count on which the person was employed, as long as there is any in the period;
 * otherwise all do. A newcomer's days count as the ramp says.
 */
export function targetShare(
  { ramp, proration }: Pick<Plan, 'ramp' | 'proration'>,
  stretch: Span,
  period: Span,
  { joinedOn, lastDay }: Employment,
): Fraction {
  const employed = { from: joinedOn ?? period.from, to: lastDay ?? period.to }
  const prorated = proration === 'calendar-days' && daysIn(common(employed, period)) > 0
  const counted = prorated ? common(stretch, employed) : stretch
  const days = daysIn(counted) > 0 ? rampedDays(ramp, joinedOn, counted) : fraction(0)
  return times(days, fraction(1, daysIn(period)))
}
