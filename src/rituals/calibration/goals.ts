import type { Goal } from '../../goals/goal.ts'
import { findQuantity } from '../../goals/read-quantity.ts'
import { measuredValue } from '../../goals/smart.ts'
import { goalsIn } from '../../goals/store.ts'
import { type Period, periodOf, shift } from '../../kernel/period.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { allTeams } from '../../people/store.ts'
import { ancestorsOf } from '../../people/teams.ts'

/** The goals that a team's calibration is about: the company's, those of the team and above it, and its members'. */
export interface TeamGoals {
  /** Of the month that has ended: shared ones, and people's own. */
  ended: Goal[]
  endedPersonal: Goal[]
  /** Of the month, quarter and year that go on; the team's own first, then those above it. */
  shared: Goal[]
  personal: Goal[]
}

export async function teamGoals(
  scope: Scope,
  team: string,
  members: readonly Person[],
  month: Period,
): Promise<TeamGoals> {
  const fiscal = scope.workspace.fiscalStartMonth
  const first = `${month}-01`
  const going = [month, periodOf(first, 'quarter', fiscal), periodOf(first, 'year', fiscal)]
  const lines = new Set(ancestorsOf(await allTeams(scope), team))
  const ids = new Set(members.map((one) => one.id))
  const ours = (goal: Goal) =>
    goal.level === 'company' || (goal.level === 'team' ? lines.has(goal.owner) : ids.has(goal.owner))
  const goals = (await goalsIn(scope, going)).filter(ours)
  const ended = (await goalsIn(scope, [shift(month, -1)])).filter(ours)
  return {
    ended: teamFirst(ended, team),
    endedPersonal: ended.filter((goal) => goal.level === 'person'),
    shared: teamFirst(goals, team),
    personal: goals.filter((goal) => goal.level === 'person'),
  }
}

function teamFirst(goals: readonly Goal[], team: string): Goal[] {
  const shared = goals.filter((goal) => goal.level !== 'person')
  const own = (goal: Goal) => goal.level === 'team' && goal.owner === team
  return [...shared.filter(own), ...shared.filter((goal) => !own(goal))]
}

/** A new value for a goal as people type it (`45万`, `12 单`, `95%`), in its metric's measure. */
export function readGoalValue(goal: Goal, text: string, currency: string): number | undefined {
  const number = findQuantity(text.normalize('NFKC').trim())
  if (number?.rest.trim() !== '') return undefined
  const measured = measuredValue(goal.metric, number.quantity, currency)
  return 'value' in measured ? measured.value : undefined
}
