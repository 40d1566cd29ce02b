import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'

/** A plan of every kind whose pay follows from different things: what holds for one has to hold for all. */
export const PLANS: Record<string, (rate: string) => PlanDocument> = {
  'the default ladder': (rate) => builtInPlan(rate),
  'attained by signing, paid on collection': (rate) => ({ ...builtInPlan(rate), pay: 'collected' }),
  'attained and paid on collection': (rate) => ({
    ...builtInPlan(rate),
    attain: 'collected',
    pay: 'collected',
    caps: { deal: '2000' },
  }),
  'attained by collecting, paid on signing': (rate) => ({ ...builtInPlan(rate), attain: 'collected' }),
}
