import type { RespondFn } from '@slack/bolt'
import { type ModalView, WebAPIPlatformError, type WebClient } from '@slack/web-api'
import type { App } from '../../kernel/app.ts'
import type { Locale } from '../../kernel/locale.ts'
import type { Form } from '../../view/form.ts'
import {
  type SlackMessage,
  toSlackHome,
  toSlackMessage,
  toSlackMessages,
  toSlackModal,
} from '../../view/slack.ts'
import type { View } from '../../view/view.ts'
import type { Identity } from './identity.ts'
import { knownFor, nobody } from './known.ts'

/** Where a person is, when they get a private answer. */
export interface Whereabouts {
  user: string
  channel?: string | undefined
  thread?: string | undefined
}

/** Where a form was asked for: its result is shown there. It travels in the modal's metadata. */
export type Origin = Record<string, string>

/** How what comes back from the app reaches the person who asked. */
export function createAnswers(
  app: Pick<App, 'identities'>,
  client: WebClient,
  identity: () => Promise<Identity>,
) {
  return { messages, modal, openForm, replace, privately, showHome }

  /** Most answers name nobody: they are rendered at once, without a look for whom they name. */
  async function messages(view: View, locale: Locale): Promise<SlackMessage[]> {
    const named = new Set<string>()
    const noted = toSlackMessages(view, { ...nobody(locale), mention: (person) => void named.add(person) })
    return named.size === 0 ? noted : toSlackMessages(view, await known(view, locale))
  }

  async function modal(form: Form, locale: Locale, origin: Origin): Promise<ModalView> {
    return toSlackModal(form, await known(form, locale), { privateMetadata: origin })
  }

  async function openForm(trigger: string, form: Form, locale: Locale, origin: Origin): Promise<void> {
    await client.views.open({ trigger_id: trigger, view: await modal(form, locale, origin) })
  }

  /** What the message with the pressed button reads from now on. */
  async function replace(respond: RespondFn, view: View, locale: Locale): Promise<void> {
    await respond({ replace_original: true, ...toSlackMessage(view, await known(view, locale)) })
  }

  /** Only the person sees it: beside what they did, or in their conversation with the bot. */
  async function privately(where: Whereabouts, view: View, locale: Locale): Promise<void> {
    for (const message of await messages(view, locale)) await sendPrivately(where, message)
  }

  async function sendPrivately({ user, channel, thread }: Whereabouts, message: SlackMessage): Promise<void> {
    const inThread = thread === undefined ? {} : { thread_ts: thread }
    if (channel?.startsWith('D')) {
      await client.chat.postMessage({ channel, ...inThread, ...message })
      return
    }
    if (
      channel !== undefined &&
      (await posted(() => client.chat.postEphemeral({ channel, user, ...inThread, ...message })))
    )
      return
    await client.chat.postMessage({ channel: user, ...message })
  }

  async function showHome(user: string, view: View, locale: Locale): Promise<void> {
    await client.views.publish({ user_id: user, view: toSlackHome(view.blocks, await known(view, locale)) })
  }

  async function known(content: View | Form, locale: Locale) {
    return knownFor(app, (await identity()).home, content, locale)
  }
}

/** False where the bot may not write in that channel. */
async function posted(attempt: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt()
    return true
  } catch (error) {
    if (error instanceof WebAPIPlatformError) return false
    throw error
  }
}

export type Answers = ReturnType<typeof createAnswers>
