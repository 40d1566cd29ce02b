import { SAY } from '../kernel/feature.ts'
import { joinSentences } from '../kernel/locale.ts'
import { kindOf } from '../kernel/period.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { nameOf } from '../people/who.ts'
import {
  actions,
  type Block,
  type Button,
  bold,
  context,
  heading,
  list,
  plain,
  type Spans,
  text as textBlock,
  type View,
} from '../view/view.ts'
import { addedUpWords } from './added-up.ts'
import { contributorNames, mayCheckIn } from './contributors.ts'
import { addsUp, type Goal, isObjective } from './goal.ts'
import { goalDetails } from './goal-details.ts'
import { goalLine } from './goal-view.ts'
import { lockedBy, mayLock } from './lock.ts'
import { wordsFor } from './names.ts'
import { maySet } from './owner.ts'
import { createProgress } from './progress.ts'
import { phaseLines } from './split-goal.ts'
import { goalBlocks } from './standing-view.ts'
import { goalById, goalsUnder } from './store.ts'
import { texts } from './texts.ts'
import { sumWords } from './weigh-goal.ts'
import { shownWeights } from './weights.ts'

/** `/goal G-3`: one goal with everything about it, and what can be done with it. */
export async function oneGoalView(scope: Acting, goal: Goal): Promise<View> {
  const words = texts[scope.locale]
  const progress = createProgress(scope, true)
  const reached = await progress.of(goal)
  const under = await goalsUnder(scope, [goal.id])
  const facts = await factsOf(scope, goal)
  const sums = await addedUpWords(scope, goal, under)
  const phases = goal.phases ? await phaseLines(scope, goal) : []
  return {
    summary: `${words.oneGoal} G-${goal.number}`,
    blocks: [
      heading(words.oneGoal),
      ...(await goalBlocks(scope, goal, reached)),
      ...(facts.length > 0 ? [context(facts.join(' · '))] : []),
      ...(phases.length > 0 ? [textBlock([bold(words.phasing.title)]), list(phases)] : []),
      ...(await below(scope, goal, under)),
      ...sums.map((sum) => context(sum)),
      ...(isObjective(goal) ? [] : await goalDetails(scope, goal, reached)),
      ...(await buttons(scope, goal)),
    ],
  }
}

/** What it serves and weighs, who holds it, and whether it is locked. */
export async function factsOf(scope: Scope, goal: Goal): Promise<string[]> {
  const words = texts[scope.locale]
  const parent = goal.parent === undefined ? undefined : await goalById(scope, goal.parent)
  const serves = parent && (await wordsFor(scope, parent))
  const weight = parent && (await weightUnder(scope, goal, parent))
  const names = await contributorNames(scope, goal.id, scope.locale)
  return [
    ...(serves ? [words.tree.serves(`${serves.label} ${serves.name}`)] : []),
    ...(weight === undefined ? [] : [words.weight.shown(showPercent(weight))]),
    ...(goal.lead ? [words.owning.ledBy(await nameOf(scope, goal.lead))] : []),
    ...(names === '' ? [] : [words.contributors.shown(names)]),
    ...(goal.lock ? [words.lock.shown(...(await lockedBy(scope, goal)))] : []),
  ]
}

/** In basis points; undefined: under what counts by itself weights say nothing. */
async function weightUnder(scope: Scope, goal: Goal, parent: Goal): Promise<number | undefined> {
  if (!isObjective(parent)) return undefined
  const under = await goalsUnder(scope, [parent.id])
  const at = under.findIndex((one) => one.id === goal.id)
  return shownWeights(under.map((one) => one.weight))[at]
}

const MAX_BELOW = 20 // the tree has all of them

async function below(scope: Acting, goal: Goal, under: readonly Goal[]): Promise<Block[]> {
  const words = texts[scope.locale]
  if (under.length === 0) return []
  const progress = createProgress(scope, true)
  const weighed = isObjective(goal)
  const shares = shownWeights(under.map((one) => one.weight))
  const lines: Spans[] = []
  for (const [at, one] of under.slice(0, MAX_BELOW).entries()) {
    const weight = weighed ? [plain(` · ${words.weight.shown(showPercent(shares[at] ?? 0))}`)] : []
    lines.push([...(await goalLine(scope, one, await progress.of(one))), ...weight])
  }
  const rest = under.length - MAX_BELOW
  const notes = [
    ...(weighed
      ? [`${words.weight.field}${scope.locale === 'en' ? ': ' : '：'}${sumWords(scope, under)}`]
      : []),
    ...(rest > 0 ? [words.moreGoals(rest)] : []),
  ]
  return [
    textBlock([bold(words.tree.below)]),
    list(lines),
    ...(notes.length > 0 ? [context(joinSentences(notes, scope.locale))] : []),
  ]
}

async function buttons(scope: Acting, goal: Goal): Promise<Block[]> {
  const words = texts[scope.locale]
  const label = `G-${goal.number}`
  const set = await maySet(scope, goal)
  const button = (name: string, action: string, value = goal.id): Button => ({ label: name, action, value })
  const change = set === 'yes' && !goal.lock
  const keyResults = isObjective(goal) && set === 'yes'
  const found: Button[] = [
    ...(goal.metric === 'checkin' && (await mayCheckIn(scope, goal))
      ? [button(words.checkinButton(label), 'goal.checkin-form')]
      : []),
    ...(keyResults ? [button(words.objective.keyResult, 'goal.add')] : []),
    ...(set !== 'no' && !isObjective(goal) ? [button(words.edit.adjust, 'goal.adjust-form')] : []),
    ...(change ? [button(words.edit.button, 'goal.edit-form')] : []),
    ...(change && addsUp(goal) && kindOf(goal.period) !== 'month'
      ? [button(words.phasing.button, 'goal.phase-form')]
      : []),
    ...((await mayLock(scope, goal))
      ? [
          goal.lock
            ? button(words.lock.unlock, 'goal.unlock-form')
            : button(words.lock.lock, SAY, `goal lock ${label}`),
        ]
      : []),
    button(words.edit.history, SAY, `goal history ${label}`),
    ...(change ? [button(words.drop.button, 'goal.drop-form')] : []),
  ]
  return [actions(...found)]
}
