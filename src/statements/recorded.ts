import type { ActivePlan } from '../commission/active-plan.ts'
import { metricOf } from '../commission/plan.ts'
import { storedPlan } from '../commission/plan-from.ts'
import { periodKindOf, planOver } from '../commission/plans-over-time.ts'
import type { Records } from '../commission/records.ts'
import { PAYS_ON_COLLECTION } from '../commission/store.ts'
import type { Structure } from '../commission/structure.ts'
import { reachesBeyond } from '../commission/terms-reach.ts'
import { ALWAYS, inOrder, moneyIn } from '../deals/money-moved-store.ts'
import type { DealCredit, MoneyMoved } from '../deals/store.ts'
import { type CheckinGoal, ofName, standingBy } from '../goals/checkin-goal.ts'
import { kindOf, type Period, spanOf } from '../kernel/period.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Employment } from '../people/store.ts'
import { creditsAt, dealsAt } from './credits-at.ts'
import { type History, membershipsBy, type RecordedTarget, recordedBy } from './history.ts'
import type { HistoryBook } from './history-book.ts'
import { planDaysAt, plansAt } from './plan-at.ts'
import { peopleWithStatements } from './store.ts'

/** What had been recorded up to a moment: what a manager had confirmed by then is paid. */
export class Recorded implements Records {
  readonly workspace
  /** The ids of the deals that anything was worked out on. */
  readonly #consulted = new Set<string>()
  readonly #consultedCredits = new Set<readonly DealCredit[]>()
  readonly #book: HistoryBook
  readonly #at: Instant
  /** Whether all plans count in periods of one kind. */
  readonly #oneKind: boolean
  readonly #credits = new Map<History, ReturnType<typeof creditsAt>>()
  readonly #targets = new Map<History, Map<string, RecordedTarget>>()
  readonly #plans = new Map<string, Promise<ActivePlan | undefined>>()
  readonly #versions = new Map<LocalDate, ReturnType<typeof plansAt>>()
  readonly #structures = new Map<Period, Structure>()
  readonly #deals = new Map<History, History['deals']>()

  constructor(book: HistoryBook, at: Instant) {
    this.workspace = book.scope.workspace
    this.#book = book
    this.#at = at
    const versions = book.plans.versions.filter(recordedBy(at))
    this.#oneKind = new Set(versions.map((one) => periodKindOf(one.document))).size <= 1
  }

  planFor(person: string, period: Period): Promise<ActivePlan | undefined> {
    const key = `${period} ${person}`
    const found = this.#plans.get(key) ?? this.#planFor(person, period)
    this.#plans.set(key, found)
    return found
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

  async wholes(person: string, period: Period): Promise<ReadonlyMap<string, bigint>> {
    this.#book.everybody(period)
    const found = new Map<string, bigint>()
    for (const credits of this.#creditsIn(await this.#book.history(period, 'signing', person)).values())
      for (const { deal, minor } of credits) found.set(deal, (found.get(deal) ?? 0n) + BigInt(minor))
    return found
  }

  async structure(period: Period): Promise<Structure> {
    const known = this.#structures.get(period)
    if (known) return known
    const on = spanOf(period, this.workspace.fiscalStartMonth).to
    const { teams, memberships } = this.#book.plans
    const then = membershipsBy(memberships, this.#at)
      .filter((one) => one.from <= on && (one.until === null || one.until > on))
      .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
    const structure = { teams, memberships: then }
    this.#structures.set(period, structure)
    return structure
  }

  async together(people: readonly string[], period: Period): Promise<void> {
    if (people.length > 0) this.#book.everybody(period)
  }

  async refunds(person: string, period: Period): Promise<readonly MoneyMoved[]> {
    const history = await this.#book.history(period, 'ledger', person)
    const { from, to } = spanOf(period, this.workspace.fiscalStartMonth)
    const refunds = this.#dealsIn(history)
      .flatMap((deal) => moneyIn(deal, person, ALWAYS))
      .filter(({ kind, credit }) => kind === 'refunded' && credit.signedOn >= from && credit.signedOn <= to)
    for (const { credit } of refunds) this.#consulted.add(credit.deal)
    return inOrder(refunds).filter((one) => one.credit.confirmed)
  }

  async memberSince(person: string): Promise<LocalDate | undefined> {
    return membershipsBy(this.#book.plans.memberships, this.#at)
      .filter((one) => one.person === person && one.part === 'member')
      .map((one) => one.from)
      .sort()
      .at(0)
  }

  async employment(person: string): Promise<Employment> {
    const last = this.#book.plans.employments
      .filter(recordedBy(this.#at))
      .findLast((one) => one.person === person)
    return { joinedOn: last?.joinedOn, lastDay: last?.lastDay }
  }

  async checkinGoal(person: string, period: Period, name: string): Promise<CheckinGoal | undefined> {
    const goals = (await this.#book.checkins(period, person)).filter((one) => one.person === person)
    const goal = ofName(goals, name)
    return goal && standingBy(goal, recordedBy(this.#at))
  }

  get consulted(): ReadonlySet<string> {
    for (const credits of this.#consultedCredits) for (const { deal } of credits) this.#consulted.add(deal)
    this.#consultedCredits.clear()
    return this.#consulted
  }

  /** All parts of deals signed in the period; the unconfirmed ones are not paid. */
  async allCredits(person: string, period: Period): Promise<readonly DealCredit[]> {
    const history = await this.#book.history(period, 'signing', person)
    const credits = this.#creditsIn(history).get(person) ?? []
    this.#consultedCredits.add(credits)
    return credits
  }

  /** All collections and refunds of the period; those of unconfirmed deals are not paid. */
  async allMoved(person: string, period: Period): Promise<readonly MoneyMoved[]> {
    const history = await this.#book.history(period, 'money', person)
    const span = spanOf(period, this.workspace.fiscalStartMonth)
    const moved = inOrder(this.#dealsIn(history).flatMap((deal) => moneyIn(deal, person, span)))
    for (const { credit } of moved) this.#consulted.add(credit.deal)
    return moved
  }

  /** The target as it was set last. */
  async targetRecorded(
    person: string,
    period: Period,
    metric: RecordedTarget['metric'],
  ): Promise<RecordedTarget | undefined> {
    const history = await this.#book.history(period, 'signing', person)
    return this.#targetsIn(history).get(`${metric} ${person}`)
  }

  /** Whether the stored parts of deals are those of the moment: nothing has been recorded since. */
  async asStored(period: Period): Promise<boolean> {
    return (await this.#book.history(period, 'signing')).settled
  }

  /** Who has a part in a deal of the period, money that came in in it, a target, or a goal that a plan attains on. */
  async peopleIn(period: Period): Promise<string[]> {
    const history = await this.#book.history(period, 'signing')
    const found = new Set(this.#creditsIn(history).keys())
    for (const { person } of history.targets.filter(recordedBy(this.#at))) found.add(person)
    if (this.#everPaysOnCollection(spanOf(period, this.workspace.fiscalStartMonth).to)) {
      const money = await this.#book.history(period, 'money')
      for (const { entries } of this.#dealsIn(money))
        for (const { facts } of entries) for (const { person } of facts.shares ?? []) found.add(person)
    }
    for (const metric of this.#metrics(spanOf(period, this.workspace.fiscalStartMonth).to))
      for (const goal of await this.#book.checkins(period))
        if (ofName([goal], metric) && standingBy(goal, recordedBy(this.#at))) found.add(goal.person)
    return [...found].sort()
  }

  /** Members and managers whom a plan pays for what others have done. */
  async paidByOthers(period: Period): Promise<string[]> {
    const found: string[] = []
    for (const { person, part } of (await this.structure(period)).memberships) {
      const plan = (await this.planFor(person, period))?.plan
      if (plan?.period !== kindOf(period)) continue
      if (part === 'manager' ? plan.override : (plan.pool ?? plan.overlay)) found.push(person)
    }
    return found
  }

  /** Whom a plan may pay something in the period that earlier periods have left, or a draw: anybody it was ever for. */
  async paidByTerms(period: Period): Promise<string[]> {
    const on = spanOf(period, this.workspace.fiscalStartMonth).to
    if (this.#reachesSince(on) === undefined) return []
    const members = membershipsBy(this.#book.plans.memberships, this.#at)
      .filter((one) => one.part === 'member')
      .map((one) => one.person)
    return [...new Set([...members, ...(await peopleWithStatements(this.#book.scope, period))])].sort()
  }

  #planFor(person: string, period: Period): Promise<ActivePlan | undefined> {
    const { plans } = this.#book
    return planOver(period, {
      fiscalStartMonth: this.workspace.fiscalStartMonth,
      days: planDaysAt(plans, person, this.#at),
      oneKind: this.#oneKind,
      planOn: async (day) => this.#planOn(person, day),
    })
  }

  #planOn(person: string, on: LocalDate): ActivePlan | undefined {
    const version = this.#versionsOn(on)(person)
    return (
      version && {
        plan: storedPlan(version.document, this.workspace.currency),
        id: version.plan,
        version: version.version,
        effectiveFrom: version.effectiveFrom,
        everPaysOnCollection: this.#everPaysOnCollection(on),
        reachesSince: this.#reachesSince(on),
      }
    )
  }

  #versionsOn(on: LocalDate): ReturnType<typeof plansAt> {
    const known = this.#versions.get(on) ?? plansAt(this.#book.plans, on, this.#at)
    this.#versions.set(on, known)
    return known
  }

  #everPaysOnCollection(on: string): boolean {
    return this.#book.plans.versions
      .filter(recordedBy(this.#at))
      .some((one) => one.effectiveFrom <= on && one.document.includes(PAYS_ON_COLLECTION))
  }

  #reachesSince(on: LocalDate): LocalDate | undefined {
    return this.#book.plans.versions
      .filter(recordedBy(this.#at))
      .filter((one) => one.effectiveFrom <= on && reachesBeyond(one.document))
      .map((one) => one.effectiveFrom)
      .sort()
      .at(0)
  }

  /** What plans have attained on that is no money. */
  #metrics(on: LocalDate): Set<string> {
    const { currency } = this.workspace
    const versions = this.#book.plans.versions
      .filter(recordedBy(this.#at))
      .filter((one) => one.effectiveFrom <= on)
    const plans = versions.map((one) => storedPlan(one.document, currency))
    return new Set(plans.map(metricOf).filter((metric) => metric !== undefined))
  }

  #creditsIn(history: History): ReturnType<typeof creditsAt> {
    const known = this.#credits.get(history) ?? creditsAt(history, this.#at)
    this.#credits.set(history, known)
    return known
  }

  /** As they were set last, by metric and person. */
  #targetsIn(history: History): Map<string, RecordedTarget> {
    const known = this.#targets.get(history)
    if (known) return known
    const recorded = history.targets.filter(recordedBy(this.#at))
    const last = new Map(recorded.map((one) => [`${one.metric} ${one.person}`, one]))
    this.#targets.set(history, last)
    return last
  }

  #dealsIn(history: History): History['deals'] {
    const known = this.#deals.get(history) ?? dealsAt(history, this.#at)
    this.#deals.set(history, known)
    return known
  }
}
