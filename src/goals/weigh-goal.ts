import type { Answer, CommandInput } from '../kernel/feature.ts'
import { joinNames, joinSentences } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { context, say, type View } from '../view/view.ts'
import { refuseStranger } from './ask-target.ts'
import { amendGoal } from './change-store.ts'
import { goalNamed } from './find-goal.ts'
import { type Goal, isObjective, type Weight, WHOLE_BPS } from './goal.ts'
import { reasonIn, refuseLocked } from './lock.ts'
import { maySet } from './owner.ts'
import { goalById, goalsUnder } from './store.ts'
import { texts } from './texts.ts'
import { readWeight, shownWeights, weightSum } from './weights.ts'

/** `/goal weight G-3 60% G-4 40% [reason]`: what goals weigh under what they serve. */
export async function weigh(scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> {
  const words = texts[scope.locale].weight
  if (text.trim() === '') return new Refusal(words.format)
  const wanted = await readWeights(scope, text)
  if (wanted instanceof Refusal) return wanted
  for (const { goal, weight } of wanted.weights) {
    const changed = await giveWeight(scope, goal, weight, wanted.reason)
    if (changed instanceof Refusal) return changed
  }
  const parents = [...new Set(wanted.weights.flatMap(({ goal }) => goal.parent ?? []))]
  const sums = await Promise.all(parents.map((parent) => weightsUnder(scope, parent)))
  return sums.slice(1).reduce(below, sums[0] ?? say(words.done))
}

const EQUAL = /^(?:默认|一样|default|equal|same)$/i

interface Wanted {
  weights: { goal: Goal; weight: Weight | undefined }[]
  reason: string | undefined
}

async function readWeights(scope: Acting, text: string): Promise<Wanted | Refusal> {
  const words = texts[scope.locale].weight
  const weights: Wanted['weights'] = []
  let rest = text.trim()
  while (weights.length === 0 || /^[gGｇＧ][-－—\s]?\d/.test(rest)) {
    const found = await goalNamed(scope, rest)
    if (found instanceof Refusal) return found
    const [word = ''] = found.rest.split(/\s+/)
    const weight = readWeight(word)
    if (word === '') return new Refusal(words.format)
    if (!weight && !EQUAL.test(word)) return new Refusal(words.unread(word.slice(0, 40)))
    weights.push({ goal: found.goal, weight })
    rest = found.rest.slice(word.length).trim()
  }
  return { weights, reason: reasonIn(rest) }
}

/** Whoever may set what a goal serves says how much it counts there. True: it was another weight before. */
export async function giveWeight(
  scope: Acting<WriteScope>,
  goal: Goal,
  weight: Weight | undefined,
  reason: string | undefined,
): Promise<boolean | Refusal> {
  const parent = goal.parent === undefined ? undefined : await goalById(scope, goal.parent)
  if (!parent) return new Refusal(texts[scope.locale].weight.noParent(`G-${goal.number}`))
  const useless = weightUseless(scope, parent, weight)
  if (useless) return new Refusal(useless)
  if ((await maySet(scope, parent)) !== 'yes') return refuseStranger(scope, parent)
  const locked = [goal, parent].find((one) => one.lock)
  if (locked) return refuseLocked(scope, locked)
  if (goal.weight?.kind === weight?.kind && goal.weight?.value === weight?.value) return false
  await amendGoal(scope, goal, { weight }, { part: 'weight', before: goal.weight, after: weight, reason })
  return true
}

/** Why a weight would count for nothing: what is counted by itself does not ask what stands under it. */
export function weightUseless(scope: Scope, parent: Goal | undefined, weight: Weight | undefined) {
  if (!weight || (parent && isObjective(parent))) return undefined
  return texts[scope.locale].weight.useless(parent && `G-${parent.number}`)
}

/** What everything under a goal weighs, and what that adds up to. */
export async function weightsUnder(scope: Scope, parent: string): Promise<View> {
  const words = texts[scope.locale].weight
  const above = await goalById(scope, parent)
  const under = await goalsUnder(scope, [parent])
  const shares = shownWeights(under.map((one) => one.weight))
  const each = under.map((one, at) => words.weighs(`G-${one.number}`, showPercent(shares[at] ?? 0)))
  const sentence = sumWords(scope, under)
  const colon = scope.locale === 'en' ? ': ' : '：'
  const stop = scope.locale === 'en' ? '.' : '。'
  const sum = `${words.sum(`G-${above?.number ?? ''}`, under.length)}${colon}${sentence}${stop}`
  const view = say(joinSentences([words.done, sum], scope.locale))
  return { ...view, blocks: [...view.blocks, context(joinNames(each, scope.locale))] }
}

/** What weights add up to, in words. */
export function sumWords(scope: Scope, under: readonly Goal[]): string {
  const words = texts[scope.locale].weight
  const { kind, sum, open } = weightSum(under.map((one) => one.weight))
  if (kind === 'equal') return words.equal
  if (kind === 'parts') return words.parts(sum)
  const shown = showPercent(sum)
  if (open > 0 && sum <= WHOLE_BPS) return words.shareOpen(shown, open, showPercent(WHOLE_BPS - sum))
  return sum === WHOLE_BPS ? words.share(shown) : words.proRata(shown)
}

/** A weight as it was given, in words. */
export function showWeight(scope: Scope, weight: Weight | undefined): string {
  const words = texts[scope.locale].weight
  if (!weight) return words.same
  return weight.kind === 'bps' ? showPercent(weight.value) : words.inParts(weight.value)
}

const below = (one: View, other: View): View => ({
  summary: `${one.summary} ${other.summary}`,
  blocks: [...one.blocks, ...other.blocks],
})
