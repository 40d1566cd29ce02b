import { monthsOf, type Period, spanOf } from '../kernel/period.ts'
import type { Person } from '../kernel/scope.ts'
import type { ActivePlan } from './active-plan.ts'
import { totalPay } from './pay.ts'
import { isPlain } from './plain.ts'
import type { PlanPeriod } from './plan.ts'
import type { Records } from './records.ts'
import { type Settled, Settling } from './settle.ts'
import type { SignedFacts } from './signed-facts.ts'

/** One period of somebody's plan, with what it pays. */
export interface TriedPeriod extends Settled {
  period: Period
}

interface Run {
  person: string
  period: Period
  active: ActivePlan
}

/** What people are paid by the plans of some records, summed up period by period. */
export class Trial {
  /** In what periods the plans count. */
  readonly kinds = new Set<PlanPeriod>()
  /** For whom nothing was calculated in some period, for want of a target. */
  readonly aimless = new Set<string>()
  readonly #records: Records
  readonly #settling: Settling
  readonly #runs: Run[] = []
  readonly #paid = new Map<string, bigint>()

  private constructor(records: Records) {
    this.#records = records
    this.#settling = new Settling(records)
  }

  static async open(
    records: Records,
    people: readonly Person[],
    periodsOf: (person: string) => Promise<readonly Period[]>,
  ): Promise<Trial> {
    const trial = new Trial(records)
    for (const { id } of people) for (const period of await periodsOf(id)) await trial.#add(id, period)
    return trial
  }

  /** Works out what lies within a period. */
  async work(within: Period, facts: SignedFacts): Promise<void> {
    const { fiscalStartMonth } = this.#records.workspace
    const months = new Set(monthsOf(within, fiscalStartMonth))
    const lies = new Map<Period, boolean>()
    for (const run of this.#runs) {
      const { person, period } = run
      const inside = lies.get(period) ?? months.has(spanOf(period, fiscalStartMonth).from.slice(0, 7))
      lies.set(period, inside)
      if (!inside) continue
      const pay = await this.#payFor(run, facts)
      if (pay === 'no target') this.aimless.add(person)
      else this.#paid.set(person, this.paidMinor(person) + pay)
    }
  }

  paidMinor = (person: string): bigint => this.#paid.get(person) ?? 0n

  /** One person's periods, line by line. */
  async explain(person: string): Promise<TriedPeriod[]> {
    const periods = this.#runs.filter((run) => run.person === person).map((run) => run.period)
    return Promise.all(
      periods.map(async (period) => ({ period, ...(await this.#settling.settle(person, period)) })),
    )
  }

  async #add(person: string, period: Period): Promise<void> {
    const active = await this.#records.planFor(person, period)
    if (!active) return
    this.kinds.add(active.plan.period)
    this.#runs.push({ person, period, active })
  }

  async #payFor({ person, period, active }: Run, facts: SignedFacts): Promise<bigint | 'no target'> {
    if (isPlain(active)) return totalPay(active.plan, await facts.of(person, period, active.plan))
    const { pay } = await this.#settling.settle(person, period)
    return typeof pay === 'string' ? 'no target' : pay.totalMinor
  }
}
