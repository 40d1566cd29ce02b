import { connect, createServer } from 'node:net'
import { type Program, run, stopped } from './children.ts'
import { ask } from './in-flight.ts'
import { PATH } from './signed.ts'

export interface Start {
  /** From the start of the process until its port takes connections. */
  listeningMs: number
  /** And until a command that was sent at that moment is answered. */
  answeredMs: number
}

/** Starts a program once, asks it one command as soon as it listens, and stops it. */
export async function startOnce({ words, env }: Program, command: string): Promise<Start> {
  const port = await freePort()
  const started = performance.now()
  const child = run(words, { ...env, PORT: String(port) })
  while (!(await takesConnections(port))) {
    if (child.exitCode !== null) throw new Error(`${words.join(' ')} ended with ${child.exitCode}.`)
  }
  const listeningMs = performance.now() - started
  await ask(`http://127.0.0.1:${port}${PATH}`, command, 1)
  const answeredMs = performance.now() - started
  await stopped(child)
  return { listeningMs, answeredMs }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function takesConnections(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1')
    const over = (connected: boolean) => () => {
      socket.destroy()
      resolve(connected)
    }
    socket.once('connect', over(true))
    socket.once('error', over(false))
  })
}
