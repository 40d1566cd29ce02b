import { dateAt } from '../kernel/calendar.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { nameOf } from '../people/who.ts'
import { changesOf } from './change-store.ts'
import type { Goal } from './goal.ts'
import { goalByNumber } from './store.ts'
import { texts } from './texts.ts'

/** The goal that a text begins with (`G-3 …`), and what stands behind it. One that was dropped is not found. */
export async function goalNamed(scope: Scope, text: string): Promise<{ goal: Goal; rest: string } | Refusal> {
  const found = await anyGoalNamed(scope, text)
  if (found instanceof Refusal || !found.goal.dropped) return found
  const words = texts[scope.locale]
  const change = (await changesOf(scope, found.goal.id)).findLast((one) => one.part === 'dropped')
  const who = change?.by ? await nameOf(scope, change.by) : words.bot
  const on = dateAt(change?.recordedAt ?? scope.now, scope.workspace.zone)
  return new Refusal(
    words.drop.gone(`G-${found.goal.number}`, who, showPeriod(on, scope.locale, scope.today)),
  )
}

/** The same with goals that have been dropped. */
export async function anyGoalNamed(
  scope: Scope,
  text: string,
): Promise<{ goal: Goal; rest: string } | Refusal> {
  const words = texts[scope.locale]
  const match = /^[gGｇＧ][-－—\s]?(\d{1,9})(?!\d)\s*/.exec(text.trim())
  if (!match) {
    const word = text.trim().split(/\s/)[0]
    return new Refusal(word ? words.noGoal(word) : words.goalNumberMissing)
  }
  const goal = await goalByNumber(scope, Number(match[1]))
  return goal
    ? { goal, rest: text.trim().slice(match[0].length) }
    : new Refusal(words.noGoal(`G-${match[1]}`))
}
