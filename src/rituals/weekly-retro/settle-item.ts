import type { Verdict } from '../../improvements/item.ts'
import { settle } from '../../improvements/settle.ts'
import { askWhyDropped } from '../../improvements/settle-command.ts'
import { itemById } from '../../improvements/store.ts'
import type { Answer, Press } from '../../kernel/feature.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, WriteScope } from '../../kernel/scope.ts'
import { say } from '../../view/view.ts'
import { promptView } from './prompt.ts'
import { partOf } from './store.ts'
import { retroMeant } from './taking.ts'
import { texts } from './texts.ts'

export const itemDone = (scope: Acting<WriteScope>, press: Press) => itemSettled(scope, press, 'done')

export const itemNextWeek = (scope: Acting<WriteScope>, press: Press) =>
  itemSettled(scope, press, 'next-week')

/** Dropping needs a reason: opens the form that asks for it. */
export async function itemDropped(scope: Acting, { value }: Press): Promise<Answer> {
  const item = await itemById(scope, value.split(' ')[2] ?? '')
  if (item?.status !== 'open') return new Refusal(texts[scope.locale].itemSettledBefore)
  return askWhyDropped(scope, item)
}

/** A press under an item in the prompt: settles it and shows the prompt as it then stands. */
async function itemSettled(
  scope: Acting<WriteScope>,
  { value }: Press,
  verdict: Exclude<Verdict, 'dropped'>,
): Promise<Answer> {
  const words = texts[scope.locale]
  const [, , itemId = ''] = value.split(' ')
  const item = await itemById(scope, itemId)
  if (!item) return new Refusal(words.itemSettledBefore)
  const said = await settle(scope, item, { verdict })
  if (said instanceof Refusal) return said

  const retro = await retroMeant(scope, value)
  const part = retro && (await partOf(scope, retro.ritual.id, retro.session.occurrence, scope.person.id))
  if (!part || retro.session.closedAt !== undefined) return say(said)
  const view = await promptView(scope, {
    ...retro,
    person: scope.person,
    answered: part.answeredAt !== undefined,
  })
  return { view: say(said), replace: view }
}
