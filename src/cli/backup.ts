import { join, resolve } from 'node:path'
import { Misused, type Terminal } from '../cli.ts'
import { readConfig } from '../config.ts'
import { backup } from '../db/backup.ts'

/** `drumbeat backup FILE`: a consistent copy of the SQLite database, also while the bot runs. */
export async function backupTo(terminal: Terminal, file: string): Promise<void> {
  const config = readConfig(terminal.env)
  if (config.databaseUrl) throw new Misused('The database is PostgreSQL: use pg_dump to back it up.')
  const to = resolve(terminal.cwd, file)
  await backup(join(resolve(terminal.cwd, config.folder), 'drumbeat.db'), to)
  terminal.out(`Copied to ${to}.`)
}
