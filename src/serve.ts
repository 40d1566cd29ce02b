import cron from 'node-cron'
import { type Logger, pino } from 'pino'
import type { Config, SlackConfig } from './config.ts'
import type { Database } from './db/database.ts'
import { features } from './features.ts'
import type { MovableClock } from './kernel/advance.ts'
import { type App, createApp } from './kernel/app.ts'
import { machineClock } from './kernel/time.ts'
import type { Door } from './platforms/web/door.ts'

export interface Service {
  /** One line for whoever started it: where it can be reached. */
  ready: string
  stop(): Promise<void>
}

/** How often the outbox is looked through for what has become due since. */
const OUTBOX_EVERY_MS = 1000

/** Connects the app to its platforms and lets the clock run: Slack where it is configured, the playground otherwise. */
export async function serve(
  config: Config,
  database: Database,
  door: Door,
  write: (line: string) => void,
): Promise<Service> {
  const log = pino({ level: config.logLevel, base: null }, { write: (line) => write(line.trimEnd()) })
  const running = config.slack
    ? await serveSlack(config, config.slack, database, door, log)
    : await servePlayground(config, database, door, log)
  const stopClock = runByTheClock(running.app, log)
  return {
    ready: running.ready,
    async stop() {
      stopClock()
      await running.stop()
      await running.app.close()
    },
  }
}

interface Running extends Service {
  app: App
}

async function servePlayground(
  config: Config,
  database: Database,
  door: Door,
  log: Logger,
): Promise<Running> {
  const [{ createWeb }, { openPlaygroundClock }, { ensureDemo }] = await Promise.all([
    import('./platforms/web/server.ts'),
    import('./platforms/web/playground/clock.ts'),
    import('./demo/ensure-demo.ts'),
  ])
  const clock: MovableClock = await openPlaygroundClock(database)
  let address: string | undefined
  const app = createApp({ database, features, clock, address: () => address, onFailure: failureLog(log) })
  await ensureDemo(app, database)
  const web = createWeb({ app, database, config, log, door, playground: { clock } })
  address = (await web.start()).url
  return { app, ready: `Drumbeat 战鼓: ${address}`, stop: () => web.stop() }
}

async function serveSlack(
  config: Config,
  slackConfig: SlackConfig,
  database: Database,
  door: Door,
  log: Logger,
): Promise<Running> {
  const [{ createWeb }, { createSlack }] = await Promise.all([
    import('./platforms/web/server.ts'),
    import('./platforms/slack/index.ts'),
  ])
  const app = createApp({
    database,
    features,
    clock: machineClock,
    address: () => config.publicUrl,
    admins: config.admins,
    onFailure: failureLog(log),
  })
  const slack = createSlack({ config: slackConfig, app, log })
  app.connect(slack)
  const web = createWeb({
    app,
    database,
    config,
    log,
    door,
    ...(slack.http ? { alongside: slack.http } : {}),
  })
  const { url } = await web.start()
  await slack.start().catch(async (error) => {
    await web.stop()
    throw error
  })
  const how = slackConfig.appToken ? 'by Socket Mode' : `at ${url}${slack.http?.path ?? ''}`
  return {
    app,
    ready: `Drumbeat 战鼓 is connected to Slack ${how}. Health: ${url}/health`,
    async stop() {
      await slack.stop()
      await web.stop()
    },
  }
}

/** Ticks every minute, and lets the outbox go out as things become due. Gives the way to stop it. */
function runByTheClock(app: App, log: Logger): () => void {
  const failed = failureLog(log)
  const deliver = () => void app.deliverDue().catch((error) => failed('delivering', error))
  const tick = () =>
    app
      .tick()
      .then(deliver)
      .catch((error) => failed('the tick', error))
  const minutes = cron.schedule('* * * * *', tick, { noOverlap: true })
  const seconds = setInterval(deliver, OUTBOX_EVERY_MS)
  const unsubscribe = app.onChange(deliver)
  void tick()
  return () => {
    void minutes.destroy()
    clearInterval(seconds)
    unsubscribe()
  }
}

/** Failures are logged by their kind and place, without what people wrote. */
function failureLog(log: Logger): (what: string, error: unknown) => void {
  return (what, error) => {
    const { name, message, stack } = error instanceof Error ? error : new Error(String(error))
    log.error({ what, error: name, message, stack }, 'failed')
  }
}
