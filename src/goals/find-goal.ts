import { Refusal } from '../kernel/refusal.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Goal } from './goal.ts'
import { goalByNumber } from './store.ts'
import { texts } from './texts.ts'

/** The goal that a text begins with (`G-3 …`), and what stands behind it. */
export async function goalNamed(scope: Scope, text: string): Promise<{ goal: Goal; rest: string } | Refusal> {
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
