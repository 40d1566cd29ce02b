import { entriesOf } from '../deals/deal-store.ts'
import type { Answer, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import { say } from '../view/view.ts'
import { type DealPay, dealPays } from './deal-pay.ts'
import { explanationOf } from './explain-commission.ts'
import { explainDealsView } from './explain-deals-view.ts'
import { fromValue, planAsked } from './question.ts'
import { answerCommission, spanCompared } from './show-commission.ts'
import { texts } from './texts.ts'

const ON_A_PAGE = 8 // each with its formula and its button

/** The button under an explanation: every deal with its formula, page by page; the value is a question and a page. */
export async function explainDealsPressed(scope: Acting, press: Press): Promise<Answer> {
  const question = await fromValue(scope, press.value)
  if (question instanceof Refusal) return question
  const { person, period } = question
  const active = await planAsked(scope, question)
  if (!active || spanCompared(period, active.plan.period) !== 'equal')
    return answerCommission(scope, question)
  const explanation = await explanationOf(scope, active, person.id, period)
  if (explanation === 'no target') return answerCommission(scope, question)
  const { facts, credits, lines } = explanation
  const all = dealPays(active.plan, facts, credits, lines)
  if (!all || all.length === 0) return say(texts[scope.locale].notByDeal)
  const pages = Math.ceil(all.length / ON_A_PAGE)
  const page = Math.min(Math.max(1, Number(press.value.split(' ')[2] ?? 1) || 1), pages)
  const shown = all.slice((page - 1) * ON_A_PAGE, page * ON_A_PAGE)
  const exchange = await ratesOfExchange(scope, shown)
  return explainDealsView(scope, question, active.plan, { all, shown, page, pages, exchange })
}

/** By deal, what one unit of its currency is worth in the workspace's, as stored with its latest entry. */
async function ratesOfExchange(scope: Scope, shown: readonly DealPay[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { credit } of shown) {
    if (credit.currency === scope.workspace.currency) continue
    const rate = (await entriesOf(scope, credit.deal)).at(-1)?.rate
    if (rate !== undefined) found.set(credit.deal, rate)
  }
  return found
}
