import type { PlanDocument } from '../../src/commission/plan-document.ts'

/**
 * The pay of a plan by brute force, written from its rules alone and sharing no code with the engine. Everything is put
 * over one common denominator, so that each tier's marks are whole numbers; then every stretch between two
 * neighbouring marks is asked which tiers are open over it, and paid by the one that unlocks highest.
 */
export function oraclePay(document: PlanDocument, target: bigint, attained: bigint, credit: bigint): bigint {
  const scale = 10_000n
  const height = (text: string) =>
    text.endsWith('%') ? (BigInt(text.slice(0, -1)) * target * scale) / 100n : decimalCents(text) * scale
  const open = (document.tiers ?? [])
    .map((tier, order) => ({
      order,
      unlock: height(tier.unlock),
      from: height(tier.covers.from),
      to: tier.covers.to === undefined ? undefined : height(tier.covers.to),
      rate: tierRate(document.rate, tier.rate),
    }))
    .filter((tier) => tier.unlock <= attained * scale)

  const top = credit * scale
  const marks = [...new Set([0n, top, ...open.flatMap((tier) => [tier.from, tier.to ?? top])])]
    .filter((mark) => mark >= 0n && mark <= top)
    .sort((a, b) => (a < b ? -1 : 1))

  let num = 0n
  let den = 1n
  for (let index = 0; index + 1 < marks.length; index++) {
    const [low, high] = [marks[index] ?? 0n, marks[index + 1] ?? 0n]
    const over = open.filter((tier) => tier.from <= low && (tier.to === undefined || tier.to >= high))
    over.sort((a, b) => (a.unlock === b.unlock ? b.order - a.order : a.unlock > b.unlock ? -1 : 1))
    const [best] = over
    if (!best) continue
    num = num * best.rate.den * scale + (high - low) * best.rate.num * den
    den = den * best.rate.den * scale
  }
  return (num * 2n + den) / (den * 2n)
}

export interface OracleDeal {
  minor: bigint
  shareBps: number
  product: string
  repeat: boolean
}

/**
 * The pay of a plan that looks at deals, deal by deal, on a target and with every height told as a whole per cent of it:
 * each deal's own part of every stretch, cut at the deal's cap; then bonuses, then the period's cap. In hundredths of
 * ten-thousandths of a basis point throughout, so that nothing is ever divided before the end.
 */
export function oracleDealPay(document: PlanDocument, target: bigint, deals: readonly OracleDeal[]): bigint {
  const credit = deals.reduce((sum, deal) => sum + deal.minor, 0n)
  const height = (text: string) => BigInt(text.slice(0, -1)) * target // in hundredths of a minor unit
  const top = credit * 100n
  if (document.gate !== undefined && top < height(document.gate)) return 0n
  const open = (document.tiers ?? []).filter((tier) => height(tier.unlock) <= top)
  const marks = [
    ...new Set([0n, top, ...open.flatMap(({ covers }) => [height(covers.from), height(covers.to ?? '0%')])]),
  ]
    .filter((mark) => mark >= 0n && mark <= top)
    .sort((a, b) => (a < b ? -1 : 1))

  // Everything below is worth 1 / (credit × 100 × 10,000²) of a minor unit.
  const unit = credit * 100n * 10_000n * 10_000n
  let sum = 0n
  for (const deal of deals) {
    const own = bps(document.rates?.find((rule) => meant(rule.when, deal))?.rate ?? document.rate) * 10_000n
    let earned = 0n
    for (let index = 0; index + 1 < marks.length; index++) {
      const [low, high] = [marks[index] ?? 0n, marks[index + 1] ?? 0n]
      const over = open.filter(
        ({ covers: { from, to } }) => height(from) <= low && (to === undefined || height(to) >= high),
      )
      const best = over.reduce<(typeof over)[number] | undefined>(
        (winner, tier) => (winner && height(winner.unlock) > height(tier.unlock) ? winner : tier),
        undefined,
      )
      if (best) earned += (high - low) * deal.minor * paidAt(own, best.rate)
    }
    const cap = document.caps?.deal === undefined ? undefined : decimalCents(document.caps.deal) * unit
    sum += cap !== undefined && earned > cap ? cap : earned
  }
  for (const bonus of document.bonuses ?? []) {
    const worth = decimalCents(bonus.amount) * unit
    if ('reach' in bonus) sum += height(bonus.reach) <= top ? worth : 0n
    else
      for (const deal of deals)
        sum += meant(bonus.each, deal) ? (worth / 10_000n) * BigInt(deal.shareBps) : 0n
  }
  const most = document.caps?.period === undefined ? undefined : decimalCents(document.caps.period) * unit
  if (most !== undefined && sum > most) sum = most
  return (sum * 2n + unit) / (unit * 2n)
}

type When = NonNullable<PlanDocument['rates']>[number]['when']

const meant = ({ product, customer }: When, deal: OracleDeal) =>
  (product === undefined || [product].flat().includes(deal.product)) &&
  (customer === undefined || (customer === 'repeat') === deal.repeat)

/** A tier's rate on a rate, both in ten-thousandths of a basis point. */
function paidAt(own: bigint, rate: NonNullable<PlanDocument['tiers']>[number]['rate']): bigint {
  if ('multiply' in rate) return (own * bps(rate.multiply)) / 10_000n
  return 'add' in rate ? own + bps(rate.add) * 10_000n : bps(rate.set) * 10_000n
}

/** `725/10000` as 725. */
const bps = (text: string) => BigInt(text.slice(0, text.indexOf('/')))

interface Ratio {
  num: bigint
  den: bigint
}

function tierRate(base: string, rate: NonNullable<PlanDocument['tiers']>[number]['rate']): Ratio {
  const plan = ratio(base)
  if ('multiply' in rate) {
    const factor = ratio(rate.multiply)
    return { num: plan.num * factor.num, den: plan.den * factor.den }
  }
  if ('add' in rate) {
    const points = ratio(rate.add)
    return { num: plan.num * points.den + points.num * plan.den, den: plan.den * points.den }
  }
  return ratio(rate.set)
}

function ratio(text: string): Ratio {
  const [num = '0', den = '1'] = text.split('/')
  return { num: BigInt(num), den: BigInt(den) }
}

/** `12.25` as 1225. */
function decimalCents(text: string): bigint {
  const [whole = '0', digits = ''] = text.split('.')
  return BigInt(whole) * 100n + BigInt(digits.padEnd(2, '0'))
}
