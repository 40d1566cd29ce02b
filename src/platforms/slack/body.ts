import type { IncomingMessage } from 'node:http'

/** A body above the limit. */
export class TooLong extends Error {}

/** A request's body as text. Throws TooLong above the limit, and when the connection breaks off. */
export function bodyOf(request: IncomingMessage, maxBytes: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > maxBytes) {
        request.pause()
        request.removeAllListeners('data')
        return reject(new TooLong())
      }
      chunks.push(chunk)
    })
    request.on('end', () => resolve(String(chunks.length === 1 ? chunks[0] : Buffer.concat(chunks))))
    request.on('error', reject)
  })
}
