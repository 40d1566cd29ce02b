import type { Kysely } from 'kysely'
import type { Tables } from '../../../db/tables.ts'

/** How many milliseconds the playground's clock runs ahead of the machine's. */
export async function readAhead(tables: Kysely<Tables>): Promise<number> {
  const row = await tables
    .selectFrom('playground_clock')
    .select('ahead_ms')
    .where('name', '=', 'playground')
    .executeTakeFirst()
  return row?.ahead_ms ?? 0
}

/** Remembers how far ahead the clock is. It is never set back. */
export async function keepAhead(tables: Kysely<Tables>, aheadMs: number): Promise<void> {
  await tables
    .insertInto('playground_clock')
    .values({ name: 'playground', ahead_ms: aheadMs })
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ ahead_ms: aheadMs })
        .where('playground_clock.ahead_ms', '<', aheadMs),
    )
    .execute()
}
