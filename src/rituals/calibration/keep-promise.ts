import { settle } from '../../improvements/settle.ts'
import { askWhyDropped } from '../../improvements/settle-command.ts'
import { itemById } from '../../improvements/store.ts'
import type { Answer, Press } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { say } from '../../view/view.ts'
import { sessionOf } from '../session-store.ts'
import { ritualById } from '../store.ts'
import { openingOf } from './opening.ts'
import { texts } from './texts.ts'
import { openingView } from './views.ts'

export const promiseKept = (scope: Acting<WriteScope>, press: Press) => settled(scope, press, 'done')
export const promiseMoved = (scope: Acting<WriteScope>, press: Press) => settled(scope, press, 'next-week')

/** Dropping needs a reason: opens the form that asks for it. */
export async function promiseDropped(scope: Acting, { value }: Press): Promise<Answer> {
  return askWhyDropped(scope, await itemById(scope, value.split(' ')[2] ?? ''))
}

/** Settles an item under the first message, and shows that message as it then is. */
async function settled(
  scope: Acting<WriteScope>,
  { value }: Press,
  verdict: 'done' | 'next-week',
): Promise<Answer> {
  const [ritualId = '', occurrence = '', itemId = ''] = value.split(' ')
  const item = await itemById(scope, itemId)
  const ritual = await ritualById(scope, ritualId)
  const session = await sessionOf(scope, ritualId, occurrence)
  if (!item || !ritual || !session) return new Refusal(texts[scope.locale].closed)
  const said = await settle(scope, item, { verdict })
  if (said instanceof Refusal) return said
  const view = await openingView(scope, await openingOf(scope, ritual, session))
  for (const thread of session.threads) await scope.revise(thread, view)
  return say(said)
}
