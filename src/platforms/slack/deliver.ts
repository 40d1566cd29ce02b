import { WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { Delivered, Delivery, Platform, Sent } from '../../kernel/platform.ts'
import type { Known } from '../../view/known.ts'
import { type SlackMessage, toSlackMessage, toSlackMessages } from '../../view/slack.ts'
import type { Identity } from './identity.ts'
import { METADATA_TYPE, pagesIn } from './metadata.ts'
import { channelOf, notSent } from './outcome.ts'
import { texts } from './texts.ts'

const ELSEWHERE_MS = 3600_000

/** How the outbox posts to Slack, and looks up what it has perhaps posted. */
export function createDelivery(
  client: WebClient,
  identity: () => Promise<Identity>,
): Required<Pick<Platform, 'deliver' | 'find' | 'fits'>> {
  return {
    fits: (view, locale) =>
      toSlackMessages(view, { mention: () => undefined, personOf: () => undefined, locale }).length === 1,

    async deliver(delivery) {
      if ((await identity()).home !== delivery.home) return elsewhere(delivery)
      try {
        return 'update' in delivery.to ? await update(delivery, delivery.to.update) : await post(delivery)
      } catch (error) {
        return notSent(error, delivery.to, delivery.locale)
      }
    },

    /** A post of several pages that broke off after the first is completed here. */
    async find(delivery) {
      if ((await identity()).home !== delivery.home) return undefined
      const place = await placeOf(delivery)
      const there = await pagesIn(client, place, delivery.id)
      const first = there.get(0)
      if (first === undefined) return undefined
      const sent = { channel: place.channel, message: first }
      const pages = pagesOf(delivery)
      if (pages.length === 1) return sent
      const inThread = place.thread ? there : await pagesIn(client, { ...place, thread: first }, delivery.id)
      await postRest(delivery, sent, inThread)
      return sent
    },
  }

  async function update(delivery: Delivery, { channel, message }: Sent): Promise<Delivered> {
    const { text, blocks } = toSlackMessage(delivery.view, known(delivery))
    await client.chat.update({ channel, ts: message, text, blocks })
    return { outcome: 'sent', channel, message }
  }

  /** The first page stands in its place, the others follow in its thread. */
  async function post(delivery: Delivery): Promise<Delivered> {
    const [first] = pagesOf(delivery)
    if (!first) return { outcome: 'refused', error: 'The post is empty.' }
    const sent = await joining(() => postPage(delivery, first, 0), delivery)
    try {
      await postRest(delivery, sent, new Map())
    } catch (error) {
      // The first page is there: `find` completes the others.
      return { outcome: 'unknown', error: error instanceof Error ? error.message : String(error) }
    }
    return { outcome: 'sent', ...sent }
  }

  async function postRest(
    delivery: Delivery,
    first: Sent,
    there: ReadonlyMap<number, string>,
  ): Promise<void> {
    const thread = 'thread' in delivery.to ? delivery.to.thread : first
    for (const [number, page] of pagesOf(delivery).entries())
      if (number > 0 && !there.has(number)) await postPage({ ...delivery, to: { thread } }, page, number)
  }

  async function postPage({ to, id, subject }: Delivery, page: SlackMessage, number: number): Promise<Sent> {
    const answer = await client.chat.postMessage({
      channel: channelOf(to),
      ...('thread' in to ? { thread_ts: to.thread.message } : {}),
      text: page.text,
      blocks: page.blocks,
      unfurl_links: false,
      unfurl_media: false,
      metadata: {
        event_type: METADATA_TYPE,
        event_payload: { post: id, page: number, ...(subject ? { subject } : {}) },
      },
    })
    if (!answer.ts) throw new Error('Slack has not said which message it is.')
    return { channel: answer.channel ?? channelOf(to), message: answer.ts }
  }

  /** A public channel that the bot is not in yet is joined, once. */
  async function joining(attempt: () => Promise<Sent>, { to }: Delivery): Promise<Sent> {
    try {
      return await attempt()
    } catch (error) {
      const outside = error instanceof WebAPIPlatformError && error.data.error === 'not_in_channel'
      if (!outside || !(await joined(channelOf(to)))) throw error
      return attempt()
    }
  }

  async function joined(channel: string): Promise<boolean> {
    try {
      await client.conversations.join({ channel })
      return true
    } catch (error) {
      if (error instanceof WebAPIPlatformError) return false
      throw error
    }
  }

  /** Where a post would be found: a person's private conversation has a channel id of its own. */
  async function placeOf({ to }: Delivery): Promise<{ channel: string; thread?: string }> {
    if ('user' in to) {
      const { channel } = await client.conversations.open({ users: to.user })
      return { channel: channel?.id ?? to.user }
    }
    return { channel: channelOf(to), ...('thread' in to ? { thread: to.thread.message } : {}) }
  }
}

/** What belongs to another Slack team waits for the bot to be connected there again. */
function elsewhere({ home, locale }: Delivery): Delivered {
  return { outcome: 'later', afterMs: ELSEWHERE_MS, error: texts[locale].elsewhere(home) }
}

function pagesOf(delivery: Delivery): SlackMessage[] {
  return toSlackMessages(delivery.view, known(delivery))
}

function known({ mentions, locale }: Delivery): Known {
  return { mention: (person) => mentions.get(person), personOf: () => undefined, locale }
}
