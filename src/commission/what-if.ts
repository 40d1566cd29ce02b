import { totalOf } from '../deals/store.ts'
import type { Answer, CommandInput, Press, Submission } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting } from '../kernel/scope.ts'
import { one } from '../view/form.ts'
import { say } from '../view/view.ts'
import { imaginedCredits } from './imagined.ts'
import { type PayStanding, standingFor } from './pay-of.ts'
import { currentQuestion, planAsked } from './question.ts'
import { readOwnShare } from './read-own-share.ts'
import { readWhatIf, type Said, type Tried } from './read-what-if.ts'
import { nearestManagers } from './remind-manager.ts'
import { texts } from './texts.ts'
import { noTargetView } from './views.ts'
import { whatIfView } from './what-if-view.ts'

/** `/commission whatif 50k split=60 30k`: this period's commission before and after more deals. Nothing is stored. */
export async function whatIf(scope: Acting, input: CommandInput): Promise<Answer> {
  const tried = await readWhatIf(scope, input.text)
  return tried instanceof Refusal ? tried : answerWhatIf(scope, tried)
}

/** The button asks for the deals by a form. */
export async function whatIfPressed(scope: Acting, _press: Press): Promise<Answer> {
  const words = texts[scope.locale].whatIfForm
  return {
    form: {
      form: 'commission.whatif',
      title: words.title,
      submit: words.submit,
      fields: [
        { kind: 'text', name: 'amounts', label: words.amounts, hint: words.amountsHint },
        { kind: 'text', name: 'split', label: words.split, hint: words.splitHint, optional: true },
        { kind: 'text', name: 'product', label: words.product, optional: true },
        { kind: 'text', name: 'channel', label: words.channel, optional: true },
        {
          kind: 'choice',
          name: 'customer',
          label: words.customer,
          optional: true,
          options: [
            { value: 'new', label: words.newCustomer },
            { value: 'repeat', label: words.repeatCustomer },
          ],
        },
      ],
    },
  }
}

export async function whatIfSubmitted(scope: Acting, { values }: Submission): Promise<Answer> {
  const [split, product, channel] = ['split', 'product', 'channel'].map((field) => one(values, field))
  const customer = one(values, 'customer')
  const share = split === undefined ? undefined : await readOwnShare(scope, split)
  if (share instanceof Refusal) return { errors: { split: share.view.summary } }
  const said: Said = {
    ...(split === undefined ? {} : { split }),
    ...(product === undefined ? {} : { product }),
    ...(channel === undefined ? {} : { channel }),
    ...(customer === 'new' || customer === 'repeat' ? { customer } : {}),
  }
  const tried = await readWhatIf(scope, one(values, 'amounts') ?? '', said)
  if (!(tried instanceof Refusal)) return answerWhatIf(scope, tried)
  return { errors: { amounts: tried.view.summary } }
}

async function answerWhatIf(scope: Acting, tried: readonly Tried[]): Promise<Answer> {
  const { person } = scope
  const question = await currentQuestion(scope, person)
  const active = await planAsked(scope, question)
  if (!active) return say(texts[scope.locale].noPlan)
  const total = await totalOf(scope, person.id, question.period)
  const credits = imaginedCredits(tried, scope.today)
  const now = await standingFor(scope, active, total)
  if (now === 'no target') {
    const [manager] = await nearestManagers(scope, person.id)
    return noTargetView(scope, question, manager?.name, active.plan)
  }
  const steps: { deal: Tried; standing: PayStanding }[] = []
  for (const [at, deal] of tried.entries()) {
    const standing = await standingFor(scope, active, total, credits.slice(0, at + 1))
    if (standing === 'no target') throw new Error('The target went away between two lines')
    steps.push({ deal, standing })
  }
  return whatIfView(scope, question, now, steps)
}
