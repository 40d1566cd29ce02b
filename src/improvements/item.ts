import { dateAt } from '../kernel/calendar.ts'
import { addDays, daysBetween, weekdayOf } from '../kernel/period.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import { type Workdays, workdaysBetween } from '../kernel/workdays.ts'

/** One thing that somebody means to do better, with a date; open until it is done or dropped. */
export interface Item {
  id: string
  /** The 7 of I-7. */
  number: number
  /** Whose it is: a person's id. */
  owner: string
  what: string
  dueOn: LocalDate
  status: 'open' | 'done' | 'dropped'
  /** `retro:2026-W47:<ritual>`, `calibration:2026-12`, `ritual:` with its name, or `added`. */
  source: string
  postponed: number
  reason: string | undefined
  createdAt: Instant
  closedAt: Instant | undefined
  /** How often its owner has been reminded. */
  reminded: number
}

/** What can be said of an open item. */
export type Verdict = 'done' | 'next-week' | 'dropped'

export const VERDICTS: readonly Verdict[] = ['done', 'next-week', 'dropped']

/** The first Friday after a date. */
export function nextFriday(date: LocalDate): LocalDate {
  return addDays(date, ((4 - weekdayOf(date) + 7) % 7) + 1)
}

/** The Friday of the week after a date's own. */
export function fridayOfNextWeek(date: LocalDate): LocalDate {
  return addDays(date, 12 - weekdayOf(date))
}

/** How many days an item is past its date; 0 while it is not. */
export function daysOverdue(item: Pick<Item, 'dueOn'>, today: LocalDate): number {
  return Math.max(0, daysBetween(item.dueOn, today))
}

/** For how many workdays an item has been open: those after the day on which it was written down, until a date. */
export function ageOf(
  item: Pick<Item, 'createdAt'>,
  until: LocalDate,
  { zone, workdays }: { zone: string; workdays: Workdays },
): number {
  return workdaysBetween(workdays, addDays(dateAt(item.createdAt, zone), 1), until)
}

/** I-7 as people type it: `I-7`, `i7`, `#7`, `7`. Undefined: it is no item's number. */
export function readItemNumber(word: string): number | undefined {
  const match = /^(?:i-?|#)?(\d{1,9})$/i.exec(word.normalize('NFKC').trim())
  return match?.[1] === undefined ? undefined : Number(match[1])
}
