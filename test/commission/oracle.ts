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
