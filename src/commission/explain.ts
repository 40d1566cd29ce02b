import type { DealCredit } from '../deals/store.ts'
import { type Fraction, fraction, minus } from './fraction.ts'
import { type Facts, pay, totalPay } from './pay.ts'
import type { PayLine } from './pay-line.ts'
import { factsFrom } from './pay-of.ts'
import type { Plan } from './plan.ts'

/** A calculation in full: everything that is needed to do it again with pencil and paper. */
export interface Explanation {
  facts: Facts
  credits: readonly DealCredit[]
  lines: PayLine[]
  exact: Fraction
  totalMinor: bigint
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
  const facts = factsFrom(targetMinor, credits)
  const all = pay(plan, facts.all)
  const confirmed = totalPay(plan, facts.confirmed)
  if (all === 'no target' || confirmed === 'no target') return 'no target'
  return {
    facts: facts.all,
    credits,
    ...all,
    rounding: minus(fraction(all.totalMinor), all.exact),
    confirmed: { creditMinor: facts.confirmed.creditMinor, payMinor: confirmed },
  }
}
