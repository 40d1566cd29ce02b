import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { leads, personById } from '../people/store.ts'
import { isAdmin } from '../people/who.ts'
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
  const words = texts[scope.locale]
  const owner = await personById(scope, item.owner)
  if (!owner) return new Refusal(words.unknown(item.number))
  const { id } = scope.person
  if (owner.id !== id && !isAdmin(scope.person) && !(await leads(scope, id, owner.id))) {
    return new Refusal(words.notYours(owner.name))
  }
  if (item.status !== 'open') return new Refusal(words.closedAlready(item.number))

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
    await scope.post({ to: { person: owner.id }, view: say(news) })
  }
  return said(scope.locale)
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
