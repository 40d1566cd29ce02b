import type { Scope } from '../kernel/scope.ts'
import { type Goal, pays } from './goal.ts'

/** What makes a goal one that pay may depend on. */
export type MeasuredBy = Pick<Goal, 'level' | 'owner' | 'metric' | 'name' | 'period'>

/** Whether a person's pay depends on a goal of theirs; goals know no plans, so somebody else answers it. */
export type PayQuestion = (scope: Scope, goal: MeasuredBy) => Promise<boolean>

let asked: PayQuestion = async () => false

/**
 * Says who answers it, once, where the product is put together: it is asked wherever a goal is set, changed or checked
 * in to, so it does not travel through all of them.
 */
export function payIsDecidedBy(question: PayQuestion): void {
  asked = question
}

/** Whether pay depends on the goal: a person's signing target always, another one where a plan measures by it. */
export async function decidesPay(scope: Scope, goal: MeasuredBy): Promise<boolean> {
  return pays(goal) || (goal.level === 'person' && (await asked(scope, goal)))
}
