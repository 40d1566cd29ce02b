import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, Scope } from '../kernel/scope.ts'
import { nearest } from '../kernel/understand.ts'
import { everyone, findPeople, leads, personById } from './store.ts'
import { texts } from './texts.ts'

/** Reads who is meant by a mention (`<@id>`) or a name (`@李雷`, `李雷`). */
export async function whoIsMeant(scope: Scope, word: string): Promise<Person | Refusal> {
  const words = texts[scope.locale]
  const mention = /^<@([^>]+)>$/.exec(word.trim())
  if (mention?.[1]) return (await personById(scope, mention[1])) ?? new Refusal(words.nobody(word, undefined))
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
    all.find((one) => one.name.toLowerCase() === name.toLowerCase()) ?? new Refusal(words.nobody(name, close))
  )
}

/** Whether the actor may see a person's pay: the person, their managers, finance and admins. */
export async function mayReadPay(scope: Acting, person: string): Promise<boolean> {
  const { id, roles } = scope.person
  if (id === person || roles.includes('finance') || roles.includes('admin')) return true
  return leads(scope, id, person)
}

export const isAdmin = (person: Person): boolean => person.roles.includes('admin')
