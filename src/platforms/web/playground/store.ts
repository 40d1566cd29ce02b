import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../../../db/tables.ts'
import type { Instant } from '../../../kernel/time.ts'
import type { View } from '../../../view/view.ts'

/**
 * The messages of the playground's own chat. It is a chat server, with no scope yet when a post arrives, so these
 * functions take the tables themselves, and the workspace.
 */
export interface Message {
  id: string
  sequence: number
  /** A channel's name, or `dm:<person>`. */
  place: string
  /** The message that this one answers. */
  thread?: string
  /** A person's id; absent: the bot. */
  author?: string
  /** Whose eyes only; absent: everyone in the place. */
  onlyFor?: string
  text: string
  view?: View
  /** The id of the outbox's post that this is. */
  post?: string
  subject?: string
  edited: boolean
  at: Instant
}

export type NewMessage = Omit<Message, 'sequence' | 'edited'>

/** Stores a message as the last one of its workspace. A post that is there already stays as it is. */
export async function addMessage(
  tables: Kysely<Tables>,
  workspace: string,
  message: NewMessage,
): Promise<Message> {
  const known = message.post && (await messageOfPost(tables, workspace, message.post))
  if (known) return known
  const row = await tables
    .insertInto('playground_message')
    .values({
      workspace,
      id: message.id,
      sequence: await nextSequence(tables, workspace),
      place: message.place,
      thread: message.thread ?? null,
      author: message.author ?? null,
      only_for: message.onlyFor ?? null,
      text: message.text,
      view: message.view ? JSON.stringify(message.view) : null,
      post: message.post ?? null,
      subject: message.subject ?? null,
      at: message.at,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return asMessage(row)
}

/** Rewrites what a message of the bot reads. */
export async function rewriteMessage(
  tables: Kysely<Tables>,
  workspace: string,
  id: string,
  { text, view }: { text: string; view: View },
): Promise<Message | undefined> {
  const row = await tables
    .updateTable('playground_message')
    .set({ text, view: JSON.stringify(view), edited: 1 })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  return row && asMessage(row)
}

export async function messageById(
  tables: Kysely<Tables>,
  workspace: string,
  id: string,
): Promise<Message | undefined> {
  const row = await tables
    .selectFrom('playground_message')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asMessage(row)
}

export async function messageOfPost(
  tables: Kysely<Tables>,
  workspace: string,
  post: string,
): Promise<Message | undefined> {
  const row = await tables
    .selectFrom('playground_message')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('post', '=', post)
    .executeTakeFirst()
  return row && asMessage(row)
}

export interface Excerpt {
  place: string
  /** Who reads: what is for others' eyes only is left out. */
  reader: string
  /** `all`: answers in threads too; `roots`: without them; an id: that message and its answers. */
  thread: 'all' | 'roots' | { of: string }
  limit: number
}

/** The last messages of a place that its reader may see, oldest first. */
export async function lastMessages(
  tables: Kysely<Tables>,
  workspace: string,
  { place, reader, thread, limit }: Excerpt,
): Promise<Message[]> {
  let query = tables
    .selectFrom('playground_message')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('place', '=', place)
    .where((or) => or.or([or('only_for', 'is', null), or('only_for', '=', reader)]))
  if (thread === 'roots') query = query.where('thread', 'is', null)
  else if (thread !== 'all')
    query = query.where((or) => or.or([or('id', '=', thread.of), or('thread', '=', thread.of)]))
  const rows = await query.orderBy('sequence', 'desc').limit(limit).execute()
  return rows.reverse().map(asMessage)
}

/** How many answers each of these messages has that the reader may see. */
export async function answerCounts(
  tables: Kysely<Tables>,
  workspace: string,
  reader: string,
  roots: readonly string[],
): Promise<Map<string, number>> {
  if (roots.length === 0) return new Map()
  const rows = await tables
    .selectFrom('playground_message')
    .select((eb) => ['thread', eb.fn.countAll<number>().as('answers')])
    .where('workspace', '=', workspace)
    .where('thread', 'in', [...roots])
    .where((or) => or.or([or('only_for', 'is', null), or('only_for', '=', reader)]))
    .groupBy('thread')
    .execute()
  return new Map(rows.map((row) => [row.thread ?? '', Number(row.answers)]))
}

/** The number of the last message by others in each place that the reader may see. */
export async function latestByPlace(
  tables: Kysely<Tables>,
  workspace: string,
  reader: string,
): Promise<Map<string, number>> {
  const rows = await tables
    .selectFrom('playground_message')
    .select((eb) => ['place', eb.fn.max('sequence').as('latest')])
    .where('workspace', '=', workspace)
    .where((or) => or.or([or('only_for', 'is', null), or('only_for', '=', reader)]))
    .where((or) => or.or([or('author', 'is', null), or('author', '!=', reader)]))
    .groupBy('place')
    .execute()
  return new Map(rows.map((row) => [row.place, Number(row.latest)]))
}

/** The first lines that people ever typed. */
export async function firstLines(
  tables: Kysely<Tables>,
  workspace: string,
  limit: number,
): Promise<string[]> {
  const rows = await tables
    .selectFrom('playground_message')
    .select('text')
    .where('workspace', '=', workspace)
    .where('author', 'is not', null)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map((row) => row.text)
}

async function nextSequence(tables: Kysely<Tables>, workspace: string): Promise<number> {
  const row = await tables
    .insertInto('counter')
    .values({ workspace, name: 'playground-message', value: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace', 'name'])
        .doUpdateSet((update) => ({ value: update('counter.value', '+', 1) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return row.value
}

function asMessage(row: Selectable<Tables['playground_message']>): Message {
  return {
    id: row.id,
    sequence: row.sequence,
    place: row.place,
    ...(row.thread ? { thread: row.thread } : {}),
    ...(row.author ? { author: row.author } : {}),
    ...(row.only_for ? { onlyFor: row.only_for } : {}),
    text: row.text,
    ...(row.view ? { view: JSON.parse(row.view) } : {}),
    ...(row.post ? { post: row.post } : {}),
    ...(row.subject ? { subject: row.subject } : {}),
    edited: row.edited === 1,
    at: row.at,
  }
}
