import { createHash } from 'node:crypto'
import type { BlockAction, SlashCommand, ViewSubmitAction } from '@slack/bolt'
import type { MessageAddress } from '../../kernel/event.ts'
import type { Instant } from '../../kernel/time.ts'

/** A Slack timestamp such as `1795420800.000200` as an instant. */
export function instantOf(ts: string): Instant {
  return new Date(Math.round(Number(ts) * 1000)).toISOString()
}

/** `/deal` is `deal`. */
export function commandName({ command }: SlashCommand): string {
  return command.replace(/^\//, '')
}

/** The channel something was typed in; undefined where nobody else can read it. */
export function publicChannel(channel: string): string | undefined {
  return channel.startsWith('D') ? undefined : channel
}

/** The message that a pressed button stands on, where it is one that stays: an ephemeral one has no address. */
export function messageOf({ container }: BlockAction): MessageAddress | undefined {
  const { type, channel_id, message_ts, is_ephemeral } = container
  if (type !== 'message' || is_ephemeral === true) return undefined
  return typeof channel_id === 'string' && typeof message_ts === 'string'
    ? { channel: channel_id, message: message_ts }
    : undefined
}

/**
 * The same for every repeat of one submission: Slack sends it again, or the person presses the button again after
 * "trouble connecting". What was changed after an error is another submission.
 */
export function submissionDelivery({ view }: ViewSubmitAction): string {
  const content = JSON.stringify([view.callback_id, view.private_metadata, view.state.values])
  return `view:${view.id}:${createHash('sha256').update(content).digest('base64url').slice(0, 22)}`
}

/** The Slack users whom a button mentions that repeats what somebody wrote. */
export function mentionsIn(value: string): { id: string }[] {
  return [...value.matchAll(/<@([UW][A-Z0-9]+)>/g)].map(([, id = '']) => ({ id }))
}
