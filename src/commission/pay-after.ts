import type { PayAfter } from '../deals/pay-after.ts'
import { kindOf } from '../kernel/period.ts'
import { activePlanFor } from './active-plan.ts'
import { showMark, showPay } from './figures.ts'
import { compare, fraction } from './fraction.ts'
import { standingOn } from './pay-of.ts'
import { heightOf } from './tiers.ts'

/** What a logged or changed deal has made of its owner's pay; undefined where the plan does not count in that period. */
export const payAfter: PayAfter = async (scope, before, after) => {
  const active = await activePlanFor(scope, after.person, after.period)
  if (!active || kindOf(after.period) !== active.plan.period) return undefined
  const standing = standingOn(active, after)
  if (standing === 'no target') return undefined
  const target = standing.facts.targetMinor ?? 0n
  const passed = active.plan.tiers
    .map((tier) => ({ mark: tier.unlock, height: heightOf(tier.unlock, target) }))
    .filter(({ height }) => compare(height, fraction(before.signedMinor)) > 0)
    .filter(({ height }) => compare(height, fraction(after.signedMinor)) <= 0)
    .sort((a, b) => compare(a.height, b.height))
    .at(-1)
  return {
    ...(passed ? { passed: showMark(passed.mark, scope.workspace.currency, scope.locale) } : {}),
    pay: showPay(scope, standing.earnedMinor),
  }
}
