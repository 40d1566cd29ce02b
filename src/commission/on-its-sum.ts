import { type Facts, wholeTarget } from './pay.ts'
import type { Plan } from './plan.ts'
import { looksAtDeals } from './which-deals.ts'

/** Nothing but plan and target decides what is paid on the way up: the credit is one sum, and it is what attains. */
export const onItsSumAlone = (plan: Plan, facts: Facts): boolean =>
  !looksAtDeals(plan) &&
  !facts.exactTarget &&
  !facts.metric &&
  facts.attainedMinor === facts.creditMinor &&
  facts.overlayMinor === undefined

const MOST_KEPT = 1000 // of one plan: targets are round, and many people share one

/** Keeps what plan, target and a further key decide: everybody with the same target stands before the same ladder. */
export function keptByTarget<Result>() {
  const ofPlans = new WeakMap<Plan, Map<string, Result>>()
  return (plan: Plan, facts: Facts, key: string, work: () => Result): Result => {
    const known = ofPlans.get(plan) ?? new Map<string, Result>()
    ofPlans.set(plan, known)
    const whole = `${wholeTarget(plan, facts)} ${key}`
    const found = known.get(whole)
    if (found !== undefined) return found
    if (known.size >= MOST_KEPT) known.clear()
    const result = work()
    known.set(whole, result)
    return result
  }
}
