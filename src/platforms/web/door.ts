import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** An open port. Requests that come in before anybody answers wait, so that none is turned away during a start. */
export interface Door {
  readonly port: number
  /** From now on this answers, first of all what has been waiting. */
  answerBy(listener: RequestListener): void
  /** Takes no more requests, and lets those that came in be answered; at once where nobody answers yet. */
  close(): Promise<void>
}

/** Listens; port 0 is any free one. Throws a sentence where the port is taken. */
export async function openDoor({ host, port }: { host: string; port: number }): Promise<Door> {
  const waiting: [IncomingMessage, ServerResponse][] = []
  const server = createServer((request, response) => {
    if (answering) answering(request, response)
    else waiting.push([request, response])
  })
  let answering: RequestListener | undefined
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(readable(error, port)))
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    answerBy(listener) {
      answering = listener
      for (const [request, response] of waiting.splice(0)) {
        if (!response.destroyed) listener(request, response)
      }
    },
    async close() {
      if (!server.listening) return
      const cutIdle = setInterval(() => server.closeIdleConnections(), 20)
      const cutAll = setTimeout(() => server.closeAllConnections(), answering ? PATIENCE_MS : 0)
      await new Promise((resolve) => server.close(resolve))
      clearInterval(cutIdle)
      clearTimeout(cutAll)
    },
  }
}

/** Connections that are still busy after this are cut; one that a browser keeps for later is not waited for. */
const PATIENCE_MS = 5_000

function readable(error: Error, port: number): Error {
  const taken = 'code' in error && error.code === 'EADDRINUSE'
  return taken ? new Error(`Port ${port} is in use. Choose another one with PORT.`, { cause: error }) : error
}
