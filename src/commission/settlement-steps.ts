import { byCollection } from './by-collection.ts'
import { clawback } from './clawback-step.ts'
import { override } from './override-step.ts'
import { bonusParts, capped, rateParts } from './pay.ts'
import { byTerms } from './payout-step.ts'
import { paysLater } from './plan.ts'
import { pool } from './pool-step.ts'
import type { Step, WholeStep } from './settle.ts'

/** By rate on what was signed or collected in the period. */
const byRate: Step = async (_, { active, facts }, parts) => {
  const own = rateParts(active.plan, facts)
  if (own === 'no target') return own
  return paysLater(active.plan) ? parts : [...parts, ...own]
}

const bonuses: Step = async (_, { active, facts }, parts) => [...parts, ...bonusParts(active.plan, facts)]

const periodCap: Step = async (_, { active }, parts) => capped(active.plan, parts)

/** What depends on the person's own deals alone, in this order. */
export const OWN_STEPS: readonly Step[] = [byRate, byCollection, bonuses, periodCap, clawback]

/** What depends on other people's as well; rounding follows. */
export const SHARED_STEPS: readonly Step[] = [override, pool]

/** What is done with the whole minor units that were earned. */
export const WHOLE_STEPS: readonly WholeStep[] = [byTerms]
