import { ceiling, fraction, readFraction, times } from './fraction.ts'
import { rungsOf, signing } from './next-tier.ts'
import { type Facts, totalPay } from './pay.ts'
import { type Mark, metricOf, type Plan } from './plan.ts'

/** The attainments at which a plan is shown: around the usual gate and the target, and well above it. */
const SHOWN = ['50%', '79.99%', '80%', '99.99%', '100%', '120%', '150%']

export interface WorkedRow {
  attainment: string
  creditMinor: bigint
  payMinor: bigint
}

/**
 * What a plan pays at the usual attainments of a target, in minor units, on deals of no particular kind. One that attains
 * on a metric is shown on the target's amount of credit at every attainment.
 */
export function workedTable(plan: Plan, targetMinor: bigint): WorkedRow[] {
  return SHOWN.map((attainment) => {
    const share = readFraction(attainment)
    const attained = share ? ceiling(times(share, fraction(targetMinor))) : 0n
    const creditMinor = metricOf(plan) === undefined ? attained : targetMinor
    return { attainment, creditMinor, payMinor: paid(plan, targetMinor, attained) }
  })
}

/** A height at which signing one more minor unit pays less than before. */
export interface Drop {
  at: Mark
  beforeMinor: bigint
  afterMinor: bigint
}

/** Where more signed pays less, if anywhere: only a rung can do that, so only rungs are looked at. */
export function dropsOf(plan: Plan, targetMinor: bigint): Drop[] {
  return rungsOf(plan, targetMinor).flatMap(({ mark, height }) => {
    const at = ceiling(height)
    if (at <= 0n) return []
    const [beforeMinor, afterMinor] = [paid(plan, targetMinor, at - 1n), paid(plan, targetMinor, at)]
    return afterMinor < beforeMinor ? [{ at: mark, beforeMinor, afterMinor }] : []
  })
}

function paid(plan: Plan, targetMinor: bigint, attainedMinor: bigint): bigint {
  const facts =
    metricOf(plan) === undefined
      ? signing(nothing(targetMinor), attainedMinor)
      : { ...signing(nothing(targetMinor), targetMinor), attainedMinor }
  const total = totalPay(plan, facts)
  return total === 'no target' ? 0n : total
}

const nothing = (targetMinor: bigint): Facts => ({
  targetMinor,
  attainedMinor: 0n,
  creditMinor: 0n,
  deals: [],
})
