import { createHash } from 'node:crypto'
import { postsAbout } from '../kernel/outbox-store.ts'
import type { Person, Scope, WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { personById } from '../people/store.ts'
import type { View } from '../view/view.ts'
import { addCard, type ConfirmCard, moveCard, openCards } from './confirm-card-store.ts'
import { cardOver, confirmCard } from './confirm-view.ts'
import type { Deal } from './deal.ts'
import { type Settled, settledOf } from './settled-store.ts'
import { waitingFor } from './to-confirm.ts'

/** Posts a manager's card of a day with what waits for them, once; the one before it is followed by it. */
export async function postCard(scope: WriteScope, manager: string, date: LocalDate): Promise<void> {
  const person = await personById(scope, manager)
  const waiting = person ? await waitingFor(scope, manager) : []
  if (!person || waiting.length === 0) return
  const earlier = await openCards(scope, manager)
  const deals = waiting.map(({ id }) => id)
  if (!(await addCard(scope, { manager, date, deals, shown: fold(waiting) }))) return
  for (const card of earlier) await close(scope, person, card, waiting)
  const view = await confirmCard({ ...scope, locale: person.locale }, waiting)
  await scope.post({
    to: { person: manager },
    view,
    subject: subjectOf(manager, date),
    key: `confirm ${manager} ${date}`,
    prompt: { name: 'deals', about: date },
  })
}

/** Whether what a card shows is not what waits. One of an earlier day is done with once nothing waits. */
export const isBehind = (card: ConfirmCard, waiting: readonly Deal[]): boolean => card.shown !== fold(waiting)

/** Brings a manager's card in step with what waits for them. Gives the card as it is now; undefined: there is none. */
export async function keepInStep(scope: WriteScope, manager: string): Promise<View | undefined> {
  const card = (await openCards(scope, manager)).at(-1)
  const person = await personById(scope, manager)
  if (!card || !person) return undefined
  const waiting = await waitingFor(scope, manager)
  const deals = [...new Set([...card.deals, ...waiting.map(({ id }) => id)])]
  const view = await confirmCard(
    { ...scope, locale: person.locale },
    waiting,
    await settledBut(scope, deals, waiting),
  )
  if (!isBehind(card, waiting)) return view
  if (!(await moveCard(scope, card, { deals, shown: fold(waiting), open: true }))) return view
  for (const post of await postsAbout(scope, subjectOf(manager, card.date))) await scope.revise(post.id, view)
  return view
}

/** What has become of the deals of the manager's card that do not wait any more. */
export async function settledOnCard(scope: Scope, manager: string): Promise<Settled[]> {
  const card = (await openCards(scope, manager)).at(-1)
  return card ? settledBut(scope, card.deals, await waitingFor(scope, manager)) : []
}

async function close(
  scope: WriteScope,
  person: Person,
  card: ConfirmCard,
  waiting: readonly Deal[],
): Promise<void> {
  if (!(await moveCard(scope, card, { ...card, open: false }))) return
  const reader = { ...scope, locale: person.locale }
  const carried = waiting.filter(({ id }) => card.deals.includes(id)).length
  const view = await cardOver(reader, await settledBut(scope, card.deals, waiting), carried)
  for (const post of await postsAbout(scope, subjectOf(card.manager, card.date)))
    await scope.revise(post.id, view)
}

async function settledBut(
  scope: Scope,
  deals: readonly string[],
  waiting: readonly Deal[],
): Promise<Settled[]> {
  const open = new Set(waiting.map(({ id }) => id))
  return settledOf(
    scope,
    deals.filter((id) => !open.has(id)),
  )
}

/** What waits, so that any change of what is shown makes another text. */
function fold(waiting: readonly Deal[]): string {
  if (waiting.length === 0) return ''
  const lines = waiting.map(({ id, amountMinor, customer, owner, signedOn, currency }) =>
    JSON.stringify([id, amountMinor, currency, customer, owner, signedOn]),
  )
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 24)
}

const subjectOf = (manager: string, date: LocalDate) => `confirm:${manager}:${date}`
