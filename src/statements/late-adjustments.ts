import type { PlanPeriod } from '../commission/plan.ts'
import { kindOf, type Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import type { Adjustment } from './adjustment.ts'
import { Calculator, dealsOf } from './calculation.ts'
import { adjustmentsOf } from './causes.ts'
import { HistoryBook } from './history-book.ts'
import { type ClosedPeriod, closedPeriods } from './period-store.ts'
import { type Issued, type Part, statementsHeld } from './store.ts'
import { type Touched, touchedPay } from './touched.ts'

export interface Late {
  adjustments: Map<string, Adjustment[]>
  /** The parts of deals that the adjusted periods consist of now. */
  parts: Part[]
}

/**
 * What has been recorded since the last approved statements and changes pay for approved periods: it belongs into
 * `period`, which follows them. `until` is the moment up to which what was recorded counts.
 */
export async function lateAdjustments(
  scope: Scope,
  period: Period,
  until: Instant,
  person?: string,
): Promise<Late> {
  const late: Late = { adjustments: new Map(), parts: [] }
  const closed = await closedBefore(scope, period, until)
  const approved = closed.filter((one) => one.approvedAt !== undefined && one.approvedAt <= until)
  const last = closed.at(-1)
  if (!last || approved.length === 0) return late
  const between = { since: last.frozenAt, until }
  const wanted = { since: between.since, passing: until < scope.now }
  const touched = await touchedPay(scope, kindOf(period) as PlanPeriod, approved, { ...between, person })
  for (const { group, together } of groupsOf(touched)) {
    const people = together ? undefined : group.map((one) => one.person)
    const book = await HistoryBook.open(scope, { ...wanted, people })
    const paid: (Touched & { paidMinor: bigint })[] = []
    for (const one of group) paid.push({ ...one, paidMinor: await paidFor(scope, one, period) })
    const found = await adjustmentsOf(book, paid, together, between)
    const calculator = new Calculator(book, until)
    for (const [index, one] of group.entries()) {
      const adjustments = found[index] ?? []
      if (adjustments.length === 0) continue
      late.adjustments.set(one.person, [...(late.adjustments.get(one.person) ?? []), ...adjustments])
      const calculation = await calculator.calculate(one.person, one.period)
      for (const deal of dealsOf(calculation))
        late.parts.push({ period: one.period, person: one.person, deal })
    }
  }
  return late
}

/** Those whose pay hangs together are worked out together, everybody else alone. */
function groupsOf(touched: readonly Touched[]): { group: Touched[]; together: boolean }[] {
  const together = touched.filter((one) => one.together)
  return [
    ...touched.filter((one) => !one.together).map((one) => ({ group: [one], together: false })),
    ...(together.length > 0 ? [{ group: together, together: true }] : []),
  ]
}

/** The periods of the same kind that were closed by a moment and lie before another, the earliest first. */
async function closedBefore(scope: Scope, period: Period, at: Instant): Promise<ClosedPeriod[]> {
  const closed = await closedPeriods(scope, kindOf(period))
  return closed.filter((one) => one.period < period && one.frozenAt <= at)
}

/** What a person's statements before a period have paid for another: its own, and every adjustment of it since. */
async function paidFor(
  scope: Scope,
  { period, person }: { period: Period; person: string },
  before: Period,
): Promise<bigint> {
  const held = (await statementsHeld(scope, person)).filter(
    (one) => kindOf(one.period) === kindOf(period) && one.period < before,
  )
  const own = held.find((one) => one.period === period)
  const later = held.flatMap(adjustmentsIn).filter((one) => one.period === period)
  return later.reduce((sum, one) => sum + BigInt(one.minor), BigInt(own?.earnedMinor ?? 0))
}

function adjustmentsIn({ document }: Issued): { period: Period; minor: string }[] {
  const { adjustments } = JSON.parse(document)
  return adjustments
}
