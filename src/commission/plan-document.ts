import { z } from 'zod'
import { overlayDocument, overrideDocument } from './credit-document.ts'
import { coefficientDocument, metricName } from './metric-document.ts'
import { amountText, factorText, heightText, pointsText, rateText, shareText } from './plan-scalars.ts'
import { poolDocument } from './pool-document.ts'
import { stretchFields } from './stretch-document.ts'
import { termsFields } from './terms-document.ts'

const dateText = z.iso.date('expected a date such as 2026-12-01')
const names = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)], {
  error: 'expected a name, or a list of names',
})

const which = z
  .strictObject({
    product: names.optional(),
    channel: names.optional(),
    customer: z.enum(['new', 'repeat']).optional(),
    from: dateText.optional(),
    to: dateText.optional(),
    discount: z
      .strictObject({ from: shareText, to: shareText })
      .optional()
      .describe('The least and the most that was given off'),
  })
  .describe('Which deals are meant: those that fit everything named; {} is every deal')

const tierRate = z.union(
  [
    z.strictObject({ multiply: factorText }),
    z.strictObject({ add: pointsText }),
    z.strictObject({ set: rateText }),
  ],
  { error: 'expected one of { multiply: 1.2 }, { add: 2% }, { set: 8% }' },
)

const tier = z.strictObject({
  unlock: heightText.describe('Reached at this attainment, or more'),
  covers: z
    .strictObject({ from: heightText, to: heightText.optional() })
    .describe('The slice of credit that it pays on'),
  rate: tierRate,
})

const bonusName = z.string().min(1).max(80)
const bonus = z.union(
  [
    z.strictObject({ name: bonusName, each: which, amount: amountText }),
    z.strictObject({ name: bonusName, reach: heightText, amount: amountText }),
  ],
  { error: 'expected a name, an amount, and either each (which deals) or reach (a height)' },
)

const attain = z.union([z.enum(['signed', 'collected']), z.strictObject({ metric: metricName })], {
  error: 'expected signed, collected, or { metric: the name of a check-in goal }',
})

/**
 * A plan as it is written, stored and shown: all numbers are text, so that none is ever a float. docs/plans.md tells
 * what each field means.
 */
export const planDocument = z.strictObject({
  name: z.string().min(1).max(80),
  period: z.enum(['month', 'quarter', 'year']),
  attain: attain.describe('What decides the tier'),
  pay: z.enum(['signed', 'collected']).describe('What the rate is paid on, and when'),
  basis: z
    .enum(['amount', 'margin', 'ex-vat'])
    .optional()
    .describe('Which amount of a deal counts: its amount, its margin, or its amount without tax'),
  target: amountText.optional().describe('A target for everyone; without it, each person’s goal'),
  gate: heightText.optional().describe('Below this nothing at all is paid'),
  rate: rateText,
  rates: z
    .array(z.strictObject({ when: which, rate: rateText }))
    .max(50)
    .optional()
    .describe('Rates of particular deals: the first that fits counts'),
  tiers: z.array(tier).min(1).max(50).optional().describe('The ladder; without it everything pays the rate'),
  bonuses: z.array(bonus).max(20).optional(),
  caps: z.strictObject({ period: amountText.optional(), deal: amountText.optional() }).optional(),
  overlay: overlayDocument.optional(),
  override: overrideDocument.optional(),
  pool: poolDocument.optional(),
  ...termsFields,
  ...stretchFields,
  coefficient: coefficientDocument.optional(),
})

export type PlanDocument = z.infer<typeof planDocument>

/** The plan language as a JSON schema, for editors that complete and check YAML. */
export const planSchema = () => z.toJSONSchema(planDocument)
