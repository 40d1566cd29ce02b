import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { type Logger as BoltLogger, HTTPModuleFunctions, HTTPReceiver, isRawBodyError } from '@slack/bolt'

export const SLACK_PATH = '/slack/events'

const MAX_BODY_BYTES = 1024 * 1024 // far above any payload of Slack's
const MAX_AHEAD_SECONDS = 5 * 60 // the same tolerance that Bolt has for stale requests

/** Slack's requests over HTTP: Bolt's receiver behind the checks that it lacks. */
export function createHttpReceiver({ signingSecret, logger }: { signingSecret: string; logger: BoltLogger }) {
  const receiver = new HTTPReceiver({
    signingSecret,
    // The signature has been verified below, before anything was parsed.
    signatureVerification: false,
    endpoints: SLACK_PATH,
    logger,
    unhandledRequestHandler: ({ response }) => answer(response, 503),
  })
  return { receiver, listener: guarded(receiver.requestListener, signingSecret) }
}

/**
 * Refuses what is forged, stale or from the future (401), too large (413), or not a JSON object (400):
 * Bolt accepts timestamps from the future, and dies of a signed body `null`.
 */
function guarded(next: RequestListener, signingSecret: string): RequestListener {
  return (request, response) => {
    if (pathOf(request) !== SLACK_PATH) return answer(response, 404)
    if (request.method !== 'POST') return answer(response, 405)
    refusalOf(request, signingSecret).then(
      (status) => (status === undefined ? next(request, response) : answer(response, status)),
      () => answer(response, 400),
    )
  }
}

async function refusalOf(request: IncomingMessage, signingSecret: string): Promise<number | undefined> {
  try {
    const buffered = await HTTPModuleFunctions.parseAndVerifyHTTPRequest(
      { signingSecret, bodyLimit: MAX_BODY_BYTES },
      request,
    )
    const sentAt = Number(request.headers['x-slack-request-timestamp'])
    if (sentAt > Date.now() / 1000 + MAX_AHEAD_SECONDS) return 401
    return isObject(readBody(buffered)) ? undefined : 400
  } catch (error) {
    return isRawBodyError(error) ? error.statusCode : 401
  }
}

function readBody(request: Parameters<typeof HTTPModuleFunctions.parseHTTPRequestBody>[0]): unknown {
  try {
    return HTTPModuleFunctions.parseHTTPRequestBody(request)
  } catch {
    return undefined
  }
}

const isObject = (body: unknown) => typeof body === 'object' && body !== null && !Array.isArray(body)

function pathOf(request: IncomingMessage): string {
  return (request.url ?? '').split('?')[0] ?? ''
}

function answer(response: ServerResponse, status: number): void {
  if (response.headersSent) return
  // A body that was refused for its size is still on its way: nothing else can follow on that connection.
  response.writeHead(status, status === 413 ? { connection: 'close' } : {})
  response.end()
}
