import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { nearestManagersOf, onLeave } from '../people/store.ts'
import { whoDecidesFor } from '../people/who.ts'
import type { Deal } from './deal.ts'
import { lastRecorded, unconfirmedDeals } from './deal-store.ts'

/**
 * The deals that wait, by who is asked to confirm them: the owner's nearest managers, each of them where they share a
 * team, or the first admin where nobody leads the owner. Never the owner.
 */
export async function waitingByManager(scope: Scope): Promise<Map<string, Deal[]>> {
  const found = new Map<string, Deal[]>()
  const asked = new Map<string, string[]>()
  const away = await onLeave(scope, scope.today)
  for (const deal of await unconfirmedDeals(scope)) {
    const known = asked.get(deal.owner) ?? (await confirmersOf(scope, deal.owner, away))
    asked.set(deal.owner, known)
    for (const manager of known) {
      const deals = found.get(manager)
      if (deals) deals.push(deal)
      else found.set(manager, [deal])
    }
  }
  return found
}

/** The deals that wait for one manager. */
export const waitingFor = async (scope: Scope, manager: string): Promise<Deal[]> =>
  (await waitingByManager(scope)).get(manager) ?? []

async function confirmersOf(scope: Scope, owner: string, away: ReadonlySet<string>): Promise<string[]> {
  const near = (await nearestManagersOf(scope, owner)).filter(({ id }) => !away.has(id))
  if (near.length > 0) return near.map(({ id }) => id)
  const other = await whoDecidesFor(scope, owner)
  return other ? [other.id] : []
}

/** Of these deals, those that have not changed since a moment. */
export async function unchangedSince(scope: Scope, deals: readonly Deal[], moment: Instant): Promise<Deal[]> {
  const recorded = await lastRecorded(
    scope,
    deals.map((deal) => deal.id),
  )
  return deals.filter((deal) => (recorded.get(deal.id) ?? '') <= moment)
}
