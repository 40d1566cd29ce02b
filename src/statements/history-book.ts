import type { RecordedCheckinGoal } from '../goals/checkin-goal.ts'
import { checkinGoalsRecorded } from '../goals/checkin-goal-store.ts'
import { kindOf, type Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { History, PlanHistory, RecordedDeal, RecordedTarget } from './history.ts'
import { historyOf, type Wanted } from './history-store.ts'
import { plansRecorded } from './plan-history-store.ts'

/**
 * What was recorded about some people's pay, period by period, each read when it is first asked for. Somebody who is not
 * among these people is read alone.
 */
export class HistoryBook {
  readonly scope: Scope
  readonly plans: PlanHistory
  readonly #wanted: Wanted
  readonly #together = new Set<Period>()
  readonly #read = new Map<string, Promise<History>>()
  readonly #checkins = new Map<string, Promise<RecordedCheckinGoal[]>>()

  private constructor(scope: Scope, wanted: Wanted, plans: PlanHistory) {
    this.scope = scope
    this.#wanted = wanted
    this.plans = plans
  }

  static async open(scope: Scope, wanted: Wanted): Promise<HistoryBook> {
    return new HistoryBook(scope, wanted, await plansRecorded(scope))
  }

  /** Deals signed in a period, or those whose money has moved in it; of a person's pay where one is named. */
  history(period: Period, by: NonNullable<Wanted['by']>, person?: string): Promise<History> {
    if (this.#together.has(period)) return this.#history(period, by, undefined)
    const alone = this.#alone(person)
    return this.#history(period, by, alone === undefined ? this.#wanted.people : [alone])
  }

  /** From now on a period is read of everybody at once: the pay of some needs it. */
  everybody(period: Period): void {
    this.#together.add(period)
  }

  /** People's check-in goals of a period, read for all of these people when they are first asked for. */
  checkins(period: Period, person?: string): Promise<RecordedCheckinGoal[]> {
    const alone = this.#alone(person)
    const key = `${period} ${alone ?? ''}`
    const known = this.#checkins.get(key)
    if (known) return known
    const people = alone === undefined ? this.#wanted.people : [alone]
    const read = checkinGoalsRecorded(this.scope, period, people)
    this.#checkins.set(key, read)
    return read
  }

  /** Everything that has been read: what may have changed pay is among it. */
  async everythingRead(): Promise<{
    deals: RecordedDeal[]
    targets: RecordedTarget[]
    checkins: RecordedCheckinGoal[]
  }> {
    const deals = new Map<string, RecordedDeal>()
    const targets: RecordedTarget[] = []
    const seen = new Set<string>()
    for (const [key, reading] of this.#read) {
      const history = await reading
      for (const deal of history.deals) deals.set(deal.identity.id, deal)
      const once = `${history.period} ${key.split(' ')[2]} ${kindOf(history.period)}`
      if (!seen.has(once)) targets.push(...history.targets)
      seen.add(once)
    }
    const checkins = (await Promise.all(this.#checkins.values())).flat()
    return { deals: [...deals.values()], targets, checkins }
  }

  /** Somebody who is not among the people that are read together. */
  #alone(person: string | undefined): string | undefined {
    const { people } = this.#wanted
    return people && person !== undefined && !people.includes(person) ? person : undefined
  }

  #history(
    period: Period,
    by: NonNullable<Wanted['by']>,
    people: readonly string[] | undefined,
  ): Promise<History> {
    const key = `${period} ${by} ${people?.join() ?? ''}`
    const known = this.#read.get(key) ?? historyOf(this.scope, period, { ...this.#wanted, by, people })
    this.#read.set(key, known)
    return known
  }
}
