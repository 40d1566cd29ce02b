import type { Fraction } from './fraction.ts'
import { ceiling } from './fraction.ts'
import { rungsOf } from './next-tier.ts'
import type { PaidNow } from './paid-now.ts'
import { type Facts, targetOf, totalPay } from './pay.ts'
import { isPlain } from './plain.ts'
import type { Mark, Plan } from './plan.ts'
import { looksAtDeals } from './which-deals.ts'

/** The highest line between two heights of a ladder, and what all lines between them are worth, in minor units. */
export interface CrossedLine {
  mark: Mark
  worthMinor: bigint
  lost: boolean
}

/**
 * What of a change of pay is a line that was crossed: the pay on exactly reaching it, less the pay a minor unit below.
 * Undefined where none was crossed, or where single deals or other periods decide as well.
 */
export function crossedLine(before: PaidNow, after: PaidNow): CrossedLine | undefined {
  const { active } = after
  if (!before.known || !after.known || before.active.version !== active.version) return undefined
  if (!isPlain(active) || looksAtDeals(active.plan)) return undefined
  const [then, now] = [before.known.facts, after.known.facts]
  const target = targetOf(active.plan, now)
  if (targetOf(active.plan, then) !== target) return undefined
  const lost = now.attainedMinor < then.attainedMinor
  const [low, high] = lost ? [now, then] : [then, now]
  const crossed = rungsOf(active.plan, target).filter(({ height }) => {
    const at = ceiling(height)
    return at > low.attainedMinor && at <= high.attainedMinor
  })
  const top = crossed.at(-1)
  const worthMinor = crossed.reduce((sum, { height }) => sum + worthOf(active.plan, now, height), 0n)
  return top && worthMinor > 0n ? { mark: top.mark, worthMinor, lost } : undefined
}

function worthOf(plan: Plan, facts: Facts, height: Fraction): bigint {
  const at = ceiling(height)
  const pay = (minor: bigint) => totalPay(plan, { ...facts, attainedMinor: minor, creditMinor: minor })
  const [on, below] = [pay(at), pay(at - 1n)]
  return on === 'no target' || below === 'no target' ? 0n : on - below
}
