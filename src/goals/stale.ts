import { instantAt } from '../kernel/calendar.ts'
import { addDays, kindOf, spanOf } from '../kernel/period.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { isWorkday, type Workdays } from '../kernel/workdays.ts'
import type { Goal } from './goal.ts'

/** After so many workdays without a check-in a goal's owner is asked, by the length of its period. */
export const STALE_AFTER = { month: 5, quarter: 10, year: 20 } as const

/** The wall clock at which it is asked. */
const ASKED_AT = '09:30'

export const staleAfter = (period: Goal['period']): number =>
  STALE_AFTER[kindOf(period) as keyof typeof STALE_AFTER]

/** Since when nobody has checked in: the last check-in, the goal's making, or the day before its period began. */
export function silentSince(
  {
    goal,
    createdOn,
    reportedOn,
  }: { goal: Pick<Goal, 'period'>; createdOn: LocalDate; reportedOn: LocalDate | undefined },
  fiscalStartMonth: number,
): LocalDate {
  const dayBefore = addDays(spanOf(goal.period, fiscalStartMonth).from, -1)
  return [dayBefore, createdOn, reportedOn ?? ''].sort().at(-1) ?? dayBefore
}

/** The morning after so many silent workdays, in whose zone it is; undefined: the period is over before. */
export function staleFrom(
  period: Goal['period'],
  since: LocalDate,
  when: { workdays: Workdays; fiscalStartMonth: number; zone: string },
): Instant | undefined {
  const { to } = spanOf(period, when.fiscalStartMonth)
  let left = staleAfter(period)
  let day = since
  while (left > 0 && day <= to) {
    day = addDays(day, 1)
    if (isWorkday(when.workdays, day)) left -= 1
  }
  const asked = addDays(day, 1)
  return asked > to ? undefined : instantAt(asked, ASKED_AT, when.zone)
}
