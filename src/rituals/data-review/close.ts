import { itemsFrom } from '../../improvements/store.ts'
import type { Scope, WriteScope } from '../../kernel/scope.ts'
import { personById } from '../../people/store.ts'
import { say } from '../../view/view.ts'
import type { Ritual, Serving } from '../ritual.ts'
import { closeSession } from '../session-store.ts'
import { ritualById } from '../store.ts'
import { texts as ritualTexts } from '../texts.ts'
import { threadsOf } from './hold.ts'
import { entriesOf, type Review, reviewOf } from './store.ts'
import { texts } from './texts.ts'
import { type Outcome, openingView, outcomeView, tellingOf } from './views.ts'

/** The stage in which a review ends that has a thread of its own. */
export async function closeOwn(scope: WriteScope, serving: Serving): Promise<void> {
  const review = await reviewOf(scope, serving.ritual.id, serving.occurrence)
  if (review) await closeReview(scope, review, serving.lateMinutes)
}

/** Ends a review: what came out of it goes into the thread. */
export async function closeReview(scope: WriteScope, review: Review, lateMinutes: number): Promise<void> {
  const ritual = await ritualById(scope, review.ritual)
  const session = await closeSession(scope, review.ritual, review.occurrence)
  if (!ritual || !session) return
  const outcome = outcomeView(scope, await outcomeOf(scope, ritual, review, lateMinutes))
  for (const thread of await threadsOf(scope, review)) await scope.post({ to: { thread }, view: outcome })
  const telling = await tellingOf(scope, review.facts)
  const within = review.within !== undefined
  const over = openingView(telling, { ritual, session, lateMinutes: 0, over: true, within })
  for (const post of review.posts) await scope.revise(post, over)
}

/** Where a review is taken away while it is open within a calibration, its message says so; the thread goes on. */
export async function abandonReview(
  scope: WriteScope,
  { ritual, occurrence }: Pick<Serving, 'ritual' | 'occurrence'>,
): Promise<void> {
  const { locale } = scope.workspace
  const review = await reviewOf(scope, ritual.id, occurrence)
  if (!review?.within) return
  const off = ritualTexts[locale].calledOff(texts[locale].name, ritual.team.name)
  for (const post of review.posts) await scope.revise(post, say(off))
}

export async function outcomeOf(
  scope: Scope,
  ritual: Ritual,
  review: Review,
  lateMinutes: number,
): Promise<Outcome> {
  const stored = await entriesOf(scope, review.ritual, review.occurrence)
  const entries = await Promise.all(
    stored.map(async (entry) => ({ entry, who: await personById(scope, entry.person) })),
  )
  const made = await itemsFrom(
    scope,
    stored.flatMap((entry) => entry.item ?? []),
  )
  const items = await Promise.all(
    made.map(async (item) => ({ item, owner: await personById(scope, item.owner) })),
  )
  return { ritual, month: review.facts.months[0] ?? review.occurrence, entries, items, lateMinutes }
}
