import { type Period, spanOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Workdays, workdaysBetween } from '../kernel/workdays.ts'
import type { Phase } from './goal.ts'
import { expectedShare } from './phases.ts'

/** How a goal stands against the time that has passed, by working days. */
export interface Pace {
  state: 'ahead' | 'on-track' | 'at-risk' | 'behind' | 'reached' | 'missed' | 'not-begun'
  /** The share of the period's workdays before today, in basis points, floored. */
  timeBps: number
  /** Workdays left, today included. */
  workdaysLeft: number
  /** Where it ends if it goes on like this; undefined on the first workday, when nothing can be said yet. */
  forecast: number | undefined
}

const ON_TRACK_BPS = 9_500 // of what should have been reached by now
const AT_RISK_BPS = 8_000

/** `rate`: the value is a ratio, such as the average deal, and does not grow with time: its forecast is itself. */
export function paceOf(
  goal: { value: number; period: Period; phases?: readonly Phase[] | undefined },
  reached: number,
  when: { today: LocalDate; workdays: Workdays; fiscalStartMonth: number },
  rate = false,
): Pace {
  const { from, to } = spanOf(goal.period, when.fiscalStartMonth)
  const all = workdaysBetween(when.workdays, from, to)
  const begun = when.today >= from
  const left = workdaysBetween(when.workdays, begun ? when.today : from, to)
  const passed = all - left
  const timeBps = all === 0 ? 10_000 : Math.floor((passed * 10_000) / all)
  const known = { timeBps, workdaysLeft: left }
  if (reached >= goal.value) return { state: 'reached', ...known, forecast: reached }
  if (when.today > to) return { state: 'missed', ...known, forecast: reached }
  if (!begun) return { state: 'not-begun', ...known, forecast: undefined }
  const expected = goal.phases
    ? expectedShare(goal.phases, when.today, when.workdays)
    : { of: BigInt(passed), whole: BigInt(all) }
  if (expected.of === 0n) return { state: 'on-track', ...known, forecast: undefined }
  const forecast = rate ? reached : Number((BigInt(reached) * expected.whole) / expected.of)
  const shareBps = Number((BigInt(forecast) * 10_000n) / BigInt(goal.value))
  return { state: stateOf(shareBps), ...known, forecast }
}

function stateOf(shareBps: number): Pace['state'] {
  if (shareBps >= 10_500) return 'ahead'
  if (shareBps >= ON_TRACK_BPS) return 'on-track'
  return shareBps >= AT_RISK_BPS ? 'at-risk' : 'behind'
}

/** Reached ÷ goal in basis points, floored: 99.999% never reads 100%. */
export function shareBps(reached: number, value: number): number {
  return value === 0 ? 0 : Math.max(0, Number((BigInt(reached) * 10_000n) / BigInt(value)))
}
