import type { Database } from '../db/database.ts'
import { forgetOldAnswers } from './answered-store.ts'
import { allWorkspaces } from './directory-store.ts'
import type { Feature } from './feature.ts'
import { readScope, writeScope } from './scopes.ts'
import type { Clock, Instant } from './time.ts'

export interface Ticks {
  /** Runs every job that is due now, in order of time. Gives the workspaces that something ran in. */
  tick(): Promise<Set<string>>
  /** The first moment after now at which a job will be due. */
  nextDue(): Promise<Instant | undefined>
}

/** Work by the clock. A job that fails is reported and tried again at the next tick; the others go on. */
export function createTicks(
  database: Database,
  features: readonly Feature[],
  clock: Clock,
  onFailure: (job: string, error: unknown) => void,
): Ticks {
  const tickers = features.flatMap((feature) => feature.tickers ?? [])

  return {
    async tick() {
      const now = clock.now()
      const touched = new Set<string>()
      for (const workspace of await allWorkspaces(database.reads)) {
        const circumstances = { workspace, now, origin: `tick ${now}` }
        const scope = readScope(database.reads, circumstances)
        const due = await Promise.all(tickers.map((ticker) => ticker.due(scope)))
        for (const job of due.flat().sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
          try {
            await database.write((tables) => job.run(writeScope(tables, circumstances)), workspace.id)
            touched.add(workspace.id)
          } catch (error) {
            onFailure(job.name, error)
          }
        }
      }
      await database.write((tables) => forgetOldAnswers(tables, now))
      return touched
    },

    async nextDue() {
      const now = clock.now()
      const found: Instant[] = []
      for (const workspace of await allWorkspaces(database.reads)) {
        const scope = readScope(database.reads, { workspace, now, origin: `tick ${now}` })
        for (const ticker of tickers) {
          const next = await ticker.next(scope)
          if (next) found.push(next)
        }
      }
      return found.sort()[0]
    },
  }
}
