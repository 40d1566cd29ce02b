import { z } from 'zod'
import { shareText } from './plan-scalars.ts'

export const metricName = z.string().min(1).max(80).describe('The name of a check-in goal')

export const coefficientDocument = z
  .strictObject({
    goal: metricName,
    from: shareText.optional().describe('The least that it multiplies by: 80%'),
    to: shareText.optional().describe('The most that it multiplies by: 120%'),
    missing: z
      .enum(['one', 'zero'])
      .optional()
      .describe('What counts without such a goal, or before the first check-in; one where not said'),
  })
  .describe('The attainment of a check-in goal, which multiplies the period’s pay')
