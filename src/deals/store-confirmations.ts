import { joinNames } from '../kernel/locale.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { personById } from '../people/store.ts'
import { confirm, isObstacle } from './changes.ts'
import type { Around } from './claim.ts'
import { sumOf } from './confirm-view.ts'
import { holdersByDeal } from './credit-store.ts'
import type { Deal } from './deal.ts'
import { lockDeal } from './deal-store.ts'
import { ledgerOf } from './ledger-of.ts'
import { addEntries } from './ledger-store.ts'
import { texts } from './texts.ts'
import type { TellPay } from './watch-pay.ts'
import { numberOf } from './words.ts'

/** Those that somebody else has confirmed or voided meanwhile are left as they are. */
export async function storeConfirmations(
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

export const sayConfirmed = (scope: Acting, deals: readonly Deal[]): string =>
  texts[scope.locale].confirmed(deals.length, sumOf(scope, deals))
