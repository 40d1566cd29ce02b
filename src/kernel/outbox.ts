import { setTimeout as pause } from 'node:timers/promises'
import type { Database } from '../db/database.ts'
import type { View } from '../view/view.ts'
import { identitiesOf, workspaceById } from './directory-store.ts'
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
 * unknown (a lost answer, a killed process) is looked up on the platform before it is sent again.
 */
export function createOutbox(database: Database, clock: Clock): Outbox {
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
    for (const post of lane) {
      if (closed || !(await deliverOne(post))) return moved
      moved = true
    }
    return moved
  }

  async function deliverOne(post: QueuedPost): Promise<boolean> {
    const platform = platforms.get(post.platform)
    const now = clock.now()
    if (!platform || (post.claimed_until !== null && post.claimed_until > now)) return false
    if (post.root && post.root.status !== 'sent') return settleOrphan(post)
    const until = secondsAfter(now, CLAIM_SECONDS)
    const view = await database.write((tables) => claim(tables, post, now, until))
    if (view === undefined) return false
    await keepPace(platform, post)
    const delivered = await send(platform, { ...post, view })
    return database.write((tables) => settle(tables, post, delivered))
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

  async function send(platform: Platform, post: QueuedPost): Promise<Delivered> {
    try {
      const delivery = await deliveryOf(post)
      if (!delivery) return { outcome: 'refused', error: 'The person is not known on this platform.' }
      const perhapsSent = post.status === 'sending' || post.outcome_unknown === 1
      const sent = perhapsSent && post.to_kind !== 'update' ? await platform.find?.(delivery) : undefined
      return sent ? { outcome: 'sent', ...sent } : await platform.deliver(delivery)
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

  async function settle(
    tables: Parameters<typeof markSent>[0],
    post: QueuedPost,
    delivered: Delivered,
  ): Promise<boolean> {
    const now = clock.now()
    switch (delivered.outcome) {
      case 'sent':
        await markSent(tables, post, delivered, now)
        return true
      case 'refused':
        await giveUp(tables, post, delivered.error)
        return true
      case 'later':
      case 'unknown': {
        if (now > secondsAfter(post.due_at, GIVE_UP_AFTER_SECONDS)) {
          await giveUp(tables, post, delivered.error)
          return true
        }
        const backoff = Math.min(FIRST_RETRY_SECONDS * 2 ** post.attempts, LONGEST_RETRY_SECONDS)
        const wait = delivered.outcome === 'later' ? Math.max(delivered.afterMs / 1000, 0) : backoff
        await putBack(tables, post, secondsAfter(now, wait), delivered.error, delivered.outcome === 'unknown')
        return false
      }
    }
  }
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
