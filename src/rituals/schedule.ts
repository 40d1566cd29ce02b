import { dateAt, instantAt } from '../kernel/calendar.ts'
import { addDays, type Period, type PeriodKind, periodOf, shift, spanOf } from '../kernel/period.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { firstWorkdayOf, isWorkday, lastWorkdayOf } from '../kernel/workdays.ts'

/** When something recurs; `time` is the wall clock of the zone it is served in. */
export type Schedule =
  /** `weekday`: 1 Monday … 7 Sunday. */
  | { every: 'week'; weekday: number; time: string }
  /** `day`: 1–31; in a shorter month its last day. */
  | { every: 'month'; day: number | 'first-workday' | 'last-workday'; time: string }
  | { every: 'workday'; time: string }

/** One serving of a schedule: which period it serves, and when it falls due. */
export interface Occurrence {
  /** `2026-W47`, `2026-12`, or `2026-11-20`: the period, so that moving the hour does not make a second serving. */
  occurrence: Period
  at: Instant
}

/** Where and by which workdays a schedule is read. */
export interface Almanac {
  zone: string
  calendar: string
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const CLOCK = '([01]?\\d|2[0-3]):([0-5]\\d)'
const WEEKLY = new RegExp(`^weekly (${WEEKDAYS.join('|')}) ${CLOCK}$`)
const MONTHLY = new RegExp(`^monthly (first-workday|last-workday|0?[1-9]|[12]\\d|3[01]) ${CLOCK}$`)
const DAILY = new RegExp(`^workdays ${CLOCK}$`)

/**
 * A schedule as it is written: `weekly fri 16:00`, `monthly first-workday 10:00`, `monthly last-workday 17:00`,
 * `monthly 15 09:30`, `workdays 18:00`. Undefined: it is none of these.
 */
export function readSchedule(text: string): Schedule | undefined {
  const words = text.trim().toLowerCase().replace(/\s+/g, ' ')
  const weekly = WEEKLY.exec(words)
  if (weekly) {
    return {
      every: 'week',
      weekday: WEEKDAYS.indexOf(weekly[1] ?? '') + 1,
      time: clock(weekly[2], weekly[3]),
    }
  }
  const monthly = MONTHLY.exec(words)
  if (monthly)
    return { every: 'month', day: dayOfMonth(monthly[1] ?? ''), time: clock(monthly[2], monthly[3]) }
  const daily = DAILY.exec(words)
  return daily ? { every: 'workday', time: clock(daily[1], daily[2]) } : undefined
}

/**
 * What falls due after one instant and until another (included), in order. A wall time that spring skips is due at the
 * change; one that autumn repeats is due the first time. A weekly date that a public holiday takes is served on the
 * workday before it in the same week; a week of holidays is left out.
 */
export function occurrences(
  schedule: Schedule,
  almanac: Almanac,
  after: Instant,
  until: Instant,
): Occurrence[] {
  const kind = KIND[schedule.every]
  const found: Occurrence[] = []
  const last = periodOf(addDays(dateAt(until, almanac.zone), 1), kind)
  for (
    let period = periodOf(addDays(dateAt(after, almanac.zone), -1), kind);
    period <= last;
    period = shift(period, 1)
  ) {
    const at = dueIn(period, schedule, almanac)
    if (at !== undefined && at > after && at <= until) found.push({ occurrence: period, at })
  }
  return found
}

/** The first occurrence after an instant; undefined only where more than a year holds none. */
export function nextOccurrence(schedule: Schedule, almanac: Almanac, after: Instant): Occurrence | undefined {
  let period = periodOf(addDays(dateAt(after, almanac.zone), -1), KIND[schedule.every])
  for (let tried = 0; tried < 400; tried += 1, period = shift(period, 1)) {
    const at = dueIn(period, schedule, almanac)
    if (at !== undefined && at > after) return { occurrence: period, at }
  }
  return undefined
}

/** The period of a schedule's kind that a date falls into: what would be served on that day. */
export function servedOn(schedule: Schedule, date: LocalDate): Period {
  return periodOf(date, KIND[schedule.every])
}

/** The week's day, or the workday before it where a public holiday takes it; undefined in a week of holidays. */
export function dayInWeek(week: Period, weekday: number, calendar: string): LocalDate | undefined {
  const monday = spanOf(week).from
  const date = addDays(monday, weekday - 1)
  if (weekday > 5) return date
  for (let day = date; day >= monday; day = addDays(day, -1)) if (isWorkday(calendar, day)) return day
  return undefined
}

function dueIn(period: Period, schedule: Schedule, { zone, calendar }: Almanac): Instant | undefined {
  const date = dateIn(period, schedule, calendar)
  return date && instantAt(date, schedule.time, zone)
}

function dateIn(period: Period, schedule: Schedule, calendar: string): LocalDate | undefined {
  switch (schedule.every) {
    case 'week':
      return dayInWeek(period, schedule.weekday, calendar)
    case 'workday':
      return isWorkday(calendar, period) ? period : undefined
    case 'month': {
      if (schedule.day === 'first-workday') return firstWorkdayOf(calendar, period)
      if (schedule.day === 'last-workday') return lastWorkdayOf(calendar, period)
      const date = `${period}-${String(schedule.day).padStart(2, '0')}`
      const { to } = spanOf(period)
      return date > to ? to : date
    }
  }
}

const KIND: Record<Schedule['every'], PeriodKind> = { week: 'week', month: 'month', workday: 'day' }

const dayOfMonth = (word: string) =>
  word === 'first-workday' || word === 'last-workday' ? word : Number(word)

const clock = (hours = '', minutes = '') => `${hours.padStart(2, '0')}:${minutes}`
