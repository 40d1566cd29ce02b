import type { WebClient } from '@slack/web-api'
import type { Logger } from 'pino'
import type { App } from '../../kernel/app.ts'
import type { PlatformPerson } from '../../kernel/event.ts'
import { type Answers, createAnswers } from './answers.ts'
import { instantOf } from './events.ts'
import type { Identity } from './identity.ts'
import { createPeople, type People } from './people.ts'

const MAX_REMEMBERED = 1000 // more than Slack sends within the hour in which it repeats

/** The parts of the app that Slack needs. */
export type AppForSlack = Pick<
  App,
  'clock' | 'receive' | 'identities' | 'personOf' | 'knowsMessage' | 'lacksAdmin'
>

/** What every listener works with. */
export interface Bot {
  app: AppForSlack
  client: WebClient
  log: Logger
  identity: () => Promise<Identity>
  people: People
  answers: Answers
  /** Who did something, where, when, and by which delivery. */
  from(by: PlatformPerson, delivery: string, ts?: string): Promise<Circumstances>
  showHome(user: string, delivery: string): Promise<void>
  /** Answers an event once, however often this process gets it; one that failed is answered when it comes again. */
  once(delivery: string, answer: () => Promise<void>): Promise<void>
  /** What still has to be done after the acknowledgement: Slack sends nothing again, so a failure is logged. */
  afterwards(work: () => Promise<void>): Promise<void>
}

interface Circumstances {
  platform: 'slack'
  home: string
  homeName: string
  by: PlatformPerson
  at: string
  delivery: string
}

export function createBot(
  app: AppForSlack,
  client: WebClient,
  identity: () => Promise<Identity>,
  log: Logger,
): Bot {
  const people = createPeople(app, client, identity, log)
  const answers = createAnswers(app, client, identity)
  const answered = new Map<string, Promise<void>>()
  return {
    app,
    client,
    log,
    identity,
    people,
    answers,
    from,
    async showHome(user, delivery) {
      const by = await people.meet(user)
      if (!by) return
      const { home, locale = 'en' } = await app.receive({ kind: 'home', ...(await from(by, delivery)) })
      if (home) await answers.showHome(user, home, locale)
    },
    once(delivery, answer) {
      const before = answered.get(delivery)
      if (before) return before
      const answering = answer()
      answered.set(delivery, answering)
      answering.catch(() => answered.delete(delivery))
      const [oldest = ''] = answered.size > MAX_REMEMBERED ? answered.keys() : []
      answered.delete(oldest)
      return answering
    },
    async afterwards(work) {
      try {
        await work()
      } catch (error) {
        log.error(`slack: an answer was not delivered: ${error instanceof Error ? error.message : error}`)
      }
    },
  }

  async function from(by: PlatformPerson, delivery: string, ts?: string): Promise<Circumstances> {
    const { home, homeName } = await identity()
    const at = ts === undefined ? app.clock.now() : instantOf(ts)
    return { platform: 'slack', home, homeName, by, at, delivery }
  }
}
