import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openPostgres } from '../../src/db/postgres.ts'
import { openSqlite } from '../../src/db/sqlite.ts'
import { closePglite, openPglite } from './pglite.ts'

/** The product's own migrations. */
export const MIGRATIONS = join(import.meta.dirname, '../../migrations')

/** One way of running the product's database, for suites that must hold on every engine. */
export type Engine = {
  name: string
  /** PGlite has one session only: there reads wait for an open transaction. */
  readsDuringWrites: boolean
  /** A migrated database of its own, closed and removed when the test file ends. */
  open(): Promise<Database>
  /** The same, opened twice, as two processes would: what one commits the other sees. */
  openTwice(): Promise<[Database, Database]>
  /** The same without any table. */
  openTwiceEmpty(): Promise<[Database, Database]>
}

const sqlite: Engine = {
  name: 'SQLite',
  readsDuringWrites: true,
  async open() {
    return closedInTheEnd(openSqlite(await freshFile()))
  },
  async openTwice() {
    const file = await freshFile()
    return [closedInTheEnd(openSqlite(file)), closedInTheEnd(openSqlite(file))]
  },
  async openTwiceEmpty() {
    const file = join(temporaryFolder(), 'drumbeat.db')
    return [closedInTheEnd(openSqlite(file)), closedInTheEnd(openSqlite(file))]
  },
}

const pglite = postgresEngine('PGlite', false, async () => {
  const schema = freshSchema()
  return () => openPglite(schema)
})

/** Every engine there is to run on: PostgreSQL's server only where `DATABASE_TEST_URL` names one. */
export const engines: readonly Engine[] = [sqlite, pglite, ...servers()]

function servers(): Engine[] {
  const url = process.env.DATABASE_TEST_URL
  return url ? [postgresEngine('PostgreSQL server', true, () => schemaOn(url))] : []
}

/** `place` makes room for one database and resolves to what opens it. */
function postgresEngine(
  name: string,
  readsDuringWrites: boolean,
  place: () => Promise<() => Database>,
): Engine {
  const migrated = async () => {
    const open = await place()
    const database = closedInTheEnd(open())
    await migrate(database, MIGRATIONS)
    return { database, open }
  }
  return {
    name,
    readsDuringWrites,
    async open() {
      return (await migrated()).database
    },
    async openTwice() {
      const { database, open } = await migrated()
      return [database, closedInTheEnd(open())]
    },
    async openTwiceEmpty() {
      const open = await place()
      return [closedInTheEnd(open()), closedInTheEnd(open())]
    },
  }
}

async function schemaOn(url: string): Promise<() => Database> {
  const schema = freshSchema()
  await onServer(url, `CREATE SCHEMA ${schema}`)
  schemas.push(() => onServer(url, `DROP SCHEMA ${schema} CASCADE`))
  const separator = url.includes('?') ? '&' : '?'
  return () => openPostgres(`${url}${separator}options=-c%20search_path%3D${schema}`)
}

async function onServer(url: string, statement: string): Promise<void> {
  const database = openPostgres(url)
  await sql.raw(statement).execute(database.reads)
  await database.close()
}

function freshSchema(): string {
  return `test_${randomUUID().replaceAll('-', '')}`
}

/** The quick default for tests: a migrated SQLite database in a file of its own. */
export function sqliteDatabase(): Promise<Database> {
  return sqlite.open()
}

/** A temporary folder that is removed when the test file ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drumbeat-test-'))
  folders.push(folder)
  return folder
}

const folders: string[] = []
const schemas: (() => Promise<void>)[] = []
const opened: Database[] = []

function closedInTheEnd(database: Database): Database {
  opened.push(database)
  return database
}

let template: Promise<string> | undefined

/** Migrating takes a dozen synced transactions: it is done once for each test file and then copied. */
async function freshFile(): Promise<string> {
  template ??= migratedTemplate()
  const file = join(temporaryFolder(), 'drumbeat.db')
  copyFileSync(await template, file)
  return file
}

async function migratedTemplate(): Promise<string> {
  const file = join(temporaryFolder(), 'template.db')
  const database = openSqlite(file)
  await migrate(database, MIGRATIONS)
  await database.close()
  return file
}

afterAll(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()))
  await Promise.all(schemas.splice(0).map((drop) => drop()))
  await closePglite()
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
