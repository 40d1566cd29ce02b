import { periodOf, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { allTeams, teamsOf } from '../people/store.ts'
import { ancestorsOf } from '../people/teams.ts'
import type { Goal } from './goal.ts'
import type { Owner } from './owner.ts'
import { goalsIn } from './store.ts'

/**
 * Goals that another could serve, the best first: of the nearest level above, over a period that holds its own, for the
 * same metric before others, the shortest period before longer ones.
 */
export async function goalsAbove(
  scope: Scope,
  goal: Pick<Owner, 'level' | 'owner'> & Partial<Pick<Goal, 'metric' | 'period'>>,
): Promise<Goal[]> {
  if (goal.level === 'company' || !goal.period) return []
  const fiscal = scope.workspace.fiscalStartMonth
  const own = spanOf(goal.period, fiscal)
  const holds = (other: Goal) => {
    const span = spanOf(other.period, fiscal)
    return span.from <= own.from && span.to >= own.to
  }
  const teams = await teamsAbove(scope, goal)
  const distance = (other: Goal) => (other.level === 'company' ? teams.length : teams.indexOf(other.owner))
  const candidates = (await goalsIn(scope, periodsHolding(own.from, fiscal))).filter(
    (other) => other.level !== 'person' && distance(other) >= 0 && holds(other),
  )
  const rank = (other: Goal) => [other.metric === goal.metric ? 0 : 1, distance(other), lengthOf(other)]
  return candidates.sort((a, b) => compare(rank(a), rank(b)))

  function lengthOf(other: Goal): number {
    const span = spanOf(other.period, fiscal)
    return Date.parse(span.to) - Date.parse(span.from)
  }
}

/** Whether a goal can serve another: one on a higher level that its owner belongs to, or its owner's own over more time. */
export async function canServe(
  scope: Scope,
  goal: Pick<Goal, 'level' | 'owner' | 'period'>,
  parent: Goal,
): Promise<boolean> {
  if (goal.level === parent.level && goal.owner === parent.owner) {
    const fiscal = scope.workspace.fiscalStartMonth
    const [own, whole] = [spanOf(goal.period, fiscal), spanOf(parent.period, fiscal)]
    const within = whole.from <= own.from && whole.to >= own.to
    return within && parent.period !== goal.period
  }
  if (parent.level === 'person' || goal.level === 'company') return false
  return parent.level === 'company' || (await teamsAbove(scope, goal)).includes(parent.owner)
}

async function teamsAbove(scope: Scope, goal: Pick<Owner, 'level' | 'owner'>): Promise<string[]> {
  const teams = await allTeams(scope)
  if (goal.level === 'team') return ancestorsOf(teams, goal.owner).slice(1)
  const own = await teamsOf(scope, goal.owner)
  return [...new Set(own.flatMap((team) => ancestorsOf(teams, team.id)))]
}

function periodsHolding(date: string, fiscalStartMonth: number) {
  return (['month', 'quarter', 'year'] as const).map((kind) => periodOf(date, kind, fiscalStartMonth))
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
