import { showShort } from '../kernel/money.ts'
import { postsAbout } from '../kernel/outbox-store.ts'
import type { Scope, WriteScope } from '../kernel/scope.ts'
import { secondsAfter } from '../kernel/time.ts'
import { personById, teamsOf } from '../people/store.ts'
import {
  bold,
  context,
  emoji,
  person,
  plain,
  type Span,
  type Spans,
  struck,
  text,
  type View,
} from '../view/view.ts'
import { sharesOf } from './credit-store.ts'
import { type Deal, type Entry, subjectOf } from './deal.ts'
import { entriesOf } from './deal-store.ts'
import { texts } from './texts.ts'
import { amountOf } from './words.ts'

/** How long the author can take a deal back before it is announced. */
export const UNDO_SECONDS = 60

/**
 * Lets the deals channel of the owner's team know of a new deal, once its minute of grace is over.
 * False: there is no channel to tell.
 */
export async function announce(scope: WriteScope, deal: Deal): Promise<boolean> {
  const [team] = await teamsOf(scope, deal.owner)
  const posts = await scope.post({
    to: { channel: 'deals', ...(team ? { team: team.id } : {}) },
    view: await announcementOf(scope, deal),
    subject: subjectOf(deal),
    dueAt: secondsAfter(deal.loggedAt, UNDO_SECONDS),
    key: `announce ${deal.id}`,
  })
  return posts.length > 0
}

/** Brings a deal's card up to date, whether it has been posted or still waits. */
export async function reviseAnnouncement(scope: WriteScope, deal: Deal): Promise<void> {
  const posts = await postsAbout(scope, subjectOf(deal))
  if (posts.length === 0) return
  const view = await announcementOf(scope, deal)
  for (const post of posts) await scope.revise(post.id, view)
}

/** Takes the announcement back. False: it is out already, or on its way. */
export async function withholdAnnouncement(scope: WriteScope, deal: Deal): Promise<boolean> {
  const posts = await postsAbout(scope, subjectOf(deal))
  const withheld = await Promise.all(posts.map((post) => scope.cancel(post.id)))
  return !withheld.includes(false)
}

/** Lets the announcement go out now. */
export async function hurryAnnouncement(scope: WriteScope, deal: Deal): Promise<void> {
  for (const post of await postsAbout(scope, subjectOf(deal))) await scope.hurry(post.id)
}

/** The card that everybody in the channel reads, with only what the workspace shows in public. */
async function announcementOf(scope: Scope, deal: Deal): Promise<View> {
  const { locale, settings } = scope.workspace
  const words = texts[locale].card
  const entries = await entriesOf(scope, deal.id)
  const owner = (await personById(scope, deal.owner)) ?? { id: deal.owner, name: deal.owner }
  const customer = settings.hideCustomers ? undefined : deal.customer
  const amount = settings.hideAmounts ? undefined : firstAmount(deal, entries, scope)
  const what: Spans = [bold(customer ?? words.aDeal), ...(amount ? [plain(' '), bold(amount)] : [])]
  const line: Spans = [emoji('🎉'), plain(' '), person(owner), plain(words.signed)]
  const small = [...aboutDeal(scope, deal), ...(await partners(scope, deal))]
  const state = whatBecameOfIt(scope, deal, entries)
  return {
    summary: words.summary(owner.name, customer, amount),
    blocks: [
      text(
        deal.voided
          ? [...line, struck([customer ?? words.aDeal, amount].filter(Boolean).join(' '))]
          : [...line, ...what],
      ),
      ...(small.length > 0 ? [context(small)] : []),
      ...(state ? [text(state)] : []),
    ],
  }
}

/** What was signed, refunds not counted: those are told beside it. */
function firstAmount(deal: Deal, entries: readonly Entry[], scope: Scope): string {
  const amountMinor = entries
    .filter((entry) => entry.kind === 'signed' || entry.kind === 'amended')
    .reduce((sum, entry) => sum + entry.amountMinor, 0)
  return amountOf({ amountMinor, currency: deal.currency }, scope.workspace.locale)
}

function aboutDeal(scope: Scope, deal: Deal): Span[] {
  const words = texts[scope.workspace.locale]
  const kind = deal.repeatCustomer ? words.repeatCustomer : words.newCustomer
  const said = [deal.product, deal.channel, deal.voided ? undefined : kind].filter(
    (one) => one !== null && one !== undefined,
  )
  return said.length > 0 ? [plain(said.join(' · '))] : []
}

/** The others who have a part in the deal. */
async function partners(scope: Scope, deal: Deal): Promise<Span[]> {
  const found: Span[] = []
  for (const share of await sharesOf(scope, deal.id)) {
    if (share.person === deal.owner) continue
    const partner = await personById(scope, share.person)
    if (partner)
      found.push(
        plain(found.length === 0 ? ` · ${texts[scope.workspace.locale].card.with}` : ' '),
        person(partner),
      )
  }
  return found
}

function whatBecameOfIt(scope: Scope, deal: Deal, entries: readonly Entry[]): string | undefined {
  const { locale, settings } = scope.workspace
  const words = texts[locale].card
  if (deal.voided) return words.voided
  const refunded = entries
    .filter((entry) => entry.kind === 'refunded')
    .reduce((sum, entry) => sum - entry.amountMinor, 0)
  if (refunded === 0) return undefined
  if (deal.amountMinor === 0) return words.refundedInAll
  return settings.hideAmounts
    ? words.refundedPart
    : words.refunded(showShort(refunded, deal.currency, locale))
}
