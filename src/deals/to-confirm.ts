import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { everyone, managersOf } from '../people/store.ts'
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
    if (!asked.has(deal.owner)) asked.set(deal.owner, await whoConfirms(scope, deal.owner))
    const manager = asked.get(deal.owner)
    if (manager !== undefined) found.set(manager, [...(found.get(manager) ?? []), deal])
  }
  return found
}

async function whoConfirms(scope: Scope, owner: string): Promise<string | undefined> {
  const [manager] = await managersOf(scope, owner)
  if (manager) return manager.id
  return (await everyone(scope)).find((one) => one.roles.includes('admin') && one.id !== owner)?.id
}

/** Of these deals, those that have not changed since a moment. */
export async function unchangedSince(scope: Scope, deals: readonly Deal[], moment: Instant): Promise<Deal[]> {
  const recorded = await lastRecorded(
    scope,
    deals.map((deal) => deal.id),
  )
  return deals.filter((deal) => (recorded.get(deal.id) ?? '') <= moment)
}
