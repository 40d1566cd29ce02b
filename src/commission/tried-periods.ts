import { monthsOf, type Period, periodOf } from '../kernel/period.ts'
import type { Plan, PlanPeriod } from './plan.ts'
import type { Records } from './records.ts'

/** A plan counts in longer periods than the months asked for begin or end with. */
export class NotWhole extends Error {
  readonly kind: PlanPeriod
  constructor(kind: PlanPeriod) {
    super(`A plan counts by the ${kind}, and the months do not make up whole ones`)
    this.kind = kind
  }
}

/** The periods of the plans that were in force for a person within some months. Throws NotWhole. */
export async function periodsInForce(
  records: Records,
  person: string,
  months: readonly Period[],
): Promise<Period[]> {
  const found = new Set<Period>()
  for (const month of months) {
    const kind = (await records.planFor(person, month))?.plan.period
    if (!kind) continue
    const period = periodOf(`${month}-01`, kind, records.workspace.fiscalStartMonth)
    if (found.has(period)) continue
    assertWhole(records, months, period, kind)
    if ((await records.planFor(person, period))?.plan.period === kind) found.add(period)
  }
  return [...found]
}

/** The periods of a plan that some months make up. Throws NotWhole. */
export function wholePeriods(records: Records, months: readonly Period[], { period: kind }: Plan): Period[] {
  const found = inPeriods(records, months, kind)
  for (const period of found) assertWhole(records, months, period, kind)
  return found
}

/** The periods of a kind that months lie in, in order. */
export function inPeriods({ workspace }: Records, months: readonly Period[], kind: PlanPeriod): Period[] {
  return [...new Set(months.map((month) => periodOf(`${month}-01`, kind, workspace.fiscalStartMonth)))]
}

function assertWhole(
  { workspace }: Records,
  months: readonly Period[],
  period: Period,
  kind: PlanPeriod,
): void {
  const whole = monthsOf(period, workspace.fiscalStartMonth).every((month) => months.includes(month))
  if (!whole) throw new NotWhole(kind)
}
