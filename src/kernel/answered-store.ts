import type { Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Outcome } from './event.ts'
import { type Instant, secondsAfter } from './time.ts'

/** Platforms repeat a delivery within hours; a week is ample. */
const REMEMBERED_SECONDS = 7 * 24 * 3600

/**
 * Claims a delivery inside the transaction that will answer it. Gives the stored answer when it was answered before;
 * a second process with the same delivery waits here until the first one has committed.
 */
export async function answeredBefore(
  tables: Kysely<Tables>,
  workspace: string,
  delivery: string,
  now: Instant,
): Promise<Outcome | undefined> {
  const claimed = await tables
    .insertInto('answered')
    .values({ workspace, delivery, answer: '{}', answered_at: now })
    .onConflict((conflict) => conflict.columns(['workspace', 'delivery']).doNothing())
    .executeTakeFirst()
  if ((claimed.numInsertedOrUpdatedRows ?? 0n) > 0n) return undefined
  const row = await tables
    .selectFrom('answered')
    .select('answer')
    .where('workspace', '=', workspace)
    .where('delivery', '=', delivery)
    .executeTakeFirst()
  return row ? JSON.parse(row.answer) : {}
}

export async function rememberAnswer(
  tables: Kysely<Tables>,
  workspace: string,
  delivery: string,
  outcome: Outcome,
): Promise<void> {
  await tables
    .updateTable('answered')
    .set({ answer: JSON.stringify(outcome) })
    .where('workspace', '=', workspace)
    .where('delivery', '=', delivery)
    .execute()
}

/** Forgets answers that no platform will ask for again. */
export async function forgetOldAnswers(tables: Kysely<Tables>, now: Instant): Promise<void> {
  await tables
    .deleteFrom('answered')
    .where('answered_at', '<', secondsAfter(now, -REMEMBERED_SECONDS))
    .execute()
}
