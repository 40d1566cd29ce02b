import { creditsOf, totalOf } from '../deals/store.ts'
import { ofName } from '../goals/checkin-goal.ts'
import { goalFor, goalsIn, revisionsOf } from '../goals/store.ts'
import { dateAt } from '../kernel/calendar.ts'
import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { type Period, spanOf } from '../kernel/period.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { personById } from '../people/store.ts'
import { say } from '../view/view.ts'
import type { ActivePlan } from './active-plan.ts'
import { type Explanation, explain, explainSettled } from './explain.ts'
import { explainView, type TargetSource } from './explain-view.ts'
import { statedFor } from './lately-store.ts'
import { liveRecords } from './live-records.ts'
import { isPlain } from './plain.ts'
import { lowersTarget, metricOf, type Plan } from './plan.ts'
import { fromValue, planAsked, type Question, readQuestion } from './question.ts'
import { nearestManagers } from './remind-manager.ts'
import { Settling } from './settle.ts'
import { answerCommission, spanCompared } from './show-commission.ts'
import { texts } from './texts.ts'
import { noTargetView } from './views.ts'

/** `/commission explain [2026-10] [@李雷]`: the whole calculation. */
export async function explainCommission(scope: Acting, input: CommandInput): Promise<Answer> {
  const question = await readQuestion(scope, input.text)
  return question instanceof Refusal ? question : answerExplanation(scope, question, 1)
}

/** The button beside a figure, and the one that turns to the next page of deals. */
export async function explainPressed(scope: Acting, press: Press): Promise<Answer> {
  const question = await fromValue(scope, press.value)
  const page = Number(press.value.split(' ')[2] ?? 1)
  return question instanceof Refusal ? question : answerExplanation(scope, question, page)
}

async function answerExplanation(scope: Acting, question: Question, page: number): Promise<Answer> {
  const { person, period } = question
  const active = await planAsked(scope, question)
  if (!active) return say(texts[scope.locale].noPlan)
  if (spanCompared(period, active.plan.period) !== 'equal') return answerCommission(scope, question)
  const explanation = await explanationOf(scope, active, person.id, period)
  if (explanation === 'no target') {
    const [manager] = await nearestManagers(scope, person.id)
    return noTargetView(scope, question, manager?.name, active.plan)
  }
  const stated = await statedFor(scope, person.id, period)
  const source = await targetSource(scope, question, active.plan)
  return explainView(scope, question, active, explanation, source, page, stated)
}

export async function explanationOf(
  scope: Acting,
  active: ActivePlan,
  person: string,
  period: Period,
): Promise<Explanation | 'no target'> {
  if (isPlain(active)) {
    const { targetMinor } = await totalOf(scope, person, period)
    const credits = await creditsOf(scope, person, spanOf(period, scope.workspace.fiscalStartMonth))
    return explain(active.plan, targetMinor, credits)
  }
  const { all, confirmed } = liveRecords(scope)
  const [settled, certain] = [
    await new Settling(all).settle(person, period),
    await new Settling(confirmed).settle(person, period),
  ]
  const credits = await all.credits(person, period)
  const { teams } = await all.structure(period)
  const given = {
    credits,
    moved: await all.moved(person, period),
    teams: new Map(teams.map(({ id, name }) => [id, name])),
  }
  const explanation = explainSettled(settled, certain, given)
  if (explanation === 'no target' || !lowersTarget(active.plan)) return explanation
  return { ...explanation, employment: await all.employment(person) }
}

/** The goal that the target stands in, and who set it last. */
async function targetSource(
  scope: Acting,
  { person, period }: Question,
  plan: Plan,
): Promise<TargetSource | undefined> {
  const name = metricOf(plan)
  const goal =
    name === undefined
      ? await goalFor(scope, { level: 'person', owner: person.id, metric: 'signed', name: '', period })
      : ofName(await goalsIn(scope, [period], { level: 'person', owner: person.id }), name)
  const last = goal && (await revisionsOf(scope, goal.id)).at(-1)
  if (!goal || !last) return undefined
  const by = last.by === undefined ? undefined : (await personById(scope, last.by))?.name
  return { goal: goal.number, by, on: dateAt(last.recordedAt, scope.workspace.zone) }
}
