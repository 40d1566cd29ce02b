import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { Deal } from './deal.ts'
import { asDeal } from './deal-store.ts'

/** What has become of a deal that waited for confirmation. */
export interface Settled {
  deal: Deal
  /** Who confirmed it; undefined: nobody has, or it did so itself. */
  by: string | undefined
}

const DEALS_AT_ONCE = 400

/** Some deals as they are now, with who confirmed them last. */
export async function settledOf(scope: Scope, deals: readonly string[]): Promise<Settled[]> {
  const found: Settled[] = []
  for (let at = 0; at < deals.length; at += DEALS_AT_ONCE) {
    const some = deals.slice(at, at + DEALS_AT_ONCE)
    const confirmations = await rowsOf(scope)
      .selectFrom('entry')
      .select(['deal', 'recorded_by'])
      .where('workspace', '=', scope.workspace.id)
      .where('deal', 'in', some)
      .where('kind', '=', 'confirmed')
      .orderBy('sequence')
      .execute()
    const by = new Map(confirmations.map((row) => [row.deal, row.recorded_by ?? undefined]))
    const rows = await rowsOf(scope)
      .selectFrom('deal')
      .selectAll()
      .where('workspace', '=', scope.workspace.id)
      .where('id', 'in', some)
      .orderBy('number')
      .execute()
    found.push(...rows.map((row) => ({ deal: asDeal(row), by: by.get(row.id) })))
  }
  return found
}
