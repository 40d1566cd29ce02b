import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { Kysely } from 'kysely'
import type { Database } from './database.ts'
import { Fifo } from './fifo.ts'
import { neverNested } from './nesting.ts'
import { sqliteDialect } from './sqlite-driver.ts'
import type { Tables } from './tables.ts'
import { explained } from './unusable.ts'

const WAIT_FOR_OTHERS_MS = 5000

/**
 * Opens a database file, and makes it and its folder where they are missing (unless `readonly`).
 * Throws DatabaseUnusable, with the file untouched, where that cannot be done.
 */
export function openSqlite(path: string, options: { readonly?: boolean } = {}): Database {
  const connections: Sqlite.Database[] = []
  try {
    if (!options.readonly) {
      mkdirSync(dirname(path), { recursive: true })
      connections.push(connect(path, false))
    }
    connections.push(connect(path, true))
  } catch (error) {
    for (const connection of connections) connection.close()
    throw explained(error, path)
  }
  const [first, second] = connections
  return assembled(second ? first : undefined, (second ?? first) as Sqlite.Database)
}

function connect(path: string, readonly: boolean): Sqlite.Database {
  const sqlite = new Sqlite(path, { readonly, timeout: WAIT_FOR_OTHERS_MS })
  try {
    // Reading the schema first: a file that is something else is recognised before anything is written to it.
    sqlite.pragma('schema_version')
    if (!readonly) sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('foreign_keys = ON')
    // better-sqlite3 falls back to NORMAL in WAL mode, and a power cut would then take committed deals along.
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma(`busy_timeout = ${WAIT_FOR_OTHERS_MS}`)
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

function assembled(writer: Sqlite.Database | undefined, reader: Sqlite.Database): Database {
  const queue = new Fifo()
  const reads = new Kysely<Tables>({ dialect: sqliteDialect(reader) })
  const writes = writer && new Kysely<Tables>({ dialect: sqliteDialect(writer, queue) })
  let closed = false
  const write = neverNested<Kysely<Tables>>(async (work) => {
    if (!writes) throw new Error('This database was opened for reading only.')
    if (closed) throw new Error('This database is closed.')
    return writes.transaction().execute(work)
  })
  return {
    engine: 'sqlite',
    reads,
    write,
    async close() {
      if (closed) return
      closed = true
      await queue.enter()
      await reads.destroy()
      reader.close()
      writer?.close()
    },
  }
}
