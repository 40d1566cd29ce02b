import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'

/** When an award was last made public, until now; undefined: never. */
export async function lastAnnouncement(scope: Scope): Promise<Instant | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('award')
    .select((eb) => eb.fn.max('announced_at').as('at'))
    .where('workspace', '=', scope.workspace.id)
    .where('held', '=', 1)
    .where('announced_at', '<=', scope.now)
    .executeTakeFirst()
  return row?.at ?? undefined
}
