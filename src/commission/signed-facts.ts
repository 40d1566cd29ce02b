import { eachCredit, type Total, totalsOf } from '../deals/store.ts'
import { type Period, type Span, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { factOf } from './facts-of.ts'
import type { Facts } from './pay.ts'
import { factsOn, factsOnSum } from './pay-of.ts'
import type { Basis, Plan } from './plan.ts'
import { type DealFact, looksAtDeals } from './which-deals.ts'

/**
 * What everybody's pay for the periods within a span is worked out on, of the confirmed deals: sums are read once for each
 * period, and all deals of the span together when a plan first looks at them.
 */
export class SignedFacts {
  readonly #scope: Scope
  readonly #span: Span
  readonly #totals = new Map<Period, Map<string, Total>>()
  readonly #deals = new Map<Basis, Map<string, DealFact[]>>()

  constructor(scope: Scope, within: Period) {
    this.#scope = scope
    this.#span = spanOf(within, scope.workspace.fiscalStartMonth)
  }

  async of(person: string, period: Period, plan: Plan): Promise<Facts> {
    const total = (await this.#totalsOf(period)).get(person)
    if (!looksAtDeals(plan)) return factsOnSum(total?.targetMinor, total?.confirmedMinor ?? 0)
    const known = this.#deals.get(plan.basis) ?? (await this.#confirmedDeals(plan.basis))
    this.#deals.set(plan.basis, known)
    const { from, to } = spanOf(period, this.#scope.workspace.fiscalStartMonth)
    const deals = (known.get(person) ?? []).filter(({ signedOn = '' }) => signedOn >= from && signedOn <= to)
    return factsOn(total?.targetMinor, deals)
  }

  /** By person, no more of each than plans ask for: a year of deals is long. */
  async #confirmedDeals(basis: Basis): Promise<Map<string, DealFact[]>> {
    const found = new Map<string, DealFact[]>()
    await eachCredit(this.#scope, this.#span, (person, credit) => {
      if (!credit.confirmed) return
      const deals = found.get(person)
      if (deals) deals.push(factOf(credit, basis))
      else found.set(person, [factOf(credit, basis)])
    })
    return found
  }

  async #totalsOf(period: Period): Promise<Map<string, Total>> {
    const known =
      this.#totals.get(period) ??
      new Map((await totalsOf(this.#scope, period)).map((total) => [total.person, total]))
    this.#totals.set(period, known)
    return known
  }
}
