import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Database } from '../../db/database.ts'
import type { MovableClock } from '../../kernel/advance.ts'
import type { App } from '../../kernel/app.ts'
import type { Platform } from '../../kernel/platform.ts'
import { playgroundAssets } from './assets.ts'
import { Declined } from './declined.ts'
import { type Door, openDoor } from './door.ts'
import { type Address, isEverywhere, isLoopback, ownSiteOnly, safeHeaders } from './guard.ts'
import { healthOf } from './health.ts'
import { createMetrics } from './metrics.ts'
import { createPlayground } from './playground/playground.ts'
import { readerLocale } from './reader.ts'
import { texts } from './texts.ts'
import { wallRoutes } from './walls.ts'

export interface WebOptions {
  app: App
  database: Database
  config: WebConfig
  log: Log
  /** Present: the playground is served, and runs by this clock, which must be the app's. */
  playground?: { clock: MovableClock }
  /** A platform that is served on the same port, under a path of its own. */
  alongside?: { path: string; listener: RequestListener }
  /** The port, where it is open already. */
  door?: Door
}

export interface WebConfig {
  /** Default: 127.0.0.1 with the playground, 0.0.0.0 without. */
  host?: string
  /** 0: any free one. */
  port: number
  publicUrl?: string
}

export interface Log {
  warn(facts: object, message: string): void
  error(facts: object, message: string): void
}

export interface Web {
  /** The routes, to be asked without a socket. */
  readonly routes: Hono
  /** The playground as the outbox sees it; connected to the app already. */
  readonly platform?: Platform
  /** Listens, where no door is open yet, and answers. Gives the address to open; throws where the port is taken. */
  start(): Promise<{ url: string }>
  /** Takes no more requests, answers those that came in, and ends the open streams. */
  stop(): Promise<void>
}

/** The longest line that can be said, in four-byte characters, and a form around it. */
const MAX_BODY_BYTES = 256 * 1024

/** Everything that is web, on one port: the playground, the slices' pages, health and metrics. */
export function createWeb(options: WebOptions): Web {
  const { app, database, config, log, playground: playing, alongside } = options
  const host = config.host ?? (playing ? '127.0.0.1' : '0.0.0.0')
  const address: Address = { host, port: config.port, publicUrl: config.publicUrl }
  const stopping = new AbortController()
  const metrics = createMetrics(app, database)
  const playground = playing && createPlayground(app, database, playing.clock, stopping.signal)
  const routes = new Hono()

  routes.use(safeHeaders)
  routes.get('/health', async (c) => {
    const health = await healthOf(database, app.clock)
    return c.json(health, health.status === 'ok' ? 200 : 503)
  })
  routes.get('/metrics', async (c) => {
    const { type, text } = await metrics.scrape()
    return c.body(text, 200, { 'Content-Type': type })
  })
  routes.use(ownSiteOnly(() => address))
  routes.use(
    bodyLimit({
      maxSize: MAX_BODY_BYTES,
      onError: () => {
        throw new Declined(413, (errors) => errors.tooLong)
      },
    }),
  )
  if (playground) {
    routes.route('/', playgroundAssets())
    routes.route('/', playground.routes)
  }
  routes.route('/', wallRoutes(app, stopping.signal))
  routes.notFound((c) => refuse(c, new Declined(404, (errors) => errors.notFound)))
  routes.onError((error, c) => {
    if (error instanceof Declined) return refuse(c, error)
    // Not the error as a whole: PostgreSQL's carry values of rows.
    const { name, message, stack } = error
    log.error({ error: name, message, stack, path: c.req.routePath }, 'a request failed')
    return c.json({ error: texts[readerLocale(c)].errors.failed }, 500)
  })

  let door = options.door
  return {
    routes,
    ...(playground ? { platform: playground.platform } : {}),
    async start() {
      if (playing && !isLoopback(host))
        log.warn({ host }, 'the playground lets anybody be anybody, and can be reached from other machines')
      await playground?.settleAll()
      door ??= await openDoor(address)
      address.port = door.port
      door.answerBy(divided(getRequestListener(routes.fetch, { hostname: host }), alongside))
      return { url: config.publicUrl ?? `http://${shownHost(host)}:${address.port}` }
    },
    async stop() {
      stopping.abort()
      metrics.stop()
      await door?.close()
    },
  }

  function refuse(c: Context, { status, sentence }: Declined): Response {
    return c.json({ error: sentence(texts[readerLocale(c)].errors) }, status)
  }
}

/** Hands requests for another platform's path to that platform, before anything of ours reads them. */
function divided(ours: RequestListener, alongside: WebOptions['alongside']): RequestListener {
  if (!alongside) return ours
  const { path, listener } = alongside
  return (request, response) =>
    request.url?.split('?')[0] === path ? listener(request, response) : ours(request, response)
}

function shownHost(host: string): string {
  if (isEverywhere(host)) return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}
