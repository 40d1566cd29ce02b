import { creditsOf, type DealCredit, type MoneyMoved, moneyMovedOf, totalOf } from '../deals/store.ts'
import { goalFor } from '../goals/store.ts'
import { type Period, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
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
          ? (await totalOf(rows.scope, person, period)).targetMinor
          : (await goalFor(rows.scope, { level: 'person', owner: person, metric, name: '', period }))?.value
      return minor === undefined ? undefined : BigInt(minor)
    },
    async signed(person, period) {
      const { signedMinor, confirmedMinor } = await totalOf(rows.scope, person, period)
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
  }
}

class LiveRows {
  readonly scope: Scope
  readonly #plans = new Map<string, Promise<ActivePlan | undefined>>()
  readonly #credits = new Map<string, Promise<DealCredit[]>>()
  readonly #moved = new Map<string, Promise<MoneyMoved[]>>()

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
