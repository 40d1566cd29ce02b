import { rowsOf, type Scope } from '../kernel/scope.ts'

/** Fewer than either engine's parameters in one statement. */
const AT_ONCE = 1000

/** Which of these external ids belong to deals already. */
export async function knownExternalIds(scope: Scope, ids: readonly string[]): Promise<Set<string>> {
  const known = new Set<string>()
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const rows = await rowsOf(scope)
      .selectFrom('deal')
      .select('external_id')
      .where('workspace', '=', scope.workspace.id)
      .where('external_id', 'in', ids.slice(start, start + AT_ONCE))
      .execute()
    for (const { external_id } of rows) if (external_id) known.add(external_id)
  }
  return known
}
