import { join } from 'node:path'
import { migrate } from '../../src/db/migrate.ts'
import { openSqlite } from '../../src/db/sqlite.ts'
import { ensureDemo } from '../../src/demo/ensure-demo.ts'
import { features } from '../../src/features.ts'
import { createApp } from '../../src/kernel/app.ts'
import { openPlaygroundClock } from '../../src/platforms/web/playground/clock.ts'
import { createWeb } from '../../src/platforms/web/server.ts'

/** Tuesday 2026-11-24, 10:00 in Shanghai. */
const NOW = '2026-11-24T02:00:00.000Z'
const MIGRATIONS = join(import.meta.dirname, '../../migrations')

/** What the playground's API answers with, as far as it is used here. */
interface Answer {
  messages: { id: string }[]
  replies: { text: string }[]
}

/** The demo company in a playground whose clock stands still but for its jumps. */
export async function startCompany(file: string) {
  const database = openSqlite(file)
  await migrate(database, MIGRATIONS)
  const clock = await openPlaygroundClock(database, { now: () => NOW })
  let address: string | undefined
  const onFailure = (what: string, error: unknown) => process.stderr.write(`${what}: ${String(error)}\n`)
  const app = createApp({ database, features, clock, address: () => address, onFailure })
  await ensureDemo(app, database)
  const log = { warn: () => {}, error: (facts: object) => onFailure('the web', facts) }
  const web = createWeb({ app, database, config: { port: 0 }, log, playground: { clock } })
  const { url } = await web.start()
  address = url

  return {
    url,
    reads: async (path: string) => answerOf(await fetch(`${url}/api/${path}`)),
    calls: async (name: string, body: object) =>
      answerOf(
        await fetch(`${url}/api/${name}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(body),
        }),
      ),
    async stop() {
      await web.stop()
      await app.close()
      await database.close()
    },
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const answer = (await response.json()) as Answer & { error?: string }
  if (!response.ok) throw new Error(`${response.url}: ${answer.error}`)
  return answer
}
