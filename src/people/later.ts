import { dateAt, instantAt } from '../kernel/calendar.ts'
import { addDays } from '../kernel/period.ts'
import { type Instant, secondsAfter } from '../kernel/time.ts'
import { nextWorkingMoment, type WorkingTime } from './hours.ts'

export interface Later {
  name: 'hour' | 'afternoon' | 'tomorrow' | 'workday'
  at: Instant
}

const AFTERNOON = '14:00'
const LATE_AFTERNOON = '17:00'

/**
 * The moments to which somebody can put a question off: all within their hours, each once, and none from the moment on
 * at which it makes no sense any more.
 */
export function laterMoments(time: WorkingTime, now: Instant, until: Instant | undefined): Later[] {
  const { zone } = time
  const today = dateAt(now, zone)
  const inAnHour = secondsAfter(now, 3600)
  const afternoon = [AFTERNOON, LATE_AFTERNOON]
    .map((hour) => instantAt(today, hour, zone))
    .find((at) => at > inAnHour)
  const nextDay = nextWorkingMoment(time, instantAt(addDays(today, 1), time.hours.from, zone))
  const next = dateAt(nextDay, zone) === addDays(today, 1) ? 'tomorrow' : 'workday'
  const within = (at: Instant) => nextWorkingMoment(time, at) === at
  const offered: Later[] = [
    ...(within(inAnHour) ? [{ name: 'hour' as const, at: inAnHour }] : []),
    ...(afternoon && within(afternoon) ? [{ name: 'afternoon' as const, at: afternoon }] : []),
    { name: next, at: nextDay },
  ]
  return offered.filter(({ at }) => at > now && (until === undefined || at < until))
}
