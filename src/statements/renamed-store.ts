import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'

/** Deals that were given to another customer after a moment, and up to another where that is said. */
export async function dealsRenamed(
  scope: Scope,
  { since, until }: { since: Instant; until?: Instant },
): Promise<string[]> {
  let query = rowsOf(scope)
    .selectFrom('entry')
    .select('deal')
    .distinct()
    .where('workspace', '=', scope.workspace.id)
    .where('recorded_at', '>', since)
    .where('kind', '=', 'amended')
    .where('facts', 'like', '%"customer":%')
  if (until !== undefined) query = query.where('recorded_at', '<=', until)
  return (await query.execute()).map((row) => row.deal)
}
