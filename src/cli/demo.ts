import type { Terminal } from '../cli.ts'
import { ensureDemo } from '../demo/ensure-demo.ts'
import { openPlaygroundClock } from '../platforms/web/playground/clock.ts'
import { withApp } from './opening.ts'

/** `drumbeat demo` */
export function demo(terminal: Terminal): Promise<void> {
  return withApp(
    terminal,
    async (app, database) => {
      const made = await ensureDemo(app, database)
      terminal.out(
        made ? 'The demo workspace is ready: drumbeat start' : 'The demo workspace is there already.',
      )
    },
    { clockOf: openPlaygroundClock },
  )
}
