import { z } from 'zod'
import { compare, exactly, ONE } from './fraction.ts'
import { isShare, shareText } from './plan-scalars.ts'

const MOST_MONTHS = 36 // nobody is a newcomer for longer

const isPart = (text: string) => exactly(text).num > 0n && compare(exactly(text), ONE) <= 0

const rampShare = shareText.refine(
  (text) => !isShare(text) || isPart(text),
  'expected a share above 0% and up to 100%',
)

/** The fields about periods in which somebody is new, comes, goes, or changes to another plan. */
export const stretchFields = {
  ramp: z
    .array(rampShare)
    .min(1)
    .max(MOST_MONTHS)
    .optional()
    .describe('A newcomer’s share of the target in each month since joining; whole after the last'),
  proration: z
    .enum(['none', 'calendar-days'])
    .optional()
    .describe('Whether the target of who joins or leaves within the period is shared by calendar days'),
  stretches: z
    .enum(['separate', 'blended'])
    .optional()
    .describe('Where the plan changes within the period: each stretch by itself, or all measured as one'),
}
