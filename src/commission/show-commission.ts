import { noTotal } from '../deals/total.ts'
import type { Answer, CommandInput } from '../kernel/feature.ts'
import { kindOf, type Period, periodOf, spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { say } from '../view/view.ts'
import type { ActivePlan } from './active-plan.ts'
import { latelyPaid, lateSums } from './lately.ts'
import { latestDeal } from './latest-deal-store.ts'
import { standingFor } from './pay-of.ts'
import type { PlanPeriod } from './plan.ts'
import { planAsked, type Question, readQuestion } from './question.ts'
import { nearestManagers } from './remind-manager.ts'
import { showSeveral } from './show-several.ts'
import { texts } from './texts.ts'
import { commissionView, noTargetView } from './views.ts'

/** `/commission [2026-10] [@李雷]`: what has been earned so far, and what the next tier is worth. */
export async function showCommission(scope: Acting, input: CommandInput): Promise<Answer> {
  const question = await readQuestion(scope, input.text)
  return question instanceof Refusal ? question : answerCommission(scope, question)
}

/** The answer to a question that has been read and allowed already. */
export async function answerCommission(scope: Acting, question: Question): Promise<Answer> {
  const active = await planAsked(scope, question)
  if (!active) return say(texts[scope.locale].noPlan)
  const span = spanCompared(question.period, active.plan.period)
  if (span === 'longer') return showSeveral(scope, question, active)
  if (span === 'shorter') return tooShort(scope, question.period, active)
  return showOne(scope, question, active)
}

const LENGTHS = ['day', 'week', 'month', 'quarter', 'year']

/** How a period compares with the one that a plan counts in. */
export function spanCompared(period: Period, counted: PlanPeriod): 'longer' | 'equal' | 'shorter' {
  const difference = LENGTHS.indexOf(kindOf(period)) - LENGTHS.indexOf(counted)
  return difference > 0 ? 'longer' : difference < 0 ? 'shorter' : 'equal'
}

/** A week has no commission of its own where the plan counts in months. */
function tooShort(scope: Acting, period: Period, { plan }: ActivePlan): Refusal {
  const words = texts[scope.locale]
  return new Refusal(words.tooShort(showPeriod(period, scope.locale, scope.today), words.kinds[plan.period]))
}

async function showOne(scope: Acting, question: Question, active: ActivePlan): Promise<Answer> {
  const { person, period } = question
  const sums = await lateSums(scope, question)
  const total = sums.totals.get(period) ?? noTotal(person.id, period)
  const standing = await standingFor(scope, active, total)
  if (standing === 'no target') {
    const [manager] = await nearestManagers(scope, person.id)
    return noTargetView(scope, question, running(scope, period) ? manager?.name : undefined, active.plan)
  }
  const span = spanOf(period, scope.workspace.fiscalStartMonth)
  const lately = await latelyPaid(scope, question, standing, sums)
  return commissionView(scope, question, standing, await latestDeal(scope, person.id, span), lately)
}

/** Not over yet. */
const running = (scope: Acting, period: Period) =>
  period >= periodOf(scope.today, kindOf(period), scope.workspace.fiscalStartMonth)
