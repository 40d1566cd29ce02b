import { type Goal, isObjective } from './goal.ts'
import type { Progress } from './progress.ts'
import { type Share, shareInBps, shareReached, weightedShare } from './roll-up.ts'
import { effectiveWeights } from './weights.ts'

/** Where the goals under one, and the progress of those that are counted, come from. */
export interface Below {
  under: (goal: Goal) => Promise<readonly Goal[]>
  counted: (goal: Goal) => Promise<Progress>
}

/** An objective's progress in basis points: the weighted one of what stands under it, floored only here. */
export async function rolledUp(objective: Goal, below: Below): Promise<Progress> {
  const { share, keyResults } = await shareOf(objective, below, new Set())
  const reached = shareInBps(share)
  return {
    reached,
    confirmed: reached,
    keyResults,
    ...(keyResults === 0 ? { unreported: true as const } : {}),
  }
}

async function shareOf(
  goal: Goal,
  below: Below,
  above: ReadonlySet<string>,
): Promise<{ share: Share; keyResults: number }> {
  if (!isObjective(goal)) {
    const { reached } = await below.counted(goal)
    return { share: shareReached(reached, goal.value), keyResults: 1 }
  }
  const line = new Set([...above, goal.id])
  const under = (await below.under(goal)).filter((one) => !line.has(one.id))
  const weights = effectiveWeights(under.map((one) => one.weight))
  const parts = []
  let keyResults = 0
  for (const [at, one] of under.entries()) {
    const part = await shareOf(one, below, line)
    keyResults += part.keyResults
    parts.push({ share: part.share, weight: weights[at] ?? 0n })
  }
  return { share: weightedShare(parts), keyResults }
}
