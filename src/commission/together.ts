import { type Period, shift } from '../kernel/period.ts'
import { presenceIn } from './chain.ts'
import { factsOf } from './facts-of.ts'
import { type Fraction, fraction, plus, ZERO } from './fraction.ts'
import { exactTarget, type Facts, wholeTarget } from './pay.ts'
import { type Bonus, type Caps, type Mark, metricOf, type Plan, type Tier } from './plan.ts'
import type { Records } from './records.ts'
import type { Settling } from './settle.ts'
import { stretchesOf } from './stretches.ts'
import { asFraction } from './tiers.ts'

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
 * says of one deal stays. So equal periods earn together what they earn one by one. Periods after the person has left add
 * what still came, and neither a target nor to the scale.
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
  let counted = 0n
  for (let period = from; period <= to; period = shift(period, 1, records.workspace.fiscalStartMonth)) {
    const facts = await factsOf(records, person, period, plan)
    const left = counted > 0n && (await presenceIn(records, person, period)) === 'left'
    const target = left ? ZERO : await targetIn(records, person, period, plan, facts)
    found.push({ ...facts, exactTarget: target })
    if (!left) counted += 1n
    periods.push(period)
  }
  return { plan: scaled(plan, counted), facts: found.reduce(added), periods }
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

/** What a period's target comes to for the person: of a newcomer, or where the plan changes, that of its stretches. */
async function targetIn(
  records: Records,
  person: string,
  period: Period,
  plan: Plan,
  facts: Facts,
): Promise<Fraction> {
  const active = await records.planFor(person, period)
  if (active?.plan.period !== plan.period) return fraction(wholeTarget(plan, facts))
  const stretches = await stretchesOf(records, person, period, active)
  const blends = active.plan.stretches === 'blended' || metricOf(active.plan) !== undefined
  return (blends ? stretches.slice(-1) : stretches)
    .map((one) => asFraction(exactTarget(one.active.plan, one.facts)))
    .reduce(plus, ZERO)
}

function added(one: Facts, other: Facts): Facts {
  const { deals, signedDeals } = one
  return {
    ...one,
    targetMinor: undefined,
    exactTarget: plus(one.exactTarget ?? ZERO, other.exactTarget ?? ZERO),
    attainedMinor: one.attainedMinor + other.attainedMinor,
    creditMinor: one.creditMinor + other.creditMinor,
    ...(deals ? { deals: [...deals, ...(other.deals ?? [])] } : {}),
    ...(signedDeals ? { signedDeals: [...signedDeals, ...(other.signedDeals ?? [])] } : {}),
  }
}
