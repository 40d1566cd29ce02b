import type { WebClient } from '@slack/web-api'
import { madeAt } from '../../kernel/id.ts'

/** The type of the metadata that every post of ours carries: which post it is, which page of it, and its subject. */
export const METADATA_TYPE = 'drumbeat_post'

const PER_CALL = 200
const MAX_CALLS = 20
const CLOCK_TOLERANCE_S = 600 // between Slack's clock and ours

interface Message {
  ts?: string
  bot_id?: string
  metadata?: { event_type?: string; event_payload?: object }
}

/** The messages of a post that are in a channel or a thread: page number → message. */
export async function pagesIn(
  client: WebClient,
  place: { channel: string; thread?: string },
  post: string,
): Promise<Map<number, string>> {
  const pages = new Map<number, string>()
  const madeS = Math.floor(madeAt(post) / 1000) - CLOCK_TOLERANCE_S
  const since = Number.isFinite(madeS) && madeS > 0 ? { oldest: String(madeS) } : {}
  let cursor: string | undefined
  for (let call = 0; call < MAX_CALLS; call++) {
    const range = { ...since, limit: PER_CALL, include_all_metadata: true, ...(cursor ? { cursor } : {}) }
    const answer = place.thread
      ? await client.conversations.replies({ channel: place.channel, ts: place.thread, ...range })
      : await client.conversations.history({ channel: place.channel, ...range })
    for (const message of answer.messages ?? []) {
      const payload = payloadOf(message)
      if (payload.post === post && message.ts) pages.set(Number(payload.page ?? 0), message.ts)
    }
    cursor = answer.response_metadata?.next_cursor || undefined
    if (cursor === undefined) break
  }
  return pages
}

/** What one of the bot's own messages is about, by its metadata. */
export async function subjectOf(
  client: WebClient,
  { channel, message }: { channel: string; message: string },
  botId: string,
): Promise<string | undefined> {
  const answer = await client.conversations.replies({
    channel,
    ts: message,
    limit: 1,
    include_all_metadata: true,
  })
  const found = answer.messages?.find((one) => one.ts === message && one.bot_id === botId)
  const subject = found && payloadOf(found).subject
  return typeof subject === 'string' ? subject : undefined
}

function payloadOf({ metadata }: Message): Partial<Record<'post' | 'page' | 'subject', unknown>> {
  return metadata?.event_type === METADATA_TYPE ? (metadata.event_payload ?? {}) : {}
}
