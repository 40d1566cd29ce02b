import type { Item } from '../../improvements/item.ts'
import { itemsFrom, itemsOfSource, openItemsOf } from '../../improvements/store.ts'
import type { Period } from '../../kernel/period.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { personById } from '../../people/store.ts'
import type { Ritual } from '../ritual.ts'
import { countedIn } from './counted.ts'
import { closedUntil, type Held } from './held-store.ts'
import { notesOf } from './note-store.ts'
import { type Part, partsOf } from './store.ts'
import { type Retro, retroSource } from './taking.ts'

/** The weeks whose participation stands side by side. */
const TREND_WEEKS = 8

export interface Outcome {
  ritual: Ritual
  week: Period
  held: Held
  /** Who was asked, and who has an item, by id. */
  people: ReadonlyMap<string, Person>
  /** How many count, have answered, and of these after the close. */
  asked: number
  answered: number
  late: number
  /** `person` is absent where answers carry no names. */
  highlights: readonly { person: string | undefined; said: string; late: boolean }[]
  /** How many answers without names are not shown, because they are too few. */
  hidden: number
  /** What the answers have made, and what was open before. */
  items: readonly Item[]
  carried: readonly Item[]
  /** The weeks up to this one that are closed, the oldest first. */
  trend: readonly Held[]
  /** Answers can still come in. */
  open: boolean
  lateMinutes: number
}

/** What has come out of a retro so far. */
export async function outcomeOf(scope: Scope, retro: Retro, lateMinutes = 0): Promise<Outcome> {
  const { ritual, session, held } = retro
  const parts = await partsOf(scope, ritual.id, session.occurrence)
  const answered = parts.filter((part) => part.answeredAt !== undefined)
  const items = await itemsMade(scope, retro, answered)
  const made = new Set(items.map((item) => item.id))
  const open = await openItemsOf(
    scope,
    parts.map((part) => part.person),
  )
  const nameless = held.minimum > 0
  const notes = await notesOf(scope, ritual.id, session.occurrence)
  return {
    ritual,
    week: session.occurrence,
    held,
    people: await peopleIn(scope, [...parts.map((part) => part.person), ...items.map(({ owner }) => owner)]),
    asked: held.asked ?? (await countedIn(scope, ritual, session, parts)).length,
    answered: answered.length,
    late: answered.filter((part) => part.late).length,
    highlights: nameless
      ? notes
          .filter(({ kind }) => kind === 'highlight')
          .map(({ said, late }) => ({ person: undefined, said, late }))
      : answered.flatMap(({ answers, person, late }) =>
          answers ? [{ person, said: answers.highlight, late }] : [],
        ),
    hidden: nameless ? answered.filter((part) => part.answers !== undefined).length : 0,
    items,
    carried: open.filter((item) => !made.has(item.id) && item.createdAt < (session.closedAt ?? scope.now)),
    trend: await closedUntil(scope, ritual.id, session.occurrence, TREND_WEEKS),
    open: scope.now < held.lateUntil,
    lateMinutes,
  }
}

/** What the answers have promised, and what has been made of them by a button. */
async function itemsMade(scope: Scope, { session }: Retro, answered: readonly Part[]): Promise<Item[]> {
  const promised = await itemsFrom(
    scope,
    answered.flatMap((part) => part.item ?? []),
  )
  const all = [...promised, ...(await itemsOfSource(scope, retroSource(session)))]
  return [...new Map(all.map((item) => [item.id, item])).values()].sort((a, b) => a.number - b.number)
}

async function peopleIn(scope: Scope, ids: readonly string[]): Promise<Map<string, Person>> {
  const people = new Map<string, Person>()
  for (const id of new Set(ids)) {
    const found = await personById(scope, id)
    if (found) people.set(id, found)
  }
  return people
}
