import { totalOf } from '../deals/store.ts'
import type { Answer, CommandInput } from '../kernel/feature.ts'
import { decimalsOf } from '../kernel/money.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { say } from '../view/view.ts'
import { targetOf } from './pay.ts'
import { planName } from './plan-name.ts'
import { planTexts } from './plan-texts.ts'
import { planView } from './plan-view.ts'
import { planAsked, readQuestion } from './question.ts'
import { texts } from './texts.ts'

/** The target that a plan is shown on where there is none, in the currency's own units. */
const ROUND_TARGET = 100_000n

/** `/commission plan [2026-10] [@李雷]`: the plan in words, and what it pays on the person's own target. */
export async function showPlan(scope: Acting, input: CommandInput): Promise<Answer> {
  const words = texts[scope.locale]
  const question = await readQuestion(scope, input.text)
  if (question instanceof Refusal) return question
  const active = await planAsked(scope, question)
  if (!active) return say(words.noPlan)
  const { plan, version, effectiveFrom } = active
  const name = planName(plan, scope.locale)
  const total = await totalOf(scope, question.person.id, question.period)
  const own = targetOf(plan, { targetMinor: BigInt(total.targetMinor ?? 0) })
  const target = own > 0n ? own : ROUND_TARGET * 10n ** BigInt(decimalsOf(scope.workspace.currency))
  return planView(scope, planTexts[scope.locale].planTitle(name, version, effectiveFrom), plan, target)
}
