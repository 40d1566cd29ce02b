import type { Form, FormErrors, FormValues } from '../view/form.ts'
import type { View } from '../view/view.ts'
import type { Locale } from './locale.ts'
import type { Instant } from './time.ts'

/** What a platform hands over, translated. `at` is the platform's time of the event. */
export type Event =
  | (From & { kind: 'command'; name: string; text: string; channel?: string })
  /** A direct message, or a message that mentions the bot (the mention taken out). */
  | (From & { kind: 'message'; text: string; channel?: string })
  | (From & { kind: 'action'; action: string; value: string; message?: MessageAddress })
  | (From & { kind: 'submit'; form: string; values: FormValues; state: string })
  | (From & {
      kind: 'reaction'
      emoji: string
      added: boolean
      message: MessageAddress
      /** The external id of who wrote the message, where the platform says so. */
      author?: string
      /** What our own message is about, where the platform carries it back (message metadata). */
      subject?: string
    })
  | (From & { kind: 'home' })

interface From {
  platform: string
  /** The Slack team, the Feishu tenant, or the playground. */
  home: string
  by: PlatformPerson
  at: Instant
  /** Unique for what the person did; the same for each repeat of its delivery. */
  delivery: string
  /** The home's own name, where the platform says it: what a new workspace is called at first. */
  homeName?: string
  /** People mentioned in `text` as `<@external-id>` or chosen in a form, with the names that came along. */
  mentions?: PlatformPerson[]
}

export interface PlatformPerson {
  id: string
  name?: string
  locale?: string
  zone?: string
  /** The platform says that this person owns or administers the home: the first admin of a new workspace. */
  admin?: boolean
}

export interface MessageAddress {
  channel: string
  message: string
}

/** What goes back in the acknowledgement. */
export interface Outcome {
  view?: View
  form?: Form
  replace?: View
  errors?: FormErrors
  /** The person's home tab, for `home` events. */
  home?: View
  /** The language that all this is in: the person's. */
  locale?: Locale
}
