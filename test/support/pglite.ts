import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  type QueryResult,
} from 'kysely'
import type { Database } from '../../src/db/database.ts'
import { ExactPostgresCompiler, exactInteger } from '../../src/db/exact.ts'
import { Fifo } from '../../src/db/fifo.ts'
import { INTEGER_TYPES, overPostgres } from '../../src/db/postgres.ts'

/**
 * PostgreSQL inside this process: one instance for each test file, a schema for each database.
 * It has a single session, so reads wait for an open transaction here, and only here.
 */
export function openPglite(schema: string): Database {
  return overPostgres(dialect(schema), dialect(schema))
}

export async function closePglite(): Promise<void> {
  await (await instance)?.close()
  instance = undefined
}

let instance: Promise<PGlite> | undefined
let currentSchema = ''
const session = new Fifo()

function dialect(schema: string): Dialect {
  return {
    createDriver: () => new PgliteDriver(schema),
    createQueryCompiler: () => new ExactPostgresCompiler(),
    createAdapter: () => new PostgresAdapter(),
    createIntrospector: (kysely) => new PostgresIntrospector(kysely),
  }
}

class PgliteDriver implements Driver {
  readonly #schema: string
  readonly #leave = new WeakMap<DatabaseConnection, () => void>()

  constructor(schema: string) {
    this.#schema = schema
  }

  async init() {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const leave = await session.enter()
    const pglite = await started()
    if (currentSchema !== this.#schema) {
      await pglite.exec(`CREATE SCHEMA IF NOT EXISTS ${this.#schema}; SET search_path TO ${this.#schema}`)
      currentSchema = this.#schema
    }
    const connection = new PgliteConnection(pglite)
    this.#leave.set(connection, leave)
    return connection
  }

  async releaseConnection(connection: DatabaseConnection) {
    this.#leave.get(connection)?.()
  }

  async beginTransaction() {
    await (await started()).exec('BEGIN')
  }

  async commitTransaction(connection: DatabaseConnection) {
    // PostgreSQL answers the COMMIT of a failed transaction by rolling it back, without an error.
    if (connection instanceof PgliteConnection && connection.failed) {
      throw new Error('This transaction failed before and can only be rolled back.')
    }
    await (await started()).exec('COMMIT')
  }

  async rollbackTransaction() {
    await (await started()).exec('ROLLBACK')
  }

  async destroy() {}
}

class PgliteConnection implements DatabaseConnection {
  failed = false
  readonly #pglite: PGlite

  constructor(pglite: PGlite) {
    this.#pglite = pglite
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    try {
      const result = await this.#pglite.query<Row>(query.sql, [...query.parameters], { parsers: PARSERS })
      return { rows: result.rows, numAffectedRows: BigInt(result.affectedRows ?? 0) }
    } catch (error) {
      this.failed = true
      throw error
    }
  }

  streamQuery(): never {
    throw new Error('Rows are not streamed: read them in pages by key.')
  }
}

const PARSERS = Object.fromEntries(INTEGER_TYPES.map((type) => [type, exactInteger]))

function started(): Promise<PGlite> {
  instance ??= start()
  return instance
}

/** Making an empty cluster takes seconds, loading a made one less than one: it is kept between runs. */
async function start(): Promise<PGlite> {
  currentSchema = ''
  const kept = keptCluster()
  if (existsSync(kept)) {
    return PGlite.create({
      loadDataDir: new Blob([readFileSync(kept)], { type: 'application/x-tar' }),
    })
  }
  const pglite = await PGlite.create()
  const cluster = await pglite.dumpDataDir('none')
  mkdirSync(dirname(kept), { recursive: true })
  const partial = `${kept}.${process.pid}`
  writeFileSync(partial, Buffer.from(await cluster.arrayBuffer()))
  renameSync(partial, kept)
  return pglite
}

function keptCluster(): string {
  const modules = join(import.meta.dirname, '../../node_modules')
  const { version } = JSON.parse(readFileSync(join(modules, '@electric-sql/pglite/package.json'), 'utf8'))
  return join(modules, `.cache/drumbeat/pglite-${version}.tar`)
}
