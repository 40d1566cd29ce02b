import { dateAt, instantAt } from '../kernel/calendar.ts'
import { addDays, type Period, type PeriodKind, periodOf, shift, spanOf } from '../kernel/period.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { isWorkday, type Workdays } from '../kernel/workdays.ts'
import { dateInYear, dayIn, type WorkdayName, workdayIn } from './day-in-period.ts'

/** When something recurs; `time` is the wall clock of the zone it is served in. */
export type Schedule =
  /** `weekday`: 1 Monday … 7 Sunday. */
  | { every: 'week'; weekday: number; time: string }
  /** `day`: 1–31; in a shorter month its last day. */
  | { every: 'month'; day: number | WorkdayName; time: string }
  /** `day`: 1–31 of the quarter's first month. */
  | { every: 'quarter'; day: number | WorkdayName; time: string }
  /** `day`: a date of the year, as `01-15`; 29 February is the 28th where there is none. */
  | { every: 'year'; day: string | WorkdayName; time: string }
  | { every: 'workday'; time: string }

/** One serving of a schedule: which period it serves, and when it falls due. */
export interface Occurrence {
  /** `2026-W47`, `2026-12`, `2026-Q4`, `2026` or `2026-11-20`: the period, so that moving the hour does not make a second serving. */
  occurrence: Period
  at: Instant
}

/** Where and by which workdays a schedule is read. */
export interface Almanac {
  zone: string
  calendar: Workdays
  /** 1–12: the month in which quarters and years begin to be counted; January where it is not said. */
  fiscalStartMonth?: number
}

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const CLOCK = '([01]?\\d|2[0-3]):([0-5]\\d)'
const WEEKLY = new RegExp(`^weekly (${WEEKDAYS.join('|')}) ${CLOCK}$`)
const DAY = '0?[1-9]|[12]\\d|3[01]'
const NTH = '(?:[2-9]|1\\d|2[0-3])(?:st|nd|rd|th)-workday'
const MONTHLY = new RegExp(`^(month|quarter)ly (first-workday|last-workday|${NTH}|${DAY}) ${CLOCK}$`)
const YEARLY = new RegExp(`^yearly (first-workday|last-workday|(?:0?[1-9]|1[0-2])-(?:${DAY})) ${CLOCK}$`)
const DAILY = new RegExp(`^workdays ${CLOCK}$`)

/**
 * A schedule as it is written: `weekly fri 16:00`, `monthly first-workday 10:00`, `monthly 5th-workday 10:00`,
 * `monthly last-workday 17:00`, `monthly 15 09:30`, `quarterly first-workday 10:00`, `quarterly 15 09:30`, `yearly first-workday 10:00`,
 * `yearly 01-15 10:00`, `workdays 18:00`. Undefined: it is none of these.
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
  if (monthly) {
    const every = monthly[1] === 'quarter' ? 'quarter' : 'month'
    return { every, day: dayOfMonth(monthly[2] ?? ''), time: clock(monthly[3], monthly[4]) }
  }
  const yearly = YEARLY.exec(words)
  if (yearly) {
    const day = dayOfYear(yearly[1] ?? '')
    return day === undefined ? undefined : { every: 'year', day, time: clock(yearly[2], yearly[3]) }
  }
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
  const { zone, fiscalStartMonth } = almanac
  const found: Occurrence[] = []
  const last = servedOn(schedule, addDays(dateAt(until, zone), 1), almanac)
  for (
    let period = servedOn(schedule, addDays(dateAt(after, zone), -1), almanac);
    period <= last;
    period = shift(period, 1, fiscalStartMonth)
  ) {
    const at = dueIn(period, schedule, almanac)
    if (at !== undefined && at > after && at <= until) found.push({ occurrence: period, at })
  }
  return found
}

/** The first occurrence after an instant; undefined only where more than a year holds none. */
export function nextOccurrence(schedule: Schedule, almanac: Almanac, after: Instant): Occurrence | undefined {
  let period = servedOn(schedule, addDays(dateAt(after, almanac.zone), -1), almanac)
  for (let tried = 0; tried < 400; tried += 1, period = shift(period, 1, almanac.fiscalStartMonth)) {
    const at = dueIn(period, schedule, almanac)
    if (at !== undefined && at > after) return { occurrence: period, at }
  }
  return undefined
}

/** The period of a schedule's kind that a date falls into: what would be served on that day. */
export function servedOn(
  schedule: Schedule,
  date: LocalDate,
  { fiscalStartMonth }: Pick<Almanac, 'fiscalStartMonth'>,
): Period {
  return periodOf(date, KIND[schedule.every], fiscalStartMonth)
}

/** The week's day, or the workday before it where a public holiday takes it; undefined in a week of holidays. */
export function dayInWeek(week: Period, weekday: number, calendar: Workdays): LocalDate | undefined {
  const monday = spanOf(week).from
  const date = addDays(monday, weekday - 1)
  if (weekday > 5) return date
  for (let day = date; day >= monday; day = addDays(day, -1)) if (isWorkday(calendar, day)) return day
  return undefined
}

function dueIn(period: Period, schedule: Schedule, almanac: Almanac): Instant | undefined {
  const date = dateIn(period, schedule, almanac)
  return date && instantAt(date, schedule.time, almanac.zone)
}

function dateIn(period: Period, schedule: Schedule, almanac: Almanac): LocalDate | undefined {
  const { calendar, fiscalStartMonth } = almanac
  switch (schedule.every) {
    case 'week':
      return dayInWeek(period, schedule.weekday, calendar)
    case 'workday':
      return isWorkday(calendar, period) ? period : undefined
    case 'month':
    case 'quarter':
    case 'year': {
      const { day } = schedule
      const span = spanOf(period, fiscalStartMonth)
      if (isWorkdayName(day)) return workdayIn(span, day, calendar)
      return typeof day === 'number' ? dayIn(span.from.slice(0, 7), day) : dateInYear(span, day)
    }
  }
}

const KIND: Record<Schedule['every'], PeriodKind> = {
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  workday: 'day',
}

export const isWorkdayName = (day: string | number): day is WorkdayName =>
  typeof day === 'string' && day.endsWith('-workday')

function dayOfMonth(word: string): number | WorkdayName {
  if (word === 'first-workday' || word === 'last-workday') return word
  return word.endsWith('-workday') ? `${Number.parseInt(word, 10)}-workday` : Number(word)
}

/** `1-5` as `01-05`; undefined for a date that no year has. */
function dayOfYear(word: string): string | undefined {
  if (isWorkdayName(word)) return word
  const [month = '', day = ''] = word.split('-').map((part) => part.padStart(2, '0'))
  return dayIn(`2028-${month}`, Number(day)) === `2028-${month}-${day}` ? `${month}-${day}` : undefined
}

const clock = (hours = '', minutes = '') => `${hours.padStart(2, '0')}:${minutes}`
