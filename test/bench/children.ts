import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

export const ROOT = join(import.meta.dirname, '../..')

/** Servers on one core, the load generator on another, where the machine lets us choose. */
const PINNING = spawnSync('taskset', ['--version']).status === 0
const SERVER_CORE = '0'
const OUR_CORE = '1'

export function pinOurselves(): void {
  if (PINNING) spawnSync('taskset', ['-acp', OUR_CORE, String(process.pid)])
}

/** A program of ours that listens for Slack's requests: the words that start it, and its environment. */
export interface Program {
  words: string[]
  env: Record<string, string>
}

export interface Server {
  url: string
  stop(): Promise<void>
}

/** Starts a program and waits for the line in which it says its address. */
export async function startServer({ words, env }: Program): Promise<Server> {
  const child = run(words, env)
  const line = await firstLine(child)
  const url = /https?:\S+\/slack\/events/.exec(line)?.[0]
  if (!url) throw new Error(`${words.join(' ')} said: ${line}`)
  return {
    url,
    stop: () => stopped(child),
  }
}

export async function stopped(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Runs a program of ours to its end and gives what it said. */
export async function runToEnd(words: string[], env: Record<string, string>): Promise<string> {
  const child = run(words, env)
  const said: string[] = []
  child.stdout?.on('data', (part) => said.push(String(part)))
  const [code] = await once(child, 'close')
  if (code !== 0) throw new Error(`${words.join(' ')} ended with ${code}: ${said.join('')}`)
  return said.join('')
}

export function run(words: string[], env: Record<string, string>): ChildProcess {
  const command = [process.execPath, ...words]
  const [program = '', ...rest] = PINNING ? ['taskset', '-c', SERVER_CORE, ...command] : command
  const child = spawn(program, rest, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  // Whatever goes wrong here, nothing of ours stays behind.
  const end = () => void child.kill()
  process.once('exit', end)
  child.once('exit', () => process.off('exit', end))
  return child
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('There is nothing to read.')
  for await (const line of createInterface({ input: child.stdout })) return line
  throw new Error(`It ended before it said anything: exit code ${child.exitCode}.`)
}
