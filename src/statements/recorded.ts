import type { ActivePlan } from '../commission/active-plan.ts'
import { storedPlan } from '../commission/plan-from.ts'
import type { Records } from '../commission/records.ts'
import { PAYS_ON_COLLECTION } from '../commission/store.ts'
import { inOrder, moneyIn } from '../deals/money-moved-store.ts'
import type { DealCredit, MoneyMoved } from '../deals/store.ts'
import { type Period, spanOf } from '../kernel/period.ts'
import type { Instant } from '../kernel/time.ts'
import { creditsAt, dealsAt } from './credits-at.ts'
import { type History, type RecordedTarget, recordedBy } from './history.ts'
import type { HistoryBook } from './history-book.ts'
import { planAt } from './plan-at.ts'

/** What had been recorded up to a moment: what a manager had confirmed by then is paid. */
export class Recorded implements Records {
  readonly workspace
  /** The ids of the deals that anything was worked out on. */
  readonly consulted = new Set<string>()
  readonly #book: HistoryBook
  readonly #at: Instant
  readonly #credits = new Map<History, Map<string, DealCredit[]>>()
  readonly #plans = new Map<string, ActivePlan | undefined>()
  readonly #deals = new Map<History, History['deals']>()

  constructor(book: HistoryBook, at: Instant) {
    this.workspace = book.scope.workspace
    this.#book = book
    this.#at = at
  }

  async planFor(person: string, period: Period): Promise<ActivePlan | undefined> {
    const key = `${period} ${person}`
    if (!this.#plans.has(key)) this.#plans.set(key, this.#planFor(person, period))
    return this.#plans.get(key)
  }

  async target(
    person: string,
    period: Period,
    metric: RecordedTarget['metric'],
  ): Promise<bigint | undefined> {
    const found = await this.targetRecorded(person, period, metric)
    return found && BigInt(found.minor)
  }

  async signed(person: string, period: Period): Promise<bigint> {
    return (await this.credits(person, period)).reduce((sum, one) => sum + BigInt(one.minor), 0n)
  }

  async credits(person: string, period: Period): Promise<readonly DealCredit[]> {
    return (await this.allCredits(person, period)).filter((one) => one.confirmed)
  }

  async moved(person: string, period: Period): Promise<readonly MoneyMoved[]> {
    return (await this.allMoved(person, period)).filter((one) => one.credit.confirmed)
  }

  /** All parts of deals signed in the period; the unconfirmed ones are not paid. */
  async allCredits(person: string, period: Period): Promise<readonly DealCredit[]> {
    const history = await this.#book.history(period, 'signing', person)
    const credits = this.#creditsIn(history).get(person) ?? []
    for (const { deal } of credits) this.consulted.add(deal)
    return credits
  }

  /** All collections and refunds of the period; those of unconfirmed deals are not paid. */
  async allMoved(person: string, period: Period): Promise<readonly MoneyMoved[]> {
    const history = await this.#book.history(period, 'money', person)
    const span = spanOf(period, this.workspace.fiscalStartMonth)
    const moved = inOrder(this.#dealsIn(history).flatMap((deal) => moneyIn(deal, person, span)))
    for (const { credit } of moved) this.consulted.add(credit.deal)
    return moved
  }

  /** The target as it was set last. */
  async targetRecorded(
    person: string,
    period: Period,
    metric: RecordedTarget['metric'],
  ): Promise<RecordedTarget | undefined> {
    const { targets } = await this.#book.history(period, 'signing', person)
    return targets
      .filter(recordedBy(this.#at))
      .findLast((one) => one.person === person && one.metric === metric)
  }

  /** Who has a part in a deal of the period, money that came in in it, or a target. */
  async peopleIn(period: Period): Promise<string[]> {
    const history = await this.#book.history(period, 'signing')
    const found = new Set(this.#creditsIn(history).keys())
    for (const { person } of history.targets.filter(recordedBy(this.#at))) found.add(person)
    if (this.#everPaysOnCollection(spanOf(period, this.workspace.fiscalStartMonth).to)) {
      const money = await this.#book.history(period, 'money')
      for (const { entries } of this.#dealsIn(money))
        for (const { facts } of entries) for (const { person } of facts.shares ?? []) found.add(person)
    }
    return [...found].sort()
  }

  #planFor(person: string, period: Period): ActivePlan | undefined {
    const on = spanOf(period, this.workspace.fiscalStartMonth).to
    const version = planAt(this.#book.plans, person, on, this.#at)
    return (
      version && {
        plan: storedPlan(version.document, this.workspace.currency),
        id: version.plan,
        version: version.version,
        effectiveFrom: version.effectiveFrom,
        everPaysOnCollection: this.#everPaysOnCollection(on),
      }
    )
  }

  #everPaysOnCollection(on: string): boolean {
    return this.#book.plans.versions
      .filter(recordedBy(this.#at))
      .some((one) => one.effectiveFrom <= on && one.document.includes(PAYS_ON_COLLECTION))
  }

  #creditsIn(history: History): Map<string, DealCredit[]> {
    const known = this.#credits.get(history) ?? creditsAt(history, this.#at)
    this.#credits.set(history, known)
    return known
  }

  #dealsIn(history: History): History['deals'] {
    const known = this.#deals.get(history) ?? dealsAt(history, this.#at)
    this.#deals.set(history, known)
    return known
  }
}
