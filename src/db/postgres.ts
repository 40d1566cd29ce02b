import { type Dialect, Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Database } from './database.ts'
import { ExactPostgresCompiler, exactInteger } from './exact.ts'
import { neverNested } from './nesting.ts'
import type { Tables } from './tables.ts'
import { codeOf, DatabaseUnusable } from './unusable.ts'

const CONNECTIONS = 8 // for each of reading and writing; a server allows 100 by default
const CONNECT_MS = 10_000
const ATTEMPTS = 6
const TURNS = 0x7475726e // "turn": the advisory locks of the queues
const TRY_AGAIN = ['40001', '40P01'] // serialization failure, deadlock

/** `BIGINT` and `NUMERIC`, which PostgreSQL's drivers return as texts: SUM(bigint) is a numeric. */
export const INTEGER_TYPES: readonly number[] = [20, 1700]

/**
 * A pool on a PostgreSQL server, `postgres://user:password@host/database`. It connects at the first query;
 * `assertReachable` says in one sentence when it cannot.
 *
 * Transactions are READ COMMITTED: `SET x = total.x + excluded.x` and `ON CONFLICT DO NOTHING` lock their row,
 * so that concurrent sums and claims come out right. Whatever looks first and then writes needs its queue.
 */
export function openPostgres(url: string): Database {
  // Pools of their own, so that reads don't wait behind writes that wait for each other.
  return overPostgres(new ExactDialect({ pool: pool(url) }), new ExactDialect({ pool: pool(url) }))
}

/** The database over any two PostgreSQL dialects, the second for writing. */
export function overPostgres(reading: Dialect, writing: Dialect): Database {
  const reads = new Kysely<Tables>({ dialect: reading })
  const writes = new Kysely<Tables>({ dialect: writing })
  const open = new Set<Promise<unknown>>()
  let closed = false
  const write = neverNested<Kysely<Tables>>(async (work, queue) => {
    if (closed) throw new Error('This database is closed.')
    const result = repeated(() =>
      writes.transaction().execute(async (transaction) => {
        if (queue !== undefined) await takeTurn(transaction, queue)
        return work(transaction)
      }),
    )
    open.add(result)
    return result.finally(() => open.delete(result))
  })
  return {
    engine: 'postgres',
    reads,
    write,
    async close() {
      if (closed) return
      closed = true
      await Promise.allSettled(open)
      await Promise.all([reads.destroy(), writes.destroy()])
    },
  }
}

/** Waits until no other transaction of this queue is open. Under READ COMMITTED, what is read from then on is current. */
async function takeTurn(transaction: Kysely<Tables>, queue: string): Promise<void> {
  await sql`SELECT pg_advisory_xact_lock(${sql.lit(TURNS)}, hashtext(${queue}))`.execute(transaction)
}

/** Runs a transaction again when the server ended it for the sake of another one. */
async function repeated<T>(transaction: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transaction()
    } catch (error) {
      if (attempt === ATTEMPTS || !TRY_AGAIN.includes(codeOf(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, attempt * 10 * Math.random()))
    }
  }
}

/** Throws DatabaseUnusable, with the server's own words and without the password, when it cannot be reached. */
export async function assertReachable(database: Database, url: string): Promise<void> {
  try {
    await sql`SELECT 1`.execute(database.reads)
  } catch (error) {
    const reason = error instanceof Error && error.message ? error.message : codeOf(error)
    throw new DatabaseUnusable(`The database ${withoutSecrets(url)} cannot be used: ${reason}.`, {
      cause: error,
    })
  }
}

/** Whose database and where; an address that is no URL is not shown at all, for a password may stand anywhere in it. */
function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return 'of DATABASE_URL'
  const { protocol, username, host, pathname } = new URL(address)
  const place = `${protocol}//${username}${username && '@'}${host}`
  return pathname.includes('@') ? place : place + pathname
}

class ExactDialect extends PostgresDialect {
  override createQueryCompiler() {
    return new ExactPostgresCompiler()
  }
}

function pool(url: string): pg.Pool {
  const connections = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_MS,
    types: { getTypeParser: exactTypeParser },
  })
  // An idle connection that the server ends is replaced by the pool; unheard, its error would end the process.
  connections.on('error', () => {})
  return connections
}

const exactTypeParser: typeof pg.types.getTypeParser = (type: number, format?: 'text' | 'binary') => {
  if (format !== 'binary' && INTEGER_TYPES.includes(type)) return exactInteger
  return pg.types.getTypeParser(type, format === 'binary' ? 'text' : format)
}
