import type { Logger as BoltLogger } from '@slack/bolt'
import { WebClient } from '@slack/web-api'

export const SLACK_API_URL = 'https://slack.com/api/'

/** For what can wait, and must work in the end: connecting again. */
export const PATIENT = { retries: 1000, factor: 1.3, minTimeout: 500, maxTimeout: 30_000 }

/** No retries: a retry after a lost answer posts twice. */
const ONCE = { retries: 0 }

const INTERACTIVE_TIMEOUT_MS = 2500 // a trigger lives for three seconds
const OUTBOX_TIMEOUT_MS = 10_000
const FIRST_TIMEOUT_MS = 3000
const FIRST_RETRIES = 6 // with their pauses ten seconds; thirty when nothing answers at all

export interface ClientOptions {
  botToken: string
  apiUrl: string
  logger: BoltLogger
}

/** The client that answers people at once. */
export function interactiveClient({ botToken, apiUrl, logger }: ClientOptions): WebClient {
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    logger,
    rejectRateLimitedCalls: true,
    retryConfig: ONCE,
    timeout: INTERACTIVE_TIMEOUT_MS,
  })
}

/**
 * The outbox's own client: were it shared, one 429 would make a person's form wait behind it while its trigger dies.
 */
export function outboxClient(
  { botToken, apiUrl, logger }: ClientOptions,
  timeout = OUTBOX_TIMEOUT_MS,
): WebClient {
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    logger,
    rejectRateLimitedCalls: true,
    retryConfig: ONCE,
    timeout,
  })
}

/** The client with which the bot finds out who it is: a start that cannot work says so within half a minute. */
export function firstClient({ botToken, apiUrl, logger }: ClientOptions, retries = FIRST_RETRIES): WebClient {
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    // Its failures end the start with one sentence; until then they are nobody's business.
    logger: { ...logger, warn: logger.info },
    retryConfig: { retries, factor: 1.5, minTimeout: 500 },
    timeout: FIRST_TIMEOUT_MS,
  })
}
