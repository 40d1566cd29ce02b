import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../db/database.ts'
import type { View } from '../view/view.ts'
import { bundled } from './bundle.ts'
import { identitiesOf, workspaceById } from './directory-store.ts'
import type { Locale } from './locale.ts'
import type { Manners } from './manners.ts'
import {
  type Claimed,
  claimBundle,
  goAlone,
  loosen,
  partsFrom,
  rowsInMessage,
  tryAnew,
} from './outbox-private-store.ts'
import {
  claim,
  dueLanes,
  giveUp,
  markSent,
  nextPostDue,
  putBack,
  type QueuedPost,
} from './outbox-queue-store.ts'
import type { Delivered, Delivery, Platform } from './platform.ts'
import { type Clock, type Instant, secondsAfter } from './time.ts'

type Tables = Parameters<typeof markSent>[0]

/** Longer than any platform's call takes: after it, a post that is still being sent belongs to a process that died. */
const CLAIM_SECONDS = 30
const FIRST_RETRY_SECONDS = 2
const LONGEST_RETRY_SECONDS = 300
/** A post that could not be delivered for this long is given up and shown in health. */
const GIVE_UP_AFTER_SECONDS = 24 * 3600

export interface Outbox {
  connect(platform: Platform): void
  /** Delivers what is due, each lane in order and at its platform's pace, until nothing more can go out now. */
  deliverDue(): Promise<void>
  nextDue(): Promise<Instant | undefined>
  /** Waits until what is being sent has been sent, and sends no more. */
  close(): Promise<void>
}

/**
 * Posts what has been committed, effectively once: a post is claimed before it is sent, and one whose outcome is
 * unknown (a lost answer, a killed process) is looked up on the platform before it is sent again. What is private
 * leaves within its reader's hours, at most one message an hour, of which several posts can be the parts.
 */
export function createOutbox(database: Database, clock: Clock, manners: Manners): Outbox {
  const platforms = new Map<string, Platform>()
  const lastSent = new Map<string, number>()
  let running: Promise<void> | undefined
  let again = false
  let closed = false

  return {
    connect: (platform) => void platforms.set(platform.name, platform),
    deliverDue,
    nextDue: () => nextPostDue(database.reads, [...platforms.keys()], clock.now()),
    close: async () => {
      closed = true
      await running
    },
  }

  /** One round at a time; a call during a round asks for one more. */
  function deliverDue(): Promise<void> {
    again = true
    running ??= rounds().finally(() => {
      running = undefined
    })
    return running
  }

  async function rounds(): Promise<void> {
    while (again && !closed) {
      again = false
      const lanes = await dueLanes(database.reads, [...platforms.keys()], clock.now())
      const moved = await Promise.all(lanes.map(deliverLane))
      if (moved.includes(true)) again = true
    }
  }

  /** Sends a lane's posts in order, up to the first that cannot go out now. True: something was sent. */
  async function deliverLane(lane: QueuedPost[]): Promise<boolean> {
    let moved = false
    const quiet = lane.filter(leavesQuietly)
    for (const post of lane) {
      if (closed) return moved
      if (leavesQuietly(post)) {
        if (post !== quiet[0]) continue
        const outcome = await deliverQuietly(quiet)
        if (outcome === 'stuck') return moved
        if (outcome === 'sent') moved = true
      } else {
        if (!(await deliverOne(post))) return moved
        moved = true
      }
    }
    return moved
  }

  /** Whether a post keeps to its reader's hours. */
  function leavesQuietly(post: QueuedPost): boolean {
    return manners.known && post.to_kind === 'person' && post.at_once === 0
  }

  async function deliverQuietly(posts: readonly QueuedPost[]): Promise<'sent' | 'nothing' | 'stuck'> {
    const [first] = posts
    const platform = first && platforms.get(first.platform)
    const now = clock.now()
    if (!platform || (first.claimed_until !== null && first.claimed_until > now)) return 'stuck'
    const until = secondsAfter(now, CLAIM_SECONDS)
    const fits = (view: View, locale: Locale) => platform.fits?.(view, locale) ?? true
    const claimed = await database.write((tables) =>
      claimBundle(tables, posts, { manners, now, until, fits }),
    )
    if (!claimed) return 'nothing'
    const leader = posts.find((post) => post.id === claimed.leader) ?? first
    await keepPace(platform, leader)
    const delivered = await sendBundle(platform, leader, claimed)
    const { closedUntil } = claimed
    const anew = closedUntil !== undefined && delivered.outcome === 'later'
    const settled = await database.write(async (tables) => {
      if (anew) await tryAnew(tables, leader)
      return settle(tables, anew ? { ...leader, first_tried_at: null } : leader, delivered)
    })
    return settled ? 'sent' : 'stuck'
  }

  function sendBundle(platform: Platform, leader: QueuedPost, claimed: Claimed): Promise<Delivered> {
    const { parts, reach, closedUntil } = claimed
    const view = JSON.stringify(bundled(parts, reach.locale))
    const subject = parts.length > 1 ? null : leader.subject
    return send(platform, { ...leader, view, subject }, closedUntil)
  }

  async function deliverOne(post: QueuedPost): Promise<boolean> {
    const platform = platforms.get(post.platform)
    const now = clock.now()
    if (!platform || (post.claimed_until !== null && post.claimed_until > now)) return false
    if (post.root && post.root.status !== 'sent') return settleOrphan(post)
    const until = secondsAfter(now, CLAIM_SECONDS)
    const claimed = await database.write(async (tables) => {
      const view = await claim(tables, post, now, until)
      return view === undefined ? undefined : { view, shown: await shown(tables, { ...post, view }, now) }
    })
    if (claimed === undefined) return false
    await keepPace(platform, post)
    const delivered = await send(platform, { ...post, view: claimed.shown })
    return database.write((tables) => settle(tables, { ...post, view: claimed.view }, delivered))
  }

  /** How a post reads where it stands: a private one with the parts beside it, and with the way to put it off. */
  async function shown(tables: Tables, post: QueuedPost, now: Instant): Promise<string> {
    const root = post.to_kind === 'update' ? post.root : post
    if (!manners.known || root?.to_kind !== 'person') return post.view
    const rows = await rowsInMessage(tables, post.workspace, root.bundle ?? root.id)
    const current = rows.map((row) => (row.id === root.id ? { ...row, view: post.view } : row))
    const { locale } = await manners.reachOf(tables, post.workspace, root.to_id, now)
    return JSON.stringify(bundled(await partsFrom(tables, current, manners, now), locale))
  }

  /** An answer to a message that will never be there cannot be posted either. */
  async function settleOrphan(post: QueuedPost): Promise<boolean> {
    if (post.root?.status !== 'failed' && post.root?.status !== 'cancelled') return false
    await database.write((tables) => giveUp(tables, post, 'The message that this belongs to was not posted.'))
    return true
  }

  async function keepPace(platform: Platform, post: QueuedPost): Promise<void> {
    const lane = `${post.platform}/${post.home}/${post.root?.to_id ?? post.to_id}`
    const wait = (lastSent.get(lane) ?? Number.NEGATIVE_INFINITY) + platform.paceMs - performance.now()
    if (wait > 0) await pause(wait)
    lastSent.set(lane, performance.now())
  }

  /** Until a moment, where one is given, what has perhaps been sent is looked up and not sent again. */
  async function send(platform: Platform, post: QueuedPost, closedUntil?: Instant): Promise<Delivered> {
    try {
      const delivery = await deliveryOf(post)
      if (!delivery) return { outcome: 'refused', error: 'The person is not known on this platform.' }
      const perhapsSent = post.status === 'sending' || post.outcome_unknown === 1
      const sent = perhapsSent && post.to_kind !== 'update' ? await platform.find?.(delivery) : undefined
      if (sent) return { outcome: 'sent', ...sent }
      if (closedUntil !== undefined) return waitUntil(closedUntil)
      return await platform.deliver(delivery)
    } catch (error) {
      return { outcome: 'unknown', error: error instanceof Error ? error.message : String(error) }
    }
  }

  async function deliveryOf(post: QueuedPost): Promise<Delivery | undefined> {
    const view: View = JSON.parse(post.view)
    const people = mentionedIn(view)
    if (post.to_kind === 'person') people.push(post.to_id)
    const mentions = await identitiesOf(database.reads, post.platform, post.home, people)
    const to = destination(post, mentions)
    const workspace = await workspaceById(database.reads, post.workspace)
    return (
      to && {
        id: post.id,
        home: post.home,
        to,
        view,
        ...(post.subject ? { subject: post.subject } : {}),
        locale: workspace?.locale ?? 'zh-CN',
        mentions,
      }
    )
  }

  function waitUntil(moment: Instant): Delivered {
    const afterMs = Date.parse(moment) - Date.parse(clock.now())
    return { outcome: 'later', afterMs, error: 'It is after hours where its reader is.' }
  }

  async function settle(tables: Tables, post: QueuedPost, delivered: Delivered): Promise<boolean> {
    const now = clock.now()
    switch (delivered.outcome) {
      case 'sent':
        await markSent(tables, post, delivered, now)
        return true
      case 'refused':
        if (await partByPart(tables, post)) return true
        await giveUp(tables, post, delivered.error)
        return true
      case 'later':
      case 'unknown': {
        if (now > secondsAfter(post.first_tried_at ?? now, GIVE_UP_AFTER_SECONDS)) {
          await giveUp(tables, post, delivered.error)
          return true
        }
        const backoff = Math.min(FIRST_RETRY_SECONDS * 2 ** post.attempts, LONGEST_RETRY_SECONDS)
        const wait = delivered.outcome === 'later' ? Math.max(delivered.afterMs / 1000, 0) : backoff
        if (delivered.outcome === 'later') await loosen(tables, post)
        await putBack(tables, post, secondsAfter(now, wait), delivered.error, delivered.outcome === 'unknown')
        return false
      }
    }
  }
}

/** One part can have made the platform refuse the whole: then each goes by itself. False: it stood alone. */
async function partByPart(tables: Tables, leader: QueuedPost): Promise<boolean> {
  if (leader.to_kind !== 'person') return false
  const parts = await rowsInMessage(tables, leader.workspace, leader.id)
  if (parts.length < 2) return false
  await goAlone(tables, leader)
  return true
}

function destination(post: QueuedPost, mentions: ReadonlyMap<string, string>): Delivery['to'] | undefined {
  const { root } = post
  switch (post.to_kind) {
    case 'channel':
      return { channel: post.to_id }
    case 'person': {
      const user = mentions.get(post.to_id)
      return user === undefined ? undefined : { user }
    }
    case 'thread':
    case 'update': {
      if (!root?.external_channel || !root.external_message) return undefined
      const sent = { channel: root.external_channel, message: root.external_message }
      return post.to_kind === 'thread' ? { thread: sent } : { update: sent }
    }
  }
}

/** The ids of everyone mentioned in a view, wherever in it. */
export function mentionedIn(view: View): string[] {
  const found = new Set<string>()
  visit(view.blocks)
  return [...found]

  function visit(part: unknown): void {
    if (part === null || typeof part !== 'object') return
    if (Array.isArray(part)) for (const one of part as unknown[]) visit(one)
    else if ('kind' in part && part.kind === 'person' && 'person' in part) found.add(String(part.person))
    else for (const name in part) visit(part[name as keyof typeof part])
  }
}
