import { existsSync, linkSync, mkdirSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { DatabaseUnusable, explained } from './unusable.ts'

/**
 * Copies a SQLite database as it is at this moment, while others go on using it. `to` appears only when it
 * is complete; a file that is there already is never overwritten. Throws DatabaseUnusable otherwise.
 */
export async function backup(path: string, to: string): Promise<void> {
  if (!existsSync(path)) throw new DatabaseUnusable(`The database ${path} does not exist.`)
  refuseExisting(to)
  const partial = `${to}.partial-${process.pid}`
  try {
    mkdirSync(dirname(to), { recursive: true })
    await copy(path, partial)
    linkSync(partial, to)
  } catch (error) {
    refuseExisting(to)
    throw explained(error, path)
  } finally {
    rmSync(partial, { force: true })
  }
}

async function copy(path: string, to: string): Promise<void> {
  const source = new Sqlite(path, { readonly: true })
  try {
    // A read transaction holds one moment: otherwise every write by someone else starts the copy again.
    source.exec('BEGIN')
    source.prepare('SELECT count(*) FROM sqlite_schema').get()
    await source.backup(to)
  } finally {
    source.close()
  }
}

function refuseExisting(to: string) {
  if (existsSync(to)) throw new DatabaseUnusable(`${to} exists already: name a new file for the backup.`)
}
