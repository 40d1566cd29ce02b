import { needsOthers, type Spread, spreads } from '../commission/plain.ts'
import type { PlanPeriod } from '../commission/plan.ts'
import { storedPlan } from '../commission/plan-from.ts'
import { checkinsTouched } from '../goals/checkin-goal-store.ts'
import { kindOf, type Period, periodOf, type Span, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { employmentsRecorded } from '../people/store.ts'
import type { PlanHistory } from './history.ts'
import type { ClosedPeriod } from './period-store.ts'
import { plansAt } from './plan-at.ts'
import { plansRecorded } from './plan-history-store.ts'
import { statementsOf } from './store.ts'
import {
  type Lateness,
  plansTouchedFrom,
  touchedCredits,
  touchedCustomers,
  touchedMoney,
  touchedStatements,
  touchedTargets,
} from './touched-store.ts'

/** Whose pay for which of the approved periods may have become different by what was recorded later. */
export async function touchedPay(
  scope: Scope,
  kind: PlanPeriod,
  approved: readonly ClosedPeriod[],
  late: Lateness,
): Promise<Touched[]> {
  const [first, last] = [approved[0], approved.at(-1)]
  if (!first || !last) return []
  const { fiscalStartMonth } = scope.workspace
  const span: Span = {
    from: spanOf(first.period, fiscalStartMonth).from,
    to: spanOf(last.period, fiscalStartMonth).to,
  }
  const plans = await plansRecorded(scope)
  const spread = spreadOfPlans(scope, plans)
  const whose = spread.around ? { ...late, person: undefined } : late
  const reached = spread.onwards ? { ...span, from: EVER } : span
  const moved = spread.onwards ? await touchedMoney(scope, whose, reached) : []
  const found: Reached[] = [
    ...(await touchedStatements(scope, whose)),
    ...(spread.customers ? await touchedCustomers(scope, whose) : []),
    ...[...(await touchedCredits(scope, whose, reached)), ...moved].map(({ on, person }) => ({
      period: periodOf(on, kind, fiscalStartMonth),
      person,
    })),
    ...(await touchedTargets(scope, whose)).filter((one) => kindOf(one.period) === kind),
    ...(await checkinsTouched(scope, whose)).filter((one) => kindOf(one.period) === kind),
    ...(await ofOtherEmployment(scope, approved, whose)),
    ...(await underOtherPlans(scope, approved, whose)),
  ]
  const isTogether = togetherUnder(scope, plans, late)
  const spreading = spreadOut(found, approved, spread)
  const around = spread.around ? await reachedAround(scope, [...found, ...spreading], approved, plans) : []
  const known = new Set(approved.map((one) => one.period))
  const all = [...found, ...spreading, ...around.filter(isTogether)]
  const once = new Map(all.map((one) => [`${one.period} ${one.person}`, one]))
  return [...once]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)
    .filter((one) => known.has(one.period) && (late.person === undefined || one.person === late.person))
    .map((one) => ({ ...one, together: spread.around && isTogether(one) }))
}

export interface Touched extends Reached {
  /** Whether it hangs together with other people's pay. */
  together: boolean
}

interface Reached {
  period: Period
  person: string
}

const EVER = '0000-01-01'

/** How far a change reaches under any plan that there has ever been. */
function spreadOfPlans(scope: Scope, { versions }: PlanHistory): Spread {
  const all = versions.map((one) => spreads(storedPlan(one.document, scope.workspace.currency)))
  return {
    onwards: all.some((one) => one.onwards),
    around: all.some((one) => one.around),
    customers: all.some((one) => one.customers),
  }
}

/** The later periods of those who were touched, where a period depends on those before it. */
function spreadOut(
  touched: readonly Reached[],
  approved: readonly ClosedPeriod[],
  { onwards }: Spread,
): Reached[] {
  if (!onwards) return []
  return approved.flatMap(({ period }) =>
    touched.filter((one) => one.period <= period).map(({ person }) => ({ period, person })),
  )
}

/** Everybody who has a statement of a period in which somebody was touched, or belonged to a team at its end. */
async function reachedAround(
  scope: Scope,
  touched: readonly Reached[],
  approved: readonly ClosedPeriod[],
  { memberships }: PlanHistory,
): Promise<Reached[]> {
  const found: Reached[] = []
  for (const { period, revision } of approved) {
    if (!touched.some((one) => one.period === period)) continue
    const { to } = spanOf(period, scope.workspace.fiscalStartMonth)
    const here = memberships.filter((one) => one.from <= to && (one.until === null || one.until > to))
    for (const { person } of [...(await statementsOf(scope, period, revision)), ...here])
      found.push({ period, person })
  }
  return found
}

/** Who joined or left, and when, concerns every period of theirs. */
async function ofOtherEmployment(
  scope: Scope,
  approved: readonly ClosedPeriod[],
  { since, until }: Lateness,
): Promise<Reached[]> {
  const said = (await employmentsRecorded(scope)).filter(
    ({ recordedAt }) => recordedAt > since && recordedAt <= until,
  )
  const people = new Set(said.map((one) => one.person))
  return approved.flatMap(({ period }) => [...people].map((person) => ({ period, person })))
}

/** Whether somebody's plan for a period pays for what others do: by what is known now, or was known before. */
function togetherUnder({ workspace }: Scope, plans: PlanHistory, { since, until }: Lateness) {
  const known = new Map<string, ReturnType<typeof plansAt>>()
  const needs = (person: string, period: Period, at: Instant) => {
    const on = spanOf(period, workspace.fiscalStartMonth).to
    const plansThen = known.get(`${on} ${at}`) ?? plansAt(plans, on, at)
    known.set(`${on} ${at}`, plansThen)
    const version = plansThen(person)
    return version !== undefined && needsOthers(storedPlan(version.document, workspace.currency))
  }
  return ({ person, period }: Reached): boolean =>
    needs(person, period, until) || needs(person, period, since)
}

/** A plan that was changed for a time past concerns everybody who has a statement of it. */
async function underOtherPlans(
  scope: Scope,
  approved: readonly ClosedPeriod[],
  late: Lateness,
): Promise<{ period: Period; person: string }[]> {
  const from = await plansTouchedFrom(scope, late)
  if (from === undefined) return []
  const concerned = approved.filter(
    ({ period }) => spanOf(period, scope.workspace.fiscalStartMonth).to >= from,
  )
  const found: { period: Period; person: string }[] = []
  for (const { period, revision } of concerned) {
    if (late.person !== undefined) found.push({ period, person: late.person })
    else for (const { person } of await statementsOf(scope, period, revision)) found.push({ period, person })
  }
  return found
}
