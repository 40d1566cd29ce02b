import { setTimeout as pause } from 'node:timers/promises'
import { type Logger as BoltLogger, SocketModeReceiver } from '@slack/bolt'
import type { Logger } from 'pino'
import { PATIENT } from './clients.ts'

const AGAIN_AFTER_MS = 60_000
const GOODBYE_MS = 1000

export interface SocketOptions {
  appToken: string
  apiUrl: string
  logger: BoltLogger
  log: Logger
  /** How long to wait for a pong, and the step in which reconnecting waits longer. Default 5 seconds. */
  pingTimeoutMs?: number
}

/** Slack's Socket Mode: Bolt's receiver, which a malformed frame or a failed reconnection no longer kills. */
export function createSocketReceiver({ appToken, apiUrl, logger, log, pingTimeoutMs }: SocketOptions) {
  const receiver = new SocketModeReceiver({
    appToken,
    logger,
    installerOptions: { clientOptions: { slackApiUrl: apiUrl, retryConfig: PATIENT } },
    processEventErrorHandler: async () => false,
    ...(pingTimeoutMs === undefined ? {} : { clientPingTimeout: pingTimeoutMs }),
  })
  surviveMalformedFrames(receiver, log)
  surviveFailedReconnection(receiver, log)
  return {
    receiver,
    /** Says goodbye, but does not wait long for Slack to say it, too. */
    async stop() {
      const waited = new AbortController()
      await Promise.race([
        receiver.client.disconnect(),
        pause(GOODBYE_MS, undefined, { signal: waited.signal }),
      ])
      waited.abort()
    },
  }
}

/** The client reads `payload.event.type` of whatever comes: an error there would be an unhandled rejection. */
function surviveMalformedFrames({ client }: SocketModeReceiver, log: Logger): void {
  const listeners = client.listeners('ws_message')
  client.removeAllListeners('ws_message')
  client.on('ws_message', (...frame: unknown[]) => {
    for (const listener of listeners)
      Promise.resolve(listener(...frame)).catch(() => log.warn('slack: a malformed frame was dropped'))
  })
}

/** A reconnection that Slack refuses would be an unhandled rejection, too; it is tried again later. */
function surviveFailedReconnection({ client }: SocketModeReceiver, log: Logger): void {
  const start = client.start.bind(client)
  let connectedOnce = false
  client.start = async () => {
    for (;;) {
      try {
        const opened = await start()
        connectedOnce = true
        return opened
      } catch (error) {
        if (!connectedOnce) throw error
        log.error(`slack: the connection could not be opened again: ${error}`)
        await pause(AGAIN_AFTER_MS, undefined, { ref: false })
      }
    }
  }
}
