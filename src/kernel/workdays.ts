import china from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, type Period, spanOf, weekdayOf } from './period.ts'
import type { LocalDate } from './time.ts'

/**
 * Whether people work on a date. `mon-fri` knows no holidays. `china` knows the State Council's public holidays and
 * make-up workdays (调休), as published each autumn for the year to come; in years that are not published yet, only
 * the holidays that the law ties to a date. Under any other name Monday to Friday counts.
 */
export function isWorkday(calendar: string, date: LocalDate): boolean {
  if (calendar === 'china') {
    if (MADE_UP.has(date)) return true
    if (HOLIDAYS.has(date)) return false
    if (date > PUBLISHED_UNTIL && FIXED.has(date.slice('2027-'.length))) return false
  }
  return weekdayOf(date) <= 5
}

/** How many workdays lie between two dates, both included; 0 when the second lies before the first. */
export function workdaysBetween(calendar: string, from: LocalDate, to: LocalDate): number {
  let count = 0
  for (let date = from; date <= to; date = addDays(date, 1)) if (isWorkday(calendar, date)) count += 1
  return count
}

/** The first workday of a month (`2026-10`), or of any other period. */
export function firstWorkdayOf(calendar: string, period: Period): LocalDate {
  return workdayFrom(calendar, spanOf(period).from)
}

/** The last workday of a month (`2026-10`), or of any other period. */
export function lastWorkdayOf(calendar: string, period: Period): LocalDate {
  let date = spanOf(period).to
  while (!isWorkday(calendar, date)) date = addDays(date, -1)
  return date
}

/** The date itself where it is a workday, else the next one that is. */
export function workdayFrom(calendar: string, date: LocalDate): LocalDate {
  let found = date
  while (!isWorkday(calendar, found)) found = addDays(found, 1)
  return found
}

/** The last date for which a calendar's holidays are known; undefined: it has none to know. */
export function coveredUntil(calendar: string): LocalDate | undefined {
  return calendar === 'china' ? PUBLISHED_UNTIL : undefined
}

const HOLIDAYS: ReadonlySet<string> = new Set(Object.keys(china.holidays))
const MADE_UP: ReadonlySet<string> = new Set(Object.keys(china.workdays))
const PUBLISHED_UNTIL: LocalDate = `${[...HOLIDAYS].sort().at(-1)?.slice(0, 4)}-12-31`

/** New Year, Labour Day and National Day, month and day (全国年节及纪念日放假办法, 2025). The others follow the moon. */
const FIXED: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])
