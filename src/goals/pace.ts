import { addDays, type Period, spanOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { isWorkday, type Workdays, workdaysBetween } from '../kernel/workdays.ts'
import type { Phase } from './goal.ts'
import { expectedShare } from './phases.ts'

/** How a goal stands against the time that has passed, by working days. */
export interface Pace {
  state: 'ahead' | 'on-track' | 'at-risk' | 'behind' | 'reached' | 'missed' | 'not-begun' | 'early'
  /** The share of the period's workdays before today, in basis points, floored. */
  timeBps: number
  /** Workdays left, today included. */
  workdaysLeft: number
  /** Where it ends if it goes on like this; undefined while it is too early to say. */
  forecast: number | undefined
  /** How the forecast was made, and what it rests on. */
  method: Method | undefined
}

export type Method =
  /** The average of so many workdays; from `recent` on, the last ones of them count half. */
  | { kind: 'average'; days: number; recent: number | undefined }
  /** By how much of a phased goal was to come by then; `days`: the workdays that have passed. */
  | { kind: 'phases'; days: number }
  /** A share or an average does not grow with time: as it is now. */
  | { kind: 'level' }
  /** Nothing yet: so many workdays have to pass first. */
  | { kind: 'early'; days: number; needed: number }

/** A goal on track ends at this share of its value at least, by its forecast; at risk at that one; below it is behind. */
export const AHEAD_BPS = 10_500
export const ON_TRACK_BPS = 9_500
export const AT_RISK_BPS = 8_000

/** The last workdays whose speed counts for half of a forecast. */
export const RECENT_DAYS = 10

/** Fewer workdays than these, or than a tenth of the period, tell nothing. */
const LEAST_DAYS = 3
const LEAST_SHARE = 10

export interface When {
  today: LocalDate
  workdays: Workdays
  fiscalStartMonth: number
}

/** What is known of a goal beside where it stands. */
export interface Known {
  /** The value is a ratio, such as the average deal, and does not grow with time: its forecast is itself. */
  ratio?: boolean
  /** The part of it that came today. */
  today?: number
  /** What came on the last `RECENT_DAYS` workdays before today. */
  recent?: number
  /** The day on which somebody reported it last: it says nothing of the days since. */
  reportedOn?: LocalDate
}

export function paceOf(
  goal: { value: number; period: Period; phases?: readonly Phase[] | undefined },
  reached: number,
  when: When,
  known: Known = {},
): Pace {
  const { from, to } = spanOf(goal.period, when.fiscalStartMonth)
  const all = workdaysBetween(when.workdays, from, to)
  const begun = when.today >= from
  const left = workdaysBetween(when.workdays, begun ? when.today : from, to)
  const passed = all - left
  const timeBps = all === 0 ? 10_000 : Math.floor((passed * 10_000) / all)
  const time = { timeBps, workdaysLeft: left }
  const ended = (state: Pace['state']) => ({ state, ...time, forecast: reached, method: undefined })
  if (reached >= goal.value) return ended('reached')
  if (when.today > to) return ended('missed')
  if (!begun) return { state: 'not-begun', ...time, forecast: undefined, method: undefined }
  const needed = Math.max(LEAST_DAYS, Math.ceil(all / LEAST_SHARE))
  const days = known.reportedOn ? workdaysBetween(when.workdays, from, known.reportedOn) : passed
  if (days < needed)
    return { state: 'early', ...time, forecast: undefined, method: { kind: 'early', days, needed } }
  if (known.ratio) return { ...judged(goal.value, reached), ...time, method: { kind: 'level' } }
  if (goal.phases) {
    const until = known.reportedOn ? addDays(known.reportedOn, 1) : when.today
    const { of, whole } = expectedShare(goal.phases, until, when.workdays)
    if (of === 0n)
      return { state: 'early', ...time, forecast: undefined, method: { kind: 'early', days, needed } }
    const forecast = storable((BigInt(reached) * whole) / of)
    return { ...judged(goal.value, forecast), ...time, method: { kind: 'phases', days } }
  }
  const { forecast, recent } = projected(reached, { all, days, left }, when, known)
  return { ...judged(goal.value, forecast), ...time, method: { kind: 'average', days, recent } }
}

/** Where it ends at the speed so far, of which the last workdays count half as soon as there are more than those. */
function projected(
  reached: number,
  { all, days, left }: { all: number; days: number; left: number },
  when: When,
  known: Known,
): { forecast: number; recent: number | undefined } {
  if (known.reportedOn)
    return { forecast: storable((BigInt(reached) * BigInt(all)) / BigInt(days)), recent: undefined }
  const today = isWorkday(when.workdays, when.today) ? (known.today ?? 0) : 0
  const before = BigInt(reached - today)
  const recent = known.recent !== undefined && days > RECENT_DAYS ? RECENT_DAYS : undefined
  const average = { of: before, over: BigInt(days) }
  const lately = recent === undefined ? average : { of: BigInt(known.recent ?? 0), over: BigInt(recent) }
  const more =
    (BigInt(left) * (average.of * lately.over + lately.of * average.over)) / (2n * average.over * lately.over)
  return { forecast: Math.max(reached, storable(before + more)), recent }
}

const MOST = BigInt(Number.MAX_SAFE_INTEGER)
const storable = (value: bigint) => Number(value > MOST ? MOST : value)

function judged(value: number, forecast: number): Pick<Pace, 'state' | 'forecast'> {
  const share = Number((BigInt(forecast) * 10_000n) / BigInt(value))
  return { state: stateOf(share), forecast }
}

function stateOf(share: number): Pace['state'] {
  if (share >= AHEAD_BPS) return 'ahead'
  if (share >= ON_TRACK_BPS) return 'on-track'
  return share >= AT_RISK_BPS ? 'at-risk' : 'behind'
}

/** Reached ÷ goal in basis points, floored: 99.999% never reads 100%. */
export function shareBps(reached: number, value: number): number {
  return value === 0 ? 0 : Math.max(0, Number((BigInt(reached) * 10_000n) / BigInt(value)))
}
