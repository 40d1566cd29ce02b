import type { DealCredit, MoneyMoved } from '../deals/store.ts'
import type { Employment } from '../people/store.ts'
import { type Fraction, fraction, minus, rounded } from './fraction.ts'
import { type Facts, pay, totalPay } from './pay.ts'
import type { Pay, PayLine } from './pay-line.ts'
import { factsFrom } from './pay-of.ts'
import type { Balances } from './payout.ts'
import type { Plan } from './plan.ts'
import type { Settled } from './settle.ts'
import type { Stretch } from './stretches.ts'

/** A calculation in full: everything that is needed to do it again with pencil and paper. */
export interface Explanation {
  facts: Facts
  credits: readonly DealCredit[]
  /** What came in, where that is paid on. */
  moved: readonly MoneyMoved[]
  /** The names of the teams that lines are about. */
  teams: ReadonlyMap<string, string>
  lines: PayLine[]
  /** What the period consists of, where the plan needs a settlement. */
  stretches: readonly Stretch[]
  /** Where the target depends on it. */
  employment?: Employment
  /** What was earned, before the one rounding and after it. */
  exact: Fraction
  earnedMinor: bigint
  totalMinor: bigint
  /** What runs on to the next period. */
  balances?: Balances
  /** What the one rounding has added or taken, in minor units. */
  rounding: Fraction
  /** The same calculation on the confirmed credit alone. */
  confirmed: { creditMinor: bigint; payMinor: bigint }
}

/** Works a person's pay out from each of their deals' credits; their order does not matter. */
export function explain(
  plan: Plan,
  targetMinor: number | undefined,
  credits: readonly DealCredit[],
): Explanation | 'no target' {
  const facts = factsFrom(targetMinor, credits, plan.basis)
  const all = pay(plan, facts.all)
  const confirmed = totalPay(plan, facts.confirmed)
  if (all === 'no target' || confirmed === 'no target') return 'no target'
  return {
    facts: facts.all,
    credits,
    moved: [],
    stretches: [],
    teams: new Map(),
    ...all,
    ...roundingOf(all),
    confirmed: { creditMinor: facts.confirmed.creditMinor, payMinor: confirmed },
  }
}

/** The same of a plan that needs a whole settlement: all that is signed, and what of it is confirmed. */
export function explainSettled(
  { facts, pay, stretches = [] }: Settled,
  confirmed: Settled,
  given: Pick<Explanation, 'credits' | 'moved' | 'teams'>,
): Explanation | 'no target' {
  if (typeof pay === 'string' || typeof confirmed.pay === 'string' || !facts) return 'no target'
  return {
    facts,
    ...given,
    stretches,
    ...pay,
    ...roundingOf(pay),
    confirmed: { creditMinor: confirmed.facts?.creditMinor ?? 0n, payMinor: confirmed.pay.totalMinor },
  }
}

function roundingOf({ exact }: Pay): Pick<Explanation, 'earnedMinor' | 'rounding'> {
  const earnedMinor = rounded(exact)
  return { earnedMinor, rounding: minus(fraction(earnedMinor), exact) }
}
