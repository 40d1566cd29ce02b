import type { Scope } from '../kernel/scope.ts'
import type { Ledger } from './changes.ts'
import type { Deal } from './deal.ts'
import { entriesOf } from './deal-store.ts'
import { standingOf } from './ledger.ts'

/** What a deal's entries add up to, and the latest of them. */
export async function ledgerOf(scope: Scope, deal: Pick<Deal, 'id'>): Promise<Ledger> {
  const entries = await entriesOf(scope, deal.id)
  const last = entries.at(-1)
  if (!last) throw new Error(`The deal ${deal.id} has no ledger.`)
  return { standing: standingOf(entries), last }
}
