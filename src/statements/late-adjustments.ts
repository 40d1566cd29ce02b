import type { PlanPeriod } from '../commission/plan.ts'
import { kindOf, type Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import type { Adjustment } from './adjustment.ts'
import { Calculator, dealsOf } from './calculation.ts'
import { adjustmentsOf } from './causes.ts'
import { HistoryBook } from './history-book.ts'
import { type ClosedPeriod, closedPeriods } from './period-store.ts'
import { Recorded } from './recorded.ts'
import { type Issued, lastIssuedBy, type Part, statementsIssued } from './store.ts'
import { type Touched, touchedPay } from './touched.ts'

export interface Late {
  adjustments: Map<string, Adjustment[]>
  /** The parts of deals that the adjusted periods consist of now. */
  parts: Part[]
}

/**
 * What has been recorded since the last approved statements and changes pay for approved periods: it belongs into
 * `period`, which follows them. Periods of another length are followed by it for those whose plan counts in its own now.
 * `until` is the moment up to which what was recorded counts.
 */
export async function lateAdjustments(
  scope: Scope,
  period: Period,
  until: Instant,
  person?: string,
): Promise<Late> {
  const late: Late = { adjustments: new Map(), parts: [] }
  const own = kindOf(period) as PlanPeriod
  const before = await closedBefore(scope, period, until)
  for (const kind of [own, ...PAY_KINDS.filter((one) => one !== own)]) {
    const closed = kind === own ? before : await closedPeriods(scope, kind)
    const approved = closed.filter((one) => one.approvedAt !== undefined && one.approvedAt <= until)
    const stated = kind === own ? [] : await statedBy(scope, closed, until)
    const since = [...stated, ...before.map((one) => one.frozenAt)].sort().at(-1)
    if (since === undefined || approved.length === 0) continue
    const touched = await touchedPay(scope, kind, approved, { since, until, person })
    const here = kind === own ? touched : await countedNowIn(scope, period, until, touched)
    await addLate(scope, late, here, { period, since, until })
  }
  return late
}

const PAY_KINDS: readonly PlanPeriod[] = ['month', 'quarter', 'year']

async function addLate(
  scope: Scope,
  late: Late,
  touched: readonly Touched[],
  { period, since, until }: { period: Period; since: Instant; until: Instant },
): Promise<void> {
  const wanted = { since, passing: until < scope.now }
  for (const { group, together } of groupsOf(touched)) {
    const people = together ? undefined : group.map((one) => one.person)
    const book = await HistoryBook.open(scope, { ...wanted, people })
    const paid: (Touched & { paidMinor: bigint })[] = []
    for (const one of group) paid.push({ ...one, paidMinor: await paidFor(scope, one, { period, until }) })
    const found = await adjustmentsOf(book, paid, together, { since, until })
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
}

/** Those whose plan for a period counts in periods of its length. */
async function countedNowIn(
  scope: Scope,
  period: Period,
  until: Instant,
  touched: readonly Touched[],
): Promise<Touched[]> {
  if (touched.length === 0) return []
  const people = touched.map((one) => one.person)
  const book = await HistoryBook.open(scope, { people, since: until, passing: until < scope.now })
  const records = new Recorded(book, until)
  const found: Touched[] = []
  for (const one of touched)
    if ((await records.planFor(one.person, period))?.plan.period === kindOf(period)) found.push(one)
  return found
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

/** The moments up to which what was recorded was in the statements of periods, as they had been issued by another one. */
async function statedBy(scope: Scope, closed: readonly ClosedPeriod[], at: Instant): Promise<Instant[]> {
  const found: Instant[] = []
  for (const { period, frozenAt, approvedAt } of closed) {
    const stays = approvedAt !== undefined && approvedAt <= at
    const stated = stays ? frozenAt : await lastIssuedBy(scope, period, at)
    if (stated !== undefined) found.push(stated)
  }
  return found
}

/** What a person's statements before another one have paid for a period: its own, and every adjustment of it since. */
async function paidFor(
  scope: Scope,
  { period, person }: { period: Period; person: string },
  other: { period: Period; until: Instant },
): Promise<bigint> {
  const held = (await statementsIssued(scope, person, other.until)).filter((one) =>
    kindOf(one.period) === kindOf(other.period) ? one.period < other.period : true,
  )
  const own = held.find((one) => one.period === period)
  const later = held.flatMap(adjustmentsIn).filter((one) => one.period === period)
  return later.reduce((sum, one) => sum + BigInt(one.minor), BigInt(own?.earnedMinor ?? 0))
}

function adjustmentsIn({ document }: Issued): { period: Period; minor: string }[] {
  const { adjustments } = JSON.parse(document)
  return adjustments
}
