import { dateAt, instantAt } from '../../kernel/calendar.ts'
import { addDays } from '../../kernel/period.ts'
import { type Instant, type LocalDate, secondsAfter } from '../../kernel/time.ts'
import { type Workdays, workdayFrom } from '../../kernel/workdays.ts'
import type { Almanac } from '../schedule.ts'
import type { Asks } from './question.ts'

const NUDGE_AT = '09:30'
const PRESENT_AT = '14:00'
const CLOSE_AT = '18:00'
const LATE_DAYS = 7

export interface Times {
  nudgeAt: Instant
  /** When the cases of a workshop are gone through. */
  presentAt: Instant | undefined
  closesAt: Instant
}

/** On its last workday people are reminded in the morning; it closes that evening, a workshop a workday later. */
export function timesOf(
  openedAt: Instant,
  { openDays, workshop }: Pick<Asks, 'openDays' | 'workshop'>,
  { zone, calendar }: Almanac,
): Times {
  const last = workdaysAfter(dateAt(openedAt, zone), openDays, calendar)
  const closing = workshop ? workdaysAfter(last, 1, calendar) : last
  return {
    nudgeAt: instantAt(last, NUDGE_AT, zone),
    presentAt: workshop ? instantAt(last, PRESENT_AT, zone) : undefined,
    closesAt: instantAt(closing, CLOSE_AT, zone),
  }
}

/** Until then who has not answered may still, late. */
export const lateUntil = (closedAt: Instant): Instant => secondsAfter(closedAt, LATE_DAYS * 86_400)

function workdaysAfter(date: LocalDate, count: number, calendar: Workdays): LocalDate {
  let day = date
  for (let passed = 0; passed < count; passed += 1) day = workdayFrom(calendar, addDays(day, 1))
  return day
}
