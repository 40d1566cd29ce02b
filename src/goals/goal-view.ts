import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { bold, plain, type Spans } from '../view/view.ts'
import type { Goal } from './goal.ts'
import { paceFor } from './goal-pace.ts'
import { wordsFor } from './names.ts'
import { type Pace, shareBps } from './pace.ts'
import type { Progress } from './progress.ts'
import { texts } from './texts.ts'

export { paceFor } from './goal-pace.ts'

/** A goal in one line of the tree. */
export async function goalLine(scope: Scope, goal: Goal, progress: Progress): Promise<Spans> {
  const words = texts[scope.locale]
  const named = await wordsFor(scope, goal)
  const share = showPercent(shareBps(progress.reached, goal.value), 1)
  const state = standing(scope, progress, await paceFor(scope, goal, progress))
  const reached = words.progress(named.bare(progress.reached), named.value, share)
  return [bold(named.label), plain(` ${named.name} · ${reached} · ${state}`)]
}

/** How it stands, in a word. What nobody has reported is not said to be behind. */
export function standing(scope: Scope, progress: Progress, pace: Pace): string {
  const words = texts[scope.locale]
  return progress.unreported && pace.state !== 'not-begun' ? words.unreported : words.pace[pace.state]
}
