import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readDate } from '../kernel/words.ts'
import { one } from '../view/form.ts'
import { say } from '../view/view.ts'
import { dateForm, dropForm } from './forms.ts'
import type { Item } from './item.ts'
import { itemMeant } from './item-meant.ts'
import { listing } from './list-items.ts'
import { type Settlement, settle, whyNotSettled } from './settle.ts'
import { itemById } from './store.ts'
import { texts } from './texts.ts'

/** `/improve done I-7 [note]` */
export async function done(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const meant = await itemMeant(scope, text, 'done')
  if (meant instanceof Refusal) return meant
  return answer(await settle(scope, meant.item, { verdict: 'done', note: meant.rest || undefined }))
}

/** `/improve postpone I-7 [date] [reason]`; without a date to Friday of next week. */
export async function postpone(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const meant = await itemMeant(scope, text, 'postpone')
  if (meant instanceof Refusal) return meant
  const [first = '', ...others] = meant.rest.split(/\s+/)
  const dueOn = first === '' ? undefined : readDate(first, scope.today, 'future')
  if (dueOn === undefined && /\d/.test(first)) return new Refusal(words.dateUnread(first))
  if (dueOn && dueOn < scope.today)
    return new Refusal(words.datePast(showPeriod(dueOn, scope.locale, scope.today)))
  const reason = (dueOn ? others.join(' ') : meant.rest) || undefined
  return answer(await settle(scope, meant.item, { verdict: 'next-week', dueOn, reason }))
}

/** `/improve drop I-7 reason` */
export async function drop(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const meant = await itemMeant(scope, text, 'drop')
  if (meant instanceof Refusal) return meant
  if (meant.rest === '') return new Refusal(texts[scope.locale].reasonNeeded(meant.item.number))
  return answer(await settle(scope, meant.item, { verdict: 'dropped', reason: meant.rest }))
}

export const pressDone = (scope: Acting<WriteScope>, press: Press) =>
  pressed(scope, press, { verdict: 'done' })

export const pressPostpone = (scope: Acting<WriteScope>, press: Press) =>
  pressed(scope, press, { verdict: 'next-week' })

/** Opens the form that asks why. */
export async function pressDrop(scope: Acting, { value }: Press): Promise<Answer> {
  const [id = ''] = value.split(' ')
  return askWhyDropped(scope, await itemById(scope, id))
}

/** The form that asks why, for those who may drop the item. */
export async function askWhyDropped(scope: Acting, item: Item | undefined): Promise<Answer> {
  if (!item) return new Refusal(texts[scope.locale].none)
  return (await whyNotSettled(scope, item)) ?? { form: dropForm(item, scope.locale) }
}

export async function submitDrop(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const item = await itemById(scope, state)
  if (!item) return new Refusal(words.none)
  const reason = one(values, 'reason')
  if (!reason) return { errors: { reason: words.reasonNeeded(item.number) } }
  return answer(await settle(scope, item, { verdict: 'dropped', reason }))
}

/** Opens the form that asks for another date, and why. */
export async function pressDate(scope: Acting, { value }: Press): Promise<Answer> {
  const item = await itemById(scope, value.split(' ')[0] ?? '')
  if (!item) return new Refusal(texts[scope.locale].none)
  return (await whyNotSettled(scope, item)) ?? { form: dateForm(item, scope.today, scope.locale) }
}

export async function submitDate(scope: Acting<WriteScope>, { values, state }: Submission): Promise<Answer> {
  const words = texts[scope.locale]
  const item = await itemById(scope, state)
  if (!item) return new Refusal(words.none)
  const word = one(values, 'due') ?? ''
  const dueOn = readDate(word, scope.today, 'future')
  if (dueOn === undefined) return { errors: { due: words.dateUnread(word) } }
  if (dueOn < scope.today)
    return { errors: { due: words.datePast(showPeriod(dueOn, scope.locale, scope.today)) } }
  return answer(await settle(scope, item, { verdict: 'next-week', dueOn, reason: one(values, 'reason') }))
}

async function pressed(scope: Acting<WriteScope>, { value }: Press, settlement: Settlement): Promise<Answer> {
  const [id = '', which] = value.split(' ')
  const item = await itemById(scope, id)
  if (!item) return new Refusal(texts[scope.locale].none)
  const news = await settle(scope, item, settlement)
  if (news instanceof Refusal) return news
  return { replace: await listing(scope, which === 'team' ? 'team' : 'mine', news) }
}

const answer = (said: string | Refusal): Answer => (said instanceof Refusal ? said : say(said))
