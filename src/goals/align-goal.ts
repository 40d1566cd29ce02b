import type { Answer, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { say } from '../view/view.ts'
import { canServe } from './above.ts'
import { refuseStranger } from './ask-target.ts'
import { wordsFor } from './names.ts'
import { maySet } from './owner.ts'
import { alignGoal, goalByNumber } from './store.ts'
import { texts } from './texts.ts'

/** Hangs a goal under the one that the SMART check suggested. */
export async function align(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const [, own, above] = /^(\d{1,9}) (\d{1,9})$/.exec(press.value) ?? []
  const goal = await goalByNumber(scope, Number(own ?? 0))
  const parent = await goalByNumber(scope, Number(above ?? 0))
  if (!goal || !parent || !(await canServe(scope, goal, parent))) return new Refusal(words.notAligned)
  if ((await maySet(scope, goal)) === 'no') return refuseStranger(scope, goal)
  await alignGoal(scope, goal.id, parent.id)
  await scope.record('goal.aligned', `goal:${goal.id}`, { parent: goal.parent }, { parent: parent.id })
  const named = await wordsFor(scope, parent)
  return say(words.aligned(named.label, named.name))
}
