import type { Kysely } from 'kysely'
import type { Tables } from './tables.ts'

/**
 * One database, SQLite or PostgreSQL. Reads never wait for a writer; writes are whole transactions.
 * Inside `write` only store calls are awaited: on SQLite everyone else's write waits for it to end.
 */
export interface Database {
  readonly engine: 'sqlite' | 'postgres'
  /** Takes no lock and sees what has been committed. */
  readonly reads: Kysely<Tables>
  /**
   * Runs `work` in one durable transaction; what it throws rolls everything back.
   * Transactions of the same `queue` follow each other, in several processes too: what one of them has looked up
   * still holds when it writes. On SQLite all transactions do.
   */
  write<T>(work: (transaction: Kysely<Tables>) => Promise<T>, queue?: string): Promise<T>
  close(): Promise<void>
}
