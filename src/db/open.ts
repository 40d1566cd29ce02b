import { join } from 'node:path'
import type { Database } from './database.ts'
import { openSqlite } from './sqlite.ts'
import { DatabaseUnusable } from './unusable.ts'

/**
 * The database that the configuration names: PostgreSQL at a `postgres://` address, otherwise SQLite
 * at `<folder>/drumbeat.db`. Throws DatabaseUnusable when it cannot be used.
 */
export async function openDatabase(place: { url?: string; folder: string }): Promise<Database> {
  if (!place.url) return openSqlite(sqliteFile(place.folder))
  if (!/^postgres(ql)?:\/\//.test(place.url)) {
    throw new DatabaseUnusable('DATABASE_URL has to begin with postgres:// (leave it out to use SQLite).')
  }
  // Loaded only when it is used: a start on SQLite does without it.
  const { assertReachable, openPostgres } = await import('./postgres.ts')
  const database = openPostgres(place.url)
  try {
    await assertReachable(database, place.url)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

export function sqliteFile(folder: string): string {
  return join(folder, 'drumbeat.db')
}
