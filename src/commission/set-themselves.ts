import type { Goal } from '../goals/goal.ts'
import { checkinsOf, goalsIn, revisionsOf } from '../goals/store.ts'
import type { Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { measuresBy } from './decides-pay.ts'

/**
 * The goals of some periods that pay depends on, although the person whose pay it is set them, or reported what was
 * reached, alone: from a time when no plan measured by them.
 */
export async function setThemselves(scope: Scope, periods: readonly Period[]): Promise<Goal[]> {
  const found: Goal[] = []
  for (const goal of await goalsIn(scope, periods))
    if (goal.level === 'person' && (await byOwner(scope, goal)) && (await measuresBy(scope, goal)))
      found.push(goal)
  return found
}

async function byOwner(scope: Scope, { id, owner, metric }: Goal): Promise<boolean> {
  if (metric !== 'collected' && metric !== 'checkin') return false
  if ((await revisionsOf(scope, id)).at(-1)?.by === owner) return true
  return metric === 'checkin' && (await checkinsOf(scope, id))[0]?.by === owner
}
