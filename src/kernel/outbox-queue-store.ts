import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Sent } from './platform.ts'
import type { Instant } from './time.ts'

export type QueuedPost = Selectable<Tables['post']> & {
  /** For threads and updates: the post they belong to. */
  root: Selectable<Tables['post']> | undefined
}

/** How many due posts are looked at in one go. */
const BATCH = 500

/**
 * The posts that are due on these platforms, each lane's in order. A lane is what one reader reads in order:
 * a channel with its threads and updates, or one person's private conversation. The queue serves every workspace.
 */
export async function dueLanes(
  tables: Kysely<Tables>,
  platforms: readonly string[],
  now: Instant,
): Promise<QueuedPost[][]> {
  if (platforms.length === 0) return []
  const rows = await tables
    .selectFrom('post')
    .selectAll()
    .where('status', 'in', ['waiting', 'sending'])
    .where('due_at', '<=', now)
    .where('bundle', 'is', null)
    .where((or) => or.or([or('held_until', 'is', null), or('held_until', '<=', now)]))
    .where('platform', 'in', [...platforms])
    .orderBy('due_at')
    .orderBy('id')
    .limit(BATCH)
    .execute()
  const lanes = new Map<string, QueuedPost[]>()
  for (const row of rows) {
    const root = await rootOf(tables, row)
    const lane = `${row.platform}/${row.home}/${laneWithin(row, root)}`
    lanes.set(lane, [...(lanes.get(lane) ?? []), { ...row, root }])
  }
  return [...lanes.values()]
}

async function rootOf(tables: Kysely<Tables>, row: Selectable<Tables['post']>) {
  if (row.to_kind !== 'thread' && row.to_kind !== 'update') return undefined
  return tables
    .selectFrom('post')
    .selectAll()
    .where('workspace', '=', row.workspace)
    .where('id', '=', row.to_id)
    .executeTakeFirst()
}

function laneWithin(row: Selectable<Tables['post']>, root: Selectable<Tables['post']> | undefined): string {
  const first = root ?? row
  return first.to_kind === 'thread' || first.to_kind === 'update'
    ? first.id
    : `${first.to_kind}/${first.to_id}`
}

/**
 * Claims a post for sending. Gives its view, which may have been rewritten while it stood in its lane; undefined:
 * another process has it, or it was cancelled meanwhile.
 */
export async function claim(
  tables: Kysely<Tables>,
  post: QueuedPost,
  now: Instant,
  until: Instant,
): Promise<string | undefined> {
  const claimed = await tables
    .updateTable('post')
    .set({
      status: 'sending',
      claimed_until: until,
      attempts: post.attempts + 1,
      first_tried_at: post.first_tried_at ?? now,
    })
    .where('workspace', '=', post.workspace)
    .where('id', '=', post.id)
    .where('status', '=', post.status)
    .where('attempts', '=', post.attempts)
    .where('due_at', '<=', now)
    .returning('view')
    .executeTakeFirst()
  return claimed?.view
}

export async function markSent(
  tables: Kysely<Tables>,
  post: QueuedPost,
  sent: Sent,
  now: Instant,
): Promise<void> {
  const done = { status: 'sent', sent_at: now, error: null, outcome_unknown: 0 } as const
  if (post.to_kind !== 'update')
    return settle(tables, post, {
      ...done,
      external_channel: sent.channel,
      external_message: sent.message,
    })
  await settle(tables, post, done)
  await tables
    .updateTable('post')
    .set({ view: post.view })
    .where('workspace', '=', post.workspace)
    .where('id', '=', post.to_id)
    .where('status', '=', 'sent')
    .execute()
}

/** Puts a post back, with its parts, not to be tried before a moment. */
export async function putBack(
  tables: Kysely<Tables>,
  post: QueuedPost,
  notBefore: Instant,
  error: string,
  outcomeUnknown: boolean,
): Promise<void> {
  await settle(tables, post, {
    status: 'waiting',
    claimed_until: notBefore,
    error,
    outcome_unknown: outcomeUnknown ? 1 : 0,
  })
}

export async function giveUp(tables: Kysely<Tables>, post: QueuedPost, error: string): Promise<void> {
  await settle(tables, post, { status: 'failed', error })
}

async function settle(
  tables: Kysely<Tables>,
  post: QueuedPost,
  values: Partial<Selectable<Tables['post']>>,
): Promise<void> {
  await tables
    .updateTable('post')
    .set(values)
    .where('workspace', '=', post.workspace)
    .where((or) => or.or([or('id', '=', post.id), or('bundle', '=', post.id)]))
    .execute()
}

/** The next moment at which a post falls due, or may be tried again, after `now`. */
export async function nextPostDue(
  tables: Kysely<Tables>,
  platforms: readonly string[],
  now: Instant,
): Promise<Instant | undefined> {
  if (platforms.length === 0) return undefined
  const fresh = await tables
    .selectFrom('post')
    .select((eb) => eb.fn.min('due_at').as('at'))
    .where('status', '=', 'waiting')
    .where('due_at', '>', now)
    .where('platform', 'in', [...platforms])
    .executeTakeFirst()
  const again = await tables
    .selectFrom('post')
    .select((eb) => eb.fn.min('claimed_until').as('at'))
    .where('status', 'in', ['waiting', 'sending'])
    .where('due_at', '<=', now)
    .where('claimed_until', '>', now)
    .where('platform', 'in', [...platforms])
    .executeTakeFirst()
  const held = await tables
    .selectFrom('post')
    .select((eb) => eb.fn.min('held_until').as('at'))
    .where('status', '=', 'waiting')
    .where('due_at', '<=', now)
    .where('held_until', '>', now)
    .where('platform', 'in', [...platforms])
    .executeTakeFirst()
  return [fresh?.at, again?.at, held?.at].filter((at) => typeof at === 'string').sort()[0]
}
