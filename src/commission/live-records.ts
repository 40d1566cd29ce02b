import {
  creditsOf,
  type DealCredit,
  type MoneyMoved,
  moneyMovedOf,
  refundsOf,
  type Total,
  totalOf,
} from '../deals/store.ts'
import { type CheckinGoal, ofName } from '../goals/checkin-goal.ts'
import { checkinGoalsOf } from '../goals/checkin-goal-store.ts'
import { goalFor } from '../goals/store.ts'
import { type Period, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Employment, employmentOf, memberSince } from '../people/store.ts'
import { type ActivePlan, activePlanFor } from './active-plan.ts'
import type { Records } from './records.ts'

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
          ? (await rows.total(person, period)).targetMinor
          : (await goalFor(rows.scope, { level: 'person', owner: person, metric, name: '', period }))?.value
      return minor === undefined ? undefined : BigInt(minor)
    },
    async signed(person, period) {
      const { signedMinor, confirmedMinor } = await rows.total(person, period)
      return BigInt(confirmedOnly ? confirmedMinor : signedMinor)
    },
    async credits(person, period) {
      const credits = await rows.credits(person, period)
      return confirmedOnly ? credits.filter((one) => one.confirmed) : credits
    },
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
  }
}

class LiveRows {
  readonly scope: Scope
  readonly #plans = new Map<string, Promise<ActivePlan | undefined>>()
  readonly #credits = new Map<string, Promise<DealCredit[]>>()
  readonly #moved = new Map<string, Promise<MoneyMoved[]>>()
  readonly #refunds = new Map<string, Promise<MoneyMoved[]>>()
  readonly #totals = new Map<string, Promise<Total>>()
  readonly #members = new Map<string, Promise<LocalDate | undefined>>()
  readonly #employments = new Map<string, Promise<Employment>>()
  readonly #checkins = new Map<string, Promise<CheckinGoal[]>>()

  constructor(scope: Scope) {
    this.scope = scope
  }

  planFor(person: string, period: Period): Promise<ActivePlan | undefined> {
    return this.#once(this.#plans, person, period, () => activePlanFor(this.scope, person, period))
  }

  credits(person: string, period: Period): Promise<DealCredit[]> {
    return this.#once(this.#credits, person, period, () => creditsOf(this.scope, person, this.#span(period)))
  }

  moved(person: string, period: Period): Promise<MoneyMoved[]> {
    return this.#once(this.#moved, person, period, () => moneyMovedOf(this.scope, person, this.#span(period)))
  }

  refunds(person: string, period: Period): Promise<MoneyMoved[]> {
    return this.#once(this.#refunds, person, period, () => refundsOf(this.scope, person, this.#span(period)))
  }

  total(person: string, period: Period): Promise<Total> {
    return this.#once(this.#totals, person, period, () => totalOf(this.scope, person, period))
  }

  employment(person: string): Promise<Employment> {
    return this.#once(this.#employments, person, '', () => employmentOf(this.scope, person))
  }

  memberSince(person: string): Promise<LocalDate | undefined> {
    return this.#once(this.#members, person, '', () => memberSince(this.scope, person))
  }

  checkinGoals(person: string, period: Period): Promise<CheckinGoal[]> {
    return this.#once(this.#checkins, person, period, () => checkinGoalsOf(this.scope, person, period))
  }

  #span = (period: Period) => spanOf(period, this.scope.workspace.fiscalStartMonth)

  #once<Value>(
    known: Map<string, Promise<Value>>,
    person: string,
    period: Period,
    read: () => Promise<Value>,
  ): Promise<Value> {
    const key = `${period} ${person}`
    const found = known.get(key) ?? read()
    known.set(key, found)
    return found
  }
}
