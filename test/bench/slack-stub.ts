import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export const TEAM = 'T0BENCH'
export const SIGNING_SECRET = 'a-signing-secret-for-the-bench'

/** As much of Slack's Web API as a start needs: whom a token belongs to. */
export async function startSlackStub(): Promise<{ apiUrl: string; close(): void }> {
  const identity = { ok: true, team_id: TEAM, team: 'Bench', user_id: 'U0BOT', bot_id: 'B0BOT' }
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(identity))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    apiUrl: `http://127.0.0.1:${port}/api/`,
    close() {
      server.closeAllConnections()
      server.close()
    },
  }
}
