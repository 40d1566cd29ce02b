import { z } from 'zod'
import { rateText, shareText } from './plan-scalars.ts'

/** Credit beyond one's own share of a deal, as it is written. */
export const overlayDocument = z
  .strictObject({
    of: z.enum(['split', 'team']).describe('Deals that one shares in, or what one’s teammates sign'),
    credit: shareText.describe('How much of it counts: 100%'),
  })
  .describe('Credit that the plan gives beyond one’s own share')

/** What who leads a team gets of its members' deals, as it is written. */
export const overrideDocument = z
  .strictObject({
    rate: rateText,
    of: z.enum(['credit', 'commission']).describe('Of what the members sign, or of what they earn'),
    scope: z.enum(['direct', 'all']).describe('The teams that one leads, or all teams below as well'),
  })
  .describe('What who leads a team gets of its members’ deals')

export type OverlayDocument = z.infer<typeof overlayDocument>
export type OverrideDocument = z.infer<typeof overrideDocument>
