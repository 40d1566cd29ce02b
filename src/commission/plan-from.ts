import { decimalsOf } from '../kernel/money.ts'
import { coefficientFrom } from './coefficient.ts'
import { overlayFrom, overrideFrom } from './credit-from.ts'
import { exactly, fraction, ONE, times, ZERO } from './fraction.ts'
import type { Bonus, Caps, Mark, Plan, Tier, TierRate, Which } from './plan.ts'
import { type PlanDocument, planDocument } from './plan-document.ts'
import { poolFrom } from './pool-from.ts'
import { termsFrom } from './terms-from.ts'

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

/** An amount that the currency has no coin for; the path says where it stands. */
export class TooFine extends Error {
  readonly path: readonly (string | number)[]
  constructor(text: string, currency: string, path: readonly (string | number)[]) {
    super(`${text} is finer than the smallest unit of ${currency}`)
    this.path = path
  }
}

/**
 * A document as the engine takes it. Throws on one that is not valid, and TooFine on an amount that the currency
 * cannot express: only documents without either are stored.
 */
export function planFrom(document: unknown, currency: string): Plan {
  const {
    name,
    period,
    attain,
    pay,
    basis,
    target,
    gate,
    rate,
    rates,
    tiers,
    bonuses,
    caps,
    overlay,
    override,
    pool,
    ...others
  } = planDocument.parse(document)
  const { ramp, proration, stretches, coefficient } = others
  const money = (text: string, ...path: (string | number)[]) => minorFrom(text, currency, path)
  const mark = (text: string, ...path: (string | number)[]) => markFrom(text, currency, path)
  return {
    name,
    period,
    attain,
    pay,
    basis: basis ?? 'amount',
    targetMinor: target === undefined ? undefined : money(target, 'target'),
    gate: gate === undefined ? undefined : mark(gate, 'gate'),
    rate: exactly(rate),
    rates: (rates ?? []).map((rule) => ({ when: whichFrom(rule.when), rate: exactly(rule.rate) })),
    tiers:
      tiers?.map((tier, index) => tierFrom(tier, (text, ...path) => mark(text, 'tiers', index, ...path))) ??
      FLAT,
    bonuses: (bonuses ?? []).map((bonus, index): Bonus => {
      const { name } = bonus
      const amountMinor = money(bonus.amount, 'bonuses', index, 'amount')
      return 'each' in bonus
        ? { name, amountMinor, each: whichFrom(bonus.each) }
        : { name, amountMinor, reach: mark(bonus.reach, 'bonuses', index, 'reach') }
    }),
    caps: capsFrom(caps, money),
    ramp: (ramp ?? []).map(exactly),
    proration: proration ?? 'none',
    stretches: stretches ?? 'separate',
    coefficient: coefficient && coefficientFrom(coefficient),
    overlay: overlay && overlayFrom(overlay),
    override: override && overrideFrom(override),
    pool: pool && poolFrom(pool, money),
    terms: termsFrom(others, money),
  }
}

const FLAT: readonly Tier[] = [
  { unlock: { share: ZERO }, covers: { from: { share: ZERO } }, rate: { multiply: ONE } },
]

function tierFrom(
  { unlock, covers, rate }: NonNullable<PlanDocument['tiers']>[number],
  mark: (text: string, ...path: string[]) => Mark,
): Tier {
  return {
    unlock: mark(unlock, 'unlock'),
    covers: {
      from: mark(covers.from, 'covers', 'from'),
      ...(covers.to === undefined ? {} : { to: mark(covers.to, 'covers', 'to') }),
    },
    rate: tierRateFrom(rate),
  }
}

function tierRateFrom(rate: NonNullable<PlanDocument['tiers']>[number]['rate']): TierRate {
  if ('multiply' in rate) return { multiply: exactly(rate.multiply) }
  if ('add' in rate) return { add: exactly(rate.add) }
  return { set: exactly(rate.set) }
}

function whichFrom({
  product,
  channel,
  customer,
  from,
  to,
  discount,
}: NonNullable<PlanDocument['rates']>[number]['when']): Which {
  return {
    ...(product === undefined ? {} : { products: [product].flat() }),
    ...(channel === undefined ? {} : { channels: [channel].flat() }),
    ...(customer === undefined ? {} : { customer }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(discount === undefined
      ? {}
      : { discount: { from: exactly(discount.from), to: exactly(discount.to) } }),
  }
}

function capsFrom(caps: PlanDocument['caps'], money: (text: string, ...path: string[]) => bigint): Caps {
  return {
    ...(caps?.period === undefined ? {} : { periodMinor: money(caps.period, 'caps', 'period') }),
    ...(caps?.deal === undefined ? {} : { dealMinor: money(caps.deal, 'caps', 'deal') }),
  }
}

function markFrom(text: string, currency: string, path: readonly (string | number)[]): Mark {
  const value = exactly(text)
  if (/[%％]$/.test(text.trim()) || value.num === 0n) return { share: value }
  return { amountMinor: minorFrom(text, currency, path) }
}

function minorFrom(text: string, currency: string, path: readonly (string | number)[]): bigint {
  const minor = times(exactly(text), fraction(10n ** BigInt(decimalsOf(currency))))
  if (minor.den !== 1n) throw new TooFine(text, currency, path)
  return minor.num
}
