import { dateAt, instantAt } from '../../kernel/calendar.ts'
import { addDays, type Period, periodOf, shift, spanOf } from '../../kernel/period.ts'
import { type Instant, type LocalDate, secondsAfter } from '../../kernel/time.ts'
import { isWorkday, lastWorkdayOf, type Workdays, workdayFrom, workdayUntil } from '../../kernel/workdays.ts'
import type { Almanac } from '../schedule.ts'
import { dayInWeek } from '../schedule.ts'

const NUDGE_AT = '09:00'
const CLOSE_AT = '10:00'
/** Nobody is to be asked before or after these hours of their own day; the outbox keeps to their own hours within. */
const QUIET_UNTIL = '08:00'
const QUIET_FROM = '21:00'

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

/** Late answers are taken until this many workdays after the close. */
const LATE_WORKDAYS = 2

/** Until when answers are taken after a retro's close. */
export function lateUntil(closesAt: Instant, { zone, calendar }: Almanac): Instant {
  let day = dateAt(closesAt, zone)
  for (let left = LATE_WORKDAYS; left > 0; left -= 1) day = workdayFrom(calendar, addDays(day, 1))
  return instantAt(day, CLOSE_AT, zone)
}

/** Whether a date is one of its month's last two workdays, or lies beyond them. */
export function isMonthEnd(date: LocalDate, calendar: Workdays): boolean {
  const last = lastWorkdayOf(calendar, periodOf(date, 'month'))
  return date >= workdayUntil(calendar, addDays(last, -1))
}

/**
 * Now, or when the morning of a person's next workday comes if it is night or their day off; today's or tomorrow's
 * morning, or now again, where that would be after the nudge.
 */
export function politely(now: Instant, zone: string, nudgeAt: Instant, calendar: Workdays): Instant {
  const today = dateAt(now, zone)
  const early = now < instantAt(today, QUIET_UNTIL, zone)
  const late = now >= instantAt(today, QUIET_FROM, zone)
  const next = early ? today : addDays(today, 1)
  const morning = (date: LocalDate) => instantAt(date, QUIET_UNTIL, zone)
  const awake = early || late ? morning(next) : now
  const atWork = !early && !late && isWorkday(calendar, today) ? now : morning(workdayFrom(calendar, next))
  const latest = secondsAfter(nudgeAt, -3600)
  return [atWork, awake].find((moment) => moment < latest) ?? now
}

/** In the hours of a person's own workday a nudge is in time; elsewhere it comes on an afternoon before the close. */
const NUDGE_ABROAD_AT = '16:00'
/** Sooner after the prompt nobody is nudged. */
const NUDGE_AFTER_SECONDS = 2 * 3600

/**
 * When a person is nudged: at the team's time where they are at work then, else in the afternoon of their own last
 * workday before the close; undefined where that is too soon after the prompt.
 */
export function nudgeFor(
  { zone, askAt }: { zone: string; askAt: Instant },
  { nudgeAt, closesAt }: { nudgeAt: Instant; closesAt: Instant },
  calendar: Workdays,
): Instant | undefined {
  const date = dateAt(nudgeAt, zone)
  const inHours = instantAt(date, QUIET_UNTIL, zone) <= nudgeAt && nudgeAt < instantAt(date, QUIET_FROM, zone)
  if (inHours && isWorkday(calendar, date)) return nudgeAt
  let day = workdayUntil(calendar, dateAt(closesAt, zone))
  if (instantAt(day, NUDGE_ABROAD_AT, zone) >= closesAt) day = workdayUntil(calendar, addDays(day, -1))
  const at = instantAt(day, NUDGE_ABROAD_AT, zone)
  return at >= secondsAfter(askAt, NUDGE_AFTER_SECONDS) ? at : undefined
}

/** The moment at which a retro that closes then nudges. */
export const nudgeBefore = (closesAt: Instant, zone: string): Instant =>
  instantAt(dateAt(closesAt, zone), NUDGE_AT, zone)
