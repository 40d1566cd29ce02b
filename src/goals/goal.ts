import type { Period } from '../kernel/period.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Confidence } from './confidence.ts'

export type Level = 'company' | 'team' | 'person'

/** What a goal counts. All but `checkin` come from the deals' running sums. */
export const METRICS = [
  'signed',
  'collected',
  'deals',
  'new-customers',
  'average-deal',
  'attainment',
  'checkin',
] as const

export type Metric = (typeof METRICS)[number]

/** A sentence without a number of its own: what stands under it says how far it is. */
export const OBJECTIVE = 'objective'

/** An objective is measured in percent of itself; this is all of it. */
export const WHOLE_BPS = 10_000

/** How a metric's values are stored: money in minor units, percent and check-ins in hundredths, things whole. */
export type Measure = 'money' | 'things' | 'percent' | 'checkin'

export interface Goal {
  id: string
  number: number
  level: Level
  /** The person's or the team's id; '' for the company. */
  owner: string
  metric: Metric | typeof OBJECTIVE
  /** What a check-in metric counts, and in what, or an objective's sentence; '' for the others. */
  name: string
  unit: string
  period: Period
  parent: string | undefined
  /** In the metric's measure. */
  value: number
  /** Among the goals of the same parent; undefined: an equal one. */
  weight?: Weight | undefined
  /** Who is responsible for a goal of the company or of a team. */
  lead?: string | undefined
  /** Months that add up to the value. */
  phases?: readonly Phase[] | undefined
  lock?: Lock | undefined
  dropped?: boolean
}

/** Something that is counted, no objective. */
export type CountedGoal = Goal & { metric: Metric }

/** A share in basis points, or so many parts. */
export interface Weight {
  kind: 'bps' | 'parts'
  value: number
}

/** One month's part of a quarter's or a year's goal. */
export interface Phase {
  month: Period
  /** Such as 冲量; '' without. */
  name: string
  /** As it was given: what the goal is split by when its value changes. */
  weight: number
  /** In the metric's measure. */
  amount: number
}

export interface Lock {
  at: Instant
  by: string
}

export interface Revision {
  sequence: number
  value: number
  effectiveOn: LocalDate
  recordedAt: Instant
  by: string | undefined
  reason: string | undefined
}

export interface Checkin {
  value: number
  note: string | undefined
  confidence: Confidence | undefined
  recordedAt: Instant
  by: string | undefined
}

const MEASURES: Record<Goal['metric'], Measure> = {
  signed: 'money',
  collected: 'money',
  'average-deal': 'money',
  deals: 'things',
  'new-customers': 'things',
  attainment: 'percent',
  checkin: 'checkin',
  objective: 'percent',
}

export const measureOf = (metric: Goal['metric']): Measure => MEASURES[metric]

export const isObjective = (goal: Pick<Goal, 'metric'>): boolean => goal.metric === OBJECTIVE

export const isCounted = (goal: Goal): goal is CountedGoal => goal.metric !== OBJECTIVE

/** Whether the values of several can be added up: no rates, averages or shares. */
export const addsUp = (goal: Pick<Goal, 'metric' | 'unit'>): boolean =>
  ['signed', 'collected', 'deals', 'new-customers'].includes(goal.metric) ||
  (goal.metric === 'checkin' && goal.unit !== '%')

/** Goals are set for months, quarters and years. */
export const isGoalPeriod = (word: string): boolean => /^\d{4}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/.test(word)

/** A goal's value as a button carries it; undefined: it cannot be one. */
export function carriedValue(digits: string): number | undefined {
  const value = /^\d{1,16}$/.test(digits) ? Number(digits) : 0
  return value > 0 && Number.isSafeInteger(value) ? value : undefined
}

/** Whether pay depends on the goal: a person's signing target is what attainment is measured against. */
export const pays = (goal: Pick<Goal, 'level' | 'metric'>): boolean =>
  goal.level === 'person' && goal.metric === 'signed'
