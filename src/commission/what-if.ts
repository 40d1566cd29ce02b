import { totalOf } from '../deals/store.ts'
import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import type { Minor } from '../kernel/money.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { readAmount, splitWords } from '../kernel/words.ts'
import { one } from '../view/form.ts'
import { say } from '../view/view.ts'
import { type PayStanding, standingsFor } from './pay-of.ts'
import { currentQuestion, planAsked } from './question.ts'
import { nearestManagers } from './remind-manager.ts'
import { texts } from './texts.ts'
import { noTargetView } from './views.ts'
import { whatIfView } from './what-if-view.ts'

/** `/commission whatif 50k 30k`: this period's commission before and after more deals. Nothing is stored. */
export async function whatIf(scope: Acting, input: CommandInput): Promise<Answer> {
  const amounts = readAmounts(scope, input.text)
  return amounts instanceof Refusal ? amounts : answerWhatIf(scope, amounts)
}

/** The button asks for the amounts by a form. */
export async function whatIfPressed(scope: Acting, _press: Press): Promise<Answer> {
  const words = texts[scope.locale]
  return {
    form: {
      form: 'commission.whatif',
      title: words.whatIfFormTitle,
      submit: words.whatIfFormSubmit,
      fields: [{ kind: 'text', name: 'amounts', label: words.whatIfField, hint: words.whatIfHint }],
    },
  }
}

export async function whatIfSubmitted(scope: Acting, submission: Submission): Promise<Answer> {
  const amounts = readAmounts(scope, one(submission.values, 'amounts') ?? '')
  if (!(amounts instanceof Refusal)) return answerWhatIf(scope, amounts)
  return { errors: { amounts: amounts.view.summary } }
}

const MOST_DEALS = 10 // more is a forecast, not a question in passing

function readAmounts(scope: Acting, text: string): Minor[] | Refusal {
  const words = texts[scope.locale]
  const { currency } = scope.workspace
  const typed = splitWords(text.replace(/[+、，;；]/g, ' ')).bare
  if (typed.length === 0) return new Refusal(words.whatIfEmpty)
  if (typed.length > MOST_DEALS) return new Refusal(words.whatIfTooMany(MOST_DEALS))
  if (typed.some((word) => /^(?:<@|[@＠])/.test(word))) return new Refusal(words.whatIfOwn)
  const amounts: Minor[] = []
  for (const word of typed) {
    const amount = readAmount(word, currency)
    if (!amount) return new Refusal(words.whatIfUnread(word))
    if (amount.currency !== currency) return new Refusal(words.whatIfCurrency(word, currency))
    amounts.push(amount.minor)
  }
  return amounts
}

async function answerWhatIf(scope: Acting, amounts: readonly Minor[]): Promise<Answer> {
  const { person } = scope
  const question = await currentQuestion(scope, person)
  const active = await planAsked(scope, question)
  if (!active) return say(texts[scope.locale].noPlan)
  const total = await totalOf(scope, person.id, question.period)
  const standingAfter = await standingsFor(scope, active, total)
  const now = await standingAfter(0n)
  if (now === 'no target') {
    const [manager] = await nearestManagers(scope, person.id)
    return noTargetView(scope, question, manager?.name, active.plan)
  }
  const steps: { amount: Minor; standing: PayStanding }[] = []
  let more = 0n
  for (const amount of amounts) {
    more += BigInt(amount)
    const standing = await standingAfter(more)
    if (standing === 'no target') throw new Error('The target went away between two lines')
    steps.push({ amount, standing })
  }
  return whatIfView(scope, question, now, steps)
}
