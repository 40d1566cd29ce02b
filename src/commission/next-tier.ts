import { ceiling, compare, fraction } from './fraction.ts'
import { type Facts, targetOf, totalPay } from './pay.ts'
import type { Mark, Plan } from './plan.ts'
import { heightOf } from './tiers.ts'

/** The next rung that pays differently. */
export interface NextTier {
  /** Where the rung stands. */
  unlock: Mark
  /** How much more has to be signed to stand on it: the least whole number of minor units. */
  gapMinor: bigint
  /** The pay on exactly reaching it, and how much more that is than now. */
  payMinor: bigint
  moreMinor: bigint
}

/**
 * The lowest rung not yet reached (tier, gate, or a bonus for reaching a height), and what reaching it is worth.
 * `now`: the total pay, where it is at hand.
 */
export function nextTier(
  plan: Plan,
  facts: Facts,
  now: bigint | 'no target' = totalPay(plan, facts),
): NextTier | undefined {
  if (now === 'no target') return undefined
  const [next] = rungsOf(plan, targetOf(plan, facts)).filter(
    ({ height }) => compare(height, fraction(facts.attainedMinor)) > 0,
  )
  if (!next) return undefined
  const gapMinor = ceiling(next.height) - facts.attainedMinor
  const then = totalPay(plan, signing(facts, gapMinor))
  if (then === 'no target') return undefined
  return { unlock: next.mark, gapMinor, payMinor: then, moreMinor: then - now }
}

/** Every height at which something begins to pay, from the lowest; one for each height. */
export function rungsOf(plan: Plan, targetMinor: bigint) {
  const bonuses = plan.bonuses.flatMap((bonus) => ('reach' in bonus ? [bonus.reach] : []))
  const { gate } = plan
  const gateHeight = gate && heightOf(gate, targetMinor)
  const rungs = [...(gate ? [gate] : []), ...plan.tiers.map((tier) => tier.unlock), ...bonuses]
    .map((mark) => ({ mark, height: heightOf(mark, targetMinor) }))
    .filter(({ height }) => !gateHeight || compare(height, gateHeight) >= 0)
    .sort((a, b) => compare(a.height, b.height))
  return rungs.filter(
    ({ height }, index) => index === 0 || compare(height, rungs[index - 1]?.height ?? height) !== 0,
  )
}

/** The same facts after so much more has been signed, in a deal of no particular kind. */
export function signing(facts: Facts, moreMinor: bigint): Facts {
  const imagined = {
    deal: undefined,
    minor: moreMinor,
    shareBps: 10_000,
    product: undefined,
    channel: undefined,
    repeatCustomer: true,
    signedOn: undefined,
  }
  return {
    ...facts,
    attainedMinor: facts.attainedMinor + moreMinor,
    creditMinor: facts.creditMinor + moreMinor,
    ...(facts.deals ? { deals: [...facts.deals, imagined] } : {}),
  }
}
