import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { View } from '../view/view.ts'
import type { MessageAddress } from './event.ts'
import type { PostRef } from './feature.ts'
import { newId } from './id.ts'
import { type ChannelPurpose, type NewPost, type Place, rowsOf, type Scope } from './scope.ts'
import type { Instant } from './time.ts'

/** Stores a message to be posted, once for each home that its place is in. Gives the posts' ids. */
export async function addPost(scope: Scope, post: NewPost): Promise<string[]> {
  const ids: string[] = []
  for (const target of await targetsOf(scope, post.to)) {
    const id = newId(scope.now)
    const stored = await rowsOf(scope)
      .insertInto('post')
      .values({
        workspace: scope.workspace.id,
        id,
        post_key: post.key ?? null,
        ...target,
        subject: post.subject ?? null,
        view: JSON.stringify(post.view),
        status: 'waiting',
        due_at: post.dueAt ?? scope.now,
        claimed_until: null,
        external_channel: null,
        external_message: null,
        error: null,
        created_at: scope.now,
        sent_at: null,
        at_once: post.atOnce || isOwn(scope, target) ? 1 : 0,
        kind: post.kind ?? null,
        prompt: post.prompt ? `${post.prompt.name} ${post.prompt.about}` : null,
        until_at: post.until ?? null,
      })
      .onConflict((conflict) => conflict.columns(['workspace', 'post_key', 'platform', 'home']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (stored) ids.push(stored.id)
  }
  return ids
}

/** What somebody has just caused for themselves, they wait for. */
const isOwn = (scope: Scope, target: Target): boolean =>
  target.to_kind === 'person' && target.to_id === scope.person?.id

type Target = Pick<Selectable<Tables['post']>, 'platform' | 'home' | 'to_kind' | 'to_id'>

async function targetsOf(scope: Scope, place: Place): Promise<Target[]> {
  if ('channel' in place) return channelTargets(scope, place.channel, place.team ?? '')
  if ('person' in place) return personTargets(scope, place.person)
  const root = await postRow(scope, place.thread)
  return root ? [{ platform: root.platform, home: root.home, to_kind: 'thread', to_id: root.id }] : []
}

/** Where a workspace has no channel for a purpose, the nearest one that it has. */
const INSTEAD_OF: Record<ChannelPurpose, ChannelPurpose[]> = {
  sales: ['sales', 'deals', 'retro'],
  deals: ['deals', 'sales', 'retro'],
  retro: ['retro', 'sales', 'deals'],
}

async function channelTargets(scope: Scope, purpose: ChannelPurpose, team: string): Promise<Target[]> {
  const channels = await rowsOf(scope)
    .selectFrom('channel')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('team', 'in', ['', team])
    .execute()
  const homes = new Map<string, Target>()
  for (const wanted of INSTEAD_OF[purpose]) {
    for (const owner of team === '' ? [''] : [team, '']) {
      for (const channel of channels.filter((one) => one.purpose === wanted && one.team === owner)) {
        const home = `${channel.platform}/${channel.home}`
        if (homes.has(home)) continue
        const { platform, home: homeId, external_id } = channel
        homes.set(home, { platform, home: homeId, to_kind: 'channel', to_id: external_id })
      }
    }
  }
  return [...homes.values()]
}

/** A person is written to in one home: a real platform before the playground. */
async function personTargets(scope: Scope, person: string): Promise<Target[]> {
  const identities = await rowsOf(scope)
    .selectFrom('identity')
    .select(['platform', 'home'])
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .orderBy('platform', 'desc')
    .orderBy('home')
    .execute()
  const chosen = identities.find((one) => one.platform !== 'playground') ?? identities[0]
  return chosen ? [{ ...chosen, to_kind: 'person', to_id: person }] : []
}

/** Whether somebody has an identity in any home: nobody else can be written to. */
export async function canBeReached(scope: Scope, person: string): Promise<boolean> {
  return (await personTargets(scope, person)).length > 0
}

/** Rewrites a post: in place while it waits, by an update of the message once it may have gone out. */
export async function revisePost(scope: Scope, id: string, view: View): Promise<void> {
  const post = await postRow(scope, id)
  if (!post || post.status === 'cancelled' || post.status === 'failed') return
  const inPlace = await rowsOf(scope)
    .updateTable('post')
    .set({ view: JSON.stringify(view) })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .where('outcome_unknown', '=', 0)
    .executeTakeFirst()
  if (inPlace.numUpdatedRows > 0n) return
  await rowsOf(scope)
    .insertInto('post')
    .values({
      workspace: scope.workspace.id,
      id: newId(scope.now),
      post_key: null,
      platform: post.platform,
      home: post.home,
      to_kind: 'update',
      to_id: id,
      subject: null,
      view: JSON.stringify(view),
      status: 'waiting',
      due_at: scope.now,
      claimed_until: null,
      external_channel: null,
      external_message: null,
      error: null,
      created_at: scope.now,
      sent_at: null,
    })
    .execute()
}

/** Takes back a post that has not gone out; false when it is too late. */
export async function cancelPost(scope: Scope, id: string): Promise<boolean> {
  const cancelled = await rowsOf(scope)
    .updateTable('post')
    .set({ status: 'cancelled' })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .where('outcome_unknown', '=', 0)
    .executeTakeFirst()
  return cancelled.numUpdatedRows > 0n
}

/** Lets a waiting post go out now, whatever the hour. */
export async function hurryPost(scope: Scope, id: string): Promise<void> {
  await rowsOf(scope)
    .updateTable('post')
    .set({ due_at: scope.now, at_once: 1, held_until: null })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .where('outcome_unknown', '=', 0)
    .where((or) => or.or([or('due_at', '>', scope.now), or('held_until', '>', scope.now)]))
    .execute()
}

/** Hours, days or wishes have changed: what is held for somebody, or for anybody, is looked at again. */
export async function reconsiderHeld(scope: Scope, person?: string): Promise<void> {
  let held = rowsOf(scope)
    .updateTable('post')
    .set({ held_until: null })
    .where('workspace', '=', scope.workspace.id)
    .where('status', '=', 'waiting')
    .where('held_until', 'is not', null)
  if (person !== undefined) held = held.where('to_kind', '=', 'person').where('to_id', '=', person)
  await held.execute()
}

/** The posts about a subject, oldest first; updates of posts are not among them. */
export async function postsAbout(
  scope: Scope,
  subject: string,
): Promise<{ id: string; status: Tables['post']['status']; dueAt: Instant }[]> {
  const rows = await rowsOf(scope)
    .selectFrom('post')
    .select(['id', 'status', 'due_at'])
    .where('workspace', '=', scope.workspace.id)
    .where('subject', '=', subject)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ id: row.id, status: row.status, dueAt: row.due_at }))
}

/** Whether a post has been stored under a key. */
export async function postedUnder(scope: Scope, key: string): Promise<boolean> {
  const row = await rowsOf(scope)
    .selectFrom('post')
    .select('id')
    .where('workspace', '=', scope.workspace.id)
    .where('post_key', '=', key)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** How the outbox stands: what waits, and what was given up with the reason. */
export async function outboxHealth(
  scope: Scope,
): Promise<{ overdue: number; failed: { id: string; error: string; at: Instant }[] }> {
  const { overdue } = await rowsOf(scope)
    .selectFrom('post')
    .select((eb) => eb.fn.countAll<number>().as('overdue'))
    .where('workspace', '=', scope.workspace.id)
    .where('status', 'in', ['waiting', 'sending'])
    .where('due_at', '<=', scope.now)
    .where((or) => or.or([or('held_until', 'is', null), or('held_until', '<=', scope.now)]))
    .executeTakeFirstOrThrow()
  const failed = await rowsOf(scope)
    .selectFrom('post')
    .select(['id', 'error', 'due_at'])
    .where('workspace', '=', scope.workspace.id)
    .where('status', '=', 'failed')
    .orderBy('id', 'desc')
    .limit(10)
    .execute()
  return {
    overdue: Number(overdue),
    failed: failed.map((row) => ({ id: row.id, error: row.error ?? '', at: row.due_at })),
  }
}

async function postRow(scope: Scope, id: string) {
  return rowsOf(scope)
    .selectFrom('post')
    .select(['id', 'platform', 'home', 'status'])
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Our own post behind a message on a platform, by the message's address; of several parts none is meant. */
export async function postOfMessage(
  tables: Kysely<Tables>,
  workspace: string,
  platform: string,
  home: string,
  address: MessageAddress,
): Promise<PostRef | undefined> {
  const [row, another] = await tables
    .selectFrom('post')
    .select(['id', 'subject'])
    .where('platform', '=', platform)
    .where('home', '=', home)
    .where('external_message', '=', address.message)
    .where('external_channel', '=', address.channel)
    .where('workspace', '=', workspace)
    .limit(2)
    .execute()
  if (another) return { id: '' }
  return row && { id: row.id, ...(row.subject ? { subject: row.subject } : {}) }
}
