import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { splitWords } from '../kernel/words.ts'
import { managersOf } from '../people/store.ts'
import { say } from '../view/view.ts'
import { confirm, isObstacle } from './changes.ts'
import type { Around } from './claim.ts'
import { allToConfirm } from './confirm-all.ts'
import { keepInStep } from './confirm-card.ts'
import { confirmCard } from './confirm-view.ts'
import type { Deal } from './deal.ts'
import { lockDeal } from './deal-store.ts'
import { ledgerOf } from './ledger-of.ts'
import { mayConfirm } from './may.ts'
import { obstacleRefusal } from './obstacle-refusal.ts'
import { sayConfirmed, storeConfirmations } from './store-confirmations.ts'
import { texts } from './texts.ts'
import { whichDealToChange } from './which-deal.ts'
import { numberOf } from './words.ts'

const ALL = ['all', '全部', '所有']

/** `/deal confirm D-12`, or all that wait for the actor; alone, it shows them. */
export const confirmDeals =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { text }: CommandInput): Promise<Answer> => {
    const words = texts[scope.locale]
    const { bare } = splitWords(text)
    const [first] = bare
    if (first === undefined) return showWaiting(scope)
    if (ALL.includes(first.toLowerCase())) return confirmThose(scope, around, await allToConfirm(scope))
    const deals: Deal[] = []
    for (const word of bare) {
      const deal = await whichDealToChange(scope, word, words.example.confirm)
      if (deal instanceof Refusal) return deal
      const refusal = await refusalFor(scope, deal)
      if (refusal) return refusal
      deals.push(deal)
    }
    return confirmThose(scope, around, deals)
  }

/** The button on one deal. */
export const confirmPressed =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { value }: Press): Promise<Answer> => {
    const words = texts[scope.locale]
    const deal = await lockDeal(scope, value)
    if (!deal) return new Refusal(words.notFound('', words.example.confirm))
    return (await refusalFor(scope, deal)) ?? confirmThose(scope, around, [deal])
  }

async function showWaiting(scope: Acting): Promise<Answer> {
  const waiting = await allToConfirm(scope)
  if (waiting.length === 0) return say(texts[scope.locale].nothingToConfirm)
  return confirmCard(scope, waiting, [], { page: 0, moment: scope.now, of: 'all' })
}

async function refusalFor(scope: Acting, deal: Deal): Promise<Refusal | undefined> {
  const words = texts[scope.locale]
  if (await mayConfirm(scope, deal)) return undefined
  if (deal.owner !== scope.person.id) return new Refusal(words.notToConfirm(numberOf(deal)))
  const managers = (await managersOf(scope, deal.owner)).map((one) => one.name)
  return new Refusal(words.ownNotConfirmed(numberOf(deal), managers))
}

async function confirmThose(
  scope: Acting<WriteScope>,
  around: Around,
  deals: readonly Deal[],
): Promise<Answer> {
  if (deals.length === 0) return say(texts[scope.locale].nothingToConfirm)
  const [only] = deals
  if (deals.length === 1 && only) {
    const entry = confirm(scope, await ledgerOf(scope, only))
    if (isObstacle(entry)) return obstacleRefusal(scope, only, entry)
  }
  const confirmed = await storeConfirmations(scope, around, deals)
  await keepInStep(scope, scope.person.id)
  return say(sayConfirmed(scope, confirmed))
}
