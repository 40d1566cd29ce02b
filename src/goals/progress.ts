import { type Total, totalsIn, totalsOf } from '../deals/store.ts'
import type { Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { membersOf } from '../people/store.ts'
import { type Checkin, type Goal, isObjective } from './goal.ts'
import { rolledUp } from './rolled.ts'
import { checkinsOf, goalsUnder } from './store.ts'

/** What has been reached, in the metric's measure. */
export interface Progress {
  reached: number
  /** The part of it that managers have confirmed; the same for everything that needs no confirmation. */
  confirmed: number
  /** Nobody has checked in yet: nothing is known of where it stands. */
  unreported?: true
  /** The latest check-in, of a metric that is reported. */
  checkin?: Checkin
  /** What came in on each of some days, of a metric that adds up day by day. */
  lately?: (days: readonly LocalDate[]) => Promise<number[]>
  /** An objective's: how many key results it is worked out from. */
  keyResults?: number
}

/**
 * Works out progress from the deals' running sums and from check-ins; it never reads the deals themselves. `ofMany`:
 * many people's goals are asked for, so everybody's sums are loaded once.
 */
export function createProgress(scope: Scope, ofMany = false) {
  const totals = new Map<Period, Promise<Total[]>>()
  const members = new Map<string, Promise<Set<string>>>()
  const daily = new Map<string, Promise<Total[]>>()

  return { of: progressOf, on: progressOn }

  async function progressOf(goal: Goal): Promise<Progress> {
    if (isObjective(goal))
      return rolledUp(goal, { under: (one) => goalsUnder(scope, [one.id]), counted: progressOf })
    if (goal.metric !== 'checkin') {
      const progress = await progressOn(goal, goal.period)
      return BY_DAY.includes(goal.metric)
        ? { ...progress, lately: (days) => progressBy(goal, days) }
        : progress
    }
    const [latest] = await checkinsOf(scope, goal.id)
    if (!latest) return { reached: 0, confirmed: 0, unreported: true }
    return { reached: latest.value, confirmed: latest.value, checkin: latest }
  }

  /** The same metric of the same owner in another period. */
  async function progressOn(
    goal: Pick<Goal, 'level' | 'owner' | 'metric'>,
    period: Period,
  ): Promise<Progress> {
    return summed(goal.metric, await ownTotals(goal, period))
  }

  async function progressBy(goal: Goal, days: readonly LocalDate[]): Promise<number[]> {
    const own =
      goal.level === 'person' && !ofMany
        ? await totalsIn(scope, days, [goal.owner])
        : await among(goal, await remembered(daily, days.join(), () => totalsIn(scope, days)))
    return days.map(
      (day) =>
        summed(
          goal.metric,
          own.filter((total) => total.period === day),
        ).reached,
    )
  }

  async function ownTotals(goal: Pick<Goal, 'level' | 'owner'>, period: Period): Promise<Total[]> {
    if (goal.level === 'person' && !ofMany) return totalsOf(scope, period, [goal.owner])
    return among(goal, await remembered(totals, period, () => totalsOf(scope, period)))
  }

  /** Those of everybody's sums that are of whose goal it is. */
  async function among(goal: Pick<Goal, 'level' | 'owner'>, all: Total[]): Promise<Total[]> {
    if (goal.level === 'company') return all
    if (goal.level === 'person') return all.filter((total) => total.person === goal.owner)
    const team = await remembered(members, goal.owner, async () => {
      return new Set((await membersOf(scope, goal.owner)).map((one) => one.id))
    })
    return all.filter((total) => team.has(total.person))
  }
}

/** What adds up day by day. */
const BY_DAY: readonly Goal['metric'][] = ['signed', 'collected', 'deals', 'new-customers']

function summed(metric: Goal['metric'], totals: readonly Total[]): Progress {
  const sum = (pick: (total: Total) => number) => totals.reduce((all, total) => all + pick(total), 0)
  const same = (reached: number): Progress => ({ reached, confirmed: reached })
  switch (metric) {
    case 'signed':
      return { reached: sum((total) => total.signedMinor), confirmed: sum((total) => total.confirmedMinor) }
    case 'collected':
      return same(sum((total) => total.collectedMinor))
    case 'deals':
      return same(sum((total) => total.deals))
    case 'new-customers':
      return same(sum((total) => total.newCustomers))
    case 'average-deal':
      return same(
        ratio(
          sum((total) => total.signedMinor),
          sum((total) => total.deals),
        ),
      )
    case 'attainment': {
      const withTarget = totals.filter((total) => total.targetMinor)
      const signed = withTarget.reduce((all, total) => all + total.signedMinor, 0)
      const target = withTarget.reduce((all, total) => all + (total.targetMinor ?? 0), 0)
      return same(Number((BigInt(signed) * 10_000n) / BigInt(target || 1)))
    }
    case 'checkin':
    case 'objective':
      return same(0)
  }
}

const ratio = (sum: number, count: number) => (count === 0 ? 0 : Math.floor(sum / count))

function remembered<Key, Value>(known: Map<Key, Promise<Value>>, key: Key, load: () => Promise<Value>) {
  const before = known.get(key)
  if (before) return before
  const value = load()
  known.set(key, value)
  return value
}
