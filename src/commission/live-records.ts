import {
  creditsOf,
  type DealCredit,
  type MoneyMoved,
  moneyMovedOf,
  refundsOf,
  type Total,
  totalOf,
  totalsOf,
  wholesOf,
} from '../deals/store.ts'
import { type CheckinGoal, ofName } from '../goals/checkin-goal.ts'
import { checkinGoalsOf } from '../goals/checkin-goal-store.ts'
import { goalFor } from '../goals/store.ts'
import { type Period, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { allTeams, type Employment, employmentOf, memberSince, memberships } from '../people/store.ts'
import { type ActivePlan, activePlanFor, activePlansIn } from './active-plan.ts'
import type { Records } from './records.ts'
import type { Structure } from './structure.ts'

/** The rows as they are now: everything signed, and what of it is confirmed. What is read once serves both. */
export function liveRecords(scope: Scope): { all: Records; confirmed: Records } {
  const rows = new LiveRows(scope)
  return { all: recordsOf(rows, false), confirmed: recordsOf(rows, true) }
}

function recordsOf(rows: LiveRows, confirmedOnly: boolean): Records {
  return {
    workspace: rows.scope.workspace,
    planFor: (person, period) => rows.planFor(person, period),
    async target(person, period, metric) {
      const minor =
        metric === 'signed'
          ? (await rows.total(person, period))?.targetMinor
          : (await goalFor(rows.scope, { level: 'person', owner: person, metric, name: '', period }))?.value
      return minor === undefined ? undefined : BigInt(minor)
    },
    async signed(person, period) {
      const total = await rows.total(person, period)
      return BigInt((confirmedOnly ? total?.confirmedMinor : total?.signedMinor) ?? 0)
    },
    async credits(person, period) {
      const credits = await rows.credits(person, period)
      return confirmedOnly ? credits.filter((one) => one.confirmed) : credits
    },
    wholes: (person, period) => rows.wholes(person, period),
    async moved(person, period) {
      const moved = await rows.moved(person, period)
      return confirmedOnly ? moved.filter((one) => one.credit.confirmed) : moved
    },
    async refunds(person, period) {
      const refunds = await rows.refunds(person, period)
      return confirmedOnly ? refunds.filter((one) => one.credit.confirmed) : refunds
    },
    employment: (person) => rows.employment(person),
    memberSince: (person) => rows.memberSince(person),
    async checkinGoal(person, period, name) {
      return ofName(await rows.checkinGoals(person, period), name)
    },
    structure: (period) => rows.structure(period),
    together: (people, period) => rows.together(people, period),
  }
}

const MANY = 500 // names in one question; more are asked for as everybody

/** Each row is read once; where many people are asked for, theirs are read together. */
class LiveRows {
  readonly scope: Scope
  readonly #read = new Map<string, Promise<unknown>>()
  /** Undefined: somebody has none. */
  readonly #totals = new Map<string, Total | undefined>()
  readonly #plans = new Map<Period, (person: string) => Promise<ActivePlan | undefined>>()

  constructor(scope: Scope) {
    this.scope = scope
  }

  async planFor(person: string, period: Period): Promise<ActivePlan | undefined> {
    const together = this.#plans.get(period)
    if (together) return together(person)
    return this.#once(`plan ${period} ${person}`, () => activePlanFor(this.scope, person, period))
  }

  async total(person: string, period: Period): Promise<Total | undefined> {
    const key = `${period} ${person}`
    if (!this.#totals.has(key)) this.#totals.set(key, await totalOf(this.scope, person, period))
    return this.#totals.get(key)
  }

  credits(person: string, period: Period): Promise<DealCredit[]> {
    const read = () => creditsOf(this.scope, person, this.#span(period))
    return this.#once(`credits ${period} ${person}`, read)
  }

  wholes(person: string, period: Period): Promise<Map<string, bigint>> {
    const read = async () => {
      const wholes = await wholesOf(this.scope, person, this.#span(period))
      return new Map([...wholes].map(([deal, minor]) => [deal, BigInt(minor)]))
    }
    return this.#once(`wholes ${period} ${person}`, read)
  }

  moved(person: string, period: Period): Promise<MoneyMoved[]> {
    const read = () => moneyMovedOf(this.scope, person, this.#span(period))
    return this.#once(`moved ${period} ${person}`, read)
  }

  structure(period: Period): Promise<Structure> {
    return this.#once(`structure ${period}`, async () => {
      const [teams, on] = [await allTeams(this.scope), this.#span(period).to]
      return { teams, memberships: inOrder(await memberships(this.scope, on)) }
    })
  }

  async together(people: readonly string[], period: Period): Promise<void> {
    const unread = people.filter((person) => !this.#totals.has(`${period} ${person}`))
    const totals = await totalsOf(this.scope, period, unread.length > MANY ? undefined : unread)
    const known = new Map(totals.map((total) => [total.person, total]))
    for (const person of unread) this.#totals.set(`${period} ${person}`, known.get(person))
    if (!this.#plans.has(period))
      this.#plans.set(period, await activePlansIn(this.scope, period, await this.structure(period)))
  }

  refunds(person: string, period: Period): Promise<MoneyMoved[]> {
    const read = () => refundsOf(this.scope, person, this.#span(period))
    return this.#once(`refunds ${period} ${person}`, read)
  }

  employment(person: string): Promise<Employment> {
    return this.#once(`employment ${person}`, () => employmentOf(this.scope, person))
  }

  memberSince(person: string): Promise<LocalDate | undefined> {
    return this.#once(`member ${person}`, () => memberSince(this.scope, person))
  }

  checkinGoals(person: string, period: Period): Promise<CheckinGoal[]> {
    return this.#once(`checkins ${period} ${person}`, () => checkinGoalsOf(this.scope, person, period))
  }

  #span = (period: Period) => spanOf(period, this.scope.workspace.fiscalStartMonth)

  #once<Value>(name: string, read: () => Promise<Value>): Promise<Value> {
    const found = (this.#read.get(name) as Promise<Value> | undefined) ?? read()
    this.#read.set(name, found)
    return found
  }
}

const inOrder = (all: Structure['memberships']) =>
  all.toSorted((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0))
