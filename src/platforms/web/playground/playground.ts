import { Hono } from 'hono'
import type { Database } from '../../../db/database.ts'
import type { MovableClock } from '../../../kernel/advance.ts'
import type { App } from '../../../kernel/app.ts'
import type { Platform } from '../../../kernel/platform.ts'
import { playgroundApi } from './api.ts'
import { createChat } from './chat.ts'
import { createClockMoves } from './clock-moves.ts'
import { createHub } from './hub.ts'
import { playgroundPage } from './page-routes.ts'
import { createPlaygroundPlatform } from './platform.ts'
import { createReception } from './visitor.ts'

export interface Playground {
  routes: Hono
  platform: Platform
  /** Lets everyone be written to from the first tick on. */
  settleAll(): Promise<void>
}

/** A chat of our own, for which nobody needs an account: its page, its API, and the platform behind them. */
export function createPlayground(
  app: App,
  database: Database,
  movable: MovableClock,
  stopping: AbortSignal,
): Playground {
  const hub = createHub()
  const reception = createReception(database, movable)
  const chat = createChat(app, database, hub)
  const clock = createClockMoves(app, movable, hub)
  const platform = createPlaygroundPlatform(database, movable, hub)
  app.connect(platform)

  const routes = new Hono()
  routes.route('/', playgroundPage({ app, database, chat, clock, reception }))
  routes.route(
    '/api',
    playgroundApi({ database, features: app.features, chat, clock, hub, reception, stopping }),
  )
  return { routes, platform, settleAll: reception.settleAll }
}
