import { byCollection } from './by-collection.ts'
import { clawback } from './clawback-step.ts'
import { coefficient } from './coefficient-step.ts'
import { override } from './override-step.ts'
import { byTerms } from './payout-step.ts'
import { pool } from './pool-step.ts'
import type { Step, WholeStep } from './settle.ts'
import { bonuses, byRate, periodCap } from './stretch-parts.ts'

/** What depends on the person's own deals alone, in this order. */
export const OWN_STEPS: readonly Step[] = [byRate, byCollection, bonuses, periodCap, coefficient, clawback]

/** What depends on other people's as well; rounding follows. */
export const SHARED_STEPS: readonly Step[] = [override, pool]

/** What is done with the whole minor units that were earned. */
export const WHOLE_STEPS: readonly WholeStep[] = [byTerms]
