import { type Total, totalOf, totalsOf } from '../deals/store.ts'
import type { Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'

/** Everybody's sums of a period, read together. */
export class TotalsByPeriod {
  readonly #scope: Scope
  readonly #read = new Map<Period, Map<string, Total>>()

  constructor(scope: Scope) {
    this.#scope = scope
  }

  async of(person: string, period: Period): Promise<Total> {
    let known = this.#read.get(period)
    if (!known) {
      known = new Map((await totalsOf(this.#scope, period)).map((total) => [total.person, total]))
      this.#read.set(period, known)
    }
    return known.get(person) ?? totalOf(this.#scope, person, period)
  }
}
