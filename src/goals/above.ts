import { periodOf, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { allTeams, teamsOf } from '../people/store.ts'
import { ancestorsOf } from '../people/teams.ts'
import { type Goal, isObjective } from './goal.ts'
import type { Owner } from './owner.ts'
import { goalById, treeIn } from './store.ts'

/**
 * Goals that another could serve, the best first: over a period that holds its own; for the same metric, then an objective,
 * before others; its owner's own objectives, then the nearest level above; the shortest period before longer ones.
 */
export async function goalsAbove(
  scope: Scope,
  goal: Pick<Owner, 'level' | 'owner'> & Partial<Pick<Goal, 'metric' | 'period'>>,
): Promise<Goal[]> {
  if (!goal.period) return []
  const fiscal = scope.workspace.fiscalStartMonth
  const own = spanOf(goal.period, fiscal)
  const holds = (other: Goal) => {
    const span = spanOf(other.period, fiscal)
    return span.from <= own.from && span.to >= own.to
  }
  const teams = await teamsAbove(scope, goal)
  const mine = (other: Goal) => other.level === goal.level && other.owner === goal.owner
  const distance = (other: Goal) => (other.level === 'company' ? teams.length : teams.indexOf(other.owner))
  const stands = (other: Goal) =>
    mine(other)
      ? isObjective(other) && goal.metric !== 'objective'
      : goal.level !== 'company' && other.level !== 'person' && distance(other) >= 0
  const candidates = (await treeIn(scope, periodsHolding(own.from, fiscal))).filter(
    (other) => stands(other) && holds(other),
  )
  const rank = (other: Goal) => [
    other.metric === goal.metric ? 0 : isObjective(other) ? 1 : 2,
    mine(other) ? -1 : distance(other),
    lengthOf(other),
  ]
  return candidates.sort((a, b) => compare(rank(a), rank(b)))

  function lengthOf(other: Goal): number {
    const span = spanOf(other.period, fiscal)
    return Date.parse(span.to) - Date.parse(span.from)
  }
}

/**
 * Whether a goal can serve another: one on a higher level that its owner belongs to, its owner's own over more time, or an
 * objective of its owner's over the same time.
 */
export async function canServe(
  scope: Scope,
  goal: Pick<Goal, 'level' | 'owner' | 'period' | 'metric'>,
  parent: Goal,
): Promise<boolean> {
  if (parent.dropped) return false
  if (goal.level === parent.level && goal.owner === parent.owner) {
    const fiscal = scope.workspace.fiscalStartMonth
    const [own, whole] = [spanOf(goal.period, fiscal), spanOf(parent.period, fiscal)]
    const within = whole.from <= own.from && whole.to >= own.to
    return within && (parent.period !== goal.period || (isObjective(parent) && goal.metric !== 'objective'))
  }
  if (parent.level === 'person' || goal.level === 'company') return false
  return parent.level === 'company' || (await teamsAbove(scope, goal)).includes(parent.owner)
}

/** What stands above a goal, the nearest first. */
export async function lineAbove(scope: Scope, goal: Pick<Goal, 'parent'>): Promise<Goal[]> {
  const line: Goal[] = []
  let next = goal.parent
  while (next !== undefined && !line.some((one) => one.id === next)) {
    const above = await goalById(scope, next)
    if (!above) break
    line.push(above)
    next = above.parent
  }
  return line
}

async function teamsAbove(scope: Scope, goal: Pick<Owner, 'level' | 'owner'>): Promise<string[]> {
  if (goal.level === 'company') return []
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
