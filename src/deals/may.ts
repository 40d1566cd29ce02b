import type { Acting } from '../kernel/scope.ts'
import { answersFor } from '../people/who.ts'
import { sharesOf } from './credit-store.ts'
import type { Deal } from './deal.ts'

/** Everybody logs own deals; managers log for their people, admins for everyone. */
export async function mayLogFor(scope: Acting, owner: string): Promise<boolean> {
  return answersFor(scope, owner)
}

/** Whether the actor may amend, collect, refund or void: the owner, their managers and admins. */
export const mayChange = (scope: Acting, deal: Pick<Deal, 'owner'>): Promise<boolean> =>
  mayLogFor(scope, deal.owner)

/** The owner never confirms own deals; their managers and admins do. */
export async function mayConfirm(scope: Acting, deal: Pick<Deal, 'owner'>): Promise<boolean> {
  return scope.person.id !== deal.owner && mayLogFor(scope, deal.owner)
}

/** Whether the actor may see all about a person's deals: the person, their managers, finance and admins. */
export async function maySeeDealsOf(scope: Acting, person: string): Promise<boolean> {
  return scope.person.roles.includes('finance') || mayLogFor(scope, person)
}

/** Who has a part in a deal, or logged it, sees it, and so does whoever may see their deals. */
export async function maySee(scope: Acting, deal: Deal): Promise<boolean> {
  const holders = (await sharesOf(scope, deal.id)).map((share) => share.person)
  const involved = new Set([deal.owner, ...holders])
  if (involved.has(scope.person.id) || deal.loggedBy === scope.person.id) return true
  for (const person of involved) if (await maySeeDealsOf(scope, person)) return true
  return false
}
