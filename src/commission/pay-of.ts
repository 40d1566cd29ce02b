import { type Total, totalOf } from '../deals/store.ts'
import type { Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { type ActivePlan, activePlanFor } from './active-plan.ts'
import { type Facts, type NextTier, nextTier, pay, attainmentPpm as ppmOf, totalPay } from './pay.ts'

/** Why nothing can be calculated. */
type Nothing = 'no plan' | 'no target'

/** What a person has earned in a period so far, pre-tax, in minor units of the workspace's currency, and on what. */
export interface PayStanding {
  active: ActivePlan
  facts: Facts
  total: Total
  /** On everything signed. */
  earnedMinor: bigint
  /** The part of it that waits for confirmation: all, less what the confirmed deals alone would pay. */
  provisionalMinor: bigint
  /** Millionths of the target, floored; undefined where the plan needs no target and there is none. */
  attainmentPpm: number | undefined
  /** Absent on the top rung. */
  next: NextTier | undefined
}

/**
 * A person's pay for a period of their plan, in two indexed reads, however many deals there are. 'no plan' or 'no
 * target': nothing is calculated, and that has to be said. Whoever calls has checked that the reader may see it.
 */
export async function payStanding(
  scope: Scope,
  person: string,
  period: Period,
): Promise<PayStanding | Nothing> {
  const active = await activePlanFor(scope, person, period)
  if (!active) return 'no plan'
  return standingOn(active, await totalOf(scope, person, period))
}

/** The same from a total at hand. */
export function standingOn(active: ActivePlan, total: Total): PayStanding | 'no target' {
  const facts = factsOf(total.targetMinor, total.signedMinor)
  const confirmed = totalPay(active.plan, factsOf(total.targetMinor, total.confirmedMinor))
  const all = pay(active.plan, facts)
  if (all === 'no target' || confirmed === 'no target') return 'no target'
  return {
    active,
    facts,
    total,
    earnedMinor: all.totalMinor,
    provisionalMinor: all.totalMinor - confirmed,
    attainmentPpm: ppmOf(facts),
    next: nextTier(active.plan, facts),
  }
}

/** Facts of a plan that attains and pays on the same signed credit. */
export function factsOf(targetMinor: number | undefined, signedMinor: number): Facts {
  return {
    targetMinor: targetMinor === undefined ? undefined : BigInt(targetMinor),
    attainedMinor: BigInt(signedMinor),
    creditMinor: BigInt(signedMinor),
  }
}
