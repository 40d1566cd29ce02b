import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { parse as parseForm } from 'node:querystring'
import type { App as Bolt, Receiver, ReceiverEvent } from '@slack/bolt'
import type { Logger } from 'pino'
import { bodyOf, TooLong } from './body.ts'
import { signatureCheck } from './signature.ts'

export const SLACK_PATH = '/slack/events'

const MAX_BODY_BYTES = 1024 * 1024 // far above any payload of Slack's
const PATIENCE_MS = 3001 // Slack gives up after three seconds, and sends events again

export interface HttpReceiver {
  receiver: Receiver
  listener: RequestListener
}

/**
 * Slack's requests over HTTP. A receiver of our own rather than Bolt's, which dies of a signed body `null`, accepts
 * timestamps from the future, and, behind a guard against both, reads every request twice.
 */
export function createHttpReceiver({
  signingSecret,
  log,
}: {
  signingSecret: string
  log: Logger
}): HttpReceiver {
  const signed = signatureCheck(signingSecret)
  let bolt: Bolt | undefined
  const nothingToDo = async () => {}
  return {
    receiver: {
      init(app) {
        bolt = app
      },
      start: nothingToDo,
      stop: nothingToDo,
    },
    listener(request, response) {
      const misplaced = pathOf(request) !== SLACK_PATH ? 404 : request.method !== 'POST' ? 405 : undefined
      if (misplaced) answer(response, { status: misplaced })
      else
        bodyOf(request, MAX_BODY_BYTES).then(
          (text) => receive(text, request, response),
          (error) => answer(response, { status: error instanceof TooLong ? 413 : 400 }),
        )
    },
  }

  function receive(text: string, { headers }: IncomingMessage, response: ServerResponse): void {
    const read = readRequest(text, headers, signed)
    if ('status' in read) answer(response, read)
    else hand({ body: read.body, ...retryOf(headers) }, response)
  }

  function hand(event: Omit<ReceiverEvent, 'ack'>, response: ServerResponse): void {
    const late = setTimeout(() => answer(response, { status: 503 }), PATIENCE_MS)
    const ack = async (content?: unknown) => {
      clearTimeout(late)
      answer(response, { status: 200, content })
    }
    const failed = (error: unknown) => {
      clearTimeout(late)
      log.error(`slack: a request failed: ${error instanceof Error ? error.message : error}`)
      answer(response, { status: 500 })
    }
    bolt?.processEvent({ ...event, ack }).catch(failed)
  }
}

interface Reply {
  status: number
  content?: unknown
}

const FORM = 'application/x-www-form-urlencoded'

/** Refuses what is forged, stale or from the future (401), or not a JSON object (400), and answers Slack's questions. */
function readRequest(
  text: string,
  headers: IncomingMessage['headers'],
  signed: ReturnType<typeof signatureCheck>,
): { body: Record<string, unknown> } | Reply {
  const form = headers['content-type'] === FORM ? parseForm(text) : undefined
  // Slack asks whether we are there without a signature; nothing is done with the rest of such a request.
  if (form?.ssl_check === '1') return { status: 200 }
  if (!signed(text, headers['x-slack-signature'], headers['x-slack-request-timestamp'], Date.now()))
    return { status: 401 }
  const body = form && typeof form.payload !== 'string' ? form : readJson(form ? form.payload : text)
  if (!isObject(body)) return { status: 400 }
  if (body.type === 'url_verification') return { status: 200, content: { challenge: body.challenge } }
  return { body }
}

function readJson(text: unknown): unknown {
  try {
    return JSON.parse(String(text))
  } catch {
    return undefined
  }
}

function isObject(body: unknown): body is Record<string, unknown> {
  return typeof body === 'object' && body !== null && !Array.isArray(body)
}

function retryOf({ 'x-slack-retry-num': count, 'x-slack-retry-reason': reason }: IncomingMessage['headers']) {
  return {
    ...(typeof count === 'string' ? { retryNum: Number.parseInt(count, 10) } : {}),
    ...(typeof reason === 'string' ? { retryReason: reason } : {}),
  }
}

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? ''
}

function answer(response: ServerResponse, { status, content }: Reply): void {
  if (response.headersSent) return
  const json = typeof content === 'object' && content !== null
  const body = json ? JSON.stringify(content) : typeof content === 'string' ? content : ''
  response.writeHead(status, {
    'content-length': Buffer.byteLength(body),
    ...(json ? { 'content-type': 'application/json' } : {}),
    // A body that was refused for its size is still on its way: nothing else can follow on that connection.
    ...(status === 413 ? { connection: 'close' } : {}),
  })
  response.end(body)
}
