import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { workdaysFor } from '../people/workdays.ts'
import { type AttainmentBar, type Block, bold, context, plain, type Spans } from '../view/view.ts'
import { type Goal, isObjective, measureOf } from './goal.ts'
import { type GoalWords, wordsFor } from './names.ts'
import { type Pace, paceOf, shareBps } from './pace.ts'
import type { Progress } from './progress.ts'
import { wholeUnit } from './show-value.ts'
import { texts } from './texts.ts'

/** How a goal stands, by the workdays of whose goal it is. */
export async function paceFor(scope: Scope, goal: Goal, reached: number): Promise<Pace> {
  const { fiscalStartMonth } = scope.workspace
  const workdays = await workdaysFor(scope, goal.level === 'company' ? {} : { [goal.level]: goal.owner })
  const rate =
    (measureOf(goal.metric) === 'percent' && !isObjective(goal)) ||
    goal.metric === 'average-deal' ||
    goal.unit === '%'
  return paceOf(goal, reached, { today: scope.today, workdays, fiscalStartMonth }, rate)
}

/** A goal with its bar and its pace. */
export async function goalBlocks(scope: Scope, goal: Goal, progress: Progress): Promise<Block[]> {
  const words = texts[scope.locale]
  const named = await wordsFor(scope, goal)
  const { reached } = progress
  const pace = await paceFor(scope, goal, reached)
  const confirmedBps = shareBps(progress.confirmed, goal.value)
  const bar: AttainmentBar = {
    kind: 'attainment',
    label: `${named.label} ${named.name}`,
    confirmedBps,
    provisionalBps: Math.max(0, shareBps(reached, goal.value) - confirmedBps),
    ticks: [{ atBps: 10_000, label: named.value }],
  }
  const open = pace.state !== 'missed' && pace.state !== 'not-begun'
  const parts = [
    ...(progress.keyResults === 0 ? [] : [reachedWords(scope, goal, progress, named)]),
    standing(scope, progress, pace),
    ...(open ? [words.time(showPercent(pace.timeBps, 1), pace.workdaysLeft)] : []),
    ...(open && reached > 0 && pace.state !== 'reached' && pace.forecast !== undefined
      ? [words.forecast(named.show(roundedDown(scope, goal, pace.forecast)))]
      : []),
  ]
  return [bar, context(parts.join(' · '))]
}

/** A goal in one line of the tree. */
export async function goalLine(scope: Scope, goal: Goal, progress: Progress): Promise<Spans> {
  const named = await wordsFor(scope, goal)
  const state = standing(scope, progress, await paceFor(scope, goal, progress.reached))
  const reached = progress.keyResults === 0 ? [] : [reachedWords(scope, goal, progress, named)]
  return [bold(named.label), plain(` ${[named.name, ...reached, state].join(' · ')}`)]
}

/** `52,000 元 / 80,000 元，65%`; an objective has a share only. */
function reachedWords(scope: Scope, goal: Goal, progress: Progress, named: GoalWords): string {
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

/** A forecast without cents and fractions: it is no more exact than that. */
function roundedDown(scope: Scope, goal: Goal, value: number): number {
  return value - (value % wholeUnit(goal, scope.workspace.currency))
}
