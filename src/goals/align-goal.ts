import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { say } from '../view/view.ts'
import { canServe, lineAbove } from './above.ts'
import { refuseStranger } from './ask-target.ts'
import { amendGoal } from './change-store.ts'
import { goalNamed } from './find-goal.ts'
import type { Goal } from './goal.ts'
import { reasonIn, refuseLocked } from './lock.ts'
import { wordsFor } from './names.ts'
import { maySet } from './owner.ts'
import { goalById, goalByNumber } from './store.ts'
import { texts } from './texts.ts'

/** Hangs a goal under the one that the SMART check or the tree suggested. */
export async function align(scope: Acting<WriteScope>, press: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const [, own, above] = /^(\d{1,9}) (\d{1,9})$/.exec(press.value) ?? []
  const goal = await goalByNumber(scope, Number(own ?? 0))
  const parent = await goalByNumber(scope, Number(above ?? 0))
  if (!goal || goal.dropped || !parent || !(await canServe(scope, goal, parent)))
    return new Refusal(words.notAligned)
  const changed = await putUnder(scope, goal, parent, undefined)
  return changed instanceof Refusal ? changed : say(changed)
}

const NOTHING = /^(?:无|没有|none|nothing|-)(?=\s|$)/i

/** `/goal align G-3 G-1 [reason]`, or `none` in the place of the second. */
export async function alignBySaying(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  if (text.trim() === '') return new Refusal(words.aligning.format)
  const found = await goalNamed(scope, text)
  if (found instanceof Refusal) return found
  const { goal } = found
  const none = NOTHING.exec(found.rest)
  if (found.rest === '') return new Refusal(words.aligning.format)
  const above = none ? undefined : await goalNamed(scope, found.rest)
  if (above instanceof Refusal) return above
  const reason = reasonIn(above?.rest ?? found.rest.slice(none?.[0].length ?? 0))
  const changed = await putUnder(scope, goal, above?.goal, reason)
  return changed instanceof Refusal ? changed : say(changed)
}

const MAX_DEPTH = 20 // company, departments and teams, years, quarters and months: no real tree is deeper

/** Does it; the sentence says what has happened. */
export async function putUnder(
  scope: Acting<WriteScope>,
  goal: Goal,
  parent: Goal | undefined,
  reason: string | undefined,
): Promise<string | Refusal> {
  const words = texts[scope.locale]
  const label = `G-${goal.number}`
  if ((await maySet(scope, goal)) === 'no') return refuseStranger(scope, goal)
  if (goal.lock) return refuseLocked(scope, goal)
  const named = parent && (await wordsFor(scope, parent))
  if (parent?.id === goal.parent)
    return new Refusal(named ? words.aligning.already(label, named.label) : words.aligning.alone(label))
  if (parent && named) {
    const line = [parent, ...(await lineAbove(scope, parent))]
    if (line.some((one) => one.id === goal.id)) return new Refusal(words.aligning.circle(label, named.label))
    if (!(await canServe(scope, goal, parent))) return new Refusal(words.cannotServe(named.label))
    if (line.length >= MAX_DEPTH) return new Refusal(words.aligning.tooDeep(label))
  }
  const before = goal.parent && (await goalById(scope, goal.parent)) ? goal.parent : undefined
  await amendGoal(scope, goal, { parent: parent?.id }, { part: 'parent', before, after: parent?.id, reason })
  return named ? words.aligned(named.label, named.name) : words.aligning.detached(label)
}
