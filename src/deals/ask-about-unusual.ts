import type { Answer, Press } from '../kernel/feature.ts'
import { newId } from '../kernel/id.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import { say } from '../view/view.ts'
import { convert } from './convert.ts'
import { recentAmounts } from './deal-store.ts'
import { logAndAnnounce } from './log-deal.ts'
import { mayLogFor } from './may.ts'
import type { NewDeal } from './new-deal.ts'
import type { PayAfter } from './pay-after.ts'
import { texts } from './texts.ts'
import { amountOf, inOwn, nameOf } from './words.ts'

const UNUSUAL_TIMES = 3 // as much as the largest until now
const FEWEST_DEALS = 3 // with fewer, nothing is usual yet
const LONGEST_VALUE = 1500 // characters that a button carries

/**
 * Asks once before a deal is stored that is worth more than three times the largest of its owner's latest deals.
 * Undefined: nothing unusual about it.
 */
export async function askAboutUnusual(scope: Acting<Scope>, deal: NewDeal): Promise<Answer | undefined> {
  const words = texts[scope.locale]
  const amounts = await recentAmounts(scope, deal.owner)
  const largest = Math.max(0, ...amounts)
  if (amounts.length < FEWEST_DEALS || largest === 0) return undefined
  const { currency } = scope.workspace
  if (
    convert(deal.amountMinor, deal.currency, currency, deal.exchange?.rate ?? '1') <=
    largest * UNUSUAL_TIMES
  )
    return undefined
  const value = JSON.stringify({ ...deal, id: newId(scope.now) })
  if (value.length > LONGEST_VALUE) return new Refusal(words.tooLongToAsk)
  const amount = amountOf(deal, scope.locale)
  const owner = deal.owner === scope.person.id ? undefined : await nameOf(scope, deal.owner)
  return say(words.unusual(amount, inOwn(scope, largest), owner), {
    label: words.unusualYes(amount),
    action: 'deal.sure',
    value,
    tone: 'primary',
  })
}

/** The amount is right: the deal is stored, under the id that it was asked about with, once. */
export const logAfterAsking =
  (payAfter: PayAfter | undefined) =>
  async (scope: Acting<WriteScope>, { value }: Press): Promise<Answer> => {
    const deal: NewDeal = JSON.parse(value)
    const words = texts[scope.locale]
    if (!(await mayLogFor(scope, deal.owner)))
      return new Refusal(
        words.notSaved([words.problems.notYours(await nameOf(scope, deal.owner)).said], words.tryAdd),
      )
    const answer = await logAndAnnounce(scope, deal, payAfter)
    return 'view' in answer && !(answer instanceof Refusal) ? { replace: answer.view } : answer
  }
