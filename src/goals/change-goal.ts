import { setTarget } from '../deals/store.ts'
import { nextNumber } from '../kernel/counter-store.ts'
import { newId } from '../kernel/id.ts'
import { spanOf } from '../kernel/period.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { amendGoal } from './change-store.ts'
import { type Goal, pays } from './goal.ts'
import { splitAnew } from './phases.ts'
import { wholeUnit } from './show-value.ts'
import { addGoal, type GoalSlot, reviseGoal } from './store.ts'

/** Stores a goal that nobody has set yet, with its first revision; a signing target also reaches the deals' sums. */
export async function createGoal(
  scope: WriteScope,
  wanted: GoalSlot & Pick<Goal, 'unit' | 'parent' | 'value' | 'weight' | 'lead'>,
  reason: string | undefined,
): Promise<Goal> {
  const goal: Goal = { ...wanted, id: newId(scope.now), number: await nextNumber(scope, 'goal') }
  await addGoal(scope, goal, { effectiveOn: startOf(scope, goal), reason })
  await scope.record('goal.added', `goal:${goal.id}`, undefined, goal)
  if (pays(goal)) await setTarget(scope, goal.owner, goal.period, goal.value)
  return goal
}

/**
 * Gives a goal another value as a revision, from today on or from the start of a period that has not begun;
 * a signing target also reaches the deals' sums.
 */
export async function changeGoal(
  scope: WriteScope,
  goal: Goal,
  value: number,
  reason: string | undefined,
): Promise<Goal> {
  const start = startOf(scope, goal)
  const begun = start <= scope.today
  const effectiveOn = begun ? scope.today : start
  await reviseGoal(scope, goal, { value, effectiveOn, reason })
  await scope.record('goal.adjusted', `goal:${goal.id}`, { value: goal.value }, { value, reason })
  if (pays(goal)) await setTarget(scope, goal.owner, goal.period, value)
  if (!goal.phases) return { ...goal, value }
  const whole = wholeUnit(goal, scope.workspace.currency)
  const phases = splitAnew(goal.phases, value, scope.today, whole)
  await amendGoal(scope, goal, { phases }, { part: 'phases', before: goal.phases, after: phases, reason })
  return { ...goal, value, phases }
}

const startOf = (scope: WriteScope, goal: Goal) => spanOf(goal.period, scope.workspace.fiscalStartMonth).from
