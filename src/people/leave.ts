import { addDays } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { isWorkday, type Workdays } from '../kernel/workdays.ts'

/** Days on which a person is not there, both included. */
export interface Leave {
  id: string
  person: string
  from: LocalDate
  to: LocalDate
}

export const covers = (leave: Pick<Leave, 'from' | 'to'>, date: LocalDate): boolean =>
  leave.from <= date && date <= leave.to

/** The first day from a date on, itself included, on which somebody is at work: neither on leave nor free. */
export function firstDayAtWork(leaves: readonly Leave[], workdays: Workdays, from: LocalDate): LocalDate {
  let date = from
  for (;;) {
    const away = leaves.find((leave) => covers(leave, date))
    if (!away && isWorkday(workdays, date)) return date
    date = addDays(away ? away.to : date, 1)
  }
}
