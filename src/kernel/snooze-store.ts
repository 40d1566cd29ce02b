import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { View } from '../view/view.ts'
import { newId } from './id.ts'
import { revisePost } from './outbox-store.ts'
import { rowsOf, type Scope, type WriteScope } from './scope.ts'
import type { Instant } from './time.ts'

/** Something that somebody was asked and can put off, or has. */
export interface Asked {
  id: string
  view: View
  state: 'asked' | 'put off' | 'gone'
  /** When it comes again. */
  at: Instant
  /** From then on it makes no sense any more. */
  until: Instant | undefined
  /** What it asks, as it is stored. */
  asking: Pick<Selectable<Tables['post']>, 'workspace' | 'to_id' | 'prompt'>
}

/** A prompt that was sent to a person, by its post. */
export async function askedOf(scope: Scope, person: string, post: string): Promise<Asked | undefined> {
  const row = await prompts(scope, person).where('id', '=', post).executeTakeFirst()
  return row && asAsked(row)
}

/** What a person has put off, the first to come again first. */
export async function putOffBy(scope: Scope, person: string): Promise<Asked[]> {
  const rows = await prompts(scope, person)
    .where('status', '=', 'waiting')
    .where('snoozed_at', 'is not', null)
    .orderBy('due_at')
    .orderBy('id')
    .execute()
  return rows.map(asAsked)
}

/**
 * Puts a prompt off: the post waits again, so that whoever has posted it can still rewrite it or take it back, and the
 * message that it stood in reads `instead` in its place. False: it is not there to be put off.
 */
export async function putOff(
  scope: WriteScope,
  person: string,
  post: string,
  until: Instant,
  instead: View,
): Promise<boolean> {
  const row = await prompts(scope, person).where('id', '=', post).executeTakeFirst()
  const put = await rowsOf(scope)
    .updateTable('post')
    .set({
      status: 'waiting',
      due_at: until,
      held_until: null,
      at_once: 0,
      attempts: 0,
      claimed_until: null,
      first_tried_at: null,
      bundle: null,
      alone: 0,
      external_channel: null,
      external_message: null,
      sent_at: null,
      snoozed_at: scope.now,
    })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', post)
    .where('status', '=', 'sent')
    .executeTakeFirst()
  if (!row || put.numUpdatedRows === 0n) return false
  const place = await leavePlaceholder(scope, row)
  await takeOverUpdates(scope, post)
  await revisePost(scope, place, instead)
  return true
}

/** Lets a prompt that was put off come again now. False: it was not waiting. */
export async function askNow(scope: WriteScope, person: string, post: string): Promise<boolean> {
  const row = await rowsOf(scope)
    .updateTable('post')
    .set({ due_at: scope.now, at_once: 1, held_until: null })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', post)
    .where('to_kind', '=', 'person')
    .where('to_id', '=', person)
    .where('status', '=', 'waiting')
    .where('outcome_unknown', '=', 0)
    .where('snoozed_at', 'is not', null)
    .executeTakeFirst()
  return row.numUpdatedRows > 0n
}

/** A post that stands for the other in the message that is there: also as the one whose parts the others are. */
async function leavePlaceholder(scope: WriteScope, row: Selectable<Tables['post']>): Promise<string> {
  const id = newId(scope.now)
  await rowsOf(scope)
    .insertInto('post')
    .values({ ...row, id, post_key: null, subject: null, prompt: null, kind: null, until_at: null })
    .execute()
  await rowsOf(scope)
    .updateTable('post')
    .set({ bundle: id })
    .where('workspace', '=', scope.workspace.id)
    .where('bundle', '=', row.id)
    .execute()
  return id
}

/** An update that has not gone out yet is how the prompt reads when it comes again. */
async function takeOverUpdates(scope: WriteScope, post: string): Promise<void> {
  const updates = await rowsOf(scope)
    .updateTable('post')
    .set({ status: 'cancelled' })
    .where('workspace', '=', scope.workspace.id)
    .where('to_kind', '=', 'update')
    .where('to_id', '=', post)
    .where('status', '=', 'waiting')
    .returning(['id', 'view'])
    .execute()
  const last = updates.sort((a, b) => a.id.localeCompare(b.id)).at(-1)
  if (last) await revisePost(scope, post, JSON.parse(last.view))
}

const prompts = (scope: Scope, person: string) =>
  rowsOf(scope)
    .selectFrom('post')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('to_kind', '=', 'person')
    .where('to_id', '=', person)
    .where('prompt', 'is not', null)

const asAsked = (row: Selectable<Tables['post']>): Asked => ({
  id: row.id,
  view: JSON.parse(row.view),
  state: row.status === 'sent' ? 'asked' : row.status === 'waiting' ? 'put off' : 'gone',
  at: row.due_at,
  until: row.until_at ?? undefined,
  asking: { workspace: row.workspace, to_id: row.to_id, prompt: row.prompt },
})
