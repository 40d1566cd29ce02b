import { createHmac } from 'node:crypto'
import type { FakeSlack } from './fake-slack.ts'

export type Sort = 'slash_commands' | 'interactive' | 'events_api'

/** How Slack's payloads reach the bot. */
export interface Line {
  /** Gives the status (Socket Mode has only 200) and the body of the acknowledgement. */
  send(sort: Sort, payload: object): Promise<Acknowledgement>
}

export interface Acknowledgement {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: whatever the bot acknowledges with
  body: any
}

export const SIGNING_SECRET = 'a-signing-secret-for-tests'

/** Signed requests to the bot's own port. */
export function httpLine(port: number): Line & { raw: (request: SignedRequest) => Promise<Acknowledgement> } {
  const raw = (request: SignedRequest) => sendSigned(`http://127.0.0.1:${port}/slack/events`, request)
  return { raw, send: (sort, payload) => raw(requestOf(sort, payload)) }
}

/** Envelopes over the open connection. */
export function socketLine(slack: FakeSlack): Line {
  return {
    send: async (sort, payload) => ({ status: 200, body: await slack.envelope(sort, payload) }),
  }
}

export interface SignedRequest {
  body: string
  type?: string
  secret?: string
  /** Seconds since 1970; default now. */
  timestamp?: number
  headers?: Record<string, string>
  method?: string
}

const FORM = 'application/x-www-form-urlencoded'

/** The request that Slack makes of a payload. */
export function requestOf(sort: Sort, payload: object): SignedRequest {
  switch (sort) {
    case 'slash_commands':
      return { body: String(new URLSearchParams({ ...payload })), type: FORM }
    case 'interactive':
      return { body: String(new URLSearchParams({ payload: JSON.stringify(payload) })), type: FORM }
    case 'events_api':
      return { body: JSON.stringify(payload) }
  }
}

async function sendSigned(url: string, request: SignedRequest): Promise<Acknowledgement> {
  const { body, type = 'application/json', secret = SIGNING_SECRET, method = 'POST' } = request
  const timestamp = request.timestamp ?? Math.floor(Date.now() / 1000)
  const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`
  const response = await fetch(url, {
    method,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': String(timestamp),
      'x-slack-signature': signature,
      ...request.headers,
    },
    ...(method === 'GET' ? {} : { body }),
  })
  const text = await response.text()
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text }
}
