import { isIP } from 'node:net'
import type { MiddlewareHandler } from 'hono'
import { Declined } from './declined.ts'

/** Everything a page needs comes from its own address; nothing of it runs elsewhere, or inside another page. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ')

export interface Address {
  /** The host that the server listens on. */
  host: string
  port: number
  /** The address under which people reach it, where that is another one. */
  publicUrl?: string | undefined
}

/** Sets the headers that keep a page to itself. */
export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('Content-Security-Policy', CONTENT_SECURITY_POLICY)
  c.header('X-Content-Type-Options', 'nosniff')
  c.header('X-Frame-Options', 'DENY')
  c.header('Referrer-Policy', 'no-referrer')
  c.header('Cross-Origin-Opener-Policy', 'same-origin')
  c.header('Cross-Origin-Resource-Policy', 'same-origin')
  if (!c.res.headers.has('Cache-Control')) c.header('Cache-Control', 'no-store')
}

/**
 * Answers only requests that name one of the server's own addresses, so that a foreign site cannot reach it through a
 * name of its own that points here; and none that another site's page sends. Declines with 403.
 */
export function ownSiteOnly(address: () => Address): MiddlewareHandler {
  return async (c, next) => {
    if (!isOwnHost(c.req.header('host'), address())) throw new Declined(403, (errors) => errors.host)
    const origin = c.req.header('origin')
    const fromElsewhere = c.req.header('sec-fetch-site') === 'cross-site' && c.req.method !== 'GET'
    if (fromElsewhere || (origin !== undefined && !isOwnOrigin(origin, address())))
      throw new Declined(403, (errors) => errors.origin)
    await next()
  }
}

/** Takes only JSON: a form on a foreign page cannot send that without being asked first. Declines with 415. */
export const jsonOnly: MiddlewareHandler = async (c, next) => {
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (c.req.method === 'POST' && type !== 'application/json')
    throw new Declined(415, (errors) => errors.jsonOnly)
  await next()
}

function isOwnHost(header: string | undefined, address: Address): boolean {
  const host = header && URL.parse(`http://${header}`)
  if (!host || host.host !== header?.toLowerCase().replace(/:80$/, '')) return false
  return host.host === publicAddress(address)?.host || isListenedOn(host, address)
}

function isOwnOrigin(origin: string, address: Address): boolean {
  const from = URL.parse(origin)
  if (!from) return false
  return (
    from.origin === publicAddress(address)?.origin ||
    (from.protocol === 'http:' && isListenedOn(from, address))
  )
}

const publicAddress = ({ publicUrl }: Address) => (publicUrl ? URL.parse(publicUrl) : undefined)

function isListenedOn(url: URL, { host, port }: Address): boolean {
  return Number(url.port || '80') === port && isOwnName(url.hostname, host)
}

function isOwnName(name: string, host: string): boolean {
  const bare = name.replace(/^\[|\]$/g, '')
  if (['localhost', '127.0.0.1', '::1', host.toLowerCase()].includes(bare)) return true
  // Listening everywhere: an address in numbers cannot be a foreign name that points here.
  return isEverywhere(host) && isIP(bare) !== 0
}

export const isEverywhere = (host: string): boolean => host === '0.0.0.0' || host === '::'

export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host.startsWith('127.')
