import { addDays, type Period, type Span, spanOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Workdays, workdayFrom, workdayUntil } from '../kernel/workdays.ts'

/** `5-workday`: the fifth. */
export type WorkdayName = 'first-workday' | 'last-workday' | `${number}-workday`

/**
 * A period's first or last workday, or one counted from its start; undefined where it has not so many, or a company has
 * entered nothing but days off.
 */
export function workdayIn({ from, to }: Span, name: WorkdayName, calendar: Workdays): LocalDate | undefined {
  let date = name === 'last-workday' ? workdayUntil(calendar, to) : workdayFrom(calendar, from)
  for (let left = placeOf(name) - 1; left > 0 && date <= to; left -= 1)
    date = workdayFrom(calendar, addDays(date, 1))
  return date >= from && date <= to ? date : undefined
}

/** The 5 of `5-workday`; 1 for the first and the last. */
export const placeOf = (name: WorkdayName): number => Number.parseInt(name, 10) || 1

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
