import type { Selectable } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Period } from '../../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Asks } from './question.ts'

/** What one serving asks, as it was when it opened. */
export interface Asked {
  ritual: string
  occurrence: Period
  name: string
  asks: Asks
  summaryPosts: string[]
}

/** One person's part in a serving. */
export interface Part {
  ritual: string
  occurrence: Period
  person: string
  prompts: string[]
  threadPosts: string[]
  /** They answered after the close. */
  late: boolean
  /** Undefined until they have answered. */
  answeredAt: Instant | undefined
}

export async function addAsked(scope: WriteScope, asked: Omit<Asked, 'summaryPosts'>): Promise<void> {
  await rowsOf(scope)
    .insertInto('asked_session')
    .values({
      workspace: scope.workspace.id,
      ritual: asked.ritual,
      occurrence: asked.occurrence,
      name: asked.name,
      asks: JSON.stringify(asked.asks),
    })
    .execute()
}

export async function askedIn(scope: Scope, ritual: string, occurrence: Period): Promise<Asked | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('asked_session')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .executeTakeFirst()
  return row && asAsked(row)
}

/** The same, held so that nobody else answers in it or closes it meanwhile. */
export async function holdAsked(
  scope: WriteScope,
  ritual: string,
  occurrence: Period,
): Promise<Asked | undefined> {
  const row = await rowsOf(scope)
    .updateTable('asked_session')
    .set((session) => ({ name: session.ref('name') }))
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .returningAll()
    .executeTakeFirst()
  return row && asAsked(row)
}

export async function noteSummary(
  scope: WriteScope,
  ritual: string,
  occurrence: Period,
  posts: readonly string[],
): Promise<void> {
  await rowsOf(scope)
    .updateTable('asked_session')
    .set({ summary_posts: JSON.stringify(posts) })
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .execute()
}

/** Notes who has been asked. */
export async function addPart(
  scope: WriteScope,
  part: Pick<Part, 'ritual' | 'occurrence' | 'person' | 'prompts'>,
): Promise<void> {
  await rowsOf(scope)
    .insertInto('asked_part')
    .values({
      workspace: scope.workspace.id,
      ritual: part.ritual,
      occurrence: part.occurrence,
      person: part.person,
      prompts: JSON.stringify(part.prompts),
      answered_at: null,
    })
    .execute()
}

/** Everyone's part, those who answered first in the order of their answers. */
export async function partsOf(scope: Scope, ritual: string, occurrence: Period): Promise<Part[]> {
  const rows = await parts(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .orderBy('person')
    .execute()
  const latest = '~'
  return rows.map(asPart).sort((a, b) => ((a.answeredAt ?? latest) < (b.answeredAt ?? latest) ? -1 : 1))
}

export async function partOf(
  scope: Scope,
  ritual: string,
  occurrence: Period,
  person: string,
): Promise<Part | undefined> {
  const row = await parts(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .where('person', '=', person)
    .executeTakeFirst()
  return row && asPart(row)
}

/** What a person is asked and has not answered, in what is still open, the oldest first. */
export async function waitingFor(scope: Scope, person: string): Promise<Part[]> {
  const rows = await rowsOf(scope)
    .selectFrom('asked_part')
    .innerJoin('session', (join) =>
      join
        .onRef('session.workspace', '=', 'asked_part.workspace')
        .onRef('session.ritual', '=', 'asked_part.ritual')
        .onRef('session.occurrence', '=', 'asked_part.occurrence'),
    )
    .selectAll('asked_part')
    .where('asked_part.workspace', '=', scope.workspace.id)
    .where('asked_part.person', '=', person)
    .where('asked_part.answered_at', 'is', null)
    .where('session.closed_at', 'is', null)
    .orderBy('session.opened_at')
    .execute()
  return rows.map(asPart)
}

/** Notes that somebody has answered, and the posts that show it. */
export async function noteAnswered(
  scope: WriteScope,
  part: Pick<Part, 'ritual' | 'occurrence' | 'person'>,
  noted: Pick<Part, 'threadPosts' | 'late'> & { answeredAt: Instant },
): Promise<void> {
  await rowsOf(scope)
    .updateTable('asked_part')
    .set({
      thread_posts: JSON.stringify(noted.threadPosts),
      late: noted.late ? 1 : 0,
      answered_at: noted.answeredAt,
    })
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', part.ritual)
    .where('occurrence', '=', part.occurrence)
    .where('person', '=', part.person)
    .execute()
}

const parts = (scope: Scope) =>
  rowsOf(scope).selectFrom('asked_part').selectAll().where('workspace', '=', scope.workspace.id)

function asAsked(row: Selectable<Tables['asked_session']>): Asked {
  return {
    ritual: row.ritual,
    occurrence: row.occurrence,
    name: row.name,
    asks: JSON.parse(row.asks),
    summaryPosts: JSON.parse(row.summary_posts),
  }
}

function asPart(row: Selectable<Tables['asked_part']>): Part {
  return {
    ritual: row.ritual,
    occurrence: row.occurrence,
    person: row.person,
    prompts: JSON.parse(row.prompts),
    threadPosts: JSON.parse(row.thread_posts),
    late: row.late === 1,
    answeredAt: row.answered_at ?? undefined,
  }
}
