import type { Answer, Press } from '../kernel/feature.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { secondsAfter } from '../kernel/time.ts'
import { say } from '../view/view.ts'
import { hurryAnnouncement, UNDO_SECONDS, withholdAnnouncement } from './announcement.ts'
import { isObstacle, voidDeal } from './changes.ts'
import type { Around } from './claim.ts'
import { lockDeal } from './deal-store.ts'
import { ledgerOf } from './ledger-of.ts'
import { addEntries } from './ledger-store.ts'
import { obstacleRefusal } from './obstacle-refusal.ts'
import { holdersOf, watchHolders } from './tell-others.ts'
import { texts } from './texts.ts'
import { numberOf } from './words.ts'

/** Takes a deal back, within its first minute, by who logged it, before anybody has read of it. */
export const undoDeal =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { value }: Press): Promise<Answer> => {
    const words = texts[scope.locale]
    const deal = await lockDeal(scope, value)
    if (!deal) return new Refusal(words.notFound('', words.example.show))
    if (deal.loggedBy !== scope.person.id) return new Refusal(words.undoNotYours(numberOf(deal)))
    const ledger = await ledgerOf(scope, deal)
    const entry = voidDeal(scope, ledger, words.undo)
    if (isObstacle(entry)) return obstacleRefusal(scope, deal, entry)
    const inTime = scope.now <= secondsAfter(deal.loggedAt, UNDO_SECONDS)
    if (!inTime || !(await withholdAnnouncement(scope, deal)))
      return new Refusal(words.undoTooLate(numberOf(deal)))
    const tellHolders = await watchHolders(scope, around, await holdersOf(scope, deal), [deal.signedOn], {
      deal: deal.id,
      customers: [deal.customer],
    })
    const stored = await addEntries(scope, deal, [entry])
    await tellHolders(stored, { kind: 'voided', reason: null })
    return { replace: say(words.undone(numberOf(deal), deal.customer)) }
  }

/** Does not wait for the minute to pass. */
export async function postNow(scope: Acting<WriteScope>, { value }: Press): Promise<Answer> {
  const words = texts[scope.locale]
  const deal = await lockDeal(scope, value)
  if (!deal) return new Refusal(words.notFound('', words.example.show))
  if (deal.loggedBy !== scope.person.id) return new Refusal(words.undoNotYours(numberOf(deal)))
  if (deal.voided) return obstacleRefusal(scope, deal, { why: 'voided' })
  await hurryAnnouncement(scope, deal)
  return {
    replace: say(words.postedNow(numberOf(deal), deal.customer), {
      label: words.edit,
      action: 'deal.edit',
      value: deal.id,
    }),
  }
}
