import type { ActivePlan } from './active-plan.ts'
import type { Plan } from './plan.ts'

/**
 * Whether the pay of a period follows from the credit signed in it alone: then it is worked out from sums, or the
 * period's own deals, without the steps of a settlement.
 */
export const isPlain = ({ plan, everPaysOnCollection }: ActivePlan): boolean =>
  plan.attain === 'signed' && plan.pay === 'signed' && !everPaysOnCollection

/** How far a change of one person's period reaches under a plan. */
export interface Spread {
  /** Into the person's later periods. */
  onwards: boolean
  /** To other people's pay of the period. */
  around: boolean
}

export const spreads = ({ attain, pay }: Plan): Spread => ({
  onwards: attain === 'collected' || pay === 'collected',
  around: false,
})
