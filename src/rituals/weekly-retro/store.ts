import type { Selectable } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Period } from '../../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Answers } from './answers.ts'

/** One person's part in a retro. */
export interface Part {
  ritual: string
  occurrence: Period
  person: string
  /** Posts: the private prompt, the answer in the thread, the private word to who leads the team. */
  prompts: string[]
  threadPosts: string[]
  managerPosts: string[]
  /** Undefined until they have answered. */
  answers: Answers | undefined
  /** The improvement item that the answer has made. */
  item: string | undefined
  answeredAt: Instant | undefined
}

/** Notes who has been asked. */
export async function addPart(
  scope: WriteScope,
  part: Pick<Part, 'ritual' | 'occurrence' | 'person' | 'prompts'>,
): Promise<void> {
  await rowsOf(scope)
    .insertInto('retro_part')
    .values({
      workspace: scope.workspace.id,
      ritual: part.ritual,
      occurrence: part.occurrence,
      person: part.person,
      prompts: JSON.stringify(part.prompts),
      highlight: null,
      improvement: null,
      shortfall: null,
      cause: null,
      next_plan: null,
      item: null,
      answered_at: null,
      revised_at: null,
    })
    .execute()
}

/** Everyone's part in a retro, in the order of the answers. */
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

/** A person's parts in retros that still go on, the oldest first. */
export async function openPartsOf(scope: Scope, person: string): Promise<Part[]> {
  const rows = await rowsOf(scope)
    .selectFrom('retro_part')
    .innerJoin('session', (join) =>
      join
        .onRef('session.workspace', '=', 'retro_part.workspace')
        .onRef('session.ritual', '=', 'retro_part.ritual')
        .onRef('session.occurrence', '=', 'retro_part.occurrence'),
    )
    .selectAll('retro_part')
    .where('retro_part.workspace', '=', scope.workspace.id)
    .where('retro_part.person', '=', person)
    .where('session.closed_at', 'is', null)
    .orderBy('retro_part.occurrence')
    .execute()
  return rows.map(asPart)
}

/** Stores what a person has answered, with the posts that show it. */
export async function saveAnswers(
  scope: WriteScope,
  part: Part,
  saved: { answers: Answers; item: string; threadPosts: string[]; managerPosts: string[] },
): Promise<void> {
  const { answers } = saved
  await rowsOf(scope)
    .updateTable('retro_part')
    .set({
      highlight: answers.highlight,
      improvement: answers.improvement,
      shortfall: answers.shortfall ?? null,
      cause: answers.cause ?? null,
      next_plan: answers.nextPlan ?? null,
      shared: answers.shared ? 1 : 0,
      item: saved.item,
      thread_posts: JSON.stringify(saved.threadPosts),
      manager_posts: JSON.stringify(saved.managerPosts),
      answered_at: part.answeredAt ?? scope.now,
      revised_at: scope.now,
    })
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', part.ritual)
    .where('occurrence', '=', part.occurrence)
    .where('person', '=', part.person)
    .execute()
}

const parts = (scope: Scope) =>
  rowsOf(scope).selectFrom('retro_part').selectAll().where('workspace', '=', scope.workspace.id)

function asPart(row: Selectable<Tables['retro_part']>): Part {
  const { highlight, improvement } = row
  return {
    ritual: row.ritual,
    occurrence: row.occurrence,
    person: row.person,
    prompts: JSON.parse(row.prompts),
    threadPosts: JSON.parse(row.thread_posts),
    managerPosts: JSON.parse(row.manager_posts),
    answers:
      highlight === null || improvement === null
        ? undefined
        : {
            highlight,
            improvement,
            shortfall: row.shortfall ?? undefined,
            cause: row.cause ?? undefined,
            nextPlan: row.next_plan ?? undefined,
            shared: row.shared === 1,
          },
    item: row.item ?? undefined,
    answeredAt: row.answered_at ?? undefined,
  }
}
