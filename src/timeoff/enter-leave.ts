import type { Answer, CommandInput, Submission } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, Scope, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { addLeave, leavesOf, personById } from '../people/store.ts'
import { answersFor, whoIsMeant } from '../people/who.ts'
import { type Form, one } from '../view/form.ts'
import { say } from '../view/view.ts'
import { type LeaveAsked, type LeaveUnread, readLeave } from './read-span.ts'
import { cancelButton, sayLeave } from './show-leave.ts'
import { texts } from './texts.ts'

/** `/timeoff 11-25 11-28`, `/timeoff @李雷 11-25 11-28`: notes when somebody is away. */
export async function enterLeave(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const asked = readLeave(text, scope.today)
  if ('unread' in asked) return new Refusal(sayUnread(scope, asked))
  const person = asked.who === undefined ? scope.person : await whoIsMeant(scope, asked.who)
  if (person instanceof Refusal) return person
  return note(scope, person, asked)
}

/** The button under one's days off: the same by form. */
export async function leaveForm(scope: Acting): Promise<Form> {
  const words = texts[scope.locale]
  return {
    form: 'timeoff.add',
    title: words.formTitle,
    submit: words.submit,
    fields: [
      { kind: 'person', name: 'who', label: words.who, initial: scope.person.id },
      { kind: 'date', name: 'from', label: words.from },
      { kind: 'date', name: 'to', label: words.to, hint: words.toHint, optional: true },
    ],
  }
}

export async function submitLeave(scope: Acting<WriteScope>, { values }: Submission): Promise<Answer> {
  const person = await personById(scope, one(values, 'who') ?? scope.person.id)
  const last = one(values, 'to')
  const asked = readLeave(`${one(values, 'from') ?? ''} ${last ?? ''}`, scope.today)
  if ('unread' in asked) {
    const wrong = asked.unread === 'nothing' || !('from' in asked) ? 'from' : 'to'
    return { errors: { [wrong]: sayUnread(scope, asked) } }
  }
  return note(scope, person ?? scope.person, asked)
}

async function note(scope: Acting<WriteScope>, person: Person, { from, to }: LeaveAsked): Promise<Answer> {
  const words = texts[scope.locale]
  if (!(await answersFor(scope, person.id))) return new Refusal(words.notYours(person.name))
  const span = sayLeave(scope, { from, to })
  const known = await leavesOf(scope, [person.id], from)
  const same = known.find((leave) => leave.from <= from && leave.to >= to)
  if (same) return say(words.known(sayLeave(scope, same)), cancelButton(scope, same))
  const leave = await addLeave(scope, { person: person.id, from, to })
  if (person.id === scope.person.id) return say(words.saved(span), cancelButton(scope, leave))
  const told = texts[person.locale].told(scope.person.name, sayLeave(scope, leave, person.locale))
  await scope.post({
    to: { person: person.id },
    view: say(told, cancelButton(scope, leave, person.locale)),
    atOnce: true, // on the leave that it tells of nothing else would reach them
  })
  return say(words.savedFor(person.name, span), cancelButton(scope, leave))
}

function sayUnread(scope: Scope, asked: LeaveUnread): string {
  const words = texts[scope.locale]
  const show = (date: string) => showPeriod(date, scope.locale, scope.today)
  switch (asked.unread) {
    case 'nothing':
      return words.unreadNothing
    case 'span':
      return words.unreadSpan(show(asked.from), show(asked.to))
    case 'word':
      return words.unreadWord(asked.word, show(asked.from ?? ''))
    case 'date':
      return words.unreadDate(asked.word, asked.from === undefined ? undefined : show(asked.from))
  }
}
