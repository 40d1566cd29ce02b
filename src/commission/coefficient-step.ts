import { factorOf, multiplied } from './coefficient.ts'
import { sumOf } from './pay-line.ts'
import type { Step } from './settle.ts'

/** The attainment of a check-in goal multiplies all that was earned so far, whatever for. */
export const coefficient: Step = async ({ records }, { active, person, period }, parts) => {
  const rule = active.plan.coefficient
  if (!rule) return parts
  const found = factorOf(rule, await records.checkinGoal(person, period, rule.goal))
  const exact = multiplied(sumOf(parts), found.factor)
  return [...parts, { kind: 'coefficient', goal: rule.goal, ...found, exact }]
}
