import { type Period, type Span, spanOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Workdays, workdayFrom, workdayUntil } from '../kernel/workdays.ts'

export type WorkdayName = 'first-workday' | 'last-workday'

/** A period's first or last workday; undefined where a company has entered nothing but days off. */
export function workdayIn({ from, to }: Span, name: WorkdayName, calendar: Workdays): LocalDate | undefined {
  const date = name === 'first-workday' ? workdayFrom(calendar, from) : workdayUntil(calendar, to)
  return date >= from && date <= to ? date : undefined
}

/** The day of a month, or its last one where it is shorter. */
export function dayIn(month: Period, day: number): LocalDate {
  const date = `${month}-${String(day).padStart(2, '0')}`
  const { to } = spanOf(month)
  return date > to ? to : date
}

/** The `01-15` that lies in a fiscal year: of the calendar year in which it begins, or of the next one. */
export function dateInYear({ from, to }: Span, date: string): LocalDate {
  const [month = '', day = ''] = date.split('-')
  const inFirst = dayIn(`${from.slice(0, 4)}-${month}`, Number(day))
  return inFirst >= from ? inFirst : dayIn(`${to.slice(0, 4)}-${month}`, Number(day))
}
