import type { Database } from '../../src/db/database.ts'
import { features as product } from '../../src/features.ts'
import { advance } from '../../src/kernel/advance.ts'
import { type App, createApp } from '../../src/kernel/app.ts'
import { addHome, addWorkspace } from '../../src/kernel/directory-store.ts'
import type { Event, Outcome } from '../../src/kernel/event.ts'
import type { Feature } from '../../src/kernel/feature.ts'
import type { Locale } from '../../src/kernel/locale.ts'
import type { Delivered, Delivery, Platform } from '../../src/kernel/platform.ts'
import type { Acting, Scope, WriteScope } from '../../src/kernel/scope.ts'
import type { Instant } from '../../src/kernel/time.ts'
import * as people from '../../src/people/store.ts'
import type { Form, FormValues } from '../../src/view/form.ts'
import { toText } from '../../src/view/text.ts'
import type { Block, Button, View } from '../../src/view/view.ts'
import { sqliteDatabase } from './databases.ts'

/** What a person gets back, with its words. */
export type Said = Outcome & { text: string }

/** A message as it was delivered, with later updates taken in. */
export interface Posted {
  id: string
  /** The channel's name, or the name of the person it was written to. */
  place: string
  view: View
  text: string
  subject?: string
  /** The id of the post that it answers. */
  thread?: string
  at: Instant
}

export interface TeamOptions {
  /** The moment at which it begins; default Friday 2026-11-20, 10:00 in Shanghai. */
  at?: Instant
  locale?: Locale
  zone?: string
  currency?: string
  database?: Database
  features?: readonly Feature[]
}

/**
 * A company to talk to: 总公司 (陈总) with 销售一部 (王经理: 李雷, 韩梅梅, 张伟) and 市场部 (周主管: 吴婷, 郑凯);
 * 赵敏 is admin, 孙会计 finance. Everything goes through the app's front door.
 */
export async function startTeam(options: TeamOptions = {}) {
  const database = options.database ?? (await sqliteDatabase())
  const clock = testClock(options.at ?? '2026-11-20T02:00:00.000Z')
  const failures: unknown[] = []
  const open = () =>
    createApp({
      database,
      features: options.features ?? product,
      clock,
      onFailure: (what, error) => failures.push(what, error),
    })
  const app = open()
  await found(database, app, options)
  const chat = chatPlatform(clock)
  app.connect(chat)
  return new Team(app, database, clock, chat, failures, open)
}

const WORKSPACE = 'acme'
const HOME = 'T1'

export class Team {
  readonly workspace = WORKSPACE
  readonly home = HOME
  readonly app: App
  readonly database: Database
  readonly clock: ReturnType<typeof testClock>
  /** The platform that the app is connected to; its `deliver` may be replaced to inject faults. */
  readonly chat: ReturnType<typeof chatPlatform>
  /** What the app reported as its own failures: what, error, what, error … */
  readonly failures: unknown[]
  /** A second app on the same database, as a second process or a restart would be. */
  readonly openAnother: () => App
  readonly #deliveryPrefix: string
  #deliveries = 0

  constructor(
    app: App,
    database: Database,
    clock: ReturnType<typeof testClock>,
    chat: ReturnType<typeof chatPlatform>,
    failures: unknown[],
    openAnother: () => App,
    deliveryPrefix = 'd',
  ) {
    this.#deliveryPrefix = deliveryPrefix
    this.app = app
    this.database = database
    this.clock = clock
    this.chat = chat
    this.failures = failures
    this.openAnother = openAnother
  }

  /** The same company in a second process, over a connection of its own to the same database. */
  inAnotherProcess(database: Database): Team {
    const { clock, chat, failures } = this
    const open = () =>
      createApp({
        database,
        features: this.app.features,
        clock,
        onFailure: (what, error) => failures.push(what, error),
      })
    const app = open()
    app.connect(chat)
    return new Team(app, database, clock, chat, failures, open, 'second-d')
  }

  /** `/deal add …` is a command; anything else is a direct message to the bot. */
  says(name: string, text: string, delivery?: string): Promise<Said> {
    const [, command, rest] = /^\/(\S+)\s*([\s\S]*)$/u.exec(text) ?? []
    return command === undefined
      ? this.#receive({ kind: 'message', text, ...this.#from(name, delivery) })
      : this.#receive({ kind: 'command', name: command, text: rest ?? '', ...this.#from(name, delivery) })
  }

  /** Presses a button of an answer or a post, by its label or its action's name. */
  presses(name: string, on: Said | Posted | View, button: string, delivery?: string): Promise<Said> {
    const view = 'blocks' in on ? on : 'home' in on ? (on.view ?? on.home) : on.view
    const found = view && buttonsOf(view).find((one) => one.label === button || one.action === button)
    if (!found) throw new Error(`No button ${button} on: ${view ? toText(view, 'zh-CN') : 'nothing'}`)
    const message = 'place' in on ? { message: { channel: on.place, message: on.id } } : {}
    return this.#receive({
      kind: 'action',
      action: found.action,
      value: found.value ?? '',
      ...message,
      ...this.#from(name, delivery),
    })
  }

  submits(name: string, form: Form | undefined, values: FormValues, delivery?: string): Promise<Said> {
    if (!form) throw new Error('There is no form to submit.')
    return this.#receive({
      kind: 'submit',
      form: form.form,
      values: { ...initialValues(form), ...values },
      state: form.state ?? '',
      ...this.#from(name, delivery),
    })
  }

  reacts(
    name: string,
    on: Posted | { by: string; message: string },
    emoji: string,
    delivery?: string,
  ): Promise<Said> {
    return this.#react(name, on, emoji, true, delivery)
  }

  unreacts(
    name: string,
    on: Posted | { by: string; message: string },
    emoji: string,
    delivery?: string,
  ): Promise<Said> {
    return this.#react(name, on, emoji, false, delivery)
  }

  /** The person's home tab. */
  opensHome(name: string): Promise<Said> {
    return this.#receive({ kind: 'home', ...this.#from(name) })
  }

  /** Moves the clock through everything that falls due. */
  async until(moment: Instant): Promise<void> {
    await advance(this.app, this.clock, moment)
  }

  /** By then people can be written to again, where it is within their hours. */
  anHourLater(): Promise<void> {
    return this.until(new Date(Date.parse(this.clock.now()) + 3600_000).toISOString())
  }

  /** What has been delivered, in order: everything, a channel's, or what one person got privately. */
  posts(where: { in?: string; to?: string } = {}): Posted[] {
    const place = where.in ?? where.to
    return this.chat.posted.filter((post) => place === undefined || post.place === place)
  }

  async scope(name: string): Promise<Acting> {
    const scope: Scope = await this.app.reading(WORKSPACE, idOf(name))
    return { ...scope, person: scope.person ?? never(name) }
  }

  write<T>(name: string, work: (scope: Acting<WriteScope>) => Promise<T>): Promise<T> {
    return this.app.writing(WORKSPACE, idOf(name), `test ${++this.#deliveries}`, (scope) =>
      work({ ...scope, person: scope.person ?? never(name) }),
    )
  }

  /** The person's id, which is also their id on the test platform. */
  id(name: string): string {
    return idOf(name)
  }

  async #receive(event: Event): Promise<Said> {
    const outcome = await this.app.receive(event)
    await this.app.deliverDue()
    const view = outcome.view ?? outcome.replace ?? outcome.home
    const locale = (await this.app.reading(WORKSPACE, event.by.id)).locale
    return { ...outcome, text: view ? toText(view, locale) : '' }
  }

  #react(
    name: string,
    on: Posted | { by: string; message: string },
    emoji: string,
    added: boolean,
    delivery?: string,
  ) {
    const ours = 'place' in on
    return this.#receive({
      kind: 'reaction',
      emoji,
      added,
      message: ours ? { channel: on.place, message: on.id } : { channel: 'sales', message: on.message },
      ...(ours ? {} : { author: idOf(on.by) }),
      ...this.#from(name, delivery),
    })
  }

  #from(name: string, delivery?: string) {
    return {
      platform: 'test',
      home: HOME,
      by: { id: idOf(name), name },
      at: this.clock.now(),
      delivery: delivery ?? `${this.#deliveryPrefix}${++this.#deliveries}`,
    }
  }
}

function never(name: string): never {
  throw new Error(`Nobody is called ${name} here.`)
}

/** In tests a person's id is made from the name, so that it can be read in failures. */
const idOf = (name: string) => `p-${name}`

async function found(database: Database, app: App, options: TeamOptions): Promise<void> {
  const now = app.clock.now()
  const { locale = 'zh-CN', zone = 'Asia/Shanghai', currency = 'CNY' } = options
  await database.write(async (tables) => {
    await addWorkspace(tables, { id: WORKSPACE, name: 'Acme', locale, zone, currency }, now)
    await addHome(tables, { platform: 'test', id: HOME, workspace: WORKSPACE, name: 'Acme' }, now)
    for (const name of PEOPLE) {
      const id = idOf(name)
      await tables
        .insertInto('person')
        .values({ workspace: WORKSPACE, id, name, locale: null, zone: null, created_at: now, left_on: null })
        .execute()
      await tables
        .insertInto('identity')
        .values({ platform: 'test', home: HOME, external_id: id, workspace: WORKSPACE, person: id })
        .execute()
    }
  })
  await app.writing(WORKSPACE, undefined, 'founding', async (scope) => {
    const company = await people.addTeam(scope, { name: '总公司' })
    await people.joinTeam(scope, company, idOf('陈总'), 'manager', '2020-01-01')
    for (const [name, manager, ...members] of TEAMS) {
      const team = await people.addTeam(scope, { name, parent: company })
      await people.joinTeam(scope, team, idOf(manager), 'manager', '2020-01-01')
      for (const member of members) await people.joinTeam(scope, team, idOf(member), 'member', '2020-01-01')
    }
    await people.grant(scope, idOf('赵敏'), 'admin')
    await people.grant(scope, idOf('孙会计'), 'finance')
    for (const purpose of ['sales', 'deals', 'retro'] as const)
      await people.setChannel(scope, { platform: 'test', home: HOME, purpose, externalId: purpose })
  })
}

const TEAMS: [team: string, manager: string, ...members: string[]][] = [
  ['销售一部', '王经理', '李雷', '韩梅梅', '张伟'],
  ['市场部', '周主管', '吴婷', '郑凯'],
]

const PEOPLE = ['陈总', '王经理', '李雷', '韩梅梅', '张伟', '周主管', '吴婷', '郑凯', '赵敏', '孙会计']

export function testClock(start: Instant) {
  let now = start
  return {
    now: () => now,
    moveTo: (instant: Instant) => {
      now = instant
    },
  }
}

/** A chat platform that keeps what it is given, once for each post. */
export function chatPlatform(clock: { now(): Instant }) {
  const posted: Posted[] = []
  const platform = {
    name: 'test',
    paceMs: 0,
    posted,
    async deliver(delivery: Delivery): Promise<Delivered> {
      const { to, view } = delivery
      const text = toText(view, delivery.locale)
      if ('update' in to) {
        const target = posted.find((post) => post.id === to.update.message)
        if (target) Object.assign(target, { view, text })
        return { outcome: 'sent', ...to.update }
      }
      const place =
        'channel' in to ? to.channel : 'user' in to ? to.user.replace(/^p-/, '') : to.thread.channel
      const message = `m${posted.length + 1}`
      posted.push({
        id: message,
        place,
        view,
        text,
        at: clock.now(),
        ...(delivery.subject ? { subject: delivery.subject } : {}),
        ...('thread' in to ? { thread: to.thread.message } : {}),
      })
      return { outcome: 'sent', channel: place, message }
    },
  } satisfies Platform & { posted: Posted[] }
  return platform
}

export function buttonsOf(view: View): Button[] {
  const within = (blocks: readonly Block[]): Button[] =>
    blocks.flatMap((block) =>
      block.kind === 'actions' ? block.buttons : block.kind === 'details' ? within(block.blocks) : [],
    )
  return within(view.blocks)
}

/** What a form sends when nothing in it is touched. */
function initialValues(form: Form): FormValues {
  const values: FormValues = {}
  for (const field of form.fields) {
    if (field.kind !== 'note' && field.initial !== undefined) values[field.name] = field.initial
  }
  return values
}
