import { tellChangedPay } from '../commission/tell-changed-pay.ts'
import type { Answer, CommandInput } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { readDate } from '../kernel/words.ts'
import { type Employment, employmentOf, everyone, recordEmployment } from '../people/store.ts'
import { isAbove, isAdmin, whoIsMeant } from '../people/who.ts'
import { say } from '../view/view.ts'
import { employmentTexts } from './employment-texts.ts'

/** `/drumbeat joined @李雷 2026-11-10 [off]`: the first day, from which a newcomer's target is counted. */
export async function recordJoining(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = employmentTexts[scope.locale]
  const read = await whoAndWhen(scope, text, words.joinedUnclear)
  if (read instanceof Refusal) return read
  const { person, on } = read
  const refused = await record(scope, person, { joinedOn: on }, (locale) =>
    employmentTexts[locale].whyJoined(on),
  )
  return refused ?? say(on === undefined ? words.joinedOff(person.name) : words.joined(person.name, on))
}

/** `/drumbeat left @李雷 2026-11-30 [off]`: the last day. */
export async function recordLeaving(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = employmentTexts[scope.locale]
  const read = await whoAndWhen(scope, text, words.leftUnclear)
  if (read instanceof Refusal) return read
  const { person, on } = read
  const admins = (await everyone(scope)).filter(isAdmin)
  if (on !== undefined && admins.length === 1 && admins[0]?.id === person.id)
    return new Refusal(words.lastAdmin)
  const refused = await record(scope, person, { lastDay: on }, (locale) =>
    employmentTexts[locale].whyLeft(on),
  )
  return refused ?? say(on === undefined ? words.leftOff(person.name) : words.left(person.name, on))
}

const TAKE_BACK = ['off', '取消']

/** Whose dates, and which day; undefined: it is taken back. */
async function whoAndWhen(
  scope: Acting,
  text: string,
  unclear: string,
): Promise<{ person: Person; on: LocalDate | undefined } | Refusal> {
  const [, name = '', day = ''] = /^(.*\S)\s+(\S+)$/s.exec(text.trim()) ?? []
  const on = readDate(day, scope.today)
  if (name === '' || (on === undefined && !TAKE_BACK.includes(day.toLowerCase()))) return new Refusal(unclear)
  const person = await whoIsMeant(scope, name)
  if (person instanceof Refusal) return person
  if (await isAbove(scope, person.id)) return { person, on }
  return new Refusal(employmentTexts[scope.locale].notYourPeople(person.name))
}

async function record(
  scope: Acting<WriteScope>,
  person: Person,
  said: Partial<Employment>,
  why: Parameters<typeof tellChangedPay>[1],
): Promise<Refusal | undefined> {
  const { joinedOn, lastDay } = { ...(await employmentOf(scope, person.id)), ...said }
  if (joinedOn !== undefined && lastDay !== undefined && lastDay < joinedOn)
    return new Refusal(employmentTexts[scope.locale].backwards(person.name, joinedOn, lastDay))
  await tellChangedPay(scope, why, () => recordEmployment(scope, person.id, said), [person.id])
  return undefined
}
