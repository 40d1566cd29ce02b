import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readDate } from '../kernel/words.ts'
import { covers, type Leave } from '../people/leave.ts'
import { cancelLeave, leaveById, leavesOf, personById } from '../people/store.ts'
import { answersFor, whoIsMeant } from '../people/who.ts'
import { say } from '../view/view.ts'
import { splitName } from './read-span.ts'
import { cancelButton, sayLeave } from './show-leave.ts'
import { texts } from './texts.ts'

/** `/timeoff cancel`, `/timeoff cancel 11-25`, `/timeoff cancel @李雷`: where several are meant, asks which. */
export async function cancel(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const { who, rest } = splitName(text)
  const person = who === undefined ? scope.person : await whoIsMeant(scope, who)
  if (person instanceof Refusal) return person
  if (!(await answersFor(scope, person.id))) return new Refusal(words.notYours(person.name))
  const coming = await leavesOf(scope, [person.id])
  const date = rest === '' ? undefined : readDate(rest, scope.today, 'future')
  if (rest !== '' && date === undefined) return new Refusal(words.unreadDate(rest, undefined))
  const meant = date === undefined ? coming : coming.filter((leave) => covers(leave, date))
  const [only, another] = meant
  if (!only) {
    const on = date && showPeriod(date, scope.locale, scope.today)
    return new Refusal(on === undefined ? words.nothing : words.notOn(on))
  }
  if (another) return say(words.which, ...meant.slice(0, 5).map((leave) => cancelButton(scope, leave)))
  return takeBack(scope, only)
}

/** The button under a leave. */
export async function cancelPressed(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const leave = await leaveById(scope, value)
  if (!leave) return new Refusal(words.gone)
  const person = await personById(scope, leave.person)
  if (!(await answersFor(scope, leave.person))) return new Refusal(words.notYours(person?.name ?? ''))
  return takeBack(scope, leave)
}

async function takeBack(scope: Acting<WriteScope>, leave: Leave): Promise<Answer> {
  const words = texts[scope.locale]
  if (!(await cancelLeave(scope, leave))) return new Refusal(words.gone)
  const span = sayLeave(scope, leave)
  const begun = leave.from < scope.today
  if (leave.person === scope.person.id) return say(begun ? words.endsEarly(span) : words.cancelled(span))
  const person = await personById(scope, leave.person)
  if (person) {
    const news = texts[person.locale].cancelledNews(scope.person.name, sayLeave(scope, leave, person.locale))
    await scope.post({ to: { person: person.id }, view: say(news), kind: 'team-news' })
  }
  const name = person?.name ?? ''
  return say(begun ? words.endsEarlyFor(name, span) : words.cancelledFor(name, span))
}
