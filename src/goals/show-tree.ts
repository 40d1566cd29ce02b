import type { Answer, CommandInput } from '../kernel/feature.ts'
import { kindOf, type Period, periodOf, spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { readPeriod } from '../kernel/words.ts'
import { findTeam, membersOf } from '../people/store.ts'
import {
  type Block,
  context,
  heading,
  list,
  plain,
  type Spans,
  text as textBlock,
  type View,
} from '../view/view.ts'
import type { Goal, Level } from './goal.ts'
import { goalLine } from './goal-view.ts'
import { createProgress } from './progress.ts'
import { goalsIn } from './store.ts'
import { texts } from './texts.ts'

/** `/goal tree [period] [team]`: company, teams and people, each goal under the one that it serves. */
export async function showTree(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const { fiscalStartMonth } = scope.workspace
  const team = text.trim() === '' ? undefined : await findTeam(scope, text)
  const named =
    text.trim() === '' || team ? undefined : readPeriod(text, scope.today, fiscalStartMonth, 'future')
  const kind = named && kindOf(named)
  if (text.trim() !== '' && !team && (!kind || kind === 'day' || kind === 'week'))
    return new Refusal(words.unreadPeriod(text.trim().slice(0, 40)))
  const periods = named
    ? periodsHolding(named, fiscalStartMonth)
    : (['month', 'quarter', 'year'] as const).map((one) => periodOf(scope.today, one, fiscalStartMonth))
  const goals = await goalsIn(scope, periods)
  const shown = team ? await within(scope, goals, team.id) : goals
  const title = words.treeTitle(
    team?.name ?? showPeriod(named ?? periods[0] ?? '', scope.locale, scope.today),
  )
  return treeView(scope, title, shown)
}

/** The period itself and the longer ones that it lies in: what a month's goals serve is mostly set for the quarter. */
function periodsHolding(period: Period, fiscalStartMonth: number): Period[] {
  const { from, to } = spanOf(period, fiscalStartMonth)
  const longer = (['month', 'quarter', 'year'] as const)
    .map((kind) => periodOf(from, kind, fiscalStartMonth))
    .filter((one) => one !== period && spanOf(one, fiscalStartMonth).to >= to)
  return [period, ...longer]
}

const LEVELS: Level[] = ['company', 'team', 'person']
const MAX_LINES = 60 // about what one message holds on every platform

async function treeView(scope: Scope, title: string, goals: readonly Goal[]): Promise<View> {
  const words = texts[scope.locale]
  if (goals.length === 0) return { summary: title, blocks: [heading(title), textBlock(words.treeEmpty)] }
  const progress = createProgress(scope, true)
  const ids = new Set(goals.map((goal) => goal.id))
  const blocks: Block[] = [heading(title)]
  let lines = 0
  for (const level of LEVELS) {
    const roots = goals.filter((goal) => goal.level === level && !(goal.parent && ids.has(goal.parent)))
    const items: Spans[] = []
    for (const { goal, depth } of roots.flatMap((root) => branch(goals, root, 0))) {
      lines += 1
      if (lines > MAX_LINES) continue
      const indent = depth === 0 ? '' : `${'　'.repeat(depth - 1)}└ `
      items.push([plain(indent), ...(await goalLine(scope, goal, await progress.of(goal)))])
    }
    if (items.length > 0) blocks.push(textBlock(words.levels[level]), list(items))
  }
  if (lines > MAX_LINES) blocks.push(context(words.moreGoals(lines - MAX_LINES)))
  return { summary: title, blocks }
}

/** A goal and everything that serves it, by depth. A goal serves one on a higher level, so no circle is possible. */
function branch(goals: readonly Goal[], root: Goal, depth: number): { goal: Goal; depth: number }[] {
  const below = goals.filter((goal) => goal.parent === root.id && goal.id !== root.id)
  return [{ goal: root, depth }, ...below.flatMap((goal) => branch(goals, goal, depth + 1))]
}

async function within(scope: Scope, goals: readonly Goal[], team: string): Promise<Goal[]> {
  const members = new Set((await membersOf(scope, team)).map((one) => one.id))
  return goals.filter((goal) =>
    goal.level === 'person' ? members.has(goal.owner) : goal.level === 'team' && goal.owner === team,
  )
}
