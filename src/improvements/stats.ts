import { dateAt } from '../kernel/calendar.ts'
import { type Period, periodOf, shift } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Workdays } from '../kernel/workdays.ts'
import { ageOf, type Item } from './item.ts'

/** What has become of some items in a span of months. */
export interface Stats {
  opened: number
  /** Done by the date that stood on them then, and after it. */
  onTime: number
  late: number
  dropped: number
  open: number
  /** The median age in workdays of what is open, and of what was done on the day it was; undefined: there is none. */
  openAge: number | undefined
  doneAge: number | undefined
}

export interface Counting {
  today: LocalDate
  zone: string
  workdays: Workdays
}

/** Counts what was opened and closed from one month to another, and what is open now. */
export function statsOf(items: readonly Item[], from: Period, to: Period, counting: Counting): Stats {
  const within = (at: string | undefined) => {
    if (at === undefined) return false
    const month = periodOf(dateAt(at, counting.zone), 'month')
    return from <= month && month <= to
  }
  const done = items.filter(({ status, closedAt }) => status === 'done' && within(closedAt))
  const open = items.filter(({ status }) => status === 'open')
  const onTime = done.filter((item) => closedOn(item, counting.zone) <= item.dueOn)
  return {
    opened: items.filter(({ createdAt }) => within(createdAt)).length,
    onTime: onTime.length,
    late: done.length - onTime.length,
    dropped: items.filter(({ status, closedAt }) => status === 'dropped' && within(closedAt)).length,
    open: open.length,
    openAge: median(open.map((item) => ageOf(item, counting.today, counting))),
    doneAge: median(done.map((item) => ageOf(item, closedOn(item, counting.zone), counting))),
  }
}

/** The months that end with a date's own, the oldest first. */
export function monthsUntil(today: LocalDate, count: number): Period[] {
  const last = periodOf(today, 'month')
  return Array.from({ length: count }, (_, index) => shift(last, index - count + 1))
}

/** The middle of some numbers; of an even number of them the mean of the two in the middle. */
export function median(numbers: readonly number[]): number | undefined {
  const sorted = numbers.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? undefined : (lower + upper) / 2
}

const closedOn = (item: Item, zone: string): LocalDate => dateAt(item.closedAt ?? item.createdAt, zone)
