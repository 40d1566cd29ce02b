import type { ActivePlan } from './active-plan.ts'
import { lowersTarget, type Plan } from './plan.ts'
import { reachBeyond } from './terms-reach.ts'
import { tellsCustomersApart } from './which-deals.ts'

/**
 * Whether the pay of a period follows from the credit signed in it alone: then it is worked out from sums, or the
 * period's own deals, without the steps of a settlement.
 */
export const isPlain = ({ plan, stretches, everPaysOnCollection, reachesSince }: ActivePlan): boolean =>
  plan.attain === 'signed' &&
  plan.pay === 'signed' &&
  !everPaysOnCollection &&
  reachesSince === undefined &&
  stretches === undefined &&
  !lowersTarget(plan) &&
  plan.coefficient === undefined &&
  !needsOthers(plan)

/** Whether other people's deals count in somebody's pay. */
export const needsOthers = ({ overlay, override, pool }: Plan): boolean =>
  [overlay, override, pool].some((one) => one !== undefined)

/** How far a change of one person's period reaches under a plan. */
export interface Spread {
  /** Into the person's later periods. */
  onwards: boolean
  /** To other people's pay of the period. */
  around: boolean
  /** To the pay for other deals of the customer, whosever they are. */
  customers: boolean
}

export const spreads = (plan: Plan): Spread => ({
  onwards:
    plan.attain === 'collected' ||
    plan.pay === 'collected' ||
    plan.pool?.unreleased === 'carried' ||
    reachBeyond(plan.terms),
  around: needsOthers(plan),
  customers: tellsCustomersApart(plan),
})
