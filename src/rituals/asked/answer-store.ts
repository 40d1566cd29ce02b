import type { Selectable } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import { newId } from '../../kernel/id.ts'
import type { Period } from '../../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Value } from './question.ts'

type Key = { ritual: string; occurrence: Period }

/** One answer to one question. */
export interface Answer extends Key {
  id: string
  /** Empty: nobody's any more. */
  person: string
  question: string
  visible: Tables['asked_answer']['visible']
  value: Value
  /** As people read it, in the workspace's language. */
  shown: string
  item: string | undefined
  answeredAt: Instant
}

/** What the outcome of a person's case is kept under, beside their answers. */
export const OUTCOME = 'outcome'

export type NewAnswer = Pick<Answer, 'question' | 'visible' | 'value' | 'shown' | 'item'>

/** Everything that was answered in a serving, in order. */
export async function answersIn(scope: Scope, { ritual, occurrence }: Key): Promise<Answer[]> {
  const rows = await answers(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .orderBy('id')
    .execute()
  return rows.map(asAnswer)
}

export async function answersOf(
  scope: Scope,
  { ritual, occurrence }: Key,
  person: string,
): Promise<Answer[]> {
  const rows = await answers(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .where('person', '=', person)
    .orderBy('id')
    .execute()
  return rows.map(asAnswer)
}

/** Puts a person's answers to these questions in the place of what they answered to them before. */
export async function putAnswers(
  scope: WriteScope,
  key: Key,
  person: string,
  questions: readonly string[],
  given: readonly NewAnswer[],
): Promise<void> {
  await rowsOf(scope)
    .deleteFrom('asked_answer')
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', key.ritual)
    .where('occurrence', '=', key.occurrence)
    .where('person', '=', person)
    .where('question', 'in', [...questions, ''])
    .execute()
  for (const answer of given) await insert(scope, key, person, answer, scope.now)
}

/**
 * Takes the names from what was answered without a name: the answers are nobody's from now on, and neither their order
 * nor their time tells whose they were. Where fewer than `least` have answered a question, nobody reads it.
 */
export async function takeNames(scope: WriteScope, key: Key, least: number): Promise<void> {
  const sealed = await rowsOf(scope)
    .deleteFrom('asked_answer')
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', key.ritual)
    .where('occurrence', '=', key.occurrence)
    .where('visible', '=', 'sealed')
    .returningAll()
    .execute()
  const byWords = sealed.map(asAnswer).sort((a, b) => (a.shown < b.shown ? -1 : 1))
  for (const answer of byWords) {
    const count = sealed.filter(({ question }) => question === answer.question).length
    const visible = count < least ? 'sealed' : 'anonymous'
    await insert(scope, key, '', { ...answer, visible }, scope.now)
  }
}

async function insert(
  scope: WriteScope,
  { ritual, occurrence }: Key,
  person: string,
  answer: NewAnswer,
  answeredAt: Instant,
): Promise<void> {
  await rowsOf(scope)
    .insertInto('asked_answer')
    .values({
      workspace: scope.workspace.id,
      id: newId(scope.now),
      ritual,
      occurrence,
      person,
      question: answer.question,
      visible: answer.visible,
      value: JSON.stringify(answer.value),
      shown: answer.shown,
      item: answer.item ?? null,
      answered_at: answeredAt,
    })
    .execute()
}

const answers = (scope: Scope) =>
  rowsOf(scope).selectFrom('asked_answer').selectAll().where('workspace', '=', scope.workspace.id)

function asAnswer(row: Selectable<Tables['asked_answer']>): Answer {
  return {
    id: row.id,
    ritual: row.ritual,
    occurrence: row.occurrence,
    person: row.person,
    question: row.question,
    visible: row.visible,
    value: JSON.parse(row.value),
    shown: row.shown,
    item: row.item ?? undefined,
    answeredAt: row.answered_at,
  }
}
