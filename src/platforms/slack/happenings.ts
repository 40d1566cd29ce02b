import type { types } from '@slack/bolt'
import { SAY } from '../../kernel/feature.ts'
import { say, type View } from '../../view/view.ts'
import { emojiOf } from '../emoji.ts'
import type { Whereabouts } from './answers.ts'
import type { Bot } from './bot.ts'
import { publicChannel } from './events.ts'
import { subjectOf } from './metadata.ts'
import { readSlackText } from './text.ts'
import { texts } from './texts.ts'

const MAX_BUTTON_VALUE = 1500

/** A direct message, or one that mentions the bot: understood as if it were a command. */
export async function onMessage(
  bot: Bot,
  event: types.GenericMessageEvent | types.AppMentionEvent,
  delivery: string,
): Promise<void> {
  // Editing a message that mentions the bot sends it again: what was carried out must not be done twice.
  if (event.edited) return
  const by = event.user === undefined ? undefined : await bot.people.meet(event.user)
  if (!by) return
  const { botUserId } = await bot.identity()
  const { text, mentions } = readSlackText(event.text ?? '', botUserId)
  const channel = publicChannel(event.channel)
  const outcome = await bot.app.receive({
    kind: 'message',
    text,
    ...(channel ? { channel } : {}),
    ...(await bot.from(by, delivery, event.event_ts)),
    mentions: await bot.people.meetAll(mentions),
  })
  const { view, form, locale = 'en' } = outcome
  const where: Whereabouts = { user: by.id, channel: event.channel, thread: event.thread_ts }
  if (view) await bot.answers.privately(where, view, locale)
  if (form) await bot.answers.privately(where, formInvitation(text, locale), locale)
}

/** A message cannot open a form, only a pressed button can: this one says the same once more. */
function formInvitation(said: string, locale: keyof typeof texts): View {
  const words = texts[locale]
  return say(words.openForm, {
    label: words.openFormButton,
    action: SAY,
    value: said.slice(0, MAX_BUTTON_VALUE),
    tone: 'primary',
  })
}

/** A reaction that came or went. What is answered, only who reacted sees. */
export async function onReaction(
  bot: Bot,
  event: types.ReactionAddedEvent | types.ReactionRemovedEvent,
  delivery: string,
): Promise<void> {
  const { item } = event
  if (item.type !== 'message') return
  const by = await bot.people.meet(event.user)
  if (!by) return
  const { botUserId } = await bot.identity()
  const message = { channel: item.channel, message: item.ts }
  // For the bot's own messages, and for some others, Slack names no author that would be a person.
  const author: string | undefined = event.item_user === botUserId ? undefined : event.item_user
  const subject = author === undefined ? await ownSubject(bot, message) : undefined
  const { view, locale = 'en' } = await bot.app.receive({
    kind: 'reaction',
    emoji: emojiOf(event.reaction),
    added: event.type === 'reaction_added',
    message,
    ...(author ? { author } : {}),
    ...(subject ? { subject } : {}),
    ...(await bot.from(by, delivery, event.event_ts)),
    // A colleague who has never spoken to the bot can be honored, too.
    mentions: author ? await bot.people.meetAll([{ id: author }]) : [],
  })
  if (view) await bot.answers.privately({ user: by.id, channel: item.channel }, view, locale)
}

/** A reaction can be faster than the outbox stores a message's id: then the message itself says what it is about. */
async function ownSubject(
  bot: Bot,
  message: { channel: string; message: string },
): Promise<string | undefined> {
  const { home, botId } = await bot.identity()
  if (await bot.app.knowsMessage('slack', home, message)) return undefined
  try {
    return await subjectOf(bot.client, message, botId)
  } catch (error) {
    bot.log.warn(`slack: a message could not be looked up: ${error instanceof Error ? error.message : error}`)
    return undefined
  }
}

/** Somebody looks at the bot's home tab. */
export async function onHomeOpened(
  bot: Bot,
  event: types.AppHomeOpenedEvent,
  delivery: string,
): Promise<void> {
  if (event.tab === undefined || event.tab === 'home') await bot.showHome(event.user, delivery)
}
