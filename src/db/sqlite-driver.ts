import type BetterSqlite3 from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
} from 'kysely'
import { ExactSqliteCompiler } from './exact.ts'
import type { Fifo } from './fifo.ts'
import { noteCommit, RememberedReads } from './remembered-reads.ts'
import { Statements } from './sqlite-statements.ts'
import { codeOf, explained } from './unusable.ts'

const BUSY_TIMEOUT_MS = 5000
const LOCK_WAIT_MS = 60_000 // longer than a big import by another process holds the lock

/** Kysely over one better-sqlite3 connection. With a `queue` it writes, one transaction after the other; without one it reads. */
export function sqliteDialect(sqlite: BetterSqlite3.Database, queue?: Fifo): Dialect {
  const parts = {
    createQueryCompiler: () => new ExactSqliteCompiler(),
    createIntrospector: (kysely: Kysely<unknown>) => new SqliteIntrospector(kysely),
  }
  if (queue)
    return { ...parts, createDriver: () => new Writer(sqlite, queue), createAdapter: () => new FreeAdapter() }
  const connection = new Connection(sqlite, new Statements(sqlite), new RememberedReads(sqlite))
  return {
    ...parts,
    createDriver: () => new Reader(connection),
    createAdapter: () => new ReadAdapter(connection),
  }
}

/** The stock adapter puts a mutex before every query, reads included. */
class FreeAdapter extends SqliteAdapter {
  override get supportsMultipleConnections() {
    return true
  }
}

/** A read connection answers at once: who has a compiled query need not take the long way through Kysely. */
export class ReadAdapter extends FreeAdapter {
  readonly #connection: Connection

  constructor(connection: Connection) {
    super()
    this.#connection = connection
  }

  /** Frozen: the same list goes to whoever asks the same before the next commit. */
  rows<Row>(sql: string, parameters: readonly unknown[]): readonly Row[] {
    return this.#connection.rows<Row>(sql, parameters)
  }
}

class Reader implements Driver {
  readonly #connection: Connection

  constructor(connection: Connection) {
    this.#connection = connection
  }

  async init() {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }
  async releaseConnection() {}
  async beginTransaction(): Promise<never> {
    throw new Error('The read connection opens no transactions: use Database.write.')
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async destroy() {
    this.#connection.close()
  }
}

class Writer implements Driver {
  readonly #queue: Fifo
  readonly #leave = new WeakMap<DatabaseConnection, () => void>()
  readonly #sqlite: BetterSqlite3.Database
  readonly #statements: Statements

  constructor(sqlite: BetterSqlite3.Database, queue: Fifo) {
    this.#queue = queue
    this.#sqlite = sqlite
    this.#statements = new Statements(sqlite)
  }

  async init() {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const leave = await this.#queue.enter()
    const connection = new Connection(this.#sqlite, this.#statements)
    this.#leave.set(connection, leave)
    return connection
  }

  async releaseConnection(connection: DatabaseConnection) {
    this.#leave.get(connection)?.()
  }

  async beginTransaction() {
    const until = performance.now() + LOCK_WAIT_MS
    for (let pauseMs = 1; !this.#begun(until); pauseMs = Math.min(pauseMs * 2, 20)) {
      await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random() / 2)))
    }
  }

  /**
   * Takes the write lock, or says that another connection has it. SQLite's own waiting would stop the
   * whole event loop, and with it the transaction that it waits for when that one is in this process.
   */
  #begun(until: number): boolean {
    const usual = `PRAGMA busy_timeout = ${BUSY_TIMEOUT_MS}`
    try {
      this.#sqlite.exec(`PRAGMA busy_timeout = 0; BEGIN IMMEDIATE; ${usual}`)
      return true
    } catch (error) {
      this.#sqlite.exec(usual)
      if (codeOf(error).startsWith('SQLITE_BUSY') && performance.now() < until) return false
      throw explained(error, this.#sqlite.name)
    }
  }

  async commitTransaction(connection: DatabaseConnection) {
    if (connection instanceof Connection) connection.assertWhole()
    this.#run('COMMIT')
    noteCommit()
  }

  async rollbackTransaction() {
    // A full disk makes SQLite roll back by itself.
    if (this.#sqlite.inTransaction) this.#run('ROLLBACK')
  }

  #run(statement: string) {
    try {
      this.#sqlite.exec(statement)
    } catch (error) {
      throw explained(error, this.#sqlite.name)
    }
  }

  async destroy() {}
}

class Connection implements DatabaseConnection {
  readonly #sqlite: BetterSqlite3.Database
  readonly #statements: Statements
  readonly #remembered: RememberedReads | undefined
  #failure: unknown
  #closed = false

  constructor(sqlite: BetterSqlite3.Database, statements: Statements, remembered?: RememberedReads) {
    this.#sqlite = sqlite
    this.#statements = statements
    this.#remembered = remembered
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    // Whoever asks through Kysely may do with the list what they like.
    if (this.#remembered) return { rows: [...this.rows<Row>(sql, parameters)] }
    return this.#attempt(() => this.#statements.get(sql).execute<Row>(parameters))
  }

  /** The rows of a read connection's answer; frozen. */
  rows<Row>(sql: string, parameters: readonly unknown[]): readonly Row[] {
    const read = () => this.#statements.get(sql).execute<Row>(parameters)
    return this.#attempt(() => this.#remembered?.answer(sql, parameters, read) ?? read().rows)
  }

  #attempt<Result>(work: () => Result): Result {
    this.assertWhole()
    if (this.#closed) throw new Error('This database is closed.')
    try {
      return work()
    } catch (error) {
      if (this.#sqlite.readonly === false) this.#failure = error
      throw explained(error, this.#sqlite.name)
    }
  }

  /** Nothing is answered any more, not even from memory. */
  close() {
    this.#closed = true
  }

  /** PostgreSQL accepts nothing more in a transaction after an error; SQLite is held to the same. */
  assertWhole() {
    if (this.#failure === undefined) return
    throw new Error('This transaction failed before and can only be rolled back.', { cause: this.#failure })
  }

  streamQuery(): never {
    throw new Error('Rows are not streamed: read them in pages by key.')
  }
}
