import type { Around } from '../deals/claim.ts'
import { foldCustomer } from '../deals/customer.ts'
import { conflicts, protects, splitOn } from './registration.ts'
import { sayHeld, takeToRuling } from './rule-view.ts'
import { registrationOf } from './store.ts'
import { texts } from './texts.ts'

/**
 * What the registration of a new deal's customer means for it: the split by default, and, where the customer is
 * protected for somebody who has no part in the deal, a case for whoever leads both. The deal is stored all the same.
 */
export const claimOn: NonNullable<Around['claimOn']> = async (scope, { customer, signedOn }) => {
  const held = await registrationOf(scope, foldCustomer(customer))
  if (!held || !protects(held, signedOn)) return undefined
  return {
    shares: splitOn(held, signedOn),
    logged: async (writing, deal, shares) => {
      if (!conflicts(held, deal, shares)) return []
      const ruling = await takeToRuling(writing, held, deal.owner, deal.number)
      return [await sayHeld(writing, held), texts[writing.locale].dealStays, ruling]
    },
  }
}
