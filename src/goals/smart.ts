import { decimalsOf } from '../kernel/money.ts'
import type { Period } from '../kernel/period.ts'
import { type Goal, type Metric, measureOf } from './goal.ts'
import type { Draft, Vague } from './read-goal.ts'
import { inUnits, type Quantity } from './read-quantity.ts'

/**
 * The SMART check: specific (a metric), measurable (a number and a unit), achievable (against the history), relevant
 * (a goal above it), time-bound (a period). Only what is missing stops a goal; a jump or a missing parent is pointed out.
 */
export interface Smart {
  specific: { metric: Metric } | { missing: 'metric' | 'vague' | 'narrow'; vague?: Vague }
  measurable: { value: number } | { missing: Unmeasurable }
  achievable: { state: 'plausible' | 'unknown' } | { state: 'jump'; best: number }
  relevant: { state: 'linked' | 'suggested'; parent: Goal } | { state: 'top' | 'alone' }
  timeBound: { period: Period } | { missing: 'period' }
}

export type Unmeasurable =
  | 'number'
  /** 20: deals, or an amount of 20? */
  | 'unit'
  /** An amount is needed and something else was given, and so on. */
  | 'money'
  | 'things'
  | 'percent'
  | 'whole'
  | 'currency'
  | 'growth'
  | 'falling'
  | 'zero'
  | 'huge'

export interface SmartFacts {
  currency: string
  /** What was reached in the last three periods of the same kind, in the metric's measure; latest first. */
  history: readonly number[]
  level: Goal['level']
  /** The parent that was named, or the best one on the level above. */
  parent: { goal: Goal; named: boolean } | undefined
}

/** Twice the best of the last periods is possible, but worth a second look. */
const JUMP = 2

export function checkSmart(draft: Draft, facts: SmartFacts): Smart {
  const measurable = measure(draft, facts.currency)
  return {
    specific: whatExactly(draft),
    measurable,
    achievable: 'value' in measurable ? against(facts.history, measurable.value) : { state: 'unknown' },
    relevant: facts.parent
      ? { state: facts.parent.named ? 'linked' : 'suggested', parent: facts.parent.goal }
      : { state: facts.level === 'company' ? 'top' : 'alone' },
    timeBound: draft.period ? { period: draft.period } : { missing: 'period' },
  }
}

/** Whether the goal can be stored as it is. */
export function isComplete(smart: Smart): smart is Smart & Complete {
  return 'metric' in smart.specific && 'value' in smart.measurable && 'period' in smart.timeBound
}

export interface Complete {
  specific: { metric: Metric }
  measurable: { value: number }
  timeBound: { period: Period }
}

function whatExactly(draft: Draft): Smart['specific'] {
  const wish = draft.metric === 'checkin' && draft.growth
  if (draft.metric && !wish) return { metric: draft.metric }
  if (draft.vague) return { missing: 'vague', vague: draft.vague }
  return { missing: draft.name === '' || !draft.quantity ? 'metric' : 'narrow' }
}

function measure(draft: Draft, currency: string): Smart['measurable'] {
  const { quantity, metric } = draft
  if (!quantity) return { missing: 'number' }
  if (draft.growth) return { missing: 'growth' }
  if (draft.downwards) return { missing: 'falling' }
  return measuredValue(metric ?? 'checkin', quantity, currency)
}

/** A quantity in a metric's measure, or why it cannot be one. */
export function measuredValue(
  metric: Goal['metric'],
  quantity: Quantity,
  currency: string,
): Smart['measurable'] {
  const problem = mismatch(metric, quantity, currency)
  if (problem) return { missing: problem }
  const value = inUnits(quantity, decimalsFor(metric, currency))
  if (value === undefined) return { missing: quantity.decimals > 0 ? 'whole' : 'huge' }
  return value > 0 ? { value } : { missing: 'zero' }
}

/** With how many decimals a metric's values are stored. */
function decimalsFor(metric: Goal['metric'], currency: string): number {
  switch (measureOf(metric)) {
    case 'money':
      return decimalsOf(currency)
    case 'things':
      return 0
    case 'percent':
    case 'checkin':
      return 2
  }
}

function mismatch(metric: Goal['metric'], quantity: Quantity, currency: string): Unmeasurable | undefined {
  const { money, percent, unit } = quantity
  switch (measureOf(metric)) {
    case 'money':
      if (percent || unit !== '') return 'money'
      if (money && money !== currency) return 'currency'
      return !money && /^\d{1,3}$/.test(quantity.text) ? 'unit' : undefined
    case 'things':
      return money || percent ? 'things' : undefined
    case 'percent':
      return money || unit !== '' ? 'percent' : undefined
    case 'checkin':
      return undefined
  }
}

function against(history: readonly number[], value: number): Smart['achievable'] {
  const best = Math.max(0, ...history)
  if (best === 0) return { state: 'unknown' }
  return value > JUMP * best ? { state: 'jump', best } : { state: 'plausible' }
}
