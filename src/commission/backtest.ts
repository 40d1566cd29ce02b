import { type Total, totalsOf } from '../deals/store.ts'
import { monthsOf, type Period, periodOf } from '../kernel/period.ts'
import type { Person, Scope } from '../kernel/scope.ts'
import { activePlanFor } from './active-plan.ts'
import { type Facts, totalPay } from './pay.ts'
import { factsFor } from './pay-of.ts'
import type { Plan, PlanPeriod } from './plan.ts'
import { TotalsByPeriod } from './totals-by-period.ts'

/** A draft against the plans that were in force, on the confirmed deals of the past. Minor units, pre-tax. */
export interface Backtest {
  people: Tried[]
  nowMinor: bigint
  draftMinor: bigint
}

/** What one person got, and would have got. */
export interface Tried {
  person: Person
  nowMinor: bigint
  draftMinor: bigint
  now: TriedPeriod[]
  draft: TriedPeriod[]
}

/** One period of a plan; undefined pay: there was no target, so nothing is calculated. */
export interface TriedPeriod {
  period: Period
  plan: Plan
  facts: Facts
  payMinor: bigint | undefined
}

/** A plan counts in longer periods than the months asked for begin or end with. */
export class NotWhole extends Error {
  readonly kind: PlanPeriod
  constructor(kind: PlanPeriod) {
    super(`A plan counts by the ${kind}, and the months do not make up whole ones`)
    this.kind = kind
  }
}

/**
 * Works every person's pay out by the plans in force and by a draft, over whole periods of both within some months.
 * Sums are read once for each period; single deals only for plans that look at them. Throws NotWhole.
 */
export async function backtest(
  scope: Scope,
  draft: Plan,
  months: readonly Period[],
  people: readonly Person[],
): Promise<Backtest> {
  const totals = new TotalsByPeriod(scope)
  const draftPeriods = wholePeriods(scope, months, draft.period)
  const tried: Tried[] = []
  for (const person of people) {
    const now: TriedPeriod[] = []
    for (const { period, plan } of await plansInForce(scope, person.id, months))
      now.push(await worked(scope, plan, await totals.of(person.id, period)))
    const then: TriedPeriod[] = []
    for (const period of draftPeriods)
      then.push(await worked(scope, draft, await totals.of(person.id, period)))
    tried.push({ person, now, draft: then, nowMinor: sum(now), draftMinor: sum(then) })
  }
  return {
    people: tried,
    nowMinor: tried.reduce((all, one) => all + one.nowMinor, 0n),
    draftMinor: tried.reduce((all, one) => all + one.draftMinor, 0n),
  }
}

/** Everyone who has signed anything in some months, leavers among them, by person id. */
export async function whoSigned(scope: Scope, months: readonly Period[]): Promise<string[]> {
  const found = new Set<string>()
  for (const month of months) for (const total of await totalsOf(scope, month)) found.add(total.person)
  return [...found].sort()
}

async function plansInForce(
  scope: Scope,
  person: string,
  months: readonly Period[],
): Promise<{ period: Period; plan: Plan }[]> {
  const found = new Map<Period, Plan>()
  for (const month of months) {
    const kind = (await activePlanFor(scope, person, month))?.plan.period
    if (!kind) continue
    const period = periodOf(`${month}-01`, kind, scope.workspace.fiscalStartMonth)
    if (found.has(period)) continue
    assertWhole(scope, months, period, kind)
    const active = await activePlanFor(scope, person, period)
    if (active?.plan.period === kind) found.set(period, active.plan)
  }
  return [...found].map(([period, plan]) => ({ period, plan }))
}

function wholePeriods(scope: Scope, months: readonly Period[], kind: PlanPeriod): Period[] {
  const { fiscalStartMonth } = scope.workspace
  const periods = [...new Set(months.map((month) => periodOf(`${month}-01`, kind, fiscalStartMonth)))]
  for (const period of periods) assertWhole(scope, months, period, kind)
  return periods
}

function assertWhole(scope: Scope, months: readonly Period[], period: Period, kind: PlanPeriod): void {
  const whole = monthsOf(period, scope.workspace.fiscalStartMonth).every((month) => months.includes(month))
  if (!whole) throw new NotWhole(kind)
}

async function worked(scope: Scope, plan: Plan, total: Total): Promise<TriedPeriod> {
  const { confirmed } = await factsFor(scope, plan, total)
  const pay = totalPay(plan, confirmed)
  return { period: total.period, plan, facts: confirmed, payMinor: pay === 'no target' ? undefined : pay }
}

const sum = (periods: readonly TriedPeriod[]) => periods.reduce((all, one) => all + (one.payMinor ?? 0n), 0n)
