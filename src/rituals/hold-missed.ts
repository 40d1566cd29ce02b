import type { Answer, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { isAboveTeam } from '../people/who.ts'
import { say } from '../view/view.ts'
import { isLeftOut, openingOf } from './run-store.ts'
import { hold, titleOf } from './serve.ts'
import { ritualById } from './store.ts'
import { texts } from './texts.ts'

/** The button under the news of a missed occurrence: holds it after all. */
export async function holdMissed(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const [id = '', occurrence = ''] = value.split(' ')
  const ritual = await ritualById(scope, id)
  if (!ritual) return new Refusal(words.gone)
  if (!(await isAboveTeam(scope, ritual.team.id))) return new Refusal(words.notYours(ritual.team.name))
  if (!(await openingOf(scope, ritual.id, occurrence))) return new Refusal(words.gone)
  const title = titleOf(ritual, scope.locale)
  const opening = { occurrence, at: scope.now, lateMinutes: 0 }
  const held = await hold(scope, ritual, opening, ['missed', 'skipped'])
  if (!held && (await isLeftOut(scope, ritual.id, occurrence)))
    return { replace: say(words.nobodyThere(ritual.team.name)) }
  return {
    replace: say(held ? words.held(title, ritual.team.name) : words.heldBefore(title, ritual.team.name)),
  }
}
