import autocannon from 'autocannon'
import { signedCommand } from './signed.ts'

/** Everybody asks at once, each request with a signature of its own. Gives the seconds until all are answered. */
export async function burst(
  url: string,
  commands: readonly string[],
  size: { requests: number; connections: number; reps: number },
): Promise<number> {
  let sent = 0
  const result = await autocannon({
    url,
    connections: size.connections,
    amount: size.requests,
    timeout: 60,
    requests: [
      {
        method: 'POST',
        setupRequest(request) {
          sent += 1
          const command = commands[sent % commands.length] ?? ''
          return { ...request, ...signedCommand(command, (sent * 37) % size.reps) }
        },
      },
    ],
  })
  const failed = size.requests - result['2xx']
  if (failed > 0) throw new Error(`${failed} of ${size.requests} requests failed at ${url}.`)
  return result.duration
}
