import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'

/** When the deal log last changed, until a moment; undefined: never. One look into an index. */
export async function lastDealChange(scope: Scope, until: Instant): Promise<Instant | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('entry')
    .select((eb) => eb.fn.max('recorded_at').as('at'))
    .where('workspace', '=', scope.workspace.id)
    .where('recorded_at', '<=', until)
    .executeTakeFirst()
  return row?.at ?? undefined
}
