import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { personById } from '../people/store.ts'
import { answersFor, nameOf } from '../people/who.ts'
import { say } from '../view/view.ts'
import { fridayOfNextWeek, type Item } from './item.ts'
import { closeItem, postponeItem } from './store.ts'
import { texts } from './texts.ts'

/** What somebody says of an open item. A date that is not given means Friday of next week. */
export type Settlement =
  | { verdict: 'done'; note?: string | undefined }
  | { verdict: 'next-week'; dueOn?: LocalDate | undefined; reason?: string | undefined }
  | { verdict: 'dropped'; reason: string }

/**
 * Closes or postpones an item for its owner, their manager or an admin, tells the owner when it was someone else,
 * and gives the sentence about it in the actor's language.
 */
export async function settle(
  scope: Acting<WriteScope>,
  item: Item,
  settlement: Settlement,
): Promise<string | Refusal> {
  const refusal = await whyNotSettled(scope, item)
  if (refusal) return refusal
  const owner = await personById(scope, item.owner)
  if (!owner) return new Refusal(texts[scope.locale].unknown(item.number))
  const { id } = scope.person
  const dueOn = ('dueOn' in settlement && settlement.dueOn) || fridayOfNextWeek(scope.today)
  switch (settlement.verdict) {
    case 'done':
      await closeItem(scope, item.id, 'done', settlement.note)
      break
    case 'dropped':
      await closeItem(scope, item.id, 'dropped', settlement.reason)
      break
    case 'next-week':
      await postponeItem(scope, item.id, {
        dueOn,
        zone: owner.zone,
        reason: settlement.reason,
      })
  }
  const said = (locale: Locale) => sentence(item, settlement, showPeriod(dueOn, locale, scope.today), locale)
  if (owner.id !== id) {
    const news = texts[owner.locale].by(scope.person.name, said(owner.locale))
    await scope.post({ to: { person: owner.id }, view: say(news), kind: 'team-news' })
  }
  return said(scope.locale)
}

/** Why the actor cannot close or postpone an item; undefined where they can. */
export async function whyNotSettled(scope: Acting, item: Item): Promise<Refusal | undefined> {
  const words = texts[scope.locale]
  if (!(await answersFor(scope, item.owner)))
    return new Refusal(words.notYours(await nameOf(scope, item.owner)))
  return item.status === 'open' ? undefined : new Refusal(words.closedAlready(item.number))
}

function sentence(item: Item, settlement: Settlement, due: string, locale: Locale): string {
  const words = texts[locale]
  switch (settlement.verdict) {
    case 'done':
      return words.done(item.number, item.what)
    case 'dropped':
      return words.dropped(item.number, item.what, settlement.reason)
    case 'next-week':
      return words.movedTo(item.number, item.what, due)
  }
}
