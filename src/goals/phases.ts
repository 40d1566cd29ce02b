import { allocate } from '../kernel/money.ts'
import { type Period, spanOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Workdays, workdaysBetween } from '../kernel/workdays.ts'
import { type Phase, WHOLE_BPS } from './goal.ts'

/** What a month is to bring, before it is worked out: a weight among the others. */
export type PhaseWeight = Pick<Phase, 'month' | 'name' | 'weight'>

/** Splits a value over months by weight, to the last unit; in steps of `step` where the value is made of such. */
export function splitInto(value: number, weights: readonly PhaseWeight[], step = 1): Phase[] {
  const size = value % step === 0 ? step : 1
  const amounts = allocate(
    BigInt(value / size),
    weights.map((one) => BigInt(one.weight)),
  )
  return weights.map((one, at) => ({ ...one, amount: Number(amounts[at] ?? 0n) * size }))
}

/** Whether a month is over on a day. */
export const isPast = (month: Period, today: LocalDate): boolean => spanOf(month).to < today

/**
 * The same phases for another value: the months that are over keep what they had, the others divide the rest by their
 * weights. Where the months that are over have more than the new value, or nothing is left to divide it over, all of
 * them are split anew.
 */
export function splitAnew(phases: readonly Phase[], value: number, today: LocalDate, step: number): Phase[] {
  const past = phases.filter((one) => isPast(one.month, today))
  const open = phases.filter((one) => !isPast(one.month, today))
  const kept = past.reduce((sum, one) => sum + one.amount, 0)
  const weighty = open.some((one) => one.weight > 0)
  if (kept > value || !weighty)
    return splitInto(
      value,
      phases.map((one) => ({ ...one, weight: one.amount })),
      step,
    )
  return [...past, ...splitInto(value - kept, open, step)]
}

/**
 * The exact share of a phased goal that is expected before a day: the months that are over, and of the month that the
 * day lies in the part of its workdays that have passed.
 */
export function expectedShare(
  phases: readonly Pick<Phase, 'month' | 'amount'>[],
  date: LocalDate,
  workdays: Workdays,
): { of: bigint; whole: bigint } {
  const total = phases.reduce((sum, one) => sum + BigInt(one.amount), 0n)
  const over = phases.filter((one) => isPast(one.month, date))
  const passed = over.reduce((sum, one) => sum + BigInt(one.amount), 0n)
  const current = phases.find((one) => one.month === date.slice(0, 7))
  if (total === 0n) return { of: 0n, whole: 1n }
  if (!current) return { of: passed, whole: total }
  const { from, to } = spanOf(current.month)
  const days = BigInt(Math.max(1, workdaysBetween(workdays, from, to)))
  const left = BigInt(workdaysBetween(workdays, date, to))
  return { of: passed * days + BigInt(current.amount) * (days - left), whole: total * days }
}

/** The same in basis points, floored. */
export function expectedShareBps(
  phases: readonly Pick<Phase, 'month' | 'amount'>[],
  date: LocalDate,
  workdays: Workdays,
): number {
  const { of, whole } = expectedShare(phases, date, workdays)
  return Number((of * BigInt(WHOLE_BPS)) / whole)
}
