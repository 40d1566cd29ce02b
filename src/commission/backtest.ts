import { totalsOf } from '../deals/store.ts'
import type { Period } from '../kernel/period.ts'
import type { Person, Scope } from '../kernel/scope.ts'
import { liveRecords } from './live-records.ts'
import type { Plan, PlanPeriod } from './plan.ts'
import { SignedFacts } from './signed-facts.ts'
import { Trial, type TriedPeriod } from './trial.ts'
import { inPeriods, periodsInForce, wholePeriods } from './tried-periods.ts'
import { withDraft } from './tried-records.ts'

/** A draft against the plans that were in force, on the confirmed deals of the past. Minor units, pre-tax. */
export interface Backtest {
  people: Tried[]
  nowMinor: bigint
  draftMinor: bigint
  /** The largest differences, period by period. */
  explained: Explained[]
}

/** What one person got, and would have got. */
export interface Tried {
  person: Person
  nowMinor: bigint
  draftMinor: bigint
  /** By the draft nothing is calculated for some period, for want of a target. */
  aimless: boolean
}

export interface Explained {
  tried: Tried
  now: TriedPeriod[]
  draft: TriedPeriod[]
}

const EXPLAINED = 3 // the table has all the others

/**
 * Works every person's pay out by the plans in force and by a draft, over whole periods of both within some months. What
 * is read at once is what was signed in the longest of these periods; only sums are kept. Throws NotWhole.
 */
export async function backtest(
  scope: Scope,
  draft: Plan,
  months: readonly Period[],
  people: readonly Person[],
): Promise<Backtest> {
  const ids = new Set(people.map((person) => person.id))
  const { confirmed } = liveRecords(scope)
  const trials = [
    await Trial.open(confirmed, people, (person) => periodsInForce(confirmed, person, months)),
    await Trial.open(withDraft(confirmed, draft, { people: ids, months }), people, async () =>
      wholePeriods(confirmed, months, draft),
    ),
  ] as const
  const [now, then] = trials
  const kind = KINDS.find((one) => now.kinds.has(one) || then.kinds.has(one)) ?? 'month'
  for (const window of inPeriods(confirmed, months, kind)) {
    const facts = new SignedFacts(scope, window)
    for (const trial of trials) await trial.work(window, facts)
  }
  const tried = people.map((person) => ({
    person,
    nowMinor: now.paidMinor(person.id),
    draftMinor: then.paidMinor(person.id),
    aimless: then.aimless.has(person.id),
  }))
  return {
    people: tried,
    nowMinor: tried.reduce((all, one) => all + one.nowMinor, 0n),
    draftMinor: tried.reduce((all, one) => all + one.draftMinor, 0n),
    explained: await Promise.all(
      tried
        .filter((one) => differenceOf(one) !== 0n)
        .sort(byDifference)
        .slice(0, EXPLAINED)
        .map(async (one) => ({
          tried: one,
          now: await now.explain(one.person.id),
          draft: await then.explain(one.person.id),
        })),
    ),
  }
}

/** The longest first: whoever counts in shorter periods is worked out along with it. */
const KINDS: readonly PlanPeriod[] = ['year', 'quarter', 'month']

/** Everyone who has signed anything in some months, leavers among them, by person id. */
export async function whoSigned(scope: Scope, months: readonly Period[]): Promise<string[]> {
  const found = new Set<string>()
  for (const month of months) for (const total of await totalsOf(scope, month)) found.add(total.person)
  return [...found].sort()
}

export const differenceOf = (one: Tried): bigint => one.draftMinor - one.nowMinor

/** The largest first, whichever way; among equals by name. */
export function byDifference(a: Tried, b: Tried): number {
  const [left, right] = [size(differenceOf(a)), size(differenceOf(b))]
  return left > right ? -1 : left < right ? 1 : a.person.name < b.person.name ? -1 : 1
}

const size = (value: bigint) => (value < 0n ? -value : value)
