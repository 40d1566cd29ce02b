import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import type { Deal, Share } from './deal.ts'
import type { NewDeal } from './new-deal.ts'
import type { PayAfter } from './pay-after.ts'
import type { WatchPay } from './watch-pay.ts'

/** What is known of a new deal's customer. */
export interface Claim {
  /** How the customer's deals are split on the day of the signing, where nothing is said. */
  shares: Share[] | undefined
  /** Takes note of the deal once it is stored, and gives the sentences that whoever logs it reads about that. */
  logged: (scope: Acting<WriteScope>, deal: Deal, shares: readonly Share[]) => Promise<string[]>
}

/** What other slices add to a new deal, each where there is one. */
export interface Around {
  /** What a change means for pay. */
  payAfter?: PayAfter
  /** Who has to be told that somebody else's doing has changed their pay. */
  watchPay?: WatchPay
  /** Whose customer it is. Undefined: nobody's. */
  claimOn?: (scope: Scope, deal: NewDeal) => Promise<Claim | undefined>
}
