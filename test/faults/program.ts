import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'

export const PROGRAM = join(import.meta.dirname, '../../bin/drumbeat.mjs')

export interface Ended {
  code: number | null
  out: string
  err: string
}

/** Runs `drumbeat …` as a process of its own, to its end. */
export function runProgram(words: string[], env: Record<string, string>, node = process.execPath): Ended {
  const { status, stdout, stderr } = spawnSync(node, [PROGRAM, ...words], {
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
    timeout: 60_000,
  })
  return { code: status, out: stdout, err: stderr.trim() }
}

/** Starts the playground on a free port; `url` is where it says it is. */
export async function startProgram(env: Record<string, string>) {
  const child = spawn(process.execPath, [PROGRAM, 'start'], {
    env: { PATH: process.env.PATH, PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const errors: string[] = []
  child.stderr.on('data', (part) => errors.push(String(part)))
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await ended
  })
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /https?:\/\/\S+/.exec(line)?.[0]
    if (!url) continue
    const signal = (name: NodeJS.Signals) => () => void child.kill(name)
    return { url: new URL(url).origin, ended, errors, stop: signal('SIGTERM'), kill: signal('SIGKILL') }
  }
  throw new Error(`It ended at once: ${errors.join('')}`)
}
