import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { whoDecidesFor } from '../people/who.ts'
import type { Deal } from './deal.ts'
import { lastRecorded, unconfirmedDeals } from './deal-store.ts'

/**
 * The deals that wait, by who is asked to confirm them: the nearest manager of the owner, or the first admin where
 * nobody leads the owner.
 */
export async function waitingByManager(scope: Scope): Promise<Map<string, Deal[]>> {
  const found = new Map<string, Deal[]>()
  const asked = new Map<string, string | undefined>()
  for (const deal of await unconfirmedDeals(scope)) {
    if (!asked.has(deal.owner)) asked.set(deal.owner, (await whoDecidesFor(scope, deal.owner))?.id)
    const manager = asked.get(deal.owner)
    if (manager !== undefined) found.set(manager, [...(found.get(manager) ?? []), deal])
  }
  return found
}

/** Of these deals, those that have not changed since a moment. */
export async function unchangedSince(scope: Scope, deals: readonly Deal[], moment: Instant): Promise<Deal[]> {
  const recorded = await lastRecorded(
    scope,
    deals.map((deal) => deal.id),
  )
  return deals.filter((deal) => (recorded.get(deal.id) ?? '') <= moment)
}
