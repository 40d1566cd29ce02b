import { type Total, totalsOf } from '../deals/store.ts'
import { monthsOf, type Period, periodOf } from '../kernel/period.ts'
import type { Person, Scope } from '../kernel/scope.ts'
import { type ActivePlan, activePlanFor } from './active-plan.ts'
import { liveRecords } from './live-records.ts'
import { type Facts, totalPay } from './pay.ts'
import type { Pay } from './pay-line.ts'
import { factsFor } from './pay-of.ts'
import { isPlain } from './plain.ts'
import type { Plan, PlanPeriod } from './plan.ts'
import { Settling } from './settle.ts'
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
  /** Where the plan needs a whole settlement, its lines. */
  settled?: Pay
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
  const inForce = new Settling(liveRecords(scope).confirmed)
  const drafted = draftInForce(draft, months)
  const underDraft = new Settling({ ...liveRecords(scope).confirmed, planFor: async () => drafted })
  const tried: Tried[] = []
  for (const person of people) {
    const now: TriedPeriod[] = []
    for (const { period, active } of await plansInForce(scope, person.id, months))
      now.push(await worked(scope, inForce, active, await totals.of(person.id, period)))
    const then: TriedPeriod[] = []
    for (const period of draftPeriods)
      then.push(await worked(scope, underDraft, drafted, await totals.of(person.id, period)))
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
): Promise<{ period: Period; active: ActivePlan }[]> {
  const found = new Map<Period, ActivePlan>()
  for (const month of months) {
    const kind = (await activePlanFor(scope, person, month))?.plan.period
    if (!kind) continue
    const period = periodOf(`${month}-01`, kind, scope.workspace.fiscalStartMonth)
    if (found.has(period)) continue
    assertWhole(scope, months, period, kind)
    const active = await activePlanFor(scope, person, period)
    if (active?.plan.period === kind) found.set(period, active)
  }
  return [...found].map(([period, active]) => ({ period, active }))
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

/** A draft as if it had always been in force. */
const draftInForce = (plan: Plan, months: readonly Period[]): ActivePlan => ({
  plan,
  id: 'draft',
  version: 0,
  effectiveFrom: `${months[0]}-01`,
  everPaysOnCollection: plan.pay === 'collected',
})

async function worked(
  scope: Scope,
  settling: Settling,
  active: ActivePlan,
  total: Total,
): Promise<TriedPeriod> {
  const { plan } = active
  if (!isPlain(active)) {
    const { facts, pay } = await settling.settle(total.person, total.period)
    if (typeof pay === 'string' || !facts)
      return { period: total.period, plan, facts: facts ?? NOTHING, payMinor: undefined }
    return { period: total.period, plan, facts, payMinor: pay.totalMinor, settled: pay }
  }
  const { confirmed } = await factsFor(scope, plan, total)
  const pay = totalPay(plan, confirmed)
  return { period: total.period, plan, facts: confirmed, payMinor: pay === 'no target' ? undefined : pay }
}

const NOTHING: Facts = { targetMinor: undefined, attainedMinor: 0n, creditMinor: 0n }

const sum = (periods: readonly TriedPeriod[]) => periods.reduce((all, one) => all + (one.payMinor ?? 0n), 0n)
