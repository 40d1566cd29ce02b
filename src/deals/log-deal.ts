import type { Answer } from '../kernel/feature.ts'
import { joinSentences } from '../kernel/locale.ts'
import type { Acting, WriteScope } from '../kernel/scope.ts'
import { managersOf } from '../people/store.ts'
import { nameOf, namesOf } from '../people/who.ts'
import { actions, type Button, context, plain, say, text, type View } from '../view/view.ts'
import { announce } from './announcement.ts'
import { monthMoved, sayMoved } from './attainment.ts'
import type { Around, Claim } from './claim.ts'
import type { Deal } from './deal.ts'
import { dealById } from './deal-store.ts'
import { logDeal, type Stored } from './ledger-store.ts'
import type { NewDeal } from './new-deal.ts'
import type { PayAfter } from './pay-after.ts'
import { watchHolders } from './tell-others.ts'
import { texts } from './texts.ts'
import { amountOf, inOwn, numberOf, sayDate, sayShares } from './words.ts'

/** Stores a deal that has been read and checked, lets it be announced in a minute, and says what it changed. */
export async function logAndAnnounce(
  scope: Acting<WriteScope>,
  said: NewDeal,
  around: Around,
): Promise<Answer> {
  const { payAfter, claimOn } = around
  const known = said.id === undefined ? undefined : await dealById(scope, said.id)
  if (known) return { replace: say(texts[scope.locale].loggedAlready(numberOf(known))) }
  const claim = await claimOn?.(scope, said)
  const deal = withDefaultSplit(said, claim)
  const tellHolders = await watchHolders(scope, around, deal.shares, [deal.signedOn], {
    customers: [deal.customer],
  })
  const stored = await logDeal(scope, deal)
  const announced = await announce(scope, stored.deal)
  await tellHolders(stored, { kind: 'signed' })
  const noted = [
    ...(deal === said ? [] : [texts[scope.locale].splitByDefault(deal.customer)]),
    ...((await claim?.logged(scope, stored.deal, deal.shares)) ?? []),
  ]
  const view = await loggedView(scope, deal, stored, announced, payAfter)
  if (noted.length === 0) return { view }
  return { view: { ...view, blocks: [...view.blocks, text(joinSentences(noted, scope.locale))] } }
}

/** A customer's split by default holds where none was said, for an owner who has a part in it. */
function withDefaultSplit(deal: NewDeal, claim: Claim | undefined): NewDeal {
  const { shares } = claim ?? {}
  if (deal.splitSaid || !shares?.some((share) => share.person === deal.owner)) return deal
  return { ...deal, shares }
}

async function loggedView(
  scope: Acting<WriteScope>,
  wanted: NewDeal,
  stored: Stored,
  announced: boolean,
  payAfter: PayAfter | undefined,
): Promise<View> {
  const words = texts[scope.locale]
  const { deal } = stored
  const holder = wanted.shares.some((share) => share.person === scope.person.id)
    ? scope.person.id
    : deal.owner
  const moved = monthMoved(scope, stored, holder)
  const sentences = [
    words.logged(numberOf(deal), await parts(scope, wanted, deal)),
    ...(moved ? [await sayMoved(scope, deal, moved, payAfter)] : []),
  ]
  const line = joinSentences(sentences, scope.locale)
  return {
    summary: line,
    blocks: [
      text([plain(line)]),
      actions(...buttons(scope, deal, announced)),
      context(await whatFollows(scope, deal, announced)),
    ],
  }
}

async function parts(scope: Acting, wanted: NewDeal, deal: Deal): Promise<string[]> {
  const words = texts[scope.locale]
  const customer = `${deal.customer} ${amountOf(deal, scope.locale)}`
  const base =
    wanted.exchange &&
    words.rateUsed(inOwn(scope, deal.baseMinor), wanted.exchange.rate, wanted.exchange.source)
  const shares =
    wanted.shares.length > 1
      ? words.splitBetween(
          sayShares(
            wanted.shares,
            await namesOf(
              scope,
              wanted.shares.map((share) => share.person),
            ),
          ),
        )
      : undefined
  const owner = deal.owner === scope.person.id ? undefined : words.ownedBy(await nameOf(scope, deal.owner))
  return [
    customer,
    base,
    deal.product,
    deal.channel,
    words.signedOn(sayDate(deal.signedOn, scope.today, scope.locale)),
    owner,
    shares,
    deal.repeatCustomer ? words.repeatCustomer : undefined,
  ].filter((part) => typeof part === 'string')
}

function buttons(scope: Acting, deal: Deal, announced: boolean): Button[] {
  const words = texts[scope.locale]
  return [
    { label: words.edit, action: 'deal.edit', value: deal.id },
    { label: words.undo, action: 'deal.undo', value: deal.id },
    ...(announced ? [{ label: words.postNow, action: 'deal.post-now', value: deal.id }] : []),
  ]
}

async function whatFollows(scope: Acting, deal: Deal, announced: boolean): Promise<string> {
  const words = texts[scope.locale]
  const [manager] = await managersOf(scope, deal.owner)
  const confirmation = deal.confirmed
    ? words.confirmedItself
    : manager
      ? words.waitsFor(manager.name)
      : words.waitsForAdmin
  return joinSentences([...(announced ? [words.announcedSoon] : []), confirmation], scope.locale)
}
