import type { Answer, CommandInput, Press } from '../kernel/feature.ts'
import { joinNames, joinSentences } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { splitWords } from '../kernel/words.ts'
import { managersOf, personById } from '../people/store.ts'
import { say } from '../view/view.ts'
import { confirm, isObstacle } from './changes.ts'
import type { Around } from './claim.ts'
import { confirmCard, sumOf } from './confirm-view.ts'
import { holdersByDeal } from './credit-store.ts'
import type { Deal } from './deal.ts'
import { lockDeal, unconfirmedDeals } from './deal-store.ts'
import { ledgerOf } from './ledger-of.ts'
import { addEntries } from './ledger-store.ts'
import { mayConfirm } from './may.ts'
import { obstacleRefusal } from './obstacle-refusal.ts'
import { texts } from './texts.ts'
import { unchangedSince, waitingByManager } from './to-confirm.ts'
import type { TellPay } from './watch-pay.ts'
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

/** The one button for everything on the card; what has changed since the card was made is not confirmed with it. */
export const confirmAllPressed =
  (around: Around) =>
  async (scope: Acting<WriteScope>, { value }: Press): Promise<Answer> => {
    const words = texts[scope.locale]
    const waiting = (await waitingByManager(scope)).get(scope.person.id) ?? []
    const unchanged = await unchangedSince(scope, waiting, value)
    if (unchanged.length === 0 && waiting.length > 0) return { replace: await confirmCard(scope, waiting) }
    if (unchanged.length === 0) return { replace: say(words.nothingToConfirm) }
    const changed = waiting.length - unchanged.length
    const done = sayConfirmed(scope, await storeConfirmations(scope, around, unchanged))
    const rest = changed > 0 ? [words.confirmRest(changed)] : []
    return { replace: say(joinSentences([done, ...rest], scope.locale)) }
  }

async function showWaiting(scope: Acting): Promise<Answer> {
  const waiting = await allToConfirm(scope)
  return waiting.length === 0 ? say(texts[scope.locale].nothingToConfirm) : confirmCard(scope, waiting)
}

/** Everything that the actor may confirm. */
async function allToConfirm(scope: Acting): Promise<Deal[]> {
  const owners = new Map<string, boolean>()
  const found: Deal[] = []
  for (const deal of await unconfirmedDeals(scope)) {
    if (!owners.has(deal.owner)) owners.set(deal.owner, await mayConfirm(scope, deal))
    if (owners.get(deal.owner)) found.push(deal)
  }
  return found
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
  return say(sayConfirmed(scope, confirmed))
}

/** Those that somebody else has confirmed or voided meanwhile are left as they are. */
async function storeConfirmations(
  scope: Acting<WriteScope>,
  { watchPay }: Around,
  deals: readonly Deal[],
): Promise<Deal[]> {
  const holders = await holdersByDeal(
    scope,
    deals.map((deal) => deal.id),
  )
  const parts = deals.flatMap((deal) => (holders.get(deal.id) ?? []).map((person) => ({ person, deal })))
  const touched = parts.map(({ person, deal }) => ({ person, on: deal.signedOn }))
  const tellPay = await watchPay?.(scope, touched, 'confirmed')
  const confirmed: Deal[] = []
  for (const { id } of deals) {
    const deal = await lockDeal(scope, id)
    const entry = deal && confirm(scope, await ledgerOf(scope, deal))
    if (!deal || !entry || isObstacle(entry)) continue
    confirmed.push((await addEntries(scope, deal, [entry])).deal)
  }
  const done = new Set(confirmed.map((deal) => deal.id))
  if (tellPay)
    await tellHolders(
      scope,
      tellPay,
      parts.filter(({ deal }) => done.has(deal.id)),
    )
  return confirmed
}

const NAMED = 3 // deals in one sentence; more are counted

/** One message for each person, however many of their deals were confirmed. */
async function tellHolders(
  scope: Acting<WriteScope>,
  tellPay: TellPay,
  parts: readonly { person: string; deal: Deal }[],
): Promise<void> {
  for (const [id, theirs] of Map.groupBy(parts, ({ person }) => person)) {
    const person = id === scope.person.id ? undefined : await personById(scope, id)
    if (!person) continue
    const names = theirs.slice(0, NAMED).map(({ deal }) => numberOf(deal))
    const [only] = theirs.length === 1 ? theirs : []
    const words = texts[person.locale]
    await tellPay(person, {
      happened: words.confirmedByOthers(
        scope.person.name,
        joinNames(names, person.locale),
        theirs.length,
        theirs.length > names.length,
      ),
      ...(only ? { deal: only.deal.id } : {}),
    })
  }
}

const sayConfirmed = (scope: Acting, deals: readonly Deal[]): string =>
  texts[scope.locale].confirmed(deals.length, sumOf(scope, deals))
