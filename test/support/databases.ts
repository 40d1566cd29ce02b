import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openSqlite } from '../../src/db/sqlite.ts'

/** The product's own migrations. */
export const MIGRATIONS = join(import.meta.dirname, '../../migrations')

/** One way of running the product's database, for suites that must hold on every engine. */
export type Engine = {
  name: string
  /** A migrated database of its own, removed when it is closed or the test file ends. */
  open(): Promise<Database>
  /** The same, opened twice, as two processes would: what one commits the other sees. */
  openTwice(): Promise<[Database, Database]>
}

const sqlite: Engine = {
  name: 'SQLite',
  open: async () => openSqlite(await freshFile()),
  openTwice: async () => {
    const file = await freshFile()
    return [openSqlite(file), openSqlite(file)]
  },
}

export const engines: readonly Engine[] = [sqlite]

/** The quick default for tests: a migrated SQLite database in a file of its own. */
export async function sqliteDatabase(): Promise<Database> {
  return closedInTheEnd(await sqlite.open())
}

/** A temporary folder that is removed when the test file ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'drumbeat-test-'))
  folders.push(folder)
  return folder
}

const folders: string[] = []
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
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})
