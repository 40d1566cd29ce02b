import type { Answer, CommandInput } from '../kernel/feature.ts'
import { overlong } from '../kernel/longest.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readDate, splitWords } from '../kernel/words.ts'
import { answersFor, whoIsMeant } from '../people/who.ts'
import { isBlank } from '../view/fit.ts'
import { say } from '../view/view.ts'
import { nextFriday } from './item.ts'
import { addItem as storeItem } from './store.ts'
import { texts } from './texts.ts'

/** `/improve add call two old customers due=friday owner=@Li Lei`; without a date it is due on the next Friday. */
export async function addItem(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const { bare, named } = splitWords(text)
  const what = bare.join(' ').trim()
  if (isBlank(what)) return new Refusal(words.nothingToAdd)
  const tooLong = overlong(what, 'sentence', scope.locale)
  if (tooLong) return new Refusal(tooLong)

  const dateWord = named.due ?? named.date ?? named.截止 ?? named.日期 ?? named.到期
  const dueOn = dateWord === undefined ? nextFriday(scope.today) : readDate(dateWord, scope.today, 'future')
  if (dueOn === undefined) return new Refusal(words.dateUnread(dateWord ?? ''))
  if (dueOn < scope.today) return new Refusal(words.datePast(showPeriod(dueOn, scope.locale, scope.today)))

  const ownerWord = named.owner ?? named.负责人 ?? named.谁
  const owner = ownerWord === undefined ? scope.person : await whoIsMeant(scope, ownerWord)
  if (owner instanceof Refusal) return owner
  const own = owner.id === scope.person.id
  if (!(await answersFor(scope, owner.id))) return new Refusal(words.notForOthers(owner.name))

  const item = await storeItem(scope, { owner, what, dueOn, source: 'added' })
  const date = showPeriod(dueOn, scope.locale, scope.today)
  if (own) return say(words.added(item.number, what, date))
  const theirDate = showPeriod(dueOn, owner.locale, scope.today)
  await scope.post({
    to: { person: owner.id },
    view: say(texts[owner.locale].given(scope.person.name, item.number, what, theirDate)),
    kind: 'team-news',
  })
  return say(words.addedFor(item.number, owner.name, what, date))
}
