import { itemsFrom } from '../../improvements/store.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { everyone, personById } from '../../people/store.ts'
import { awayAt } from '../weekly-retro/counted.ts'
import { type Answer, answersIn } from './answer-store.ts'
import type { Held } from './held.ts'
import { type Part, partsOf } from './store.ts'
import type { Outcome } from './summary.ts'
import type { Spoken } from './views.ts'

/** What has come out of a serving so far. */
export async function outcomeOf(scope: Scope, held: Held, lateMinutes = 0): Promise<Outcome> {
  const { ritual, session, asked } = held
  const parts = await partsOf(scope, ritual.id, session.occurrence)
  const counted = await countedIn(scope, held, parts)
  const answers = inOrder(await answersIn(scope, asked), parts)
  return {
    spoken: spokenOf(held),
    asked: counted.length,
    answered: counted.filter((part) => part.answeredAt).length,
    late: counted.filter((part) => part.late).length,
    answers,
    items: await itemsFrom(
      scope,
      answers.flatMap(({ item }) => item ?? []),
    ),
    people: await peopleIn(scope, [
      ...parts.map(({ person }) => person),
      ...answers
        .filter(({ visible }) => visible !== 'sealed')
        .flatMap(({ value }) => [value].flat().map(String)),
    ]),
    lateMinutes,
    closed: session.closedAt !== undefined,
  }
}

/** In the order in which people answered first, whatever they have changed since. */
function inOrder(answers: readonly Answer[], parts: readonly Part[]): Answer[] {
  const place = new Map(parts.map(({ person }, at) => [person, at]))
  const placeOf = ({ person }: Answer) => place.get(person) ?? parts.length
  return answers.toSorted((a, b) => placeOf(a) - placeOf(b))
}

export const spokenOf = ({ ritual, session, asked, presentAt }: Held): Spoken => ({
  ritual,
  name: asked.name,
  asks: asked.asks,
  occurrence: session.occurrence,
  closesAt: session.closesAt,
  presentAt,
})

/**
 * Who counts as having been asked: everybody who has answered, and of the others those who are still here and were on
 * leave neither at the opening nor at the end; so far that is now.
 */
async function countedIn(scope: Scope, { ritual, session }: Held, parts: readonly Part[]): Promise<Part[]> {
  const opened = await awayAt(scope, ritual, session.openedAt)
  const closed = await awayAt(scope, ritual, session.closedAt ?? scope.now)
  const here = new Set((await everyone(scope)).map(({ id }) => id))
  return parts.filter(
    ({ answeredAt, person }) =>
      answeredAt || (here.has(person) && !opened.has(person) && !closed.has(person)),
  )
}

/** Everybody among these ids; what is nobody's id is left out. */
async function peopleIn(scope: Scope, ids: readonly string[]): Promise<Map<string, Person>> {
  const people = new Map((await everyone(scope)).map((one) => [one.id, one]))
  for (const id of ids) {
    const gone = people.has(id) ? undefined : await personById(scope, id)
    if (gone) people.set(id, gone)
  }
  return people
}
