import type { Answer, CommandInput } from '../kernel/feature.ts'
import { type Period, periodOf, shift, spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { teamsLedBy } from '../people/store.ts'
import { whoIsMeant } from '../people/who.ts'
import {
  actions,
  type Block,
  type Button,
  context,
  heading,
  text as textBlock,
  type View,
} from '../view/view.ts'
import { goalsContributedTo } from './contributor-store.ts'
import { mayCheckIn } from './contributors.ts'
import { goalNamed } from './find-goal.ts'
import type { Goal } from './goal.ts'
import { oneGoalView } from './one-goal.ts'
import { isManagerOf } from './owner.ts'
import { createProgress } from './progress.ts'
import { goalBlocks } from './standing-view.ts'
import { treeIn } from './store.ts'
import { texts } from './texts.ts'

/** `/goal`: mine, with bars and pace; `/goal @李雷`: theirs; `/goal G-3`: one. */
export async function show(scope: Acting, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const word = text.trim()
  if (/^[gG][-－]?\d/.test(word)) {
    const found = await goalNamed(scope, word)
    return found instanceof Refusal ? found : oneGoalView(scope, found.goal)
  }
  const who = word === '' ? scope.person : await whoIsMeant(scope, word)
  if (who instanceof Refusal) return who
  const mine = who.id === scope.person.id
  const goals = await goalsOf(scope, who.id)
  const title = mine ? words.myGoals : words.goalsOf(who.name)
  if (goals.length > 0) return goalsView(scope, title, goals)
  const nobody = words.noGoals(mine ? words.you : who.name)
  return {
    summary: nobody,
    blocks: [textBlock(nobody), context(words.noGoalsHint), actions(...usualButtons(scope))],
  }
}

/**
 * A person's goals of now and of the next month and quarter, those of the company and the teams that they lead, and what
 * they contribute to or are responsible for.
 */
export async function goalsOf(scope: Scope, person: string): Promise<Goal[]> {
  const periods = periodsAround(scope)
  const goals = await treeIn(scope, periods)
  const leading = await isManagerOf(scope, person, { level: 'company', owner: '' })
  const teams = new Set((await teamsLedBy(scope, person)).map((team) => team.id))
  const shared = new Set(await goalsContributedTo(scope, person))
  const own = goals.filter((one) => one.level === 'person' && one.owner === person)
  const company = goals.filter((one) => one.level === 'company' && leading)
  const led = goals.filter((one) => one.level === 'team' && teams.has(one.owner))
  const beside = goals.filter((one) => shared.has(one.id) || one.lead === person)
  return [...new Set([...own, ...company, ...led, ...beside])]
}

/** The months, quarters and years that hold today, and the next month and quarter. */
function periodsAround(scope: Scope): Period[] {
  const fiscal = scope.workspace.fiscalStartMonth
  const now = (kind: 'month' | 'quarter' | 'year') => periodOf(scope.today, kind, fiscal)
  return [
    now('month'),
    shift(now('month'), 1, fiscal),
    now('quarter'),
    shift(now('quarter'), 1, fiscal),
    now('year'),
  ]
}

export function usualButtons(scope: Scope): Button[] {
  const words = texts[scope.locale].home
  return [
    { label: words.add, action: 'goal.add' },
    { label: words.objective, action: 'goal.add-objective' },
    { label: words.all, action: 'goal.tree' },
  ]
}

/** A button for each of the first goals that the actor reports. */
export async function checkinButtons(scope: Acting, goals: readonly Goal[]): Promise<Button[]> {
  const { today, workspace } = scope
  const begun = (goal: Goal) => spanOf(goal.period, workspace.fiscalStartMonth).from <= today
  const reported: Goal[] = []
  for (const goal of goals)
    if (goal.metric === 'checkin' && begun(goal) && (await mayCheckIn(scope, goal))) reported.push(goal)
  return reported.slice(0, MAX_REPORTED).map((goal) => ({
    label: texts[scope.locale].checkinButton(`G-${goal.number}`),
    action: 'goal.checkin-form',
    value: goal.id,
  }))
}

const MAX_REPORTED = 3

const MAX_BARS = 12 // a message that is still read to its end

async function goalsView(scope: Acting, title: string, goals: readonly Goal[]): Promise<View> {
  const progress = createProgress(scope)
  const blocks: Block[] = []
  for (const goal of goals.slice(0, MAX_BARS)) {
    const reached = await progress.of(goal)
    blocks.push(...(await goalBlocks(scope, goal, reached)))
  }
  const buttons = await checkinButtons(scope, goals.slice(0, MAX_BARS))
  return {
    summary: title,
    blocks: [heading(title), ...blocks, actions(...buttons, ...usualButtons(scope))],
  }
}
