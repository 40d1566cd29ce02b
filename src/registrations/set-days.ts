import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { changeWorkspace } from '../people/store.ts'
import { say } from '../view/view.ts'
import { daysOf } from './registration.ts'
import { texts } from './texts.ts'

const LONGEST = 365

/** `/register days 45`: how long registrations made or renewed from now on protect; alone it says how long. */
export async function setDays(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return say(words.days(daysOf(scope.workspace)))
  const digits = /^(\d{1,3}) ?(?:天|days?)?$/i.exec(typed)?.[1]
  const days = digits === undefined ? 0 : Number(digits)
  if (days < 1 || days > LONGEST) return new Refusal(words.daysUnread(typed))
  await changeWorkspace(scope, { settings: { registrationDays: days } })
  return say(words.daysSet(days))
}
