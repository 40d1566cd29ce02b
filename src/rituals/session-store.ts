import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import type { View } from '../view/view.ts'

/** A retro or calibration that goes on, or has been. */
export interface Session {
  ritual: string
  occurrence: Period
  /** The posts that open its thread, one for each home. */
  threads: string[]
  openedAt: Instant
  closesAt: Instant
  closedAt: Instant | undefined
}

export async function addSession(scope: WriteScope, session: Omit<Session, 'closedAt'>): Promise<void> {
  await rowsOf(scope)
    .insertInto('session')
    .values({
      workspace: scope.workspace.id,
      ritual: session.ritual,
      occurrence: session.occurrence,
      threads: JSON.stringify(session.threads),
      opened_at: session.openedAt,
      closes_at: session.closesAt,
      closed_at: null,
    })
    .execute()
}

export async function sessionOf(
  scope: Scope,
  ritual: string,
  occurrence: Period,
): Promise<Session | undefined> {
  const row = await sessions(scope)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .executeTakeFirst()
  return row && asSession(row)
}

/** The sessions of these rituals, the latest first. */
export async function latestSessions(
  scope: Scope,
  rituals: readonly string[],
  limit = 10,
): Promise<Session[]> {
  if (rituals.length === 0) return []
  const rows = await sessions(scope)
    .where('ritual', 'in', [...rituals])
    .orderBy('opened_at', 'desc')
    .orderBy('occurrence', 'desc')
    .limit(limit)
    .execute()
  return rows.map(asSession)
}

/** The session, open or closed; neither can change before this transaction has ended. */
export async function holdSession(
  scope: WriteScope,
  ritual: string,
  occurrence: Period,
): Promise<Session | undefined> {
  const row = await rowsOf(scope)
    .updateTable('session')
    .set((session) => ({ closes_at: session.ref('closes_at') }))
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .returningAll()
    .executeTakeFirst()
  return row && asSession(row)
}

/** The session, if it still goes on; it cannot close before this transaction has ended. */
export async function holdOpen(
  scope: WriteScope,
  ritual: string,
  occurrence: Period,
): Promise<Session | undefined> {
  const row = await rowsOf(scope)
    .updateTable('session')
    .set((session) => ({ closes_at: session.ref('closes_at') }))
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .where('closed_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row && asSession(row)
}

/** Ends a session. Gives it, or undefined where it has ended before. */
export async function closeSession(
  scope: WriteScope,
  ritual: string,
  occurrence: Period,
): Promise<Session | undefined> {
  const row = await rowsOf(scope)
    .updateTable('session')
    .set({ closed_at: scope.now })
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .where('closed_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row && asSession(row)
}

/** Writes into a session's thread, in every home that has it. Gives the posts. */
export async function postInThread(
  scope: WriteScope,
  session: Pick<Session, 'threads'>,
  view: View,
  subject?: string,
): Promise<string[]> {
  const posts: string[] = []
  for (const thread of session.threads) {
    posts.push(...(await scope.post({ to: { thread }, view, ...(subject ? { subject } : {}) })))
  }
  return posts
}

const sessions = (scope: Scope) =>
  rowsOf(scope).selectFrom('session').selectAll().where('workspace', '=', scope.workspace.id)

function asSession(row: Selectable<Tables['session']>): Session {
  return {
    ritual: row.ritual,
    occurrence: row.occurrence,
    threads: JSON.parse(row.threads),
    openedAt: row.opened_at,
    closesAt: row.closes_at,
    closedAt: row.closed_at ?? undefined,
  }
}
