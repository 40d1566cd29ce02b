import { z } from 'zod'
import { factorText, isRate, shareText } from './plan-scalars.ts'

const curve = z.union(
  [
    z.strictObject({ from: shareText, to: shareText }),
    z
      .array(z.strictObject({ at: shareText, releases: shareText }))
      .min(1)
      .max(50),
  ],
  { error: 'expected { from: 80%, to: 120% }, or a list of { at: 80%, releases: 50% }' },
)

const weight = z.union(
  [
    z.strictObject({ person: z.string().min(1).describe('A name, as it is known here'), weight: factorText }),
    z.strictObject({ id: z.string().min(1), weight: factorText }),
  ],
  { error: 'expected a person and a weight, such as { person: 李雷, weight: 60 }' },
)

/** A team's pool as it is written; docs/plans.md tells what each field means. */
export const poolDocument = z
  .strictObject({
    source: z.enum(['on-top', 'held-back', 'bonus']).describe('Who puts the money in'),
    bonus: z.string().min(1).optional().describe('The name of the bonus that feeds it'),
    size: z
      .string()
      .refine(isRate, 'expected a share such as 10%, or an amount such as 32000')
      .describe('A share of the members’ commission (10%), or an amount (32000)'),
    scope: z.enum(['team', 'department', 'company']).describe('Whose attainment releases it'),
    curve: curve.optional().describe('How attainment releases it; without it { from: 80%, to: 120% }'),
    eligible: shareText.optional().describe('Who is below this share of their own target gets nothing'),
    divide: z.enum(['equally', 'by-commission', 'by-weights']),
    weights: z.array(weight).min(1).max(500).optional(),
    unreleased: z.enum(['forfeited', 'carried']).describe('What becomes of the part that is not released'),
  })
  .describe('A pool that the members of a team share')

export type PoolDocument = z.infer<typeof poolDocument>
