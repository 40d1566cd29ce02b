import { ceiling, compare, fraction } from './fraction.ts'
import { keptByTarget, onItsSumAlone } from './on-its-sum.ts'
import { exactTarget, type Facts, targetOf, totalPay } from './pay.ts'
import { type Mark, metricOf, type Plan } from './plan.ts'
import { heightOf, type Target } from './tiers.ts'

/** The next rung that pays differently. */
export interface NextTier {
  /** Where the rung stands. */
  unlock: Mark
  /**
   * How much more has to be signed (or collected, or of the plan's metric reached, in hundredths) to stand on it: the
   * least whole number of minor units.
   */
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
  const next = nextRung(plan, facts)
  if (!next) return undefined
  const there = ceiling(next.height)
  const gapMinor = there - facts.attainedMinor
  const payThere = () => totalPay(plan, attaining(plan, facts, gapMinor))
  const then = onItsSumAlone(plan, facts) ? kept(plan, facts, `${there}`, payThere) : payThere()
  if (then === 'no target') return undefined
  return { unlock: next.mark, gapMinor, payMinor: then, moreMinor: then - now }
}

const kept = keptByTarget<bigint | 'no target'>()

/** The lowest rung above what has been attained. */
export const nextRung = (plan: Plan, facts: Facts) =>
  rungsOf(plan, exactTarget(plan, facts)).find(
    ({ height }) => compare(height, fraction(facts.attainedMinor)) > 0,
  )

/** A round step beyond what has been attained, and how much more pay it brings. */
export interface Upwards {
  stepMinor: bigint
  moreMinor: bigint
}

/** What a step upwards is worth that is easy to tell, where there is a target to measure it by; `now`: the total pay. */
export function furtherUp(plan: Plan, facts: Facts, now: bigint): Upwards | undefined {
  const stepMinor = stepUp(plan, facts)
  if (metricOf(plan) === undefined && targetOf(plan, facts) <= 0n) return undefined
  const more = signing(facts, stepMinor)
  const further = totalPay(
    plan,
    metricOf(plan) === undefined ? more : { ...more, attainedMinor: facts.attainedMinor },
  )
  return further === 'no target' ? undefined : { stepMinor, moreMinor: further - now }
}

/** A round amount to tell the top tier in: by the target in money, else by what has been signed. */
export const stepUp = (plan: Plan, facts: Facts): bigint =>
  roundStep(metricOf(plan) === undefined ? targetOf(plan, facts) : facts.creditMinor)

/** The largest power of ten within a tenth of an amount. */
function roundStep(targetMinor: bigint): bigint {
  return 10n ** BigInt(Math.max(0, targetMinor.toString().length - 2))
}

/** Every height at which something begins to pay, from the lowest; one for each height. */
export function rungsOf(plan: Plan, target: Target) {
  const bonuses = plan.bonuses.flatMap((bonus) => ('reach' in bonus ? [bonus.reach] : []))
  const { gate } = plan
  const gateHeight = gate && heightOf(gate, target)
  const rungs = [...(gate ? [gate] : []), ...plan.tiers.map((tier) => tier.unlock), ...bonuses]
    .map((mark) => ({ mark, height: heightOf(mark, target) }))
    .filter(({ height }) => !gateHeight || compare(height, gateHeight) >= 0)
    .sort((a, b) => compare(a.height, b.height))
  return rungs.filter(
    ({ height }, index) => index === 0 || compare(height, rungs[index - 1]?.height ?? height) !== 0,
  )
}

/** The same facts after so much more has been attained: of what is signed, or of the plan's metric. */
const attaining = (plan: Plan, facts: Facts, more: bigint): Facts =>
  metricOf(plan) === undefined
    ? signing(facts, more)
    : { ...facts, attainedMinor: facts.attainedMinor + more }

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
