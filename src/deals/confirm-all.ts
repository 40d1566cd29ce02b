import type { Answer, Press } from '../kernel/feature.ts'
import { joinNames, joinSentences } from '../kernel/locale.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { say } from '../view/view.ts'
import type { Around } from './claim.ts'
import { keepInStep, settledOnCard } from './confirm-card.ts'
import { confirmCard, readTurned, sayBecame, type Turned } from './confirm-view.ts'
import type { Deal } from './deal.ts'
import { unconfirmedDeals } from './deal-store.ts'
import { mayConfirm } from './may.ts'
import { sayConfirmed, storeConfirmations } from './store-confirmations.ts'
import { texts } from './texts.ts'
import { unchangedSince, waitingFor } from './to-confirm.ts'
import { numberOf } from './words.ts'

/** The one button for everything on the card; what has changed since the card was made is not confirmed with it. */
export const confirmAllPressed =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { value, post }: Press): Promise<Answer> =>
    confirmShown(scope, around, readTurned(value), [], post?.id)

/** Another page of the card, which counts for the same moment. */
export async function turnPage(scope: Acting, { value }: Press): Promise<Answer> {
  const turned = readTurned(value)
  const settled = turned.of === 'card' ? await settledOnCard(scope, scope.person.id) : []
  return { replace: await confirmCard(scope, await waitingOn(scope, turned), settled, turned) }
}

/** Confirms what a card shows but for some, and tells what that came to, or what others have done already. */
export async function confirmShown(
  scope: Acting<WriteScope>,
  around: Around,
  turned: Turned,
  except: readonly string[],
  post?: string,
): Promise<Answer> {
  const words = texts[scope.locale]
  const { id } = scope.person
  const before = await sayBecame(scope, await settledOnCard(scope, id))
  const waiting = await waitingOn(scope, turned)
  const unchanged = await unchangedSince(scope, waiting, turned.moment)
  const left = unchanged.filter((deal) => except.includes(deal.id))
  const meant = unchanged.filter((deal) => !except.includes(deal.id))
  const done = await storeConfirmations(scope, around, meant)
  const changed = waiting.length - unchanged.length
  const said = joinSentences(
    [
      ...(done.length > 0 ? [sayConfirmed(scope, done)] : before),
      ...(left.length > 0 ? [words.leftWaiting(joinNames(left.map(numberOf), scope.locale))] : []),
      ...(changed > 0 ? [words.confirmRest(changed)] : []),
    ],
    scope.locale,
  )
  const view = say(said === '' ? words.nothingToConfirm : said)
  const card = await keepInStep(scope, id)
  return post !== undefined && turned.of === 'card' && card ? { view, replace: card } : view
}

/** The deals that a card is about. */
export const waitingOn = (scope: Acting, { of }: Turned): Promise<Deal[]> =>
  of === 'card' ? waitingFor(scope, scope.person.id) : allToConfirm(scope)

/** Everything that the actor may confirm. */
export async function allToConfirm(scope: Acting): Promise<Deal[]> {
  const owners = new Map<string, boolean>()
  const found: Deal[] = []
  for (const deal of await unconfirmedDeals(scope)) {
    if (!owners.has(deal.owner)) owners.set(deal.owner, await mayConfirm(scope, deal))
    if (owners.get(deal.owner)) found.push(deal)
  }
  return found
}
