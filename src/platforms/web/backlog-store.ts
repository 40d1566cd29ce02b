import type { Kysely } from 'kysely'
import type { Tables } from '../../db/tables.ts'
import type { Instant } from '../../kernel/time.ts'

export interface Backlog {
  /** Posts that are still to go out, now or later. */
  waiting: number
  /** Those of them that should have gone out already. */
  overdue: number
  /** Posts that were given up. */
  failed: number
  /** When the oldest overdue one was due. */
  oldestDueAt: Instant | undefined
}

/** How the outbox of the whole installation stands. */
export async function backlogAt(tables: Kysely<Tables>, now: Instant): Promise<Backlog> {
  const pending = tables.selectFrom('post').where('status', 'in', ['waiting', 'sending'])
  const waiting = await pending.select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow()
  const overdue = await pending
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.min('due_at').as('oldest')])
    .where('due_at', '<=', now)
    .where((or) => or.or([or('held_until', 'is', null), or('held_until', '<=', now)]))
    .executeTakeFirstOrThrow()
  const failed = await tables
    .selectFrom('post')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('status', '=', 'failed')
    .executeTakeFirstOrThrow()
  return {
    waiting: Number(waiting.count),
    overdue: Number(overdue.count),
    failed: Number(failed.count),
    oldestDueAt: overdue.oldest ?? undefined,
  }
}
