import type {
  BlockAction,
  RespondFn,
  SlackActionMiddlewareArgs,
  SlackCommandMiddlewareArgs,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from '@slack/bolt'
import type { Event, Outcome } from '../../kernel/event.ts'
import type { FormErrors } from '../../view/form.ts'
import { fromSlackState, readSlackMetadata, slackAction, slackPeopleIn } from '../../view/slack.ts'
import type { Origin, Whereabouts } from './answers.ts'
import type { Bot } from './bot.ts'
import { commandName, mentionsIn, messageOf, publicChannel, submissionDelivery } from './events.ts'
import { inTime } from './in-time.ts'
import { readSlackText } from './text.ts'
import { texts } from './texts.ts'

/** A slash command: the answer travels in the acknowledgement itself, or follows it where it takes long. */
export async function onCommand(
  bot: Bot,
  { command, ack, respond }: SlackCommandMiddlewareArgs,
): Promise<void> {
  const by = await bot.people.meet(command.user_id, command.user_name)
  if (!by) return ack()
  const { text, mentions } = readSlackText(command.text)
  const channel = publicChannel(command.channel_id)
  const event: Event = {
    kind: 'command',
    name: commandName(command),
    text,
    ...(channel ? { channel } : {}),
    ...(await bot.from(by, `command:${command.trigger_id}`)),
    mentions: await bot.people.meetAll(mentions),
  }
  const long = inTime((locale) => ack({ response_type: 'ephemeral', text: texts[locale].working }))
  const outcome = await bot.app.receive(event, long.onProgress)
  const { view, form, locale = 'en' } = outcome
  const pages = view ? await bot.answers.messages(view, locale) : []
  if (!(await long.told())) {
    const first = pages.shift()
    await ack(first && { response_type: 'ephemeral', ...first })
  }
  await bot.afterwards(async () => {
    if (form) await openForm(bot, command.trigger_id, outcome, origin({ channel }), respond)
    for (const page of pages) await respond({ response_type: 'ephemeral', ...page })
  })
}

/** A pressed button; acknowledged once what it does is committed, or when it says that it takes long. */
export async function onAction(
  bot: Bot,
  { action, body, ack, respond }: SlackActionMiddlewareArgs<BlockAction>,
): Promise<void> {
  const by = action.type === 'button' ? await bot.people.meet(body.user.id, body.user.username) : undefined
  if (action.type !== 'button' || !by) return ack()
  const { action_id, value = '' } = action
  const message = messageOf(body)
  const event: Event = {
    kind: 'action',
    action: slackAction(action_id),
    value,
    ...(message ? { message } : {}),
    ...(await bot.from(by, `action:${body.trigger_id}`)),
    mentions: mentionsIn(value),
  }
  const long = inTime(async (locale) => {
    await ack()
    if (body.response_url) await respond({ replace_original: true, text: texts[locale].working })
  })
  const outcome = await bot.app.receive(event, long.onProgress)
  const told = await long.told()
  if (!told) await ack()
  await bot.afterwards(() => afterPress(bot, body, told ? inPlace(outcome) : outcome, respond))
}

/** Where the message has become a word of waiting, any answer takes its place. */
const inPlace = ({ view, replace = view, ...outcome }: Outcome): Outcome => ({
  ...outcome,
  ...(replace ? { replace } : {}),
})

async function afterPress(bot: Bot, body: BlockAction, outcome: Outcome, respond: RespondFn): Promise<void> {
  const { form, replace, view, locale = 'en' } = outcome
  const where = whereabouts(body)
  const onHomeTab = body.view?.type === 'home'
  // A trigger lives for three seconds: first the form.
  if (form) await openForm(bot, body.trigger_id, outcome, origin({ ...where, home: onHomeTab }), respond)
  if (replace && body.response_url) await bot.answers.replace(respond, replace, locale)
  else if (replace && !onHomeTab) await bot.answers.privately(where, replace, locale)
  if (view) await bot.answers.privately(where, view, locale)
  if (onHomeTab && !form) await bot.showHome(body.user.id, `home:${body.trigger_id}`)
}

function whereabouts({ user, channel, container }: BlockAction): Whereabouts {
  const thread = typeof container.thread_ts === 'string' ? container.thread_ts : undefined
  return { user: user.id, channel: channel?.id, thread }
}

/** Opens a form, or says that it could not be opened. */
async function openForm(
  bot: Bot,
  trigger: string,
  outcome: Outcome,
  from: Origin,
  respond: RespondFn | undefined,
) {
  const { form, locale = 'en' } = outcome
  if (!form) return
  try {
    await bot.answers.openForm(trigger, form, locale, from)
  } catch (error) {
    await respond?.({ response_type: 'ephemeral', replace_original: false, text: texts[locale].formTooLate })
    throw error
  }
}

/** A submitted form: wrong fields keep it open, a next form takes its place, an answer comes privately. */
export async function onSubmission(
  bot: Bot,
  { body, view, ack }: SlackViewMiddlewareArgs<ViewSubmitAction>,
): Promise<void> {
  const by = await bot.people.meet(body.user.id, body.user.name)
  if (!by) return ack()
  const { state, extra } = readSlackMetadata(view.private_metadata)
  const { values, strangers } = await submitted(bot, body)
  const outcome = await bot.app.receive({
    kind: 'submit',
    form: view.callback_id,
    values,
    state,
    ...(await bot.from(by, submissionDelivery(body))),
    mentions: await bot.people.meetAll(strangers),
  })
  const { errors, form, locale = 'en' } = outcome
  if (errors) return ack({ response_action: 'errors', errors: atFields(errors, view.blocks) })
  if (form) return ack({ response_action: 'update', view: await bot.answers.modal(form, locale, extra) })
  await ack()
  await bot.afterwards(async () => {
    const answer = outcome.view ?? outcome.replace
    const where = { user: body.user.id, channel: extra.channel, thread: extra.thread }
    if (answer) await bot.answers.privately(where, answer, locale)
    if (extra.home) await bot.showHome(body.user.id, `home:${submissionDelivery(body)}`)
  })
}

/** The values, and who was chosen without being known yet. */
async function submitted(bot: Bot, { view }: ViewSubmitAction) {
  const { home } = await bot.identity()
  const chosen = [...new Set(slackPeopleIn(view.state.values))]
  const persons = new Map<string, string>()
  for (const user of chosen) {
    const person = await bot.app.personOf('slack', home, user)
    if (person !== undefined) persons.set(user, person)
  }
  return {
    values: fromSlackState(view.state.values, { personOf: (user) => persons.get(user) }),
    strangers: chosen.filter((user) => !persons.has(user)).map((id) => ({ id })),
  }
}

/** Slack refuses errors for fields that the form does not show: those go to its first field. */
function atFields(errors: FormErrors, blocks: { type: string; block_id?: string }[]): FormErrors {
  const inputs = blocks.flatMap((block) => (block.type === 'input' && block.block_id ? [block.block_id] : []))
  const shown: FormErrors = {}
  for (const [field, sentence] of Object.entries(errors)) {
    const place = inputs.includes(field) ? field : inputs[0]
    if (place !== undefined) shown[place] = shown[place] ? `${shown[place]} ${sentence}` : sentence
  }
  return shown
}

function origin({
  channel,
  thread,
  home,
}: {
  channel?: string | undefined
  thread?: string | undefined
  home?: boolean
}): Origin {
  return { ...(channel ? { channel } : {}), ...(thread ? { thread } : {}), ...(home ? { home: 'yes' } : {}) }
}
