import type { PayAfter } from '../deals/pay-after.ts'
import { kindOf } from '../kernel/period.ts'
import { activePlanFor } from './active-plan.ts'
import { showMark, showPay } from './figures.ts'
import { targetOf } from './pay.ts'
import { standingFor } from './pay-of.ts'
import { unlockedTiers } from './tiers.ts'

/** What a deal does to a person's pay: the highest line that it took them past, and what they have earned so far. */
export const payAfterDeal: PayAfter = async (scope, before, after) => {
  const active = await activePlanFor(scope, after.person, after.period)
  if (!active || active.plan.period !== kindOf(after.period)) return undefined
  const standing = await standingFor(scope, active, after)
  if (standing === 'no target') return undefined
  const target = targetOf(active.plan, standing.facts)
  const unlocked = (signedMinor: number) => unlockedTiers(active.plan, target, BigInt(signedMinor))
  const known = new Set(unlocked(before.signedMinor))
  const passed = unlocked(after.signedMinor)
    .filter((tier) => !known.has(tier))
    .at(-1)
  return {
    pay: showPay(scope, standing.earnedMinor),
    ...(passed ? { passed: showMark(passed.unlock, scope.workspace.currency, scope.locale) } : {}),
  }
}
