import type { Database } from '../db/database.ts'
import { TooLarge } from '../db/exact.ts'
import { say } from '../view/view.ts'
import { admit } from './admission.ts'
import { dateAt } from './calendar.ts'
import {
  allWorkspaces,
  hasAdmin,
  identitiesOf,
  loadPerson,
  personOfIdentity,
  workspaceById,
  workspaceOfHome,
} from './directory-store.ts'
import type { Event, MessageAddress, Outcome } from './event.ts'
import type { Feature } from './feature.ts'
import { createManners } from './manners.ts'
import { createOutbox } from './outbox.ts'
import { postOfMessage } from './outbox-store.ts'
import type { Platform } from './platform.ts'
import { createReceiver, type Sender } from './receive.ts'
import type { Scope, Workspace, WriteScope } from './scope.ts'
import { type OnProgress, readScope, writeScope } from './scopes.ts'
import { texts } from './texts.ts'
import { createTicks } from './ticks.ts'
import type { Clock, Instant } from './time.ts'

export interface AppOptions {
  database: Database
  features: readonly Feature[]
  clock: Clock
  /** External ids of people who are admins wherever they appear. */
  admins?: readonly string[]
  /** Where browsers reach the web pages, once that is known. */
  address?: () => string | undefined
  /** Told of what went wrong on our side: what was being done, and the error. */
  onFailure?: (what: string, error: unknown) => void
}

export interface App {
  readonly features: readonly Feature[]
  readonly clock: Clock
  /**
   * Carries out what a person did and gives what goes back in the acknowledgement. Throws nothing expected. Long work
   * tells how far it is on its way.
   */
  receive(event: Event, onProgress?: OnProgress): Promise<Outcome>
  /** The same for a person whom we know already, whatever the event says of them: the command line. */
  receiveAs(workspace: string, person: string, event: Event, onProgress?: OnProgress): Promise<Outcome>
  /** Runs what is due now. */
  tick(): Promise<void>
  /** Delivers what waits in the outbox. */
  deliverDue(): Promise<void>
  /** The next moment after now at which something is due. */
  nextDue(): Promise<Instant | undefined>
  connect(platform: Platform): void
  /** Calls back after each commit that may have changed a workspace. Gives the way to stop it. */
  onChange(listener: (workspace: string) => void): () => void
  /** Calls back after each event that was answered. Gives the way to stop it. */
  onAnswered(listener: (event: Event) => void): () => void
  workspaces(): Promise<Workspace[]>
  /** A scope to read in; `person` acts in it when given. */
  reading(workspace: string, person?: string): Promise<Scope>
  /** One transaction outside any event: setting up a demo, an import, a command line. */
  writing<T>(
    workspace: string,
    person: string | undefined,
    origin: string,
    work: (scope: WriteScope) => Promise<T>,
  ): Promise<T>
  /** The platform's ids of people, by person id. */
  identities(platform: string, home: string, people: readonly string[]): Promise<Map<string, string>>
  personOf(platform: string, home: string, externalId: string): Promise<string | undefined>
  /** Whether a message is one of the outbox's whose address is stored. */
  knowsMessage(platform: string, home: string, message: MessageAddress): Promise<boolean>
  /** Whether a home is new, or nobody in its workspace is an admin yet. */
  lacksAdmin(platform: string, home: string): Promise<boolean>
  close(): Promise<void>
}

/** The whole product behind one door: every platform, the playground, the command line and the tests enter here. */
export function createApp(options: AppOptions): App {
  const { database, features, clock } = options
  const onFailure = options.onFailure ?? (() => {})
  const listeners = new Set<(workspace: string) => void>()
  const answeredListeners = new Set<(event: Event) => void>()
  const ticks = createTicks(database, features, clock, onFailure)
  const manners = createManners(features)
  const outbox = createOutbox(database, clock, manners)
  const changed = (workspace: string) => {
    for (const listener of listeners) listener(workspace)
  }

  const receiver = createReceiver(database, features, manners, changed)

  return {
    features,
    clock,
    async receive(event, onProgress) {
      const now = clock.now()
      return carryOut(event, {
        ...(await admit(database, event, now, options.admins ?? [])),
        now,
        address: options.address?.(),
        onProgress,
      })
    },
    async receiveAs(id, personId, event, onProgress) {
      const now = clock.now()
      const workspace = await existing(id)
      const person = await loadPerson(database.reads, workspace, personId, dateAt(now, workspace.zone))
      if (!person) throw new Error(`There is no person ${personId} in ${id}.`)
      return carryOut(event, { workspace, person, now, address: options.address?.(), onProgress })
    },
    async tick() {
      for (const workspace of await ticks.tick()) changed(workspace)
    },
    deliverDue: () => outbox.deliverDue(),
    async nextDue() {
      const moments = [await ticks.nextDue(), await outbox.nextDue()]
      return moments.filter((moment) => moment !== undefined).sort()[0]
    },
    connect: (platform) => outbox.connect(platform),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onAnswered(listener) {
      answeredListeners.add(listener)
      return () => answeredListeners.delete(listener)
    },
    workspaces: () => allWorkspaces(database.reads),
    async reading(id, personId) {
      const now = clock.now()
      const workspace = await existing(id)
      const person = personId
        ? await loadPerson(database.reads, workspace, personId, dateAt(now, workspace.zone))
        : undefined
      return readScope(database.reads, { workspace, person, now, origin: 'read' })
    },
    async writing(id, personId, origin, work) {
      const now = clock.now()
      const result = await database.write(async (tables) => {
        const workspace = (await workspaceById(tables, id)) ?? (await existing(id))
        const person = personId
          ? await loadPerson(tables, workspace, personId, dateAt(now, workspace.zone))
          : undefined
        return work(writeScope(tables, { workspace, person, now, origin }))
      }, id)
      changed(id)
      return result
    },
    identities: (platform, home, people) => identitiesOf(database.reads, platform, home, people),
    personOf: (platform, home, externalId) => personOfIdentity(database.reads, platform, home, externalId),
    async knowsMessage(platform, home, message) {
      const workspace = await workspaceOfHome(database.reads, platform, home)
      if (!workspace) return false
      return (await postOfMessage(database.reads, workspace.id, platform, home, message)) !== undefined
    },
    async lacksAdmin(platform, home) {
      const workspace = await workspaceOfHome(database.reads, platform, home)
      return !workspace || !(await hasAdmin(database.reads, workspace.id))
    },
    close: () => outbox.close(),
  }

  async function carryOut(event: Event, sender: Sender): Promise<Outcome> {
    try {
      const outcome = await receiver(event, sender)
      for (const listener of answeredListeners) listener(event)
      return { ...outcome, locale: sender.person.locale }
    } catch (error) {
      if (error instanceof TooLarge)
        return { view: say(texts[sender.person.locale].tooLarge), locale: sender.person.locale }
      onFailure(event.kind, error)
      if (event.kind === 'reaction') throw error
      return { view: say(texts[sender.person.locale].failed), locale: sender.person.locale }
    }
  }

  async function existing(id: string): Promise<Workspace> {
    const workspace = await workspaceById(database.reads, id)
    if (!workspace) throw new Error(`There is no workspace ${id}.`)
    return workspace
  }
}
