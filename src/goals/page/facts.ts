import { lastDealChange } from '../../deals/store.ts'
import { type Period, periodOf, shift } from '../../kernel/period.ts'
import type { Scope } from '../../kernel/scope.ts'
import { showPercent } from '../../kernel/show-percent.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import { allTeams, membersOf } from '../../people/store.ts'
import { ancestorsOf } from '../../people/teams.ts'
import { addedUpWords } from '../added-up.ts'
import { lastGoalChange } from '../change-store.ts'
import { type Goal, isObjective, measureOf } from '../goal.ts'
import { paceFor, standing } from '../goal-view.ts'
import { wordsFor } from '../names.ts'
import { type Pace, shareBps } from '../pace.ts'
import { createProgress } from '../progress.ts'
import { goalsUnder, treeIn } from '../store.ts'
import { everyNode, type Forest, forestOf, type Node } from '../tree.ts'
import { shownWeights } from '../weights.ts'

/** One goal as the page shows it; everything is in words already. */
export interface Row {
  id: string
  label: string
  name: string
  period: Period
  /** The teams that its owner belongs to, with those above them. */
  teams: string[]
  state: Pace['state'] | 'unknown'
  standing: string
  /** `52,000 元 / 80,000 元`; undefined: an objective, or an amount that this workspace hides. */
  figures: string | undefined
  shareBps: number
  share: string
  timeBps: number
  weight: string | undefined
  locked: boolean
  sums: string[]
  under: Row[]
}

export interface TreeFacts {
  roots: Row[]
  orphans: Row[]
  teams: { id: string; name: string }[]
  periods: { period: Period; name: string }[]
}

/** This month's, quarter's and year's goals, with the ones before and after. */
export async function treeFacts(scope: Scope): Promise<TreeFacts> {
  const goals = await treeIn(scope, periodsShown(scope))
  const forest = forestOf(goals)
  const rows = await rowsOf(scope, forest)
  const fiscal = scope.workspace.fiscalStartMonth
  const periods = [...new Set(goals.map((one) => one.period))].sort()
  const owned = new Set(rows.all.flatMap((row) => row.teams))
  return {
    ...rows,
    teams: (await allTeams(scope)).filter((team) => owned.has(team.id)).map(({ id, name }) => ({ id, name })),
    periods: periods.map((period) => ({
      period,
      name: showPeriod(period, scope.locale, scope.today, fiscal),
    })),
  }
}

/** Changes whenever what the page shows may have changed. */
export async function treeVersion(scope: Scope): Promise<string> {
  const parts = [scope.today, await lastGoalChange(scope), await lastDealChange(scope, scope.now)]
  return parts.map((part) => part ?? '-').join('/')
}

function periodsShown(scope: Scope): Period[] {
  const fiscal = scope.workspace.fiscalStartMonth
  return (['month', 'quarter', 'year'] as const).flatMap((kind) => {
    const now = periodOf(scope.today, kind, fiscal)
    return [shift(now, -1, fiscal), now, shift(now, 1, fiscal)]
  })
}

async function rowsOf(scope: Scope, forest: Forest) {
  const progress = createProgress(scope, true)
  const teamsOf = await owningTeams(scope)
  const shown = [...forest.roots, ...forest.orphans].flatMap(everyNode).map((node) => node.goal.id)
  const below = await goalsUnder(scope, shown)
  const all: Row[] = []
  const weighed = async (nodes: readonly Node[], parent?: Goal): Promise<Row[]> => {
    const given = parent !== undefined && isObjective(parent)
    const shares = shownWeights(nodes.map((one) => one.goal.weight))
    const rows: Row[] = []
    for (const [at, node] of nodes.entries())
      rows.push(await rowOf(node, given ? showPercent(shares[at] ?? 0) : undefined))
    return rows
  }
  const rowOf = async ({ goal, under }: Node, weight: string | undefined): Promise<Row> => {
    const reached = await progress.of(goal)
    const pace = await paceFor(scope, goal, reached.reached)
    const named = await wordsFor(scope, goal)
    const bps = shareBps(reached.reached, goal.value)
    const hidden = goal.level === 'person' && hidesAmounts(scope) && measureOf(goal.metric) === 'money'
    const row: Row = {
      id: goal.id,
      label: named.label,
      name: named.name,
      period: goal.period,
      teams: teamsOf(goal),
      state: reached.unreported && pace.state !== 'not-begun' ? 'unknown' : pace.state,
      standing: standing(scope, reached, pace),
      figures: isObjective(goal) || hidden ? undefined : `${named.bare(reached.reached)} / ${named.value}`,
      shareBps: bps,
      share: showPercent(bps, 1),
      timeBps: pace.timeBps,
      weight,
      locked: goal.lock !== undefined,
      sums: hidden
        ? []
        : await addedUpWords(
            scope,
            goal,
            below.filter((one) => one.parent === goal.id),
          ),
      under: await weighed(under, goal),
    }
    all.push(row)
    return row
  }
  return { roots: await weighed(forest.roots), orphans: await weighed(forest.orphans), all }
}

const hidesAmounts = (scope: Scope) => scope.workspace.settings.hideAmounts === true

/** For each goal the teams that its owner is in, with everything above them. */
async function owningTeams(scope: Scope): Promise<(goal: Goal) => string[]> {
  const teams = await allTeams(scope)
  const byPerson = new Map<string, string[]>()
  for (const team of teams)
    for (const { id } of await membersOf(scope, team.id))
      byPerson.set(id, [...(byPerson.get(id) ?? []), team.id])
  return ({ level, owner }) => {
    if (level === 'company') return []
    return level === 'team' ? ancestorsOf(teams, owner) : (byPerson.get(owner) ?? [])
  }
}
