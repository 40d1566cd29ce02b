import { fridayOfNextWeek, type Item } from '../../improvements/item.ts'
import { addItem } from '../../improvements/store.ts'
import { texts as improvementTexts } from '../../improvements/texts.ts'
import { overlong } from '../../kernel/longest.ts'
import type { Acting, Person, WriteScope } from '../../kernel/scope.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { readDate } from '../../kernel/words.ts'
import { personById } from '../../people/store.ts'
import { answersFor } from '../../people/who.ts'
import { type FormErrors, type FormValues, one } from '../../view/form.ts'
import { say } from '../../view/view.ts'
import { texts } from './texts.ts'

/** What is done about something, by whom and until when. */
export interface WantedAction {
  what: string
  owner: Person
  dueOn: string
}

/** Reads an action from a form; undefined where none was filled in. */
export async function readAction(
  scope: Acting,
  values: FormValues,
): Promise<{ action: WantedAction | undefined } | { errors: FormErrors }> {
  const words = texts[scope.locale]
  const what = one(values, 'action')
  const tooLong = overlong(what, 'sentence', scope.locale)
  if (tooLong) return { errors: { action: tooLong } }
  if (!what) return { action: undefined }
  const dueWord = one(values, 'due')
  const dueOn = dueWord ? readDate(dueWord, scope.today, 'future') : fridayOfNextWeek(scope.today)
  if (!dueOn || dueOn < scope.today) return { errors: { due: words.dateUnread(dueWord ?? '') } }
  const owner = await personById(scope, one(values, 'owner') ?? scope.person.id)
  if (!owner || !(await answersFor(scope, owner.id)))
    return { errors: { owner: improvementTexts[scope.locale].notForOthers(owner?.name ?? '') } }
  return { action: { what, owner, dueOn } }
}

/** Gives the action to its owner as an improvement item; they are told when it is somebody else's idea. */
export async function giveAction(
  scope: Acting<WriteScope>,
  source: string,
  { owner, what, dueOn }: WantedAction,
): Promise<Item> {
  const item = await addItem(scope, { owner, what, dueOn, source })
  if (owner.id !== scope.person.id) {
    const due = showPeriod(dueOn, owner.locale, scope.today)
    const news = improvementTexts[owner.locale].given(scope.person.name, item.number, what, due)
    await scope.post({ to: { person: owner.id }, view: say(news), kind: 'team-news' })
  }
  return item
}
