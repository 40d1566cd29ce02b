import type { Answer, CommandInput, Submission } from '../kernel/feature.ts'
import { overlong } from '../kernel/longest.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { readDate, splitWords } from '../kernel/words.ts'
import { personById } from '../people/store.ts'
import { answersFor, whoIsMeant } from '../people/who.ts'
import { isBlank } from '../view/fit.ts'
import { type FormErrors, type FormValues, one } from '../view/form.ts'
import { say } from '../view/view.ts'
import { itemForm } from './forms.ts'
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
  if (!(await answersFor(scope, owner.id))) return new Refusal(words.notForOthers(owner.name))

  return say(await give(scope, { owner, what, dueOn, source: 'added' }))
}

/** The button on a list: the same by form. */
export async function pressAdd(scope: Acting): Promise<Answer> {
  const given = { form: 'improve.add', owner: scope.person.id, dueOn: nextFriday(scope.today) }
  return { form: itemForm(given, scope.locale) }
}

export async function submitAdd(scope: Acting<WriteScope>, { values }: Submission): Promise<Answer> {
  const wanted = await readItemForm(scope, values)
  if ('errors' in wanted) return wanted
  if (!(await answersFor(scope, wanted.owner.id)))
    return { errors: { owner: texts[scope.locale].notForOthers(wanted.owner.name) } }
  return say(await give(scope, { ...wanted, source: 'added' }))
}

/** What a form says of a new item, or what is wrong in it by field. */
export async function readItemForm(
  scope: Acting,
  values: FormValues,
): Promise<{ owner: Person; what: string; dueOn: LocalDate } | { errors: FormErrors }> {
  const words = texts[scope.locale]
  const what = one(values, 'what')
  if (!what) return { errors: { what: words.nothingToAdd } }
  const tooLong = overlong(what, 'sentence', scope.locale)
  if (tooLong) return { errors: { what: tooLong } }
  const word = one(values, 'due')
  const dueOn = word === undefined ? nextFriday(scope.today) : readDate(word, scope.today, 'future')
  if (dueOn === undefined) return { errors: { due: words.dateUnread(word ?? '') } }
  if (dueOn < scope.today)
    return { errors: { due: words.datePast(showPeriod(dueOn, scope.locale, scope.today)) } }
  const owner = await personById(scope, one(values, 'owner') ?? scope.person.id)
  return owner ? { owner, what, dueOn } : { errors: { owner: words.ownerUnread } }
}

/** Adds an item, tells its owner where that is somebody else, and gives the sentence about it. */
export async function give(
  scope: Acting<WriteScope>,
  wanted: { owner: Person; what: string; dueOn: LocalDate; source: string },
): Promise<string> {
  const words = texts[scope.locale]
  const { owner, what, dueOn } = wanted
  const item = await storeItem(scope, wanted)
  const date = showPeriod(dueOn, scope.locale, scope.today)
  if (owner.id === scope.person.id) return words.added(item.number, what, date)
  const theirDate = showPeriod(dueOn, owner.locale, scope.today)
  await scope.post({
    to: { person: owner.id },
    view: say(texts[owner.locale].given(scope.person.name, item.number, what, theirDate)),
    kind: 'team-news',
  })
  return words.addedFor(item.number, owner.name, what, date)
}
