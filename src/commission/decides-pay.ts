import { ofName } from '../goals/checkin-goal.ts'
import type { MeasuredBy, PayQuestion } from '../goals/decides-pay.ts'
import { kindOf } from '../kernel/period.ts'
import { activePlanFor } from './active-plan.ts'
import { metricOf, type Plan } from './plan.ts'

/** Whether a person's pay depends on a goal of theirs: by the plan in force for them in its period, or in part of it. */
export const measuresBy: PayQuestion = async (scope, goal) => {
  const active = await activePlanFor(scope, goal.owner, goal.period)
  if (!active) return false
  const plans = [active, ...(active.stretches ?? [])].map(({ plan }) => plan)
  return plans.some((plan) => plan.period === kindOf(goal.period) && isMeasuredBy(plan, goal))
}

/** What somebody is to collect counts where collections attain; a check-in goal where the plan names it. */
export function isMeasuredBy(plan: Plan, { metric, name }: Pick<MeasuredBy, 'metric' | 'name'>): boolean {
  if (metric === 'collected') return plan.attain === 'collected' && plan.targetMinor === undefined
  if (metric !== 'checkin') return false
  return [metricOf(plan), plan.coefficient?.goal].some(
    (named) => named !== undefined && ofName([{ name }], named) !== undefined,
  )
}
