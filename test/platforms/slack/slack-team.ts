import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import { afterEach, expect } from 'vitest'
import type { Database } from '../../../src/db/database.ts'
import { createApp } from '../../../src/kernel/app.ts'
import type { Event, Outcome } from '../../../src/kernel/event.ts'
import type { Feature } from '../../../src/kernel/feature.ts'
import type { Instant } from '../../../src/kernel/time.ts'
import { createSlack } from '../../../src/platforms/slack/index.ts'
import { sqliteDatabase } from '../../support/databases.ts'
import { type SlackUser, startFakeSlack, TEAM } from './fake-slack.ts'
import { httpLine, SIGNING_SECRET, socketLine } from './line.ts'
import { counted, probe } from './probe.ts'
import { slackPeople } from './slack-people.ts'

export type Transport = 'HTTP' | 'Socket Mode'
export const TRANSPORTS: Transport[] = ['HTTP', 'Socket Mode']

export const LI_LEI: SlackUser = { id: 'U0LILEI', name: '李雷' }
export const WANG: SlackUser = { id: 'U0WANG', name: '王经理' }
export const ZHAO: SlackUser = { id: 'U0ZHAO', name: '赵敏', isAdmin: true }
export const HAN: SlackUser = { id: 'U0HAN', name: '韩梅梅' }

const running: { stop(): Promise<void> }[] = []
afterEach(async () => {
  for (const one of running.splice(0).reverse()) await one.stop()
})

export interface SlackTeamOptions {
  transport?: Transport
  features?: readonly Feature[]
  at?: Instant
  database?: Database
  admins?: string[]
  /** Stands between Slack and the app, to hold an event up or let it fail. */
  around?: (event: Event, receive: () => Promise<Outcome>) => Promise<Outcome>
}

/** The app, connected to a Slack of our own; both end with the test. */
export async function startSlackTeam(options: SlackTeamOptions = {}) {
  const clock = clockAt(options.at ?? '2026-11-20T02:00:00.000Z')
  const slack = await startFakeSlack(() => Date.parse(clock.now()))
  running.push({ stop: slack.close })
  for (const user of [LI_LEI, WANG, ZHAO, HAN]) slack.users.set(user.id, user)
  const database = options.database ?? (await sqliteDatabase())
  const failures: unknown[] = []
  const logged: string[] = []
  const app = createApp({
    database,
    features: options.features ?? [probe],
    clock,
    admins: options.admins ?? [],
    onFailure: (_, error) => failures.push(error),
  })
  const { around } = options
  const watched = around
    ? { ...app, receive: (event: Event) => around(event, () => app.receive(event)) }
    : app
  const transport = options.transport ?? 'HTTP'
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) })
  const open = () =>
    createSlack({
      config: {
        botToken: 'xoxb-test',
        timeoutMs: 300,
        apiUrl: slack.apiUrl,
        ...(transport === 'HTTP'
          ? { signingSecret: SIGNING_SECRET }
          : { appToken: 'xapp-test', pingTimeoutMs: 200 }),
      },
      app: watched,
      log,
    })
  const platform = open()
  // Tests do not wait for Slack's pace.
  app.connect({ ...platform, paceMs: 0 })
  await platform.start()
  const server = createServer(platform.http?.listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const stopped = { yet: false }
  const stop = async () => {
    if (stopped.yet) return
    stopped.yet = true
    await platform.stop()
    await new Promise((resolve) => server.close(resolve))
    await app.close()
  }
  running.push({ stop })
  const http = httpLine(port)
  const line = transport === 'HTTP' ? http : socketLine(slack)
  return {
    slack,
    app,
    clock,
    database,
    platform,
    open,
    http,
    line,
    stop,
    failures,
    port,
    logged,
    people: slackPeople(slack, line),
    workspace: `slack-${TEAM}`,
    counted: async () => counted(await app.reading(`slack-${TEAM}`)),
  }
}

/** For what follows an acknowledgement: as soon as it holds, and after ten seconds at the latest. */
export const eventually = <Value>(value: () => Value) => expect.poll(value, { timeout: 10_000 })

function clockAt(start: Instant) {
  let now = start
  return {
    now: () => now,
    moveTo(instant: Instant) {
      now = instant
    },
  }
}
