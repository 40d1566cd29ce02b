import type { Terminal } from '../cli.ts'
import { readConfig } from '../config.ts'
import { openDoor } from '../platforms/web/door.ts'

/**
 * `drumbeat start`: runs until it is asked to end, then answers what came in and closes the database. The port is open
 * before everything else is loaded: what comes in during a restart waits for its answer.
 */
export async function start(terminal: Terminal): Promise<void> {
  const config = readConfig(terminal.env)
  const door = await openDoor({
    host: config.host ?? (config.slack ? '0.0.0.0' : '127.0.0.1'),
    port: config.port,
  })
  try {
    const [{ openMigrated }, { serve }] = await Promise.all([import('./opening.ts'), import('../serve.ts')])
    const { database } = await openMigrated(config, terminal.cwd)
    try {
      const service = await serve(config, database, door, terminal.err)
      terminal.out(service.ready)
      await terminal.untilStopped()
      await service.stop()
    } finally {
      await database.close()
    }
  } finally {
    await door.close()
  }
}
