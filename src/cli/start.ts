import type { Terminal } from '../cli.ts'
import { readConfig } from '../config.ts'
import { serve } from '../serve.ts'
import { openMigrated } from './opening.ts'

/** `drumbeat start`: runs until it is asked to end, then answers what came in and closes the database. */
export async function start(terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env)
  const { database } = await openMigrated(config, terminal.cwd)
  try {
    const service = await serve(config, database, terminal.err)
    terminal.out(service.ready)
    await terminal.untilStopped()
    await service.stop()
  } finally {
    await database.close()
  }
}
