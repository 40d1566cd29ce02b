import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api'
import type { Delivered, Delivery } from '../../kernel/platform.ts'
import { texts } from './texts.ts'

type NotSent = Exclude<Delivered, { outcome: 'sent' }>

const LATER_MS = 30_000

/** Slack's own troubles, after which a message may be there all the same. */
const PERHAPS_POSTED = ['fatal_error', 'internal_error', 'service_unavailable', 'request_timeout']
const TOO_MANY = ['ratelimited', 'rate_limited', 'message_limit_exceeded']
const NO_CHANNEL = ['channel_not_found', 'not_in_channel', 'restricted_action', 'is_inactive']
const NO_USER = ['user_not_found', 'cannot_dm_bot', 'user_disabled', 'messages_tab_disabled']
const NO_TOKEN = ['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired', 'not_authed']

/** The connection was never made, so nothing can have been posted. */
const NOT_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]

/** What an error of `chat.postMessage` means for the post: certainly not there, perhaps there, or never to be. */
export function notSent(error: unknown, to: Delivery['to'], locale: Delivery['locale']): NotSent {
  if (error instanceof WebAPIRateLimitedError)
    return { outcome: 'later', afterMs: error.retryAfter * 1000, error: 'ratelimited' }
  if (error instanceof WebAPIPlatformError) return refusedBySlack(error, to, locale)
  if (error instanceof WebAPIHTTPError)
    return error.statusCode >= 500
      ? { outcome: 'unknown', error: `HTTP ${error.statusCode}` }
      : { outcome: 'later', afterMs: LATER_MS, error: `HTTP ${error.statusCode}` }
  const code = error instanceof WebAPIRequestError ? codeOf(error.original) : undefined
  if (code !== undefined && NOT_CONNECTED.includes(code))
    return { outcome: 'later', afterMs: LATER_MS, error: code }
  // A 429 without a Retry-After is a plain error.
  if (error instanceof Error && error.message.startsWith('Retry header'))
    return { outcome: 'later', afterMs: LATER_MS, error: 'ratelimited' }
  return { outcome: 'unknown', error: code ?? (error instanceof Error ? error.message : String(error)) }
}

function refusedBySlack(
  { data }: WebAPIPlatformError,
  to: Delivery['to'],
  locale: Delivery['locale'],
): NotSent {
  const words = texts[locale]
  const { error } = data
  if (PERHAPS_POSTED.includes(error)) return { outcome: 'unknown', error }
  if (TOO_MANY.includes(error)) return { outcome: 'later', afterMs: LATER_MS, error }
  const refused = (sentence: string): NotSent => ({ outcome: 'refused', error: `${sentence} [${error}]` })
  if (NO_TOKEN.includes(error)) return refused(words.tokenRefused(error))
  if (error === 'missing_scope' && 'needed' in data) return refused(words.scopeMissing(String(data.needed)))
  if ('user' in to && [...NO_USER, ...NO_CHANNEL].includes(error)) return refused(words.noUser(to.user))
  const channel = channelOf(to)
  if (NO_CHANNEL.includes(error)) return refused(words.noChannel(channel))
  if (error === 'is_archived') return refused(words.archived(channel))
  return refused(words.refused(error))
}

export function channelOf(to: Delivery['to']): string {
  if ('channel' in to) return to.channel
  if ('user' in to) return to.user
  return 'thread' in to ? to.thread.channel : to.update.channel
}

/** Why a call did not work, in a few words. */
export function reasonOf(error: unknown): string {
  if (error instanceof WebAPIHTTPError) return `HTTP ${error.statusCode}`
  if (error instanceof WebAPIPlatformError) return 'what answers there is not Slack'
  if (error instanceof WebAPIRequestError) return codeOf(error.original) ?? error.original.message
  return error instanceof Error ? error.message : String(error)
}

/** The system's code of a failed `fetch`, which hides it in the error's cause. */
function codeOf(error: Error): string | undefined {
  const cause: unknown = error.cause ?? error
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : undefined
}
