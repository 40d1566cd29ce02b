import { dealBySubject, sharesOf } from '../deals/store.ts'
import type { Reacted } from '../kernel/feature.ts'
import type { Refusal } from '../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../kernel/scope.ts'
import type { View } from '../view/view.ts'
import { award, revoke } from './award-badge.ts'
import { awardedView } from './award-view.ts'
import { type Badge, sameEmoji } from './badge.ts'
import { awardsFor, badgesOf } from './store.ts'

/** A badge's emoji on a message awards it to the author, on a deal's card to its owner; taking it away revokes it. */
export async function react(
  scope: Acting<WriteScope>,
  reacted: Reacted,
): Promise<View | Refusal | undefined> {
  const badge = (await badgesOf(scope)).find((one) => sameEmoji(one.emoji, reacted.emoji))
  if (!badge) return undefined
  if (!reacted.added) return takeBack(scope, badge, reacted)
  const { person, beside } = await whoseMessage(scope, reacted)
  const given = await award(scope, {
    badge,
    person,
    beside,
    cause: reacted.message,
    month: scope.today.slice(0, 7),
  })
  return 'view' in given ? given : awardedView(scope, badge, given)
}

async function takeBack(
  scope: Acting<WriteScope>,
  badge: Badge,
  reacted: Reacted,
): Promise<View | Refusal | undefined> {
  const given = (await awardsFor(scope, badge.id, reacted.message)).find(
    (one) => one.held && one.by === scope.person.id,
  )
  return given && revoke(scope, given.id)
}

async function whoseMessage(
  scope: Scope,
  reacted: Reacted,
): Promise<{ person: string | undefined; beside: string[] }> {
  const deal = reacted.post?.subject && (await dealBySubject(scope, reacted.post.subject))
  if (!deal) return { person: reacted.post ? undefined : reacted.author, beside: [] }
  const shares = await sharesOf(scope, deal.id)
  return {
    person: deal.owner,
    beside: shares.map((share) => share.person).filter((person) => person !== deal.owner),
  }
}
