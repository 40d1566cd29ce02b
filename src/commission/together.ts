import { type Period, shift } from '../kernel/period.ts'
import { factsOf } from './facts-of.ts'
import type { Facts } from './pay.ts'
import type { Bonus, Caps, Mark, Plan, Tier } from './plan.ts'
import type { Settling } from './settle.ts'

/** Several periods of a plan counted as one: their facts added up, and the plan on that scale. */
export interface Together {
  plan: Plan
  /** The target is the sum of the periods' targets. */
  facts: Facts
  periods: Period[]
}

/**
 * Adds up what a person has done from one period to another. The plan is scaled with it: what it says of one period
 * (heights in amounts, bonuses for reaching a height, the period's cap) counts as many times as there are periods, what it
 * says of one deal stays. So equal periods earn together what they earn one by one.
 */
export async function together(
  settling: Settling,
  person: string,
  plan: Plan,
  { from, to }: { from: Period; to: Period },
): Promise<Together> {
  const { records } = settling
  const found: Facts[] = []
  const periods: Period[] = []
  for (let period = from; period <= to; period = shift(period, 1, records.workspace.fiscalStartMonth)) {
    const facts = await factsOf(records, person, period, plan)
    const targetMinor = plan.targetMinor ?? facts.targetMinor
    found.push({ ...facts, targetMinor })
    periods.push(period)
  }
  return { plan: scaled(plan, BigInt(found.length)), facts: found.reduce(added), periods }
}

/** A plan for so many of its periods at once. The target is left to the facts. */
export function scaled(plan: Plan, times: bigint): Plan {
  const mark = (one: Mark): Mark => ('share' in one ? one : { amountMinor: one.amountMinor * times })
  return {
    ...plan,
    targetMinor: undefined,
    gate: plan.gate && mark(plan.gate),
    tiers: plan.tiers.map(
      (tier): Tier => ({
        ...tier,
        unlock: mark(tier.unlock),
        covers: {
          from: mark(tier.covers.from),
          ...(tier.covers.to ? { to: mark(tier.covers.to) } : {}),
        },
      }),
    ),
    bonuses: plan.bonuses.map(
      (bonus): Bonus =>
        'reach' in bonus
          ? { ...bonus, reach: mark(bonus.reach), amountMinor: bonus.amountMinor * times }
          : bonus,
    ),
    caps: scaledCaps(plan.caps, times),
  }
}

const scaledCaps = ({ periodMinor, ...caps }: Caps, times: bigint): Caps =>
  periodMinor === undefined ? caps : { ...caps, periodMinor: periodMinor * times }

function added(one: Facts, other: Facts): Facts {
  const { targetMinor: a, deals, signedDeals } = one
  const { targetMinor: b } = other
  return {
    targetMinor: a === undefined ? b : a + (b ?? 0n),
    attainedMinor: one.attainedMinor + other.attainedMinor,
    creditMinor: one.creditMinor + other.creditMinor,
    ...(deals ? { deals: [...deals, ...(other.deals ?? [])] } : {}),
    ...(signedDeals ? { signedDeals: [...signedDeals, ...(other.signedDeals ?? [])] } : {}),
  }
}
