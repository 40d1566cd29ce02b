import type { Context } from 'hono'
import { type SSEStreamingApi, streamSSE } from 'hono/streaming'
import type { Database } from '../../../db/database.ts'
import { keepOpen } from '../heartbeat.ts'
import type { ClockMoves } from './clock-moves.ts'
import type { Hub, News } from './hub.ts'
import { messageHtml } from './message-html.ts'
import { maySee, nameOf } from './places.ts'
import { shown } from './shown.ts'
import { type Message, messageById } from './store.ts'
import type { Visitor } from './visitor.ts'

interface LiveParts {
  database: Database
  clock: ClockMoves
  hub: Hub
  visitor: Visitor
  stopping: AbortSignal
}

/** Tells an open page of new and changed messages, of the clock, and when it has to be loaded again. */
export function liveStream(c: Context, parts: LiveParts): Response {
  const { hub, visitor, stopping } = parts
  return streamSSE(c, async (stream) => {
    let last: Promise<void> = Promise.resolve()
    const stop = hub.listen(visitor.workspace.id, (news) => {
      last = last.then(() => pass(stream, news, parts)).catch(() => stream.abort())
    })
    stream.onAbort(stop)
    await stream.writeSSE({ event: 'clock', data: JSON.stringify(reading(parts)) })
    await keepOpen(stream, stopping)
    stop()
  })
}

async function pass(stream: SSEStreamingApi, news: News, parts: LiveParts): Promise<void> {
  switch (news.kind) {
    case 'clock':
      return stream.writeSSE({ event: 'clock', data: JSON.stringify(reading(parts)) })
    case 'reload':
      return stream.writeSSE({ event: 'reload', data: '{}' })
    case 'message':
      return passMessage(stream, news.message, parts)
  }
}

async function passMessage(stream: SSEStreamingApi, message: Message, parts: LiveParts): Promise<void> {
  const { database, visitor } = parts
  if (!maySee(message, visitor.person.id)) return
  const root = message.thread && (await messageById(database.reads, visitor.workspace.id, message.thread))
  const changed = root ? [root, message] : [message]
  for (const one of await shown(database, visitor, changed)) {
    const data = {
      id: one.id,
      in: nameOf(one.place),
      sequence: one.sequence,
      mine: one.author === visitor.person.id,
      ...(one.thread ? { thread: one.thread } : {}),
      html: String(messageHtml(one, visitor)),
    }
    await stream.writeSSE({ event: 'message', data: JSON.stringify(data) })
  }
}

function reading({ clock, visitor }: LiveParts) {
  return clock.reading(visitor.workspace, visitor.person.locale)
}
