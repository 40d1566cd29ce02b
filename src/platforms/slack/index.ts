import type { RequestListener } from 'node:http'
import {
  type BlockAction,
  App as Bolt,
  type Receiver,
  type SlackActionMiddlewareArgs,
  type SlackViewMiddlewareArgs,
  type ViewSubmitAction,
} from '@slack/bolt'
import type { Logger } from 'pino'
import type { Platform } from '../../kernel/platform.ts'
import { type AppForSlack, type Bot, createBot } from './bot.ts'
import { firstClient, interactiveClient, outboxClient, SLACK_API_URL } from './clients.ts'
import { createDelivery } from './deliver.ts'
import { onHomeOpened, onMessage, onReaction } from './happenings.ts'
import { createHttpReceiver, SLACK_PATH } from './http.ts'
import { askIdentity, type Identity, readable } from './identity.ts'
import { onAction, onCommand, onSubmission } from './interactions.ts'
import { acknowledgeAfterwards } from './late-ack.ts'
import { boltLogger } from './log.ts'
import { createSocketReceiver } from './socket.ts'

export interface SlackOptions {
  config: {
    botToken: string
    /** Socket Mode, when there is one. */
    appToken?: string
    /** HTTP, when there is no app token. */
    signingSecret?: string
    /** Another address of the Web API; ends in a slash. */
    apiUrl?: string
    /** How long the outbox waits for an answer; default 10 seconds. */
    timeoutMs?: number
    /** How often the first call is tried again before the start is given up; default 6. */
    firstRetries?: number
    /** How quickly Socket Mode notices a dead connection; default 5 seconds. */
    pingTimeoutMs?: number
  }
  app: AppForSlack
  log: Logger
}

export interface Slack extends Platform {
  /** Over HTTP: what serves Slack's requests on anybody's server, and under which path. Undefined in Socket Mode. */
  http: { path: string; listener: RequestListener } | undefined
  /** Finds out who the bot is, and connects. Throws a readable sentence where Slack refuses a token, or is not there. */
  start(): Promise<void>
  /** Takes nothing more in, and waits for what is under way. */
  stop(): Promise<void>
}

/** Slack's commands, messages, buttons, forms, reactions and home tab on one side, the app on the other. */
export function createSlack({ config, app, log }: SlackOptions): Slack {
  const logger = boltLogger(log)
  const { botToken, apiUrl = SLACK_API_URL } = config
  const access = { botToken, apiUrl, logger }
  const { promise: identity, resolve: identified } = Promise.withResolvers<Identity>()
  const transport = config.appToken
    ? socketTransport({ ...config, appToken: config.appToken, apiUrl, logger, log })
    : httpTransport(config, log)
  const bolt = new Bolt({
    receiver: transport.receiver,
    logger,
    convoStore: false,
    authorize: async () => {
      const { botId, botUserId, home } = await identity
      return { botToken, botId, botUserId, teamId: home }
    },
  })
  bolt.error(async (error) => {
    log.error(`slack: ${error.message}`)
    throw error
  })
  const { drain } = acknowledgeAfterwards(bolt, log)
  listen(
    bolt,
    createBot(app, interactiveClient(access), () => identity, log),
  )

  return {
    name: 'slack',
    paceMs: 1100, // Slack: about one message per second and channel
    ...createDelivery(outboxClient(access, config.timeoutMs), () => identity),
    http: transport.http,
    async start() {
      identified(await askIdentity(firstClient(access, config.firstRetries)))
      await transport.start().catch(async (error) => {
        await transport.stop()
        throw readable(error, 'SLACK_APP_TOKEN', apiUrl)
      })
    },
    async stop() {
      await drain()
      await transport.stop()
    },
  }
}

/** One listener for all there is: Bolt would try each of several on every request. */
function listen(bolt: Bolt, bot: Bot): void {
  bolt.use(async (args) => {
    if ('command' in args) await onCommand(bot, args)
    else if ('action' in args) {
      if (isPressed(args)) await onAction(bot, args)
    } else if ('view' in args) {
      if (isSubmitted(args)) await onSubmission(bot, args)
    } else if ('event' in args) await onEvent(bot, args)
  })
}

type Args = Parameters<Parameters<Bolt['use']>[0]>[0]
type ActionArgs = Extract<Args, { action: unknown }>
type ViewArgs = Extract<Args, { view: unknown }>

const isPressed = (args: ActionArgs): args is ActionArgs & SlackActionMiddlewareArgs<BlockAction> =>
  args.body.type === 'block_actions'

const isSubmitted = (args: ViewArgs): args is ViewArgs & SlackViewMiddlewareArgs<ViewSubmitAction> =>
  args.body.type === 'view_submission'

async function onEvent(bot: Bot, { event, body }: Extract<Args, { event: unknown }>): Promise<void> {
  const { event_id } = body
  const once = (answer: () => Promise<void>) => bot.once(event_id, answer)
  switch (event.type) {
    case 'app_mention':
      return once(() => onMessage(bot, event, event_id))
    case 'message': {
      const fromPerson =
        event.subtype === undefined && event.bot_id === undefined && event.channel_type === 'im'
      return fromPerson ? once(() => onMessage(bot, event, event_id)) : undefined
    }
    case 'reaction_added':
    case 'reaction_removed':
      return once(() => onReaction(bot, event, event_id))
    case 'app_home_opened':
      return once(() => onHomeOpened(bot, event, event_id))
  }
}

interface Transport {
  receiver: Receiver
  http: Slack['http']
  start(): Promise<void>
  stop(): Promise<void>
}

function socketTransport(options: Parameters<typeof createSocketReceiver>[0]): Transport {
  const { receiver, stop } = createSocketReceiver(options)
  return {
    receiver,
    http: undefined,
    async start() {
      await receiver.client.start()
    },
    stop,
  }
}

function httpTransport({ signingSecret = '' }: SlackOptions['config'], log: Logger): Transport {
  const { receiver, listener } = createHttpReceiver({ signingSecret, log })
  const nothingToDo = async () => {}
  return { receiver, http: { path: SLACK_PATH, listener }, start: nothingToDo, stop: nothingToDo }
}
