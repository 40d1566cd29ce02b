import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { bold, plain, type Spans } from '../view/view.ts'
import { type Goal, isObjective } from './goal.ts'
import { paceFor } from './goal-pace.ts'
import { type GoalWords, wordsFor } from './names.ts'
import { type Pace, shareBps } from './pace.ts'
import type { Progress } from './progress.ts'
import { texts } from './texts.ts'

export { paceFor } from './goal-pace.ts'

/** A goal in one line of the tree. */
export async function goalLine(scope: Scope, goal: Goal, progress: Progress): Promise<Spans> {
  const named = await wordsFor(scope, goal)
  const state = standing(scope, progress, await paceFor(scope, goal, progress))
  const reached = progress.keyResults === 0 ? [] : [reachedWords(scope, goal, progress, named)]
  return [bold(named.label), plain(` ${[named.name, ...reached, state].join(' · ')}`)]
}

/** `52,000 元 / 80,000 元，65%`; an objective has a share only. */
export function reachedWords(scope: Scope, goal: Goal, progress: Progress, named: GoalWords): string {
  const words = texts[scope.locale]
  const share = showPercent(shareBps(progress.reached, goal.value), 1)
  return isObjective(goal)
    ? words.objective.rolledUp(share, progress.keyResults ?? 0)
    : words.progress(named.bare(progress.reached), named.value, share)
}

/** How it stands, in a word. What nobody has reported is not said to be behind. */
export function standing(scope: Scope, progress: Progress, pace: Pace): string {
  const words = texts[scope.locale]
  if (progress.keyResults === 0) return words.objective.noKeyResults
  return progress.unreported && pace.state !== 'not-begun' ? words.unreported : words.pace[pace.state]
}
