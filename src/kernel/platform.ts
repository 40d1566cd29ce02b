import type { View } from '../view/view.ts'
import type { Locale } from './locale.ts'

/** A chat platform as the outbox sees it: it translates and delivers, and knows no business rule. */
export interface Platform {
  name: string
  /** At least this long between two posts into one channel. */
  paceMs: number
  deliver(delivery: Delivery): Promise<Delivered>
  /** Whether a view goes into one message whole; without this, everything does. */
  fits?(view: View, locale: Locale): boolean
  /** Looks a post up whose outcome is unknown, by the id that travels in the message's metadata. */
  find?(delivery: Delivery): Promise<Sent | undefined>
}

export interface Delivery {
  /** The post's id, which travels with the message. */
  id: string
  home: string
  to: { channel: string } | { user: string } | { thread: Sent } | { update: Sent }
  view: View
  subject?: string
  locale: Locale
  /** The platform's user ids, by person id, for everyone mentioned in the view. */
  mentions: ReadonlyMap<string, string>
}

export interface Sent {
  channel: string
  message: string
}

export type Delivered =
  | ({ outcome: 'sent' } & Sent)
  /** Certainly not posted; try again, not before `afterMs`. */
  | { outcome: 'later'; afterMs: number; error: string }
  /** Certainly not posted, and never will be. */
  | { outcome: 'refused'; error: string }
  /** Perhaps posted: look it up before trying again. */
  | { outcome: 'unknown'; error: string }
