import { z } from 'zod'
import { compare, exactly, ONE } from './fraction.ts'
import { amountText, isShare, shareText } from './plan-scalars.ts'

const isPart = (text: string) => isShare(text) && exactly(text).num > 0n && compare(exactly(text), ONE) <= 0

const partText = shareText
  .refine((text) => !isShare(text) || isPart(text), 'expected a share above 0% and up to 100%')
  .describe('A share: 80%')
const countText = (what: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,3}$/, `expected a number of ${what}, 1 or more`)
    .describe(`A number of ${what}`)

const draw = z
  .strictObject({
    amount: amountText.refine((text) => !/^[0.]*$/.test(text), 'expected an amount above 0'),
    recoverable: z
      .enum(['true', 'false'])
      .describe('Whether what it pays above the earnings is owed and recovered from later ones'),
    for: countText('months').optional().describe('For how many months it is paid; without it, always'),
  })
  .describe('What a period pays at least')

const advance = z
  .strictObject({
    share: partText.describe('How much of what a period earns is paid at once'),
    trueUp: z.enum(['quarter', 'year']).describe('The span that is worked out anew at its end'),
  })
  .describe('A share of each period’s earnings is paid at once, the rest with the whole span')

const release = z.union([z.literal('year-end'), z.strictObject({ after: countText('months') })], {
  error: 'expected year-end, or { after: 6 } in months, 1 or more',
})

const deferred = z
  .strictObject({
    share: partText.describe('How much of what a period earns is held back'),
    release: release.describe('When it is paid: year-end, or { after: 6 } months after the period’s end'),
  })
  .describe('A share of what is earned is held back, and paid later')

const clawback = z
  .strictObject({
    rate: z
      .enum(['re-rate', 'original', 'current'])
      .describe('Work the period of the signing out anew, or take back at its rate, or at the current one'),
    attainment: z.enum(['lowers', 'keeps']).optional().describe('Whether a refund also lowers what attains'),
  })
  .describe('What a refund takes back of the pay of an earlier period')

const collections = z.union([z.enum(['pay', 'forfeit']), z.strictObject({ days: countText('days') })], {
  error: 'expected pay, forfeit or { days: 90 }',
})

const leaving = z
  .strictObject({
    collections: collections.optional().describe('Money that customers pay after somebody has left'),
    deferred: z.enum(['release', 'forfeit']).optional().describe('What is held back then'),
  })
  .describe('What becomes of pay that comes after somebody has left')

/** The fields of a plan that say when what has been earned is paid. */
export const termsFields = {
  draw: draw.optional(),
  advance: advance.optional(),
  deferred: deferred.optional(),
  negative: z.enum(['carried', 'deducted', 'forgiven']).optional().describe('A result below zero'),
  clawback: clawback.optional(),
  leaving: leaving.optional(),
}

const termsDocument = z.object(termsFields)

export type TermsDocument = z.infer<typeof termsDocument>
