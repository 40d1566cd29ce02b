import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'
import type { Value } from './question.ts'

/** What somebody tries out for themselves: nothing of it counts, and it is gone with its end. */
export interface Trial {
  ritual: string
  threads: string[]
  answers: [question: string, value: Value][]
}

/** Begins a trial afresh. */
export async function startTrial(
  scope: WriteScope,
  person: string,
  ritual: string,
  threads: readonly string[],
): Promise<void> {
  await endTrial(scope, person, ritual)
  await rowsOf(scope)
    .insertInto('asked_trial')
    .values({
      workspace: scope.workspace.id,
      person,
      ritual,
      threads: JSON.stringify(threads),
      started_at: scope.now,
    })
    .execute()
}

export async function trialOf(scope: Scope, person: string, ritual: string): Promise<Trial | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('asked_trial')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .where('ritual', '=', ritual)
    .executeTakeFirst()
  return row && { ritual: row.ritual, threads: JSON.parse(row.threads), answers: JSON.parse(row.answers) }
}

export async function answerTrial(
  scope: WriteScope,
  person: string,
  ritual: string,
  answers: Trial['answers'],
): Promise<void> {
  await rowsOf(scope)
    .updateTable('asked_trial')
    .set({ answers: JSON.stringify(answers) })
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .where('ritual', '=', ritual)
    .execute()
}

/** False: there was none. */
export async function endTrial(scope: WriteScope, person: string, ritual: string): Promise<boolean> {
  const ended = await rowsOf(scope)
    .deleteFrom('asked_trial')
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .where('ritual', '=', ritual)
    .executeTakeFirst()
  return ended.numDeletedRows > 0n
}
