import type { Answer, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { teamsLedBy } from '../people/store.ts'
import { isAdmin } from '../people/who.ts'
import { say } from '../view/view.ts'
import type { Ritual } from './ritual.ts'
import { hold, titleOf } from './serve.ts'
import { ritualById } from './store.ts'
import { texts } from './texts.ts'

/** The button under the news of a missed occurrence: holds it after all. */
export async function holdMissed(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const [id = '', occurrence = ''] = value.split(' ')
  const ritual = await ritualById(scope, id)
  if (!ritual) return new Refusal(words.gone)
  if (!(await mayLead(scope, ritual))) return new Refusal(words.notYours(ritual.team.name))
  const title = titleOf(ritual, scope.locale)
  const opening = { occurrence, at: scope.now, lateMinutes: 0 }
  const held = await hold(scope, ritual, opening, ['missed', 'skipped'])
  return {
    replace: say(held ? words.held(title, ritual.team.name) : words.heldBefore(title, ritual.team.name)),
  }
}

/** Whether the actor leads a ritual's team, or is an admin. */
export async function mayLead(scope: Acting<Scope>, ritual: Ritual): Promise<boolean> {
  if (isAdmin(scope.person)) return true
  return (await teamsLedBy(scope, scope.person.id)).some((team) => team.id === ritual.team.id)
}
