import type { Database } from '../../db/database.ts'
import type { Clock } from '../../kernel/time.ts'
import { type Coverage, coverageOn } from '../../kernel/workdays.ts'
import { type Backlog, backlogAt } from './backlog-store.ts'

/** A post that is this late means that nobody delivers any more, or that a platform has been gone for a while. */
const LATE_AFTER_MS = 15 * 60_000

/** A database that needs longer than this to count the backlog does not serve people any more. */
const PATIENCE_MS = 5_000

export interface Health {
  status: 'ok' | 'ailing'
  database: { ok: boolean; engine: string; ms: number }
  outbox?: Omit<Backlog, 'oldestDueAt'> & { ok: boolean; oldestLateSeconds: number }
  /** The clock that the app runs by, and how far it is ahead of the machine's: the playground's can be. */
  clock: { now: string; aheadSeconds: number }
  /** How far the public holidays are known; that they end makes nothing ail, but somebody should know. */
  calendar: Coverage | undefined
}

/** Asks the database, the outbox and the clock how they are. Contains nothing of anybody. */
export async function healthOf(database: Database, clock: Clock): Promise<Health> {
  const now = clock.now()
  const began = performance.now()
  const backlog = await withinPatience(backlogAt(database.reads, now))
  const ms = Math.round(performance.now() - began)
  const late = backlog?.oldestDueAt ? Date.parse(now) - Date.parse(backlog.oldestDueAt) : 0
  const onTime = late <= LATE_AFTER_MS
  return {
    status: backlog && onTime ? 'ok' : 'ailing',
    database: { ok: backlog !== undefined, engine: database.engine, ms },
    ...(backlog
      ? {
          outbox: {
            ok: onTime,
            waiting: backlog.waiting,
            overdue: backlog.overdue,
            failed: backlog.failed,
            oldestLateSeconds: Math.round(late / 1000),
          },
        }
      : {}),
    clock: { now, aheadSeconds: Math.round((Date.parse(now) - Date.now()) / 1000) },
    calendar: coverageOn('china', now.slice(0, 10)),
  }
}

async function withinPatience<T>(answer: Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS, undefined)
  })
  try {
    return await Promise.race([answer, tooLate])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}
