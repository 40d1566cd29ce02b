import type { Item } from '../../improvements/item.ts'
import { itemsFrom } from '../../improvements/store.ts'
import { itemSpans } from '../../improvements/views.ts'
import type { Person, Scope } from '../../kernel/scope.ts'
import { personById } from '../../people/store.ts'
import { actions, type Block, bold, plain, quiet, type Spans, text } from '../../view/view.ts'
import { latestSessions, type Session } from '../session-store.ts'
import { inputsOf } from './store.ts'
import { texts } from './texts.ts'

export interface Promised {
  item: Item
  owner: Person | undefined
}

/** What the calibration before this one agreed on: followed up first. */
export async function promisedBefore(
  scope: Scope,
  session: Pick<Session, 'ritual' | 'occurrence'>,
): Promise<Promised[]> {
  const before = (await latestSessions(scope, [session.ritual], 3)).find(
    (one) => one.occurrence < session.occurrence,
  )
  return before ? actionsOf(scope, before) : []
}

/** The actions of a calibration as they stand now. */
export async function actionsOf(
  scope: Scope,
  { ritual, occurrence }: Pick<Session, 'ritual' | 'occurrence'>,
): Promise<Promised[]> {
  const inputs = await inputsOf(scope, ritual, occurrence)
  const items = await itemsFrom(
    scope,
    inputs.flatMap((input) => input.item ?? []),
  )
  return Promise.all(items.map(async (item) => ({ item, owner: await personById(scope, item.owner) })))
}

/** Items with buttons; more would be a wall of buttons. */
const WITH_BUTTONS = 8

export function promisedBlocks(
  scope: Scope,
  session: Pick<Session, 'ritual' | 'occurrence'>,
  promised: readonly Promised[],
  open: boolean,
): Block[] {
  if (promised.length === 0) return []
  const words = texts[scope.locale]
  const unsettled = promised.filter(({ item }) => item.status === 'open').slice(0, WITH_BUTTONS)
  return [
    text([bold(words.promised)]),
    ...promised.flatMap((one): Block[] => [
      text(promisedSpans(scope, one)),
      ...(open && unsettled.includes(one) ? [actions(...buttonsOf(scope, session, one.item))] : []),
    ]),
  ]
}

export function promisedSpans(scope: Scope, { item, owner }: Promised): Spans {
  const words = texts[scope.locale]
  const line = itemSpans(item, scope.today, scope.locale, owner)
  if (item.status === 'open') return line
  const state = item.status === 'done' ? words.itemDone : words.itemDropped(item.reason ?? '')
  return [...line.slice(0, -1), quiet('· '), plain(state)]
}

function buttonsOf(scope: Scope, session: Pick<Session, 'ritual' | 'occurrence'>, item: Item) {
  const words = texts[scope.locale]
  const value = `${session.ritual} ${session.occurrence} ${item.id}`
  return [
    { label: words.doneButton, action: 'calibration.item-done', value },
    { label: words.nextWeekButton, action: 'calibration.item-next-week', value },
    { label: words.dropButton, action: 'calibration.item-dropped', value },
  ]
}
