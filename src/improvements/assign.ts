import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { joinSentences } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { everyone, personById } from '../people/store.ts'
import { isAbove, whoIsMeant } from '../people/who.ts'
import { one } from '../view/form.ts'
import { say } from '../view/view.ts'
import { assignForm } from './forms.ts'
import type { Item } from './item.ts'
import { itemMeant } from './item-meant.ts'
import { whyNotSettled } from './settle.ts'
import { inOneTeam } from './show-item.ts'
import { assignItem, itemById } from './store.ts'
import { texts } from './texts.ts'

/** `/improve assign I-7 @Han Meimei [reason]` */
export async function assign(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const meant = await itemMeant(scope, text, 'assign')
  if (meant instanceof Refusal) return meant
  const [word = '', ...reason] = meant.rest.split(/\s+/)
  if (word === '') return new Refusal(texts[scope.locale].whoUnread(meant.item.number))
  const to = await whoIsMeant(scope, word)
  if (to instanceof Refusal) return to
  const said = await handOver(scope, meant.item, to, reason.join(' ') || undefined)
  return said instanceof Refusal ? said : say(said)
}

/** The button on an item: asks to whom, and why. */
export async function pressAssign(scope: Acting, { value }: Press): Promise<Answer> {
  const item = await itemById(scope, value.split(' ')[0] ?? '')
  if (!item) return new Refusal(texts[scope.locale].none)
  return (await whyNotSettled(scope, item)) ?? { form: assignForm(item, scope.locale) }
}

export async function submitAssign(
  scope: Acting<WriteScope>,
  { values, state }: Submission,
): Promise<Answer> {
  const words = texts[scope.locale]
  const item = await itemById(scope, state)
  if (!item) return new Refusal(words.none)
  const to = await personById(scope, one(values, 'owner') ?? '')
  if (!to) return { errors: { owner: words.whoUnread(item.number) } }
  const said = await handOver(scope, item, to, one(values, 'reason'))
  return said instanceof Refusal ? said : say(said)
}

/** Whether the actor may give something to a person: themselves, a colleague of their team, or whom they lead. */
export async function mayGiveTo(scope: Acting, person: Person): Promise<boolean> {
  if (!(await everyone(scope)).some((one) => one.id === person.id)) return false
  return (
    person.id === scope.person.id ||
    (await isAbove(scope, person.id)) ||
    inOneTeam(scope, scope.person.id, person.id)
  )
}

/** Gives an item to somebody else; who has it now and who had it are told where they did not do it themselves. */
async function handOver(
  scope: Acting<WriteScope>,
  item: Item,
  to: Person,
  reason: string | undefined,
): Promise<string | Refusal> {
  const words = texts[scope.locale]
  const refusal = await whyNotSettled(scope, item)
  if (refusal) return refusal
  if (!(await mayGiveTo(scope, to))) return new Refusal(words.notToThem(to.name))
  if (!(await assignItem(scope, item, { owner: to, reason })))
    return new Refusal(words.theirsAlready(item.number, to.name))
  const before = (await everyone(scope)).find((one) => one.id === item.owner)
  const because = (person: Person) =>
    reason === undefined ? [] : [texts[person.locale].handedReason(reason)]
  const due = (person: Person) => showPeriod(item.dueOn, person.locale, scope.today)
  if (to.id !== scope.person.id) {
    const told = texts[to.locale].handed(scope.person.name, item.number, item.what, due(to))
    await scope.post({
      to: { person: to.id },
      view: say(joinSentences([told, ...because(to)], to.locale), {
        label: texts[to.locale].moreButton,
        action: 'improve.show',
        value: `${item.id} mine`,
      }),
    })
  }
  if (before && before.id !== scope.person.id && before.id !== to.id) {
    const told = texts[before.locale]
    const sentence = told.assigned(item.number, item.what, to.name, due(before))
    await scope.post({
      to: { person: before.id },
      view: say(joinSentences([told.by(scope.person.name, sentence), ...because(before)], before.locale)),
    })
  }
  return words.assigned(item.number, item.what, to.name, due(scope.person))
}
