import type { Period } from '../kernel/period.ts'
import type { Scope, WriteScope } from '../kernel/scope.ts'
import { goalsAbove } from './above.ts'
import { changeGoal, createGoal } from './change-goal.ts'
import type { Goal } from './goal.ts'
import { goalFor } from './store.ts'

/**
 * Sets what a person is to sign in a period, in minor units of the workspace's currency: makes the person's goal, which
 * serves what the team or the company is to sign in that time, or revises the one there is. The same target again
 * changes nothing. Whoever calls has checked that it may be set.
 */
export async function setPersonTarget(
  scope: WriteScope,
  person: string,
  period: Period,
  targetMinor: number,
  reason?: string,
): Promise<Goal> {
  const slot = { level: 'person', owner: person, metric: 'signed', name: '', period } as const
  const goal = await goalFor(scope, slot)
  if (!goal) {
    const parent = (await goalsAbove(scope, slot)).find((above) => above.metric === slot.metric)?.id
    return createGoal(scope, { ...slot, unit: '', parent, value: targetMinor }, reason)
  }
  return goal.value === targetMinor ? goal : changeGoal(scope, goal, targetMinor, reason)
}

/** The targets that would be changed although they are locked, as `G-3`. */
export async function lockedTargets(
  scope: Scope,
  targets: ReadonlyMap<string, number>,
  period: Period,
): Promise<string[]> {
  const found: string[] = []
  for (const [owner, value] of targets) {
    const goal = await goalFor(scope, { level: 'person', owner, metric: 'signed', name: '', period })
    if (goal?.lock && goal.value !== value) found.push(`G-${goal.number}`)
  }
  return found
}
