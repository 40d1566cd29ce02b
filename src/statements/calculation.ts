import type { Facts, Pay } from '../commission/pay.ts'
import { pay, targetOf } from '../commission/pay.ts'
import { factsFrom } from '../commission/pay-of.ts'
import type { Plan } from '../commission/plan.ts'
import { storedPlan } from '../commission/plan-from.ts'
import type { DealCredit } from '../deals/store.ts'
import { kindOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { creditsAt } from './credits-at.ts'
import { type History, type RecordedTarget, type RecordedVersion, recordedBy } from './history.ts'
import { planAt } from './plan-at.ts'

/** A person's pay for a period as it stood at a moment: on what a manager had confirmed by then. */
export interface Calculation {
  version: RecordedVersion | undefined
  plan: Plan | undefined
  target: RecordedTarget | undefined
  /** What pay was worked out on, in minor units. */
  targetMinor: bigint
  facts: Facts | undefined
  /** All parts of deals; the unconfirmed ones are not paid. */
  credits: readonly DealCredit[]
  /** `other period`: the plan counts in spans of another length. */
  pay: Pay | 'no plan' | 'no target' | 'other period'
}

export const earnedOf = ({ pay }: Calculation): bigint => (typeof pay === 'string' ? 0n : pay.totalMinor)

/** Works a moment of a history out; the parts of deals are worked out once for everybody. */
export function calculator(
  { workspace }: Pick<Scope, 'workspace'>,
  history: History,
  at: Instant,
): { people: string[]; calculate: (person: string) => Calculation } {
  const credits = creditsAt(history, at)
  const targets = new Map<string, RecordedTarget>()
  for (const target of history.targets.filter(recordedBy(at))) targets.set(target.person, target)
  return {
    people: [...new Set([...credits.keys(), ...targets.keys()])].sort(),
    calculate: (person) => {
      const version = planAt(history, person, at)
      const own = credits.get(person) ?? []
      const target = targets.get(person)
      const given = { version, target, credits: own }
      if (!version) return { ...given, plan: undefined, facts: undefined, targetMinor: 0n, pay: 'no plan' }
      const plan = storedPlan(version.document, workspace.currency)
      const facts = factsFrom(target?.minor, own).confirmed
      const fits = plan.period === kindOf(history.period)
      const known = { ...given, plan, facts, targetMinor: targetOf(plan, facts) }
      return { ...known, pay: fits ? pay(plan, facts) : 'other period' }
    },
  }
}
