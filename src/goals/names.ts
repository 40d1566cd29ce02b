import type { Locale } from '../kernel/locale.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { personById, teamById } from '../people/store.ts'
import { type Goal, OBJECTIVE } from './goal.ts'
import { showBare, showValue } from './show-value.ts'
import { texts } from './texts.ts'

/** A goal in words, for people who read `locale`. */
export interface GoalWords {
  /** G-3 */
  label: string
  /** 李雷 11 月签约 */
  name: string
  /** What it counts: 签约, or a check-in metric's own name. */
  metric: string
  period: string
  owner: string
  value: string
  show: (value: number) => string
  /** A value without the unit that stands beside it anyway, as in `3 / 12 家`. */
  bare: (value: number) => string
}

export async function wordsFor(scope: Scope, goal: Goal, locale: Locale = scope.locale): Promise<GoalWords> {
  const words = texts[locale]
  const owner = await ownerName(scope, goal, locale)
  const metric = metricName(goal, locale)
  const period = showPeriod(goal.period, locale, scope.today, scope.workspace.fiscalStartMonth)
  const show = (value: number) => showValue(goal, value, scope.workspace.currency, locale)
  return {
    label: `G-${goal.number}`,
    name: words.goalName(owner, period, metric),
    metric,
    period,
    owner,
    value: show(goal.value),
    show,
    bare: (value) => showBare(goal, value, scope.workspace.currency, locale),
  }
}

export function metricName(goal: Pick<Goal, 'metric' | 'name'>, locale: Locale): string {
  if (goal.metric === OBJECTIVE) return texts[locale].sentence(goal.name)
  return goal.metric === 'checkin' ? goal.name : texts[locale].metrics[goal.metric]
}

async function ownerName(scope: Scope, goal: Pick<Goal, 'level' | 'owner'>, locale: Locale): Promise<string> {
  const words = texts[locale]
  if (goal.level === 'company') return words.company
  if (goal.level === 'team') return (await teamById(scope, goal.owner))?.name ?? words.someone
  return (await personById(scope, goal.owner))?.name ?? words.someone
}
