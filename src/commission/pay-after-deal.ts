import type { PayAfter } from '../deals/pay-after.ts'
import type { Total } from '../deals/store.ts'
import { kindOf } from '../kernel/period.ts'
import { activePlanFor } from './active-plan.ts'
import { showMark, showPay } from './figures.ts'
import { exactTarget, type Facts } from './pay.ts'
import { standingFor } from './pay-of.ts'
import type { Plan, Tier } from './plan.ts'
import { unlockedTiers } from './tiers.ts'

/** What a deal does to a person's pay: the highest line that it took them past, and what they have earned so far. */
export const payAfterDeal: PayAfter = async (scope, before, after) => {
  const active = await activePlanFor(scope, after.person, after.period)
  if (!active || active.plan.period !== kindOf(after.period)) return undefined
  const standing = await standingFor(scope, active, after)
  if (standing === 'no target') return undefined
  const passed =
    active.plan.attain === 'signed' ? tierPassed(active.plan, standing.facts, before, after) : undefined
  return {
    pay: showPay(scope, standing.earnedMinor),
    ...(passed ? { passed: showMark(passed.unlock, scope.workspace.currency, scope.locale) } : {}),
  }
}

/** The highest tier that the deal has unlocked. */
function tierPassed(plan: Plan, facts: Facts, before: Total, after: Total): Tier | undefined {
  const more = BigInt(after.signedMinor - before.signedMinor)
  const unlocked = (attainedMinor: bigint) => unlockedTiers(plan, exactTarget(plan, facts), attainedMinor)
  const known = new Set(unlocked(facts.attainedMinor - more))
  return unlocked(facts.attainedMinor).findLast((tier) => !known.has(tier))
}
