import type { Answer, CommandInput } from '../kernel/feature.ts'
import { kindOf, type Period, periodOf, spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readPeriod } from '../kernel/words.ts'
import { allTeams, findTeam, membersOf } from '../people/store.ts'
import { subtreeOf, type Team } from '../people/teams.ts'
import type { Goal } from './goal.ts'
import { treeIn } from './store.ts'
import { texts } from './texts.ts'
import { treeView } from './tree-view.ts'

/** `/goal tree [period] [team]`: company, teams and people, each goal under the one that it serves. */
export async function showTree(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const { fiscalStartMonth } = scope.workspace
  const asked = await readAsked(scope, text.trim().replace(/\s+/g, ' '))
  if (!asked) return new Refusal(words.unreadPeriod(text.trim().slice(0, 40)))
  const { team, period } = asked
  const periods = period
    ? periodsHolding(period, fiscalStartMonth)
    : (['month', 'quarter', 'year'] as const).map((one) => periodOf(scope.today, one, fiscalStartMonth))
  const goals = await treeIn(scope, periods)
  const shown = team ? await within(scope, goals, team.id) : goals
  const when = showPeriod(period ?? periods[0] ?? '', scope.locale, scope.today, fiscalStartMonth)
  const whose = team && (period ? `${team.name} ${when}` : team.name)
  return treeView(scope, words.treeTitle(whose ?? when), shown)
}

interface Asked {
  team?: Team
  period?: Period
}

/** A period, a team, or both in either order. */
async function readAsked(scope: Scope, words: string): Promise<Asked | undefined> {
  if (words === '') return {}
  const parts = words.split(' ')
  for (let at = parts.length; at >= 0; at -= 1) {
    const [first, second] = [parts.slice(0, at).join(' '), parts.slice(at).join(' ')]
    const team = first === '' ? undefined : await findTeam(scope, first)
    const period = first === '' ? undefined : goalPeriod(scope, first)
    if (second === '' && (team || period)) return team ? { team } : { period: period ?? '' }
    if (team && goalPeriod(scope, second)) return { team, period: goalPeriod(scope, second) ?? '' }
    const other = period && second !== '' ? await findTeam(scope, second) : undefined
    if (period && other) return { team: other, period }
  }
  return undefined
}

function goalPeriod(scope: Scope, words: string): Period | undefined {
  const period = readPeriod(words, scope.today, scope.workspace.fiscalStartMonth, 'future')
  const kind = period && kindOf(period)
  return kind === 'day' || kind === 'week' ? undefined : period
}

/** The period itself and the longer ones that it lies in: what a month's goals serve is mostly set for the quarter. */
function periodsHolding(period: Period, fiscalStartMonth: number): Period[] {
  const { from, to } = spanOf(period, fiscalStartMonth)
  const longer = (['month', 'quarter', 'year'] as const)
    .map((kind) => periodOf(from, kind, fiscalStartMonth))
    .filter((one) => one !== period && spanOf(one, fiscalStartMonth).to >= to)
  return [period, ...longer]
}

async function within(scope: Scope, goals: readonly Goal[], team: string): Promise<Goal[]> {
  const members = new Set((await membersOf(scope, team)).map((one) => one.id))
  const teams = new Set(subtreeOf(await allTeams(scope), team))
  return goals.filter((goal) =>
    goal.level === 'person' ? members.has(goal.owner) : goal.level === 'team' && teams.has(goal.owner),
  )
}
