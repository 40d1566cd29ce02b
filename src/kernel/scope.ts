import type { Kysely } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { View } from '../view/view.ts'
import type { Locale } from './locale.ts'
import type { Instant, LocalDate } from './time.ts'
import type { Workdays } from './workdays.ts'

export type Role = 'admin' | 'finance' | 'manager' | 'rep'

export interface Workspace {
  id: string
  name: string
  locale: Locale
  zone: string
  /** ISO 4217 code; CNY until one is chosen. */
  currency: string
  currencyChosen: boolean
  /** 1–12: the month in which the fiscal year starts. */
  fiscalStartMonth: number
  /** By which workdays it counts: `mon-fri` or `china`, with the days that an admin has entered. */
  workdays: Workdays
  settings: WorkspaceSettings
  demo: boolean
}

/** What an admin can set, beyond the workspace's own columns. Absent: the default said here. */
export interface WorkspaceSettings {
  /** Hide amounts, or customers, on cards in channels. Default: shown. */
  hideAmounts?: boolean
  hideCustomers?: boolean
  /** Deals up to this amount, in minor units of the workspace's currency, confirm themselves. Default: none. */
  confirmBelowMinor?: number
  /** How many days a registered customer is protected. Default: 30. */
  registrationDays?: number
  /** The honor wall's unguessable key; absent after it was revoked. */
  wallKey?: string
  /** The goal tree's; empty after it was closed. */
  treeKey?: string
}

export interface Person {
  id: string
  name: string
  /** Everyone is a rep; a manager is who leads a team today. */
  roles: readonly Role[]
  locale: Locale
  zone: string
}

const rows: unique symbol = Symbol('rows')

/**
 * What a handler works in: one workspace, one moment, and who asks. It never holds the database itself;
 * stores reach their rows through `rowsOf(scope)`.
 */
export interface Scope {
  readonly workspace: Workspace
  /** Who acts. Where the bot acts on its own this is undefined; see `Acting`. */
  readonly person: Person | undefined
  /** The language to answer in: the person's, or the workspace's. */
  readonly locale: Locale
  readonly now: Instant
  /** Today in the workspace's zone. */
  readonly today: LocalDate
  /** The request's id, for the audit log: where a change came from. */
  readonly origin: string
  /** Where browsers reach our web pages, such as `https://drumbeat.example.com`, where that is known. */
  readonly address: string | undefined
  /**
   * Notes that something of somebody else's was looked at: a line of the audit log, committed before the answer is given.
   * A handler that only reads writes nothing else, and nothing at all where nothing is noted.
   */
  saw(what: string, subject: string): Promise<void>
  readonly [rows]: Kysely<Tables>
}

/** A scope whose changes are committed together, with the posts they cause. */
export interface WriteScope extends Scope {
  /** Puts a message into the outbox, in this transaction. Gives the ids of the posts (one for each home). */
  post(post: NewPost): Promise<string[]>
  /** Rewrites what has been posted under a subject's post, or what still waits to be posted. */
  revise(post: string, view: View): Promise<void>
  /** Takes back what has not been sent yet. False: it is too late. */
  cancel(post: string): Promise<boolean>
  /** Lets a waiting post go out now. */
  hurry(post: string): Promise<void>
  /**
   * Tells who waits how far a long piece of work is, of so many steps. Others are answered in between: what they read is
   * as it was before this transaction, and what they write waits for its end.
   */
  progress(done: number, of: number): Promise<void>
  /** Writes a line of the audit log: what has happened (`deal.signed`), and to what (`deal:0192…`). */
  record(what: string, subject: string, before: unknown, after: unknown): Promise<void>
}

/** A scope in which a person acts. */
export type Acting<S extends Scope = Scope> = S & { readonly person: Person }

export type Place =
  /** The team's channel for this purpose, or the workspace's where the team has none. */
  | { channel: ChannelPurpose; team?: string }
  /** Privately, to one person. */
  | { person: string }
  /** As an answer under another post. */
  | { thread: string }

export type ChannelPurpose = 'sales' | 'deals' | 'retro'

export interface NewPost {
  to: Place
  view: View
  /** What it is about, such as `deal:0192…`: reactions on the message find it by this. */
  subject?: string
  /** Not before this moment; default now. */
  dueAt?: Instant
  /** A second post under the same key is not stored. */
  key?: string
  /**
   * Goes out at once, whatever the hour, and alone: what its reader is waiting for at this moment. What is written to
   * the person who acts is that anyway. Everything else private leaves within its reader's hours, at most one message
   * an hour; what waits is bundled into one.
   */
  atOnce?: boolean
  /** The kind of news it is, as a slice declares it in `tells`: who has switched that off does not get it. */
  kind?: string
  /** It asks its reader for something, who can put it off: which of the slices' `prompts` it is, and about what. */
  prompt?: { name: string; about: string }
  /** From this moment on it makes no sense any more: it is taken back where it has not gone out by then. */
  until?: Instant
}

/** Binds a scope to its rows. Only the app makes scopes. */
export function bindRows<S extends object>(scope: S, tables: Kysely<Tables>) {
  return { ...scope, [rows]: tables }
}

/** The rows a scope works on, for stores only; every query names `scope.workspace.id`. */
export function rowsOf(scope: Scope): Kysely<Tables> {
  return scope[rows]
}
