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

/** How a metric's values are stored: money in minor units, percent and check-ins in hundredths, things whole. */
export type Measure = 'money' | 'things' | 'percent' | 'checkin'

export interface Goal {
  id: string
  number: number
  level: Level
  /** The person's or the team's id; '' for the company. */
  owner: string
  metric: Metric
  /** What a check-in metric counts, and in what; '' for the others. */
  name: string
  unit: string
  period: Period
  parent: string | undefined
  /** In the metric's measure. */
  value: number
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

const MEASURES: Record<Metric, Measure> = {
  signed: 'money',
  collected: 'money',
  'average-deal': 'money',
  deals: 'things',
  'new-customers': 'things',
  attainment: 'percent',
  checkin: 'checkin',
}

export const measureOf = (metric: Metric): Measure => MEASURES[metric]

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
