import { z } from 'zod'
import { decimalsOf } from '../kernel/money.ts'
import { compare, type Fraction, fraction, readFraction, times, ZERO } from './fraction.ts'
import type { Mark, Plan, TierRate } from './plan.ts'

/**
 * A plan as it is written, stored and shown: all numbers are text, so that none is ever a float.
 * A rate reads `5%` or `1/20`; a height on the ladder `80%` (of the target) or `100000` (an amount in whole units of
 * the workspace's currency); a factor `1.2`; points `2%`.
 */
export type PlanDocument = z.infer<typeof planDocument>

const rateText = z.string().refine((text) => isFrom(readFraction(text), ZERO), 'expected a rate such as 5%')
const heightText = z
  .string()
  .refine((text) => isFrom(readFraction(text), ZERO), 'expected a share such as 80%, or an amount')

const tierDocument = z.strictObject({
  unlock: heightText,
  covers: z.strictObject({ from: heightText, to: heightText.optional() }),
  rate: z.union([
    z.strictObject({ multiply: rateText }),
    z.strictObject({ add: rateText }),
    z.strictObject({ set: rateText }),
  ]),
})

export const planDocument = z.strictObject({
  name: z.string().min(1).max(80),
  period: z.enum(['month', 'quarter', 'year']),
  attain: z.enum(['signed']),
  pay: z.enum(['signed']),
  rate: rateText,
  tiers: z.array(tierDocument).min(1).max(50),
})

const MOST_READ = 200

/** The plans read last, by what they say: reading one takes longer than working a commission out by it. */
const read = new Map<string, Plan>()

/** A plan from the JSON text that is stored of it. */
export function storedPlan(text: string, currency: string): Plan {
  const key = `${currency} ${text}`
  const known = read.get(key)
  if (known) return known
  const plan = planFrom(JSON.parse(text), currency)
  if (read.size >= MOST_READ) read.clear()
  read.set(key, plan)
  return plan
}

/** A document as the engine takes it. Throws on one that is not valid: only valid ones are stored. */
export function planFrom(document: unknown, currency: string): Plan {
  const { name, period, attain, pay, rate, tiers } = planDocument.parse(document)
  return {
    name,
    period,
    attain,
    pay,
    rate: exactly(rate),
    tiers: tiers.map((tier) => ({
      unlock: markFrom(tier.unlock, currency),
      covers: {
        from: markFrom(tier.covers.from, currency),
        ...(tier.covers.to === undefined ? {} : { to: markFrom(tier.covers.to, currency) }),
      },
      rate: tierRateFrom(tier.rate),
    })),
  }
}

function markFrom(text: string, currency: string): Mark {
  const value = exactly(text)
  if (/[%％]$/.test(text.trim()) || value.num === 0n) return { share: value }
  const minor = times(value, fraction(10n ** BigInt(decimalsOf(currency))))
  if (minor.den !== 1n) throw new Error(`${text} is finer than the smallest unit of ${currency}`)
  return { amountMinor: minor.num }
}

function tierRateFrom(rate: PlanDocument['tiers'][number]['rate']): TierRate {
  if ('multiply' in rate) return { multiply: exactly(rate.multiply) }
  if ('add' in rate) return { add: exactly(rate.add) }
  return { set: exactly(rate.set) }
}

function exactly(text: string): Fraction {
  const value = readFraction(text)
  if (!value) throw new Error(`Not an exact number: ${text}`)
  return value
}

const isFrom = (value: Fraction | undefined, least: Fraction) =>
  value !== undefined && compare(value, least) >= 0
