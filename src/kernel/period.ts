import { remembered } from './remembered.ts'
import type { LocalDate } from './time.ts'

/**
 * A span of dates with a name that sorts within its kind: day `2026-11-20`, ISO week `2026-W47`, month `2026-11`,
 * quarter `2026-Q4`, year `2026`. Quarters and years are calendar ones unless the fiscal year starts elsewhere:
 * then `2026-Q4` and `2026` name the fiscal ones, by the calendar year in which the fiscal year starts.
 */
export type Period = string

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'year'

/** The first and the last day. */
export interface Span {
  from: LocalDate
  to: LocalDate
}

export function kindOf(period: Period): PeriodKind {
  const kind = kinds(period)
  if (kind === undefined) throw new Error(`Not a period: ${period}`)
  return kind
}

const kinds = remembered((period: Period): PeriodKind | undefined => {
  if (/^\d{4}-\d\d-\d\d$/.test(period)) return 'day'
  if (/^\d{4}-W\d\d$/.test(period)) return 'week'
  if (/^\d{4}-\d\d$/.test(period)) return 'month'
  if (/^\d{4}-Q[1-4]$/.test(period)) return 'quarter'
  return /^\d{4}$/.test(period) ? 'year' : undefined
})

/** The period of a kind that a date falls into. */
export function periodOf(date: LocalDate, kind: PeriodKind, fiscalStartMonth = 1): Period {
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const monthsIn = (month - fiscalStartMonth + 12) % 12
  const fiscalYear = month < fiscalStartMonth ? year - 1 : year
  switch (kind) {
    case 'day':
      return date
    case 'week':
      return isoWeekOf(date)
    case 'month':
      return date.slice(0, 7)
    case 'quarter':
      return `${pad(fiscalYear, 4)}-Q${Math.floor(monthsIn / 3) + 1}`
    case 'year':
      return pad(fiscalYear, 4)
  }
}

/** Every period that a date falls into, from the day to the year. */
export function periodsOf(date: LocalDate, fiscalStartMonth = 1): Period[] {
  const kinds: PeriodKind[] = ['day', 'week', 'month', 'quarter', 'year']
  return kinds.map((kind) => periodOf(date, kind, fiscalStartMonth))
}

/** The dates of a period. The same period gives the same object, which is nobody's to change. */
export function spanOf(period: Period, fiscalStartMonth = 1): Readonly<Span> {
  return spans(period, fiscalStartMonth)
}

const spans = remembered(
  (period: Period, fiscalStartMonth: number): Readonly<Span> =>
    Object.freeze(datesOf(period, fiscalStartMonth)),
)

function datesOf(period: Period, fiscalStartMonth: number): Span {
  const year = Number(period.slice(0, 4))
  switch (kindOf(period)) {
    case 'day':
      return { from: period, to: period }
    case 'week': {
      const monday = addDays(mondayOfWeekOne(year), (Number(period.slice(6)) - 1) * 7)
      return { from: monday, to: addDays(monday, 6) }
    }
    case 'month':
      return months(year, Number(period.slice(5)), 1)
    case 'quarter':
      return months(year, fiscalStartMonth + (Number(period.slice(6)) - 1) * 3, 3)
    case 'year':
      return months(year, fiscalStartMonth, 12)
  }
}

/** The period `steps` after (or, negative, before) another of the same kind. */
export function shift(period: Period, steps: number, fiscalStartMonth = 1): Period {
  const kind = kindOf(period)
  const { from } = spanOf(period, fiscalStartMonth)
  switch (kind) {
    case 'day':
      return addDays(period, steps)
    case 'week':
      return isoWeekOf(addDays(from, steps * 7))
    case 'month':
      return addMonths(from, steps).slice(0, 7)
    case 'quarter':
      return periodOf(addMonths(from, steps * 3), kind, fiscalStartMonth)
    case 'year':
      return pad(Number(period) + steps, 4)
  }
}

/** The months of a month, quarter or year, in order. */
export function monthsOf(period: Period, fiscalStartMonth = 1): Period[] {
  const { from, to } = spanOf(period, fiscalStartMonth)
  const found: Period[] = []
  for (let date = from; date <= to; date = addMonths(date, 1)) found.push(date.slice(0, 7))
  return found
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: LocalDate): number {
  return ((new Date(date).getUTCDay() + 6) % 7) + 1
}

/** How many days from one date to another; negative when it lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}

/** The same day some months later; the last day of a month that has no such day. */
export function monthsLater(date: LocalDate, count: number): LocalDate {
  const first = addMonths(date, count)
  const day = Math.min(Number(date.slice(8)), daysInMonth(first))
  return `${first.slice(0, 8)}${pad(day, 2)}`
}

/** The first of the month, `months` later. */
export function addMonths(date: LocalDate, count: number): LocalDate {
  const index = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + count
  return `${pad(Math.floor(index / 12), 4)}-${pad((index % 12) + 1, 2)}-01`
}

function months(year: number, firstMonth: number, count: number): Span {
  const from = addMonths(`${pad(year, 4)}-01-01`, firstMonth - 1)
  const last = addMonths(from, count - 1)
  return { from, to: `${last.slice(0, 8)}${pad(daysInMonth(last), 2)}` }
}

function isoWeekOf(date: LocalDate): Period {
  const thursday = addDays(date, 4 - weekdayOf(date))
  const year = thursday.slice(0, 4)
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return `${year}-W${pad(week, 2)}`
}

function mondayOfWeekOne(year: number): LocalDate {
  const fourth = `${pad(year, 4)}-01-04`
  return addDays(fourth, 1 - weekdayOf(fourth))
}

const pad = (value: number, width: number) => String(value).padStart(width, '0')

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function daysInMonth(date: LocalDate): number {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))]
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0)
}
