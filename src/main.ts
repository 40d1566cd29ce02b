import module from 'node:module'
import { runCommandLine, type Terminal } from './cli.ts'

/** Runs one command line; the only place that touches the process. */
export async function main(): Promise<void> {
  const terminal: Terminal = {
    env: process.env,
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    interactive: process.stdout.isTTY === true,
    untilStopped,
  }
  process.exitCode = await runCommandLine(process.argv.slice(2), terminal)
  module.flushCompileCache?.()
}

/** Resolves when the process is asked to end; a second request ends it at once. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1))
        resolve()
      })
    }
  })
}
