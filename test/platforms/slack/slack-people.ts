import {
  BOT_ID,
  BOT_USER,
  dm,
  type FakeSlack,
  type Message,
  type SlackBlock,
  type SlackView,
  TEAM,
} from './fake-slack.ts'
import type { Acknowledgement, Line } from './line.ts'

/** What Slack sends when people do things, with the fields that Slack really has there. */
export function slackPeople(slack: FakeSlack, line: Line) {
  const team = { id: TEAM, domain: 'acme' }
  return { team, types, presses, submits, reacts, mentions, writesToBot, opensHome, command, event }

  /** `/deal add …` typed in a channel. `again` repeats an earlier delivery. */
  function types(user: string, text: string, options: { channel?: string; again?: string } = {}) {
    return line.send('slash_commands', command(user, text, options))
  }

  function command(
    user: string,
    text: string,
    { channel = 'C0SALES', again }: { channel?: string; again?: string } = {},
  ) {
    const [, name = '', rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(text) ?? []
    return {
      token: 'legacy',
      team_id: TEAM,
      team_domain: 'acme',
      channel_id: channel,
      channel_name: 'sales',
      user_id: user,
      user_name: user.toLowerCase(),
      command: name,
      text: rest,
      api_app_id: 'A1',
      is_enterprise_install: 'false',
      response_url: `${slack.origin}/response/${slack.nextId('r')}`,
      trigger_id: again ?? slack.nextId('trigger-'),
    }
  }

  /** Presses a button, by its label, of a message, of an ephemeral answer, or of the home tab. */
  async function presses(
    user: string,
    on: Surface | undefined,
    label: string,
    options: { again?: string } = {},
  ) {
    const { blocks, where } = surface(on)
    const button = buttonsIn(blocks).find((one) => one.text.text === label)
    if (!button) throw new Error(`No button ${label} on ${JSON.stringify(blocks)}`)
    const trigger_id = options.again ?? slack.nextId('trigger-')
    const response = 'home' in where ? {} : { response_url: `${slack.origin}/response/${slack.nextId('r')}` }
    const acknowledgement = await line.send('interactive', {
      type: 'block_actions',
      team,
      user: { id: user, username: user.toLowerCase(), team_id: TEAM },
      api_app_id: 'A1',
      token: 'legacy',
      trigger_id,
      ...response,
      ...where,
      actions: [
        {
          type: 'button',
          block_id: 'b',
          action_id: button.action_id,
          value: button.value,
          text: button.text,
          action_ts: slack.timestamp(),
        },
      ],
    })
    return {
      ...acknowledgement,
      trigger_id,
      response_url: response.response_url,
      modal: slack.modals.get(trigger_id),
    }
  }

  /** Submits an open modal with these values, by field name; what is not named stays as it is filled in. */
  function submits(
    user: string,
    modal: SlackView | undefined,
    values: Record<string, string | string[]> = {},
  ) {
    if (!modal) throw new Error('No form is open.')
    return line.send('interactive', {
      type: 'view_submission',
      team,
      user: { id: user, name: user.toLowerCase(), team_id: TEAM },
      api_app_id: 'A1',
      token: 'legacy',
      trigger_id: slack.nextId('trigger-'),
      view: { ...modal, state: { values: stateOf(modal, values) } },
      response_urls: [],
    })
  }

  /** A reaction by its name on a message; `author` is who wrote it, nobody where Slack does not say. */
  function reacts(
    user: string,
    name: string,
    on: { channel: string; ts: string; author?: string },
    options: { removed?: boolean; at?: string; again?: string } = {},
  ) {
    return event(
      {
        type: options.removed ? 'reaction_removed' : 'reaction_added',
        user,
        reaction: name,
        item: { type: 'message', channel: on.channel, ts: on.ts },
        ...(on.author ? { item_user: on.author } : {}),
        event_ts: options.at ?? slack.timestamp(),
      },
      options.again,
    )
  }

  function mentions(user: string, text: string, options: { channel?: string; thread?: string } = {}) {
    const ts = slack.timestamp()
    return event({
      type: 'app_mention',
      user,
      text: `<@${BOT_USER}> ${text}`,
      ts,
      channel: options.channel ?? 'C0SALES',
      ...(options.thread ? { thread_ts: options.thread } : {}),
      event_ts: ts,
    })
  }

  function writesToBot(user: string, text: string, extra: object = {}, again?: string) {
    const ts = slack.timestamp()
    return event(
      { type: 'message', channel_type: 'im', user, text, ts, channel: dm(user), event_ts: ts, ...extra },
      again,
    )
  }

  async function opensHome(user: string): Promise<SlackView | undefined> {
    await event({
      type: 'app_home_opened',
      user,
      channel: dm(user),
      tab: 'home',
      event_ts: slack.timestamp(),
    })
    return slack.homes.get(user)
  }

  function event(body: object, again?: string) {
    return line.send('events_api', {
      token: 'legacy',
      team_id: TEAM,
      api_app_id: 'A1',
      type: 'event_callback',
      event_id: again ?? slack.nextId('Ev'),
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [{ enterprise_id: null, team_id: TEAM, user_id: BOT_USER, is_bot: true }],
      event: body,
    })
  }
}

/** The text of a message, an answer or a home tab, as somebody would read it. */
export function wordsOf(content: { blocks: SlackBlock[] } | undefined): string {
  return textsIn(content?.blocks).join('\n')
}

export function buttonsIn(blocks: SlackBlock[]): SlackBlock[] {
  return blocks.flatMap((block) => (block.type === 'actions' ? block.elements : []))
}

type Surface = Message | Acknowledgement | SlackView

function surface(on: Surface | undefined): {
  blocks: SlackBlock[]
  where: SlackBlock
} {
  if (!on) throw new Error('There is nothing to press a button on.')
  if ('status' in on) {
    const container = { type: 'message', is_ephemeral: true, channel_id: 'C0SALES', message_ts: '1.1' }
    return { blocks: on.body.blocks, where: { container, channel: { id: 'C0SALES', name: 'sales' } } }
  }
  if ('ts' in on) {
    const { channel, ts, thread_ts, ephemeralTo } = on
    const container = {
      type: 'message',
      channel_id: channel,
      message_ts: ts,
      is_ephemeral: ephemeralTo !== undefined,
      ...(thread_ts ? { thread_ts } : {}),
    }
    return {
      blocks: on.blocks,
      where: {
        container,
        channel: { id: channel, name: 'x' },
        message: { type: 'message', ts, bot_id: BOT_ID },
      },
    }
  }
  return { blocks: on.blocks, where: { home: true, container: { type: 'view', view_id: on.id }, view: on } }
}

/** The state of every input of a modal: as it was filled in, or as the person changed it. */
function stateOf(modal: SlackView, values: Record<string, string | string[]>) {
  const state: Record<string, Record<string, object>> = {}
  for (const block of modal.blocks) {
    if (block.type !== 'input') continue
    const { element, block_id } = block
    const given = values[block_id]
    state[block_id] = { [element.action_id]: { type: element.type, ...entered(element, given) } }
  }
  return state
}

function entered(element: SlackBlock, given: string | string[] | undefined): object {
  const options: SlackBlock[] =
    element.options ?? element.option_groups?.flatMap((group: SlackBlock) => group.options) ?? []
  const option = (value: string) => options.find((one) => one.value === value) ?? missing(value)
  switch (element.type) {
    case 'users_select':
      return { selected_user: given ?? element.initial_user ?? null }
    case 'multi_users_select':
      return { selected_users: given ?? element.initial_users ?? [] }
    case 'conversations_select':
      return { selected_conversation: given ?? element.initial_conversation ?? null }
    case 'datepicker':
      return { selected_date: given ?? element.initial_date ?? null }
    case 'static_select':
      return { selected_option: typeof given === 'string' ? option(given) : (element.initial_option ?? null) }
    case 'checkboxes':
    case 'multi_static_select':
      return {
        selected_options: given === undefined ? (element.initial_options ?? []) : [given].flat().map(option),
      }
    default:
      return { value: given ?? element.initial_value ?? null }
  }
}

function missing(value: string): never {
  throw new Error(`There is no option ${value}.`)
}

function textsIn(part: unknown): string[] {
  if (Array.isArray(part)) return part.flatMap(textsIn)
  if (typeof part !== 'object' || part === null) return []
  const { text, type, user_id } = part as { text?: unknown; type?: unknown; user_id?: unknown }
  if (type === 'user') return [`<@${user_id}>`]
  if (typeof text === 'string') return [text]
  return Object.values(part).flatMap(textsIn)
}
