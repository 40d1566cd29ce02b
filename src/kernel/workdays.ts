import china from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, type Period, spanOf, weekdayOf } from './period.ts'
import type { LocalDate } from './time.ts'

/** A workday calendar: one that is known by its name, or such a one with a company's own days on top. */
export type Workdays = string | { calendar: string; own: OwnDays }

/** Days off and extra workdays that somebody has entered; they go before what the calendar says. */
export type OwnDays = Readonly<Record<LocalDate, OwnDay>>

export interface OwnDay {
  works: boolean
  /** Why, such as 春节. */
  name: string
}

/** A calendar with a company's own days, if it has any. */
export function withOwnDays(calendar: string, own: OwnDays): Workdays {
  return Object.keys(own).length === 0 ? calendar : { calendar, own }
}

/** The name of the calendar below a company's own days. */
export const calendarOf = (workdays: Workdays): string =>
  typeof workdays === 'string' ? workdays : workdays.calendar

export const ownDaysOf = (workdays: Workdays): OwnDays => (typeof workdays === 'string' ? {} : workdays.own)

/**
 * Whether people work on a date. `mon-fri` knows no holidays. `china` knows the State Council's public holidays and
 * make-up workdays (调休), as published each autumn for the year to come; in years that are not published yet, only
 * the holidays that the law ties to a date. Under any other name Monday to Friday counts.
 */
export function isWorkday(workdays: Workdays, date: LocalDate): boolean {
  const own = ownDaysOf(workdays)[date]
  if (own) return own.works
  const calendar = calendarOf(workdays)
  if (calendar === 'china') {
    if (MADE_UP.has(date)) return true
    if (HOLIDAYS.has(date)) return false
    if (date > PUBLISHED_UNTIL && FIXED.has(date.slice('2027-'.length))) return false
  }
  return weekdayOf(date) <= 5
}

/** How many workdays lie between two dates, both included; 0 when the second lies before the first. */
export function workdaysBetween(workdays: Workdays, from: LocalDate, to: LocalDate): number {
  let count = 0
  for (let date = from; date <= to; date = addDays(date, 1)) if (isWorkday(workdays, date)) count += 1
  return count
}

/** The first workday of a month (`2026-10`), or of any other period. */
export function firstWorkdayOf(workdays: Workdays, period: Period): LocalDate {
  return workdayFrom(workdays, spanOf(period).from)
}

/** The last workday of a month (`2026-10`), or of any other period. */
export function lastWorkdayOf(workdays: Workdays, period: Period): LocalDate {
  return workdayUntil(workdays, spanOf(period).to)
}

/** The date itself where it is a workday, else the next one that is. */
export function workdayFrom(workdays: Workdays, date: LocalDate): LocalDate {
  let found = date
  while (!isWorkday(workdays, found)) found = addDays(found, 1)
  return found
}

/** The date itself where it is a workday, else the last one before it that is. */
export function workdayUntil(workdays: Workdays, date: LocalDate): LocalDate {
  let found = date
  while (!isWorkday(workdays, found)) found = addDays(found, -1)
  return found
}

/** The last date for which a calendar's holidays are known; undefined: it has none to know. */
function coveredUntil(workdays: Workdays): LocalDate | undefined {
  return calendarOf(workdays) === 'china' ? PUBLISHED_UNTIL : undefined
}

/** By mid-November the State Council has mostly published the year to come: what is still missing then is worth a word. */
const ASKED_FROM = '11-15'

export interface Coverage {
  /** The last date whose holidays are known. */
  until: LocalDate
  /** Beyond it only Monday to Friday and the holidays that the law ties to a date are known. */
  state: 'known' | 'ends-soon' | 'ended'
}

/** How far what a calendar knows reaches; undefined: it has no holidays to know. */
export function coverageOn(workdays: Workdays, today: LocalDate): Coverage | undefined {
  const until = coveredUntil(workdays)
  if (until === undefined) return undefined
  if (today > until) return { until, state: 'ended' }
  return { until, state: today >= warnedFrom(until.slice(0, 4)) ? 'ends-soon' : 'known' }
}

/** From this date of a year on, an admin should know that the next one is not known. */
export const warnedFrom = (year: string): LocalDate => `${year}-${ASKED_FROM}`

const HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(china.holidays))
const MADE_UP: ReadonlySet<string> = new Set(Object.keys(china.workdays))
const PUBLISHED_UNTIL: LocalDate = `${[...HOLIDAYS].sort().at(-1)?.slice(0, 4)}-12-31`

/** New Year, Labour Day and National Day, month and day (全国年节及纪念日放假办法, 2025). The others follow the moon. */
const FIXED: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])
