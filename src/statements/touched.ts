import { type Spread, spreads } from '../commission/plain.ts'
import type { PlanPeriod } from '../commission/plan.ts'
import { storedPlan } from '../commission/plan-from.ts'
import { kindOf, type Period, periodOf, type Span, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { ClosedPeriod } from './period-store.ts'
import { plansRecorded } from './plan-history-store.ts'
import { statementsOf } from './store.ts'
import {
  type Lateness,
  plansTouchedFrom,
  touchedCredits,
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
): Promise<{ period: Period; person: string }[]> {
  const [first, last] = [approved[0], approved.at(-1)]
  if (!first || !last) return []
  const { fiscalStartMonth } = scope.workspace
  const span: Span = {
    from: spanOf(first.period, fiscalStartMonth).from,
    to: spanOf(last.period, fiscalStartMonth).to,
  }
  const spread = await spreadOfPlans(scope)
  const whose = spread.around ? { ...late, person: undefined } : late
  const reached = spread.onwards ? { ...span, from: EVER } : span
  const moved = spread.onwards ? await touchedMoney(scope, whose, reached) : []
  const found: Touched[] = [
    ...(await touchedStatements(scope, whose)),
    ...[...(await touchedCredits(scope, whose, reached)), ...moved].map(({ on, person }) => ({
      period: periodOf(on, kind, fiscalStartMonth),
      person,
    })),
    ...(await touchedTargets(scope, whose)).filter((one) => kindOf(one.period) === kind),
    ...(await underOtherPlans(scope, approved, whose)),
  ]
  const spreading = await spreadOut(scope, found, approved, spread)
  const known = new Set(approved.map((one) => one.period))
  const once = new Map([...found, ...spreading].map((one) => [`${one.period} ${one.person}`, one]))
  return [...once]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)
    .filter((one) => known.has(one.period) && (late.person === undefined || one.person === late.person))
}

interface Touched {
  period: Period
  person: string
}

const EVER = '0000-01-01'

/** How far a change reaches under any plan that there has ever been. */
async function spreadOfPlans(scope: Scope): Promise<Spread> {
  const { versions } = await plansRecorded(scope)
  const all = versions.map((one) => spreads(storedPlan(one.document, scope.workspace.currency)))
  return { onwards: all.some((one) => one.onwards), around: all.some((one) => one.around) }
}

/** What may have become different beside what was touched itself: later periods, and other people's pay. */
async function spreadOut(
  scope: Scope,
  touched: readonly Touched[],
  approved: readonly ClosedPeriod[],
  { onwards, around }: Spread,
): Promise<Touched[]> {
  const found: Touched[] = []
  for (const { period, revision } of approved) {
    const before = touched.filter((one) => (onwards ? one.period <= period : one.period === period))
    if (onwards) found.push(...before.map(({ person }) => ({ period, person })))
    if (!around || before.length === 0) continue
    for (const { person } of await statementsOf(scope, period, revision)) found.push({ period, person })
  }
  return found
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
