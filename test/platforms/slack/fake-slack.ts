import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocket, WebSocketServer } from 'ws'

/** What goes wrong with one call. */
export type Fault =
  | { status: number; retryAfter?: number }
  /** `ok: false`, with this error. */
  | { error: string }
  /** Carried out, but the connection drops before the answer. */
  | 'answer lost'
  /** Not carried out, and never answered. */
  | 'silence'

export interface Message {
  ts: string
  channel: string
  text: string
  blocks: SlackBlock[]
  bot_id: string
  thread_ts?: string
  metadata?: { event_type: string; event_payload: Record<string, unknown> }
  /** Only this user sees it. */
  ephemeralTo?: string
}

// biome-ignore lint/suspicious/noExplicitAny: blocks are whatever Slack takes
export type SlackBlock = Record<string, any>

export interface SlackView {
  id: string
  type: 'modal' | 'home'
  callback_id?: string
  private_metadata?: string
  blocks: SlackBlock[]
}

export interface SlackUser {
  id: string
  name: string
  locale?: string
  tz?: string
  isAdmin?: boolean
  isBot?: boolean
  team?: string
}

type Arguments = Record<string, unknown>

export const TEAM = 'T0ACME'
export const BOT_USER = 'U0BOT'
export const BOT_ID = 'B0BOT'

/** As much of Slack as the bot meets: the Web API, response URLs and Socket Mode, on one local port. */
export async function startFakeSlack(now: () => number = Date.now) {
  const faults = new Map<string, Fault[]>()
  const held = new Set<ServerResponse>()
  const state = {
    calls: [] as { method: string; args: Arguments; token: string | undefined }[],
    messages: [] as Message[],
    responses: [] as { url: string; body: SlackBlock }[],
    /** Open modals, by their trigger. */
    modals: new Map<string, SlackView>(),
    homes: new Map<string, SlackView>(),
    users: new Map<string, SlackUser>(),
    /** Public channels that the bot has not joined. */
    outside: new Set<string>(),
    /** Channels that the bot cannot see. */
    hidden: new Set<string>(),
  }
  let serial = 0

  const server = createServer((request, response) => void serve(request, response))
  const sockets = new WebSocketServer({ server, path: '/socket' })
  const line = socketLine(sockets)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const origin = `http://127.0.0.1:${port}`

  return {
    ...state,
    ...line,
    origin,
    apiUrl: `${origin}/api/`,
    /** The next calls of a method go wrong, one after the other. */
    fail(method: string, ...next: Fault[]) {
      faults.set(method, [...(faults.get(method) ?? []), ...next])
    },
    callsOf: (method: string) =>
      state.calls.filter((call) => call.method === method).map((call) => call.args),
    /** What people see in a channel, or what one user sees in the conversation with the bot. */
    seenIn: (channel: string) =>
      state.messages.filter((message) => message.channel === channel && !message.ephemeralTo),
    seenBy: (user: string) =>
      state.messages.filter((message) => message.ephemeralTo === user || message.channel === dm(user)),
    nextId: (prefix: string) => `${prefix}${++serial}`,
    timestamp,
    async close() {
      for (const response of held) response.destroy()
      for (const socket of sockets.clients) socket.terminate()
      sockets.close()
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await bodyOf(request)
    if (request.url?.startsWith('/response/')) {
      state.responses.push({ url: request.url, body: JSON.parse(body) })
      return send(response, 200, { ok: true })
    }
    const method = (request.url ?? '').replace(/^\/api\//, '')
    const args = argumentsOf(body)
    state.calls.push({ method, args, token: request.headers.authorization })
    const fault = faults.get(method)?.shift()
    if (fault === undefined) return send(response, 200, carryOut(method, args))
    if (fault === 'silence') return void held.add(response)
    if (fault === 'answer lost') {
      carryOut(method, args)
      return void response.destroy()
    }
    if ('error' in fault) return send(response, 200, { ok: false, error: fault.error })
    const retry = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
    send(response, fault.status, 'trouble', retry)
  }

  function carryOut(method: string, args: Arguments): object {
    switch (method) {
      case 'auth.test':
        return { ok: true, team_id: TEAM, team: 'Acme', user_id: BOT_USER, bot_id: BOT_ID }
      case 'apps.connections.open':
        return { ok: true, url: `ws://127.0.0.1:${port}/socket` }
      case 'users.info':
        return userInfo(String(args.user))
      case 'chat.postMessage':
        return refusal(args) ?? post(args)
      case 'chat.postEphemeral':
        return refusal(args) ?? post(args, String(args.user))
      case 'chat.update':
        return update(args)
      case 'conversations.open':
        return { ok: true, channel: { id: dm(String(args.users)) } }
      case 'conversations.join':
        return join(String(args.channel))
      case 'conversations.history':
        return page(
          state.messages.filter((one) => one.channel === args.channel && !one.thread_ts && !one.ephemeralTo),
          args,
        )
      case 'conversations.replies':
        return page(
          state.messages.filter(
            (one) => one.channel === args.channel && [one.ts, one.thread_ts].includes(String(args.ts)),
          ),
          args,
        )
      case 'views.open':
        return open(args)
      case 'views.publish':
        state.homes.set(String(args.user_id), { ...(args.view as SlackView), id: 'V-home' })
        return { ok: true }
      default:
        return { ok: false, error: 'unknown_method' }
    }
  }

  function userInfo(id: string): object {
    const user = state.users.get(id)
    if (!user) return { ok: false, error: 'user_not_found' }
    const { name, locale = 'zh-CN', tz = 'Asia/Shanghai', isAdmin = false, isBot = false, team = TEAM } = user
    const profile = { display_name: name, real_name: name }
    return {
      ok: true,
      user: { id, team_id: team, name, profile, locale, tz, is_admin: isAdmin, is_bot: isBot },
    }
  }

  function refusal({ channel }: Arguments): object | undefined {
    const id = String(channel)
    if (state.hidden.has(id)) return { ok: false, error: 'channel_not_found' }
    return state.outside.has(id) ? { ok: false, error: 'not_in_channel' } : undefined
  }

  function post(args: Arguments, ephemeralTo?: string): object {
    const channel = String(args.channel).startsWith('U') ? dm(String(args.channel)) : String(args.channel)
    const ts = timestamp()
    const { text, blocks, thread_ts, metadata } = args as unknown as Message
    state.messages.push({
      ts,
      channel,
      text,
      blocks,
      bot_id: BOT_ID,
      ...(thread_ts ? { thread_ts } : {}),
      ...(metadata ? { metadata } : {}),
      ...(ephemeralTo ? { ephemeralTo } : {}),
    })
    return ephemeralTo ? { ok: true, message_ts: ts } : { ok: true, channel, ts }
  }

  function update(args: Arguments): object {
    const message = state.messages.find((one) => one.channel === args.channel && one.ts === args.ts)
    if (!message) return { ok: false, error: 'message_not_found' }
    const { text, blocks } = args as unknown as Message
    Object.assign(message, { text, blocks })
    return { ok: true, channel: message.channel, ts: message.ts }
  }

  function join(channel: string): object {
    if (state.hidden.has(channel)) return { ok: false, error: 'channel_not_found' }
    state.outside.delete(channel)
    return { ok: true, channel: { id: channel } }
  }

  function open(args: Arguments): object {
    const view = { ...(args.view as SlackView), id: `V${++serial}` }
    state.modals.set(String(args.trigger_id), view)
    return { ok: true, view }
  }

  /** Newest first, as Slack gives them, in pages of `limit`. */
  function page(found: Message[], args: Arguments): object {
    const oldest = Number(args.oldest ?? 0)
    const limit = Number(args.limit ?? 100)
    const from = Number(args.cursor ?? 0)
    const all = found.filter((one) => Number(one.ts) >= oldest).reverse()
    const withMetadata = args.include_all_metadata === 'true'
    const messages = all.slice(from, from + limit).map(({ metadata, ...one }) => ({
      ...one,
      ...(metadata && withMetadata ? { metadata } : {}),
    }))
    const next = from + limit < all.length ? String(from + limit) : ''
    return { ok: true, messages, response_metadata: { next_cursor: next } }
  }

  function timestamp(): string {
    return `${Math.floor(now() / 1000)}.${String(++serial).padStart(6, '0')}`
  }
}

export type FakeSlack = Awaited<ReturnType<typeof startFakeSlack>>

/** The channel id of the conversation between a user and the bot. */
export const dm = (user: string) => `D${user.slice(1)}`

/** Slack's end of Socket Mode: sends envelopes and waits for their acknowledgements. */
function socketLine(sockets: WebSocketServer) {
  const waiting = new Map<string, (payload: unknown) => void>()
  const arrivals: (() => void)[] = []
  let connections = 0
  let serial = 0
  sockets.on('connection', (socket) => {
    connections += 1
    socket.on('message', (data) => {
      const { envelope_id, payload } = JSON.parse(String(data))
      waiting.get(envelope_id)?.(payload)
    })
    socket.send(JSON.stringify({ type: 'hello' }))
    for (const arrived of arrivals.splice(0)) arrived()
  })
  const current = (): WebSocket => [...sockets.clients].at(-1) ?? missing()

  return {
    connections: () => connections,
    isConnected: () => [...sockets.clients].some((socket) => socket.readyState === WebSocket.OPEN),
    /** Sends an envelope; the answer is the payload of its acknowledgement. */
    envelope(type: string, payload: unknown): Promise<unknown> {
      const envelope_id = `E${++serial}`
      const acknowledged = new Promise((resolve) => waiting.set(envelope_id, resolve))
      current().send(
        JSON.stringify({ envelope_id, type, payload, accepts_response_payload: type !== 'events_api' }),
      )
      return acknowledged
    },
    frame: (text: string) => current().send(text),
    /** Slack asks the bot to connect anew, as it does every few hours. */
    recycle: () => current().send(JSON.stringify({ type: 'disconnect', reason: 'warning' })),
    cutOff: () => current().terminate(),
    connected: () => new Promise<void>((resolve) => arrivals.push(resolve)),
  }
}

function missing(): never {
  throw new Error('Nobody is connected.')
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** The Web API's arguments: a form whose structured values are JSON. */
function argumentsOf(body: string): Arguments {
  const entries = [...new URLSearchParams(body)].map(([name, value]) => [
    name,
    ['blocks', 'view', 'metadata'].includes(name) ? JSON.parse(value) : value,
  ])
  return Object.fromEntries(entries)
}

function send(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}
