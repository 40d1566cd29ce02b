import type { CheckinGoal } from '../goals/checkin-goal.ts'
import { compare, exactly, type Fraction, fraction, least, minus, ONE, times, ZERO } from './fraction.ts'
import type { PlanDocument } from './plan-document.ts'

/** A KPI coefficient: the attainment of a check-in goal, bounded, multiplies a period's pay. */
export interface Coefficient {
  /** The goal's name. */
  goal: string
  from: Fraction | undefined
  to: Fraction | undefined
  /** What counts where there is nothing to measure. */
  missing: 'one' | 'zero'
}

/** What a sum is multiplied by, and out of what. */
export interface Factor {
  factor: Fraction
  /** Check-in ÷ goal, before it is bounded. */
  attainment: Fraction | undefined
  /** Why there is none. */
  missing?: 'goal' | 'check-in'
}

/**
 * check-in ÷ goal, at least `from` and at most `to`, exactly. Without such a goal (or one of zero), or before its first
 * check-in, the factor is 1, or 0 where the plan says `missing: zero`: bounds do not apply to it.
 */
export function factorOf({ from, to, missing }: Coefficient, goal: CheckinGoal | undefined): Factor {
  const nothing = missing === 'zero' ? ZERO : ONE
  if (!goal || goal.target <= 0n) return { factor: nothing, attainment: undefined, missing: 'goal' }
  if (goal.reached === undefined) return { factor: nothing, attainment: undefined, missing: 'check-in' }
  const attainment = fraction(goal.reached, goal.target)
  const raised = from && compare(attainment, from) < 0 ? from : attainment
  return { factor: to ? least(raised, to) : raised, attainment }
}

/** What multiplying adds to a sum, or takes from it: sum × (factor − 1), exactly. */
export const multiplied = (sum: Fraction, factor: Fraction): Fraction => times(sum, minus(factor, ONE))

export function coefficientFrom(document: NonNullable<PlanDocument['coefficient']>): Coefficient {
  const { goal, from, to, missing } = document
  return {
    goal,
    from: from === undefined ? undefined : exactly(from),
    to: to === undefined ? undefined : exactly(to),
    missing: missing ?? 'one',
  }
}
