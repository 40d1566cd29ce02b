import { type SixPeriods, type Total, totalsOver } from '../deals/store.ts'
import { noTotal } from '../deals/total.ts'
import { kindOf, type Period, shift } from '../kernel/period.ts'
import { remembered } from '../kernel/remembered.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { type Block, context, type Sparkline } from '../view/view.ts'
import { activePlanFor } from './active-plan.ts'
import { money } from './figures.ts'
import { statedOver } from './lately-store.ts'
import { totalPay } from './pay.ts'
import { factsOnSum, type PayStanding } from './pay-of.ts'
import { isPlain } from './plain.ts'
import type { Question } from './question.ts'
import { texts } from './texts.ts'
import { looksAtDeals } from './which-deals.ts'

/** What one of the last periods paid, in minor units; 'deal by deal': that cannot be said out of its sums. */
export interface LatePay {
  period: Period
  minor: bigint | 'no target' | 'deal by deal'
}

/** What is known of a person's six periods up to the one that is asked for. */
export interface LateSums {
  six: SixPeriods
  totals: ReadonlyMap<Period, Total>
  /** What closed ones were closed with, in minor units. */
  stated: ReadonlyMap<Period, number>
}

/** Read by key, however many deals there are. */
export async function lateSums(scope: Acting, { person, period }: Question): Promise<LateSums> {
  const six = sixUpTo(period, scope.workspace.fiscalStartMonth)
  const totals = await totalsOver(scope, person.id, six)
  return { six, totals, stated: await statedOver(scope, person.id, six) }
}

/**
 * The pay of the period that is asked for and of the five before it: of a closed one what its statement says, of an open
 * one what its sums pay. A plan that has to look at more than sums tells earlier open periods by their statements only,
 * so that the answer takes no longer the more deals there are. Empty before there is anything to compare.
 */
export async function latelyPaid(
  scope: Acting,
  { person, period }: Question,
  standing: PayStanding,
  { six, totals, stated }: LateSums,
): Promise<LatePay[]> {
  const first = six.findIndex((one) => totals.has(one) || stated.has(one))
  if (first < 0 || six[first] === period) return []
  const kept = workedOut.get(totals)
  const earlier =
    kept?.stated === stated
      ? kept.earlier
      : await paidEarlier(scope, person.id, six.slice(first, -1), totals, stated)
  workedOut.set(totals, { stated, earlier })
  const closedWith = stated.get(period)
  return [...earlier, { period, minor: closedWith === undefined ? standing.earnedMinor : BigInt(closedWith) }]
}

/** What is known stays the same object only until somebody commits something; until then plans are the same as well. */
const workedOut = new WeakMap<object, { stated: object; earlier: readonly LatePay[] }>()

async function paidEarlier(
  scope: Scope,
  person: string,
  periods: readonly Period[],
  totals: LateSums['totals'],
  stated: LateSums['stated'],
): Promise<LatePay[]> {
  const found: LatePay[] = []
  for (const period of periods) {
    const closedWith = stated.get(period)
    const minor =
      closedWith === undefined
        ? await paidBySums(scope, totals.get(period) ?? noTotal(person, period))
        : BigInt(closedWith)
    found.push({ period, minor })
  }
  return found
}

/** The bars, and why one is missing. */
export function latelyBlocks(scope: Acting, lately: readonly LatePay[]): Block[] {
  if (lately.length === 0) return []
  const words = texts[scope.locale]
  const points = lately.map(({ period, minor }) => ({
    label: showPeriod(period, scope.locale, scope.today),
    ...(typeof minor === 'bigint'
      ? { value: Number(minor), text: money(scope, minor) }
      : { text: minor === 'no target' ? words.notCalculated : '–' }),
  }))
  const bars: Sparkline = { kind: 'sparkline', label: words.lately, points }
  const gaps = lately.some(({ minor }) => minor === 'deal by deal')
  return [bars, ...(gaps ? [context(words.latelyOnceClosed)] : [])]
}

const sixUpTo = remembered((period: Period, fiscalStartMonth: number): SixPeriods => {
  const before = (steps: number) => shift(period, -steps, fiscalStartMonth)
  return [before(5), before(4), before(3), before(2), before(1), period]
})

async function paidBySums(scope: Scope, total: Total): Promise<LatePay['minor']> {
  const active = await activePlanFor(scope, total.person, total.period)
  if (!active || active.plan.period !== kindOf(total.period)) return 'no target'
  if (!isPlain(active) || looksAtDeals(active.plan)) return 'deal by deal'
  return totalPay(active.plan, factsOnSum(total.targetMinor, total.signedMinor))
}
