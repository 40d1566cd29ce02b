import type { PlanPeriod } from '../commission/plan.ts'
import { type Period, periodOf, type Span, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { ClosedPeriod } from './period-store.ts'
import { statementsOf } from './store.ts'
import {
  type Lateness,
  plansTouchedFrom,
  touchedCredits,
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
  const credits = await touchedCredits(scope, late, span)
  const found = [
    ...(await touchedStatements(scope, late)),
    ...credits.map(({ on, person }) => ({ period: periodOf(on, kind, fiscalStartMonth), person })),
    ...(await touchedTargets(scope, late)),
    ...(await underOtherPlans(scope, approved, late)),
  ]
  const known = new Set(approved.map((one) => one.period))
  const once = new Map(found.map((one) => [`${one.period} ${one.person}`, one]))
  return [...once]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)
    .filter((one) => known.has(one.period))
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
