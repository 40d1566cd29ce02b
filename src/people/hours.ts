import { dateAt, instantAt } from '../kernel/calendar.ts'
import { addDays, weekdayOf } from '../kernel/period.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { isWorkday, type Workdays } from '../kernel/workdays.ts'
import { covers, type Leave } from './leave.ts'

/** Between which times of their own day somebody may be written to; past midnight where `to` is not after `from`. */
export interface Hours {
  from: string
  to: string
}

/** Until 19:00, so that the daily report at 18:00 still reaches people on the day that it is about. */
export const USUAL_HOURS: Hours = { from: '09:00', to: '19:00' }

/** What has waited for somebody who was away is said at this time of the day on which they are back. */
export const BACK_AT = '09:30'

/** Where and when somebody works. */
export interface WorkingTime {
  zone: string
  hours: Hours
  workdays: Workdays
  /** The days of the week that they have chosen themselves: 1 Monday to 7 Sunday. */
  ownWeekdays?: readonly number[]
  leaves: readonly Pick<Leave, 'from' | 'to'>[]
}

/** Longer than anybody's holidays; leave is jumped over. */
const DAYS_AHEAD = 60

/** The moment itself within somebody's working hours, else the next one at which they begin. */
export function nextWorkingMoment(time: WorkingTime, from: Instant): Instant {
  const { zone, hours } = time
  let date = addDays(dateAt(from, zone), -1) // yesterday's hours may go on past midnight
  for (let days = 0; days < DAYS_AHEAD; days++) {
    const away = time.leaves.find((leave) => covers(leave, date))
    if (!away && worksOn(time, date)) {
      const begin = instantAt(date, hours.from, zone)
      const end = instantAt(hours.to > hours.from ? date : addDays(date, 1), hours.to, zone)
      if (from < end) return from > begin ? from : begin
    }
    date = addDays(away ? away.to : date, 1)
  }
  return instantAt(date, hours.from, zone)
}

/** A holiday is free and a make-up day worked whatever days of the week somebody has chosen. */
export function worksOn(
  { workdays, ownWeekdays }: Pick<WorkingTime, 'workdays' | 'ownWeekdays'>,
  date: LocalDate,
): boolean {
  const works = isWorkday(workdays, date)
  const ordinary = works === weekdayOf(date) <= 5
  return ownWeekdays && ordinary ? ownWeekdays.includes(weekdayOf(date)) : works
}
