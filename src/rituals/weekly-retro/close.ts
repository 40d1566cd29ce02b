import { itemsFrom, openItemsOf } from '../../improvements/store.ts'
import type { Person, Scope, WriteScope } from '../../kernel/scope.ts'
import { everyone, personById } from '../../people/store.ts'
import { ownMembers } from '../audience-store.ts'
import type { Ritual, Serving } from '../ritual.ts'
import { closeSession, postInThread, type Session } from '../session-store.ts'
import { countedIn } from './counted.ts'
import { openingFacts } from './open.ts'
import { promptOver } from './prompt.ts'
import { type Part, partsOf } from './store.ts'
import { type Outcome, openingView, summaryView } from './views.ts'

/** Ends a retro: the summary in its thread, and the message that opened it says so. */
export async function closeRetro(scope: WriteScope, serving: Serving): Promise<void> {
  const { ritual, occurrence, lateMinutes } = serving
  const session = await closeSession(scope, ritual.id, occurrence)
  if (!session) return
  const outcome = await outcomeOf(scope, ritual, session, lateMinutes)
  await postInThread(scope, session, summaryView(scope, outcome, scope.workspace.locale))

  const members = await everyoneInIt(scope, ritual, outcome)
  const opening = await openingFacts(scope, { ...serving, lateMinutes: 0 }, session, members, outcome.asked)
  const over = openingView(scope, {
    ...opening,
    unfinished: outcome.carried,
    answered: outcome.answers.length,
  })
  for (const thread of session.threads) await scope.revise(thread, over)

  await takeBackPrompts(scope, serving)
}

/** Who has not answered is not asked any more: a prompt that still waits for their morning is not sent. */
export async function takeBackPrompts(
  scope: WriteScope,
  { ritual, occurrence }: Pick<Serving, 'ritual' | 'occurrence'>,
): Promise<void> {
  const present = new Map((await everyone(scope)).map((one) => [one.id, one]))
  for (const part of await partsOf(scope, ritual.id, occurrence)) {
    const person = present.get(part.person)
    if (!person || part.answers) continue
    for (const prompt of part.prompts)
      if (!(await scope.cancel(prompt))) await scope.revise(prompt, promptOver(person.locale))
  }
}

/** The team as it is, who was on leave too, and who was asked and has moved on since. */
async function everyoneInIt(scope: Scope, ritual: Ritual, { people }: Outcome): Promise<Person[]> {
  const members = await ownMembers(scope, ritual.team.id)
  return [...new Map([...members.map((one) => [one.id, one] as const), ...people]).values()]
}

/** What has come out of a retro so far. */
export async function outcomeOf(
  scope: Scope,
  ritual: Ritual,
  session: Session,
  lateMinutes = 0,
): Promise<Outcome> {
  const parts = await partsOf(scope, ritual.id, session.occurrence)
  const answered = parts.filter((part) => part.answers)
  const made = answered.flatMap((part) => part.item ?? [])
  const open = await openItemsOf(
    scope,
    parts.map((part) => part.person),
  )
  return {
    ritual,
    week: session.occurrence,
    people: await peopleIn(scope, parts),
    asked: (await countedIn(scope, ritual, session, parts)).length,
    answers: answered.flatMap((part) =>
      part.answers ? [{ person: part.person, highlight: part.answers.highlight }] : [],
    ),
    items: await itemsFrom(scope, made),
    carried: open.filter(
      (item) => !made.includes(item.id) && item.createdAt < (session.closedAt ?? scope.now),
    ),
    lateMinutes,
  }
}

async function peopleIn(scope: Scope, parts: readonly Part[]): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  for (const { person } of parts) {
    const found = await personById(scope, person)
    if (found) people.set(person, found)
  }
  return people
}
