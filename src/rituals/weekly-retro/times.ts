import { dateAt, instantAt } from '../../kernel/calendar.ts'
import { addDays, type Period, shift, spanOf } from '../../kernel/period.ts'
import type { Instant, LocalDate } from '../../kernel/time.ts'
import { type Workdays, workdayFrom } from '../../kernel/workdays.ts'
import type { Almanac } from '../schedule.ts'
import { dayInWeek } from '../schedule.ts'

const NUDGE_AT = '09:00'
const CLOSE_AT = '10:00'

/**
 * When a week's retro closes: on the Monday after, or the first workday from then on; at the earliest on the workday
 * after it was opened.
 */
function closingDay(week: Period, opened: LocalDate, calendar: Workdays): LocalDate {
  const monday = addDays(spanOf(week).to, 1)
  return workdayFrom(calendar, opened >= monday ? addDays(opened, 1) : monday)
}

/** The moments of the nudge and of the close. */
export function closing(
  week: Period,
  now: Instant,
  { zone, calendar }: Almanac,
): { nudgeAt: Instant; closesAt: Instant } {
  const day = closingDay(week, dateAt(now, zone), calendar)
  return { nudgeAt: instantAt(day, NUDGE_AT, zone), closesAt: instantAt(day, CLOSE_AT, zone) }
}

/** The day on which what a retro has promised is due: the next week's Friday, or the workday nearest to it. */
export function promiseDueOn(week: Period, calendar: Workdays): LocalDate {
  const next = shift(week, 1)
  return dayInWeek(next, 5, calendar) ?? workdayFrom(calendar, addDays(spanOf(next).from, 4))
}
