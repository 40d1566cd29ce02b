import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { View } from '../view/view.ts'
import { fitting, type Part } from './bundle.ts'
import type { Locale } from './locale.ts'
import type { Manners } from './manners.ts'
import type { QueuedPost } from './outbox-queue-store.ts'
import type { Reach } from './reach.ts'
import { type Instant, secondsAfter } from './time.ts'

/** At most one private message in so long that its reader does not wait for. */
const BETWEEN_MESSAGES_SECONDS = 3600

type Row = Selectable<Tables['post']>

export interface Claimed {
  /** The post under whose id the message goes. */
  leader: string
  parts: Part[]
  reach: Reach
  /** Outside the reader's hours, what has perhaps been sent is only looked up. */
  closedUntil?: Instant
}

export interface Claiming {
  manners: Manners
  now: Instant
  until: Instant
  fits: (view: View, locale: Locale) => boolean
}

/**
 * Claims what waits for one reader, the first post with as many others as fit into one message. What may not leave yet
 * is held; what has lost its sense, is not wanted, or was settled meanwhile, is taken back. Undefined: nothing to send.
 */
export async function claimBundle(
  tables: Kysely<Tables>,
  posts: readonly QueuedPost[],
  claiming: Claiming,
): Promise<Claimed | undefined> {
  const [first] = posts
  if (!first) return undefined
  const { manners, now, fits } = claiming
  const reach = await manners.reachOf(tables, first.workspace, first.to_id, now)
  const hour = await lockHour(tables, first)
  if (first.status === 'sending' || first.outcome_unknown === 1)
    return reclaim(tables, first, claiming, reach)

  const waiting = await stillWaiting(tables, posts, now)
  const useful: Row[] = []
  for (const row of waiting) {
    if (await isUseless(tables, row, reach, manners, now)) await takeBack(tables, row)
    else useful.push(row)
  }
  const [leader] = useful
  if (!leader) return undefined
  const opens = reach.opens(now)
  if (opens > now) return hold(tables, useful, opens)
  const free = secondsAfter(hour.taken_at || '1970-01-01T00:00:00.000Z', BETWEEN_MESSAGES_SECONDS)
  if (hour.post !== leader.id && free > now) return hold(tables, useful, free)

  const candidates = leader.alone === 1 ? [leader] : useful.filter((row) => row.alone === 0)
  const parts = await partsFrom(tables, candidates, manners, now)
  const chosen = fitting(parts, reach.locale, (view) => fits(view, reach.locale))
  const claimed = await markSending(tables, leader, chosen, claiming)
  if (!claimed) return undefined
  const left = useful.filter((row) => !claimed.some((part) => part.id === row.id))
  await hold(tables, left, secondsAfter(now, BETWEEN_MESSAGES_SECONDS))
  return { leader: claimed[0]?.id ?? leader.id, parts: claimed, reach }
}

/** A message that has perhaps been sent is tried again as it was. */
async function reclaim(
  tables: Kysely<Tables>,
  leader: QueuedPost,
  { manners, now, until }: Claiming,
  reach: Reach,
): Promise<Claimed | undefined> {
  const claimed = await tables
    .updateTable('post')
    .set({ status: 'sending', claimed_until: until, attempts: leader.attempts + 1 })
    .where('workspace', '=', leader.workspace)
    .where('id', '=', leader.id)
    .where('status', '=', leader.status)
    .where('attempts', '=', leader.attempts)
    .returning('id')
    .executeTakeFirst()
  if (!claimed) return undefined
  await takeHour(tables, leader, now)
  const opens = reach.opens(now)
  return {
    leader: leader.id,
    parts: await partsFrom(tables, await rowsInMessage(tables, leader.workspace, leader.id), manners, now),
    reach,
    ...(opens > now ? { closedUntil: opens } : {}),
  }
}

/** The first post of a message and its other parts, in their order. */
export async function rowsInMessage(
  tables: Kysely<Tables>,
  workspace: string,
  leader: string,
): Promise<Row[]> {
  return tables
    .selectFrom('post')
    .selectAll()
    .where('workspace', '=', workspace)
    .where((or) => or.or([or('id', '=', leader), or('bundle', '=', leader)]))
    .orderBy('part')
    .orderBy('id')
    .execute()
}

/** Posts as the parts of a message, each with whether it can be put off. */
export async function partsFrom(
  tables: Kysely<Tables>,
  rows: readonly Row[],
  manners: Manners,
  now: Instant,
): Promise<Part[]> {
  const parts: Part[] = []
  for (const row of rows) {
    const later = manners.known && row.prompt !== null && (await manners.stillAsked(tables, row, now))
    parts.push({ id: row.id, view: JSON.parse(row.view), later })
  }
  return parts
}

/** One process at a time decides about a reader: the row is locked until the transaction ends. */
async function lockHour(tables: Kysely<Tables>, { workspace, to_id }: QueuedPost) {
  return tables
    .insertInto('private_hour')
    .values({ workspace, person: to_id, taken_at: '', post: '' })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace', 'person'])
        .doUpdateSet((hour) => ({ taken_at: hour.ref('private_hour.taken_at') })),
    )
    .returning(['taken_at', 'post'])
    .executeTakeFirstOrThrow()
}

async function takeHour(
  tables: Kysely<Tables>,
  { workspace, to_id, id }: Pick<Row, 'workspace' | 'to_id' | 'id'>,
  now: Instant,
): Promise<void> {
  await tables
    .updateTable('private_hour')
    .set({ taken_at: now, post: id })
    .where('workspace', '=', workspace)
    .where('person', '=', to_id)
    .execute()
}

/** The rows as they stand now: read again under the lock. */
async function stillWaiting(
  tables: Kysely<Tables>,
  posts: readonly QueuedPost[],
  now: Instant,
): Promise<Row[]> {
  return tables
    .selectFrom('post')
    .selectAll()
    .where('workspace', '=', posts[0]?.workspace ?? '')
    .where(
      'id',
      'in',
      posts.map((post) => post.id),
    )
    .where('status', '=', 'waiting')
    .where('outcome_unknown', '=', 0)
    .where('bundle', 'is', null)
    .where('due_at', '<=', now)
    .where((or) => or.or([or('claimed_until', 'is', null), or('claimed_until', '<=', now)]))
    .orderBy('due_at')
    .orderBy('id')
    .execute()
}

async function isUseless(
  tables: Kysely<Tables>,
  row: Row,
  reach: Reach,
  manners: Manners,
  now: Instant,
): Promise<boolean> {
  if (row.until_at !== null && row.until_at <= now) return true
  if (row.kind !== null && reach.without.has(row.kind)) return true
  return row.prompt !== null && (reach.gone || !(await manners.stillAsked(tables, row, now)))
}

async function takeBack(tables: Kysely<Tables>, { workspace, id }: Row): Promise<void> {
  await tables
    .updateTable('post')
    .set({ status: 'cancelled' })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .execute()
}

async function hold(tables: Kysely<Tables>, rows: readonly Row[], until: Instant): Promise<undefined> {
  const [first] = rows
  if (!first) return
  await tables
    .updateTable('post')
    .set({ held_until: until })
    .where('workspace', '=', first.workspace)
    .where(
      'id',
      'in',
      rows.map((row) => row.id),
    )
    .where('status', '=', 'waiting')
    .execute()
}

/** Gives the parts as they were claimed: one may have been rewritten or taken back up to this moment. */
async function markSending(
  tables: Kysely<Tables>,
  leader: Row,
  chosen: readonly Part[],
  { now, until }: Claiming,
): Promise<Part[] | undefined> {
  const rows = await tables
    .updateTable('post')
    .set((post) => ({
      status: 'sending',
      claimed_until: until,
      attempts: post('attempts', '+', 1),
      part: 0,
      first_tried_at: post.fn.coalesce('first_tried_at', post.val(now)),
    }))
    .where('workspace', '=', leader.workspace)
    .where(
      'id',
      'in',
      chosen.map((part) => part.id),
    )
    .where('status', '=', 'waiting')
    .where('outcome_unknown', '=', 0)
    .returning(['id', 'view'])
    .execute()
  const views = new Map(rows.map((row) => [row.id, row.view]))
  const claimed = chosen.flatMap((part) => {
    const view = views.get(part.id)
    return view === undefined ? [] : [{ ...part, view: JSON.parse(view) }]
  })
  const [first, ...others] = claimed
  if (!first) return undefined
  for (const [at, part] of others.entries()) {
    await tables
      .updateTable('post')
      .set({ bundle: first.id, part: at + 1 })
      .where('workspace', '=', leader.workspace)
      .where('id', '=', part.id)
      .execute()
  }
  await takeHour(tables, { ...leader, id: first.id }, now)
  return claimed
}

/** What was certainly not posted: the other parts are free again, and wait for the next message. */
export async function loosen(tables: Kysely<Tables>, leader: Pick<Row, 'workspace' | 'id'>): Promise<void> {
  await tables
    .updateTable('post')
    .set({ status: 'waiting', bundle: null, claimed_until: null, outcome_unknown: 0 })
    .where('workspace', '=', leader.workspace)
    .where('bundle', '=', leader.id)
    .execute()
}

/** Takes a refused message apart: from now on each of its parts is a message. */
export async function goAlone(tables: Kysely<Tables>, leader: Pick<Row, 'workspace' | 'id'>): Promise<void> {
  await tables
    .updateTable('post')
    .set({ status: 'waiting', bundle: null, claimed_until: null, outcome_unknown: 0, alone: 1 })
    .where('workspace', '=', leader.workspace)
    .where((or) => or.or([or('id', '=', leader.id), or('bundle', '=', leader.id)]))
    .execute()
}

/** What waits for its reader's next hours has not failed: its day to be given up after begins anew then. */
export async function tryAnew(tables: Kysely<Tables>, { workspace, id }: Pick<Row, 'workspace' | 'id'>) {
  await tables
    .updateTable('post')
    .set({ first_tried_at: null })
    .where('workspace', '=', workspace)
    .where('id', '=', id)
    .execute()
}
