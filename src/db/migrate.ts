import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Database } from './database.ts'
import type { Tables } from './tables.ts'
import { codeOf, DatabaseUnusable } from './unusable.ts'

type Migration = { name: string; checksum: string; statements: string[] }
type Applied = { name: string; checksum: string }

const LOCK = 0x6472756d // "drum": the advisory lock under which PostgreSQL is migrated

/**
 * Applies the numbered `.sql` files of `folder` that the database has not seen, each in one transaction,
 * and returns their names. One query when there is nothing to do; safe in several processes at once.
 * A file that was changed, or is missing, after it was applied is a DatabaseUnusable.
 */
export async function migrate(database: Database, folder: string): Promise<string[]> {
  const migrations = migrationsIn(folder)
  let missing = unapplied(migrations, await appliedBefore(database))
  const names: string[] = []
  while (missing.length > 0) {
    const name = await database.write((transaction) => applyNext(database.engine, transaction, migrations))
    if (name === undefined) break
    names.push(name)
    missing = missing.filter((migration) => migration.name > name)
  }
  return names
}

function migrationsIn(folder: string): Migration[] {
  const files = readdirSync(folder).filter((name) => /^\d{4}_.+\.sql$/.test(name))
  return files.sort().map((name) => {
    const text = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n')
    return { name, checksum: createHash('sha256').update(text).digest('hex'), statements: statementsOf(text) }
  })
}

/** Statements end with `;` at the end of a line. */
function statementsOf(text: string): string[] {
  const code = text.replaceAll(/^\s*--.*$/gm, '')
  return code
    .split(/;[ \t]*(?:\n|$)/)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '')
}

async function appliedBefore(database: Database): Promise<Applied[]> {
  try {
    return await appliedIn(database.reads)
  } catch (error) {
    if (isMissingTable(error)) return []
    throw error
  }
}

const UNDEFINED_TABLE = '42P01' // PostgreSQL; SQLite says it in words only

function isMissingTable(error: unknown): boolean {
  return codeOf(error) === UNDEFINED_TABLE || (error instanceof Error && /^no such table/.test(error.message))
}

async function appliedIn(kysely: Kysely<Tables>): Promise<Applied[]> {
  const { rows } = await sql<Applied>`SELECT name, checksum FROM migration ORDER BY name`.execute(kysely)
  return rows
}

/** What is still to be applied; throws where the database has seen something else than these files. */
function unapplied(migrations: readonly Migration[], applied: readonly Applied[]): Migration[] {
  applied.forEach(({ name, checksum }, index) => {
    const migration = migrations[index]
    if (migration?.name === name && migration.checksum === checksum) return
    if (migration?.name === name) {
      throw new DatabaseUnusable(`The migration ${name} was changed after this database had applied it.`)
    }
    throw new DatabaseUnusable(
      migrations.some((known) => known.name === name)
        ? `The migration ${migration?.name} was added before ${name}, which this database has already applied.`
        : `This database has the migration ${name}, which this version of Drumbeat does not know: use a newer one.`,
    )
  })
  return migrations.slice(applied.length)
}

async function applyNext(
  engine: Database['engine'],
  transaction: Kysely<Tables>,
  migrations: readonly Migration[],
): Promise<string | undefined> {
  if (engine === 'postgres') await sql`SELECT pg_advisory_xact_lock(${LOCK})`.execute(transaction)
  await sql`CREATE TABLE IF NOT EXISTS migration (
    name TEXT PRIMARY KEY, checksum TEXT NOT NULL, applied_at TEXT NOT NULL
  )`.execute(transaction)
  const next = unapplied(migrations, await appliedIn(transaction))[0]
  if (!next) return undefined
  for (const statement of next.statements) await sql.raw(statement).execute(transaction)
  await sql`INSERT INTO migration (name, checksum, applied_at)
    VALUES (${next.name}, ${next.checksum}, ${new Date().toISOString()})`.execute(transaction)
  return next.name
}
