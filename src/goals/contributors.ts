import type { Answer, CommandInput } from '../kernel/feature.ts'
import { joinNames, type Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Person, Scope, WriteScope } from '../kernel/scope.ts'
import { everyone, personById } from '../people/store.ts'
import { namesOf } from '../people/who.ts'
import { say } from '../view/view.ts'
import { amendGoal } from './change-store.ts'
import { contributorsOf, setContributors } from './contributor-store.ts'
import { goalNamed } from './find-goal.ts'
import type { Goal } from './goal.ts'
import { reasonIn, refuseChange } from './lock.ts'
import { wordsFor } from './names.ts'
import { maySet } from './owner.ts'
import { peopleNamed } from './people-named.ts'
import { texts } from './texts.ts'

/** `/goal contributors G-3 @李雷 -@韩梅梅`: they see the goal among their own, and may check in. */
export async function contributors(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale].contributors
  if (text.trim() === '') return new Refusal(words.format)
  const found = await goalNamed(scope, text)
  if (found instanceof Refusal) return found
  const { goal } = found
  const refused = await refuseChange(scope, goal)
  if (refused) return refused
  const named = await peopleNamed(scope, found.rest)
  if (named instanceof Refusal) return named
  if (!named.nobody && named.people.length + named.without.length === 0) return new Refusal(words.format)
  const gone = new Set(named.without.map((one) => one.id))
  const before = named.nobody ? [] : await contributorsOf(scope, goal.id)
  const after = [...before.filter((id) => !gone.has(id)), ...named.people.map((one) => one.id)]
  const changed = await contributeTo(scope, goal, after, reasonIn(named.rest))
  return changed instanceof Refusal ? changed : contributorsView(scope, goal)
}

const MAX_CONTRIBUTORS = 20 // more than that is a team's goal

/** Puts these people beside the owner, and lets the new ones know. True: somebody came or went. */
export async function contributeTo(
  scope: Acting<WriteScope>,
  goal: Goal,
  people: readonly string[],
  reason: string | undefined,
): Promise<boolean | Refusal> {
  const owner = goal.level === 'person' ? goal.owner : goal.lead
  const known = new Set((await everyone(scope)).map((one) => one.id))
  const after = [...new Set(people)].filter((id) => id !== owner && known.has(id))
  if (after.length > MAX_CONTRIBUTORS)
    return new Refusal(texts[scope.locale].contributors.many(MAX_CONTRIBUTORS))
  const before = await contributorsOf(scope, goal.id)
  const come = after.filter((id) => !before.includes(id))
  if (come.length === 0 && after.length === before.length) return false
  await setContributors(scope, goal.id, after)
  await amendGoal(scope, goal, {}, { part: 'contributors', before, after, reason })
  for (const id of come) {
    const person = id === scope.person.id ? undefined : await personById(scope, id)
    if (person) await scope.post({ to: { person: id }, view: say(await asked(scope, goal, person)) })
  }
  return true
}

/** Who may say where a goal stands: who may set it, who is responsible, and who contributes. */
export async function mayCheckIn(scope: Acting, goal: Goal): Promise<boolean> {
  if ((await maySet(scope, goal)) !== 'no' || goal.lead === scope.person.id) return true
  return (await contributorsOf(scope, goal.id)).includes(scope.person.id)
}

/** The names of those who contribute to a goal, for people who read `locale`. */
export async function contributorNames(scope: Scope, goal: string, locale: Locale): Promise<string> {
  const ids = await contributorsOf(scope, goal)
  return joinNames([...(await namesOf(scope, ids)).values()], locale)
}

async function contributorsView(scope: Acting, goal: Goal) {
  const words = texts[scope.locale].contributors
  const names = await contributorNames(scope, goal.id, scope.locale)
  return say(names === '' ? words.none(`G-${goal.number}`) : words.now(`G-${goal.number}`, names))
}

async function asked(scope: Acting, goal: Goal, { locale }: Person): Promise<string> {
  const { label, name } = await wordsFor(scope, goal, locale)
  return texts[locale].contributors.told(scope.person.name, label, name)
}
