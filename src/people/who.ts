import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, Scope } from '../kernel/scope.ts'
import { nearest } from '../kernel/understand.ts'
import { onLeave } from './leave-store.ts'
import { everyone, findPeople, leads, managersOf, personById, teamsLedBy } from './store.ts'
import { texts } from './texts.ts'

/** Reads who is meant by a mention (`<@id>`) or a name (`@李雷`, `李雷`). */
export async function whoIsMeant(scope: Scope, word: string): Promise<Person | Refusal> {
  const words = texts[scope.locale]
  const known = scope.person?.name
  const mention = /^<@([^>]+)>$/.exec(word.trim())
  if (mention?.[1])
    return (await personById(scope, mention[1])) ?? new Refusal(words.nobody(word, undefined, known))
  const name = word.trim().replace(/^[@＠]/, '')
  const found = await findPeople(scope, name)
  const [only, another] = found
  if (only && !another) return only
  if (another) return new Refusal(words.several(name, found.length))
  const all = await everyone(scope)
  const close = nearest(
    name,
    all.map((one) => one.name),
  )
  return (
    all.find((one) => one.name.toLowerCase() === name.toLowerCase()) ??
    new Refusal(words.nobody(name, close, known))
  )
}

/** Whether the actor may see a person's pay: the person, their managers, finance and admins. */
export async function mayReadPay(scope: Acting, person: string): Promise<boolean> {
  return scope.person.roles.includes('finance') || answersFor(scope, person)
}

/** The same for pay that is shown now: whoever looks at somebody else's is noted in the audit log. */
export async function seesPay(scope: Acting, person: string): Promise<boolean> {
  const may = await mayReadPay(scope, person)
  if (may && person !== scope.person.id) await scope.saw('pay.read', `person:${person}`)
  return may
}

/** Whether what is a person's own is the actor's to change: the person, their managers and admins. */
export async function answersFor(scope: Acting, person: string): Promise<boolean> {
  return scope.person.id === person || isAbove(scope, person)
}

/** Whether the actor leads a person, directly or from a team above, or is an admin. */
export async function isAbove(scope: Acting, person: string): Promise<boolean> {
  return isAdmin(scope.person) || leads(scope, scope.person.id, person)
}

/** Whether the actor leads a team, directly or from a team above, or is an admin. */
export async function isAboveTeam(scope: Acting, team: string): Promise<boolean> {
  if (isAdmin(scope.person)) return true
  return (await teamsLedBy(scope, scope.person.id)).some((led) => led.id === team)
}

/**
 * Who is asked about a person: their nearest manager; where nobody leads them, an admin. Who is on leave is asked only
 * where everybody else is too. Never themselves.
 */
export async function whoDecidesFor(scope: Scope, person: string): Promise<Person | undefined> {
  const away = await onLeave(scope, scope.today)
  const managers = await managersOf(scope, person)
  const present = managers.find((one) => !away.has(one.id))
  if (present) return present
  const admins = (await everyone(scope)).filter((one) => isAdmin(one) && one.id !== person)
  return admins.find((one) => !away.has(one.id)) ?? managers[0] ?? admins[0]
}

export const isAdmin = (person: Person): boolean => person.roles.includes('admin')

/** A person's name, also after they have left; the id of somebody who was never here. */
export async function nameOf(scope: Scope, person: string): Promise<string> {
  return (await personById(scope, person))?.name ?? person
}

/** Names by person id. */
export async function namesOf(scope: Scope, people: Iterable<string>): Promise<Map<string, string>> {
  const names = new Map<string, string>()
  for (const id of new Set(people)) names.set(id, await nameOf(scope, id))
  return names
}
