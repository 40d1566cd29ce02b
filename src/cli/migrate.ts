import type { Terminal } from '../cli.ts'
import { readConfig } from '../config.ts'
import { openMigrated } from './opening.ts'

/** `drumbeat migrate` */
export async function migrateNow(terminal: Terminal): Promise<void> {
  const { database, applied } = await openMigrated(readConfig(terminal.env), terminal.cwd)
  await database.close()
  terminal.out(applied.length === 0 ? 'The database is up to date.' : `Applied ${applied.join(', ')}.`)
}
