import type { Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { View } from '../view/view.ts'
import { bundled, pressedPart } from './bundle.ts'
import type { MessageAddress } from './event.ts'
import type { PostRef } from './feature.ts'
import type { Manners } from './manners.ts'
import { partsFrom } from './outbox-private-store.ts'
import type { Instant } from './time.ts'

/** A pressed button: which one, and on which message. */
interface Pressed {
  platform: string
  home: string
  message: MessageAddress
  action: string
  value: string
}

/** Our own post that a pressed button stands on: a message's only one, or the part of it with that button. */
export async function partOfMessage(
  tables: Kysely<Tables>,
  workspace: string,
  pressed: Pressed,
): Promise<PostRef | undefined> {
  const rows = await rowsOfMessage(tables, workspace, pressed)
  const row = rows.length > 1 ? partOf(rows, pressed) : rows[0]
  return row && { id: row.id, ...(row.subject ? { subject: row.subject } : {}) }
}

/**
 * Rewrites the part of a message that a pressed button stands on, and gives the message as a whole. `alone`: it has no
 * other parts. Undefined: the button stands on none of them any more, or the message is somebody else's, which nobody but
 * them rewrites.
 */
export async function rewritePart(
  tables: Kysely<Tables>,
  workspace: string,
  pressed: Pressed,
  by: string,
  view: View,
  manners: Manners,
  now: Instant,
): Promise<View | 'alone' | undefined> {
  const rows = await rowsOfMessage(tables, workspace, pressed)
  const [first] = rows
  if (!first || rows.length < 2) return 'alone'
  const part = partOf(rows, pressed)
  if (!part || (part.to_kind === 'person' && part.to_id !== by)) return undefined
  await tables
    .updateTable('post')
    .set({ view: JSON.stringify(view) })
    .where('workspace', '=', workspace)
    .where('id', '=', part.id)
    .execute()
  const current = rows.map((row) => (row.id === part.id ? { ...row, view: JSON.stringify(view) } : row))
  const { locale } = await manners.reachOf(tables, workspace, first.to_id, now)
  return bundled(await partsFrom(tables, current, manners, now), locale)
}

function partOf<Row extends { id: string; view: string }>(
  rows: readonly Row[],
  { action, value }: Pressed,
): Row | undefined {
  const parts = rows.map((row) => ({ id: row.id, row, view: JSON.parse(row.view) as View }))
  return pressedPart(parts, action, value)?.row
}

function rowsOfMessage(tables: Kysely<Tables>, workspace: string, { platform, home, message }: Pressed) {
  return tables
    .selectFrom('post')
    .selectAll()
    .where('platform', '=', platform)
    .where('home', '=', home)
    .where('external_message', '=', message.message)
    .where('external_channel', '=', message.channel)
    .where('workspace', '=', workspace)
    .orderBy('part')
    .orderBy('id')
    .execute()
}
