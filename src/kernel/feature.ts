import type { Form, FormErrors, FormValues } from '../view/form.ts'
import type { Block, View } from '../view/view.ts'
import type { Both } from './locale.ts'
import type { Reach } from './reach.ts'
import type { Refusal } from './refusal.ts'
import type { Acting, Person, Role, Scope, WriteScope } from './scope.ts'
import type { Instant } from './time.ts'

/** The action of a button that says its value as a command, such as `/commission explain`. */
export const SAY = 'say'

/** A slice of the product: what it lets people do, and what it does on its own. */
export interface Feature {
  name: string
  commands?: Command[]
  /** What buttons do. */
  actions?: Action[]
  /** What submitted forms do. */
  forms?: FormHandler[]
  reactions?: ReactionHandler[]
  tickers?: Ticker[]
  pages?: Page[]
  /** The kinds of private news that a person can do without. */
  tells?: Telling[]
  /** What the slice's private messages ask for. */
  prompts?: Prompt[]
  /** When somebody may be written to privately, and about what; one slice knows it for all. */
  reach?: (scope: Scope, person: string) => Promise<Reach>
  /** The slice's part of a person's home tab. */
  home?: (scope: Acting) => Promise<Block[]>
}

/** A kind of private news. What asks for a decision, or must be looked at, is none: it is always told. */
export interface Telling {
  /** As in `NewPost.kind`, and as it is typed: `pay-news`. */
  kind: string
  aliases: string[]
  label: Both
}

/** Something that people are asked privately, and can put off. */
export interface Prompt {
  /** As in `NewPost.prompt`. */
  name: string
  /** Whether it is still asked: what was settled meanwhile is not asked again. */
  asked: (scope: Scope, about: string, person: string) => Promise<boolean>
}

/** `/deal …`, or the same as text: `签单 …`. */
export interface Command {
  /** The English word, as in `/deal`. */
  name: string
  /** Words that mean the same in text, such as 签单. */
  aliases: string[]
  /** One line: what it is for. */
  summary: Both
  /** The one named '' answers the bare command. */
  subcommands: Subcommand[]
  /** Which subcommand a text means that names none; undefined: it is not understood. */
  otherwise?: (text: string) => string | undefined
}

export type Subcommand = {
  name: string
  aliases: string[]
  /** What follows, as people would type it, such as `华为 12万 [product=CRM]`; absent where nothing does. */
  usage?: Both
  summary: Both
  /** Who may; default everyone. */
  roles?: Role[]
} & Handler<CommandInput>

/** Whether somebody's roles let them use a subcommand. */
export const mayUse = (
  { roles: held }: Pick<Person, 'roles'>,
  { roles }: Pick<Subcommand, 'roles'>,
): boolean => roles === undefined || roles.some((role) => held.includes(role))

export interface CommandInput {
  /** What stands after the command and subcommand, as typed; mentions of people read `<@person-id>`. */
  text: string
  /** The channel it was typed in, by its external id; absent in private. */
  channel?: string
}

/** Declares whether it only reads (no transaction, nothing recorded) or writes (one transaction, answered once). */
export type Handler<Input> =
  | { reads: (scope: Acting<Scope>, input: Input) => Promise<Answer> }
  | { writes: (scope: Acting<WriteScope>, input: Input) => Promise<Answer> }

/** What a handler answers: privately to the person, unless it posts. */
export type Answer = View | Reply | Refusal

export interface Reply {
  /** A private answer. */
  view?: View
  /** A form to open. */
  form?: Form
  /** What the message that the button stood on reads from now on. */
  replace?: View
  /** What was wrong in a submitted form, by field; the form stays open. */
  errors?: FormErrors
}

export type Action = {
  /** `slice.verb`, such as `deal.undo`. */
  name: string
} & Handler<Press>

export interface Press {
  value: string
  /** The post that the button stood on, where it was one of the outbox's. */
  post?: PostRef
}

export interface PostRef {
  id: string
  subject?: string
}

export type FormHandler = {
  /** As in `Form.form`. */
  name: string
} & Handler<Submission>

export interface Submission {
  values: FormValues
  state: string
  /** Where the form was filled in: a chosen channel is one of this home's. */
  home: { platform: string; id: string }
}

export interface ReactionHandler {
  name: string
  /** Gives the private answer to who reacted, or nothing. Called only when the state really changed. */
  run: (scope: Acting<WriteScope>, reaction: Reacted) => Promise<View | Refusal | undefined>
}

export interface Reacted {
  /** A Unicode emoji, or the platform's name for one that has none. */
  emoji: string
  added: boolean
  /** When it happened, by the platform's clock. */
  at: Instant
  /** Identifies the message, whoever wrote it: `platform/home/channel/message`. */
  message: string
  /** Our own post, if it was one. */
  post?: PostRef
  /** Who wrote the message, where it was a person whom we know. */
  author?: string
}

/** Work that falls due by the clock. */
export interface Ticker {
  name: string
  /** What is due at `scope.now`, in order. Each job runs in a transaction of its own. */
  due: (scope: Scope) => Promise<Job[]>
  /** The first moment after `scope.now` at which something will be due. */
  next: (scope: Scope) => Promise<Instant | undefined>
}

export interface Job {
  at: Instant
  name: string
  /** Claims its work first and does nothing when another process has it already. */
  run: (scope: WriteScope) => Promise<void>
}

/** A web page for those who hold its key: `/wall/<key>`. */
export interface Page {
  name: string
  /** The workspace's page for this key; undefined: no such key. */
  keyOf: (scope: Scope) => string | undefined
  /** Its stylesheets and scripts, by the file name under `/assets/`: what the document may refer to. */
  assets?: Record<string, URL>
  /** The whole HTML document. */
  html: (scope: Scope) => Promise<string>
  /** What the page shows, as JSON; the page asks again whenever `version` changes. */
  facts: (scope: Scope) => Promise<unknown>
  /** Changes whenever the facts may have changed; cheap. */
  version: (scope: Scope) => Promise<string>
}
