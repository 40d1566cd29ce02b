import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { openSqlite } from '../../src/db/sqlite.ts'
import { features } from '../../src/features.ts'
import { type App, createApp } from '../../src/kernel/app.ts'
import { machineClock } from '../../src/kernel/time.ts'
import { bareSqlite, recordTransactions, type Statement } from './bare-sqlite.ts'
import { cacheFile } from './company.ts'
import { median } from './medians.ts'
import { userId } from './signed.ts'
import { TEAM } from './slack-stub.ts'

/**
 * Logs deals through the app, and then runs the very statements of their transactions by bare better-sqlite3
 * on a copy of the same database, by turns. Prints the median times of one deal as JSON.
 */
const [folder = '', rounds = '15', reps = '1000'] = process.argv.slice(2)
const A_ROUND = 40
const count = (Number(rounds) + 1) * A_ROUND

const transactions = await recorded()
const ours = await openApp(copyOf('ours'))
const bare = bareSqlite(copyOf('bare'))
const took = { ours: [] as number[], bare: [] as number[] }
for (let round = 0; round <= Number(rounds); round += 1) {
  const from = round * A_ROUND
  const logging = await timed(() => log(ours.app, from))
  const replaying = await timed(() => replay(bare, transactions.slice(from, from + A_ROUND)))
  if (round === 0) continue // both warm up first
  took.ours.push(logging)
  took.bare.push(replaying)
}
await ours.close()
bare.close()
console.log(JSON.stringify({ oursMs: median(took.ours), bareMs: median(took.bare) }))

/** The statements of every deal's transaction, as the app makes them. */
async function recorded(): Promise<Statement[][]> {
  const record = recordTransactions()
  const { app, close } = await openApp(copyOf('recorded'))
  for (let from = 0; from < count; from += A_ROUND) await log(app, from)
  await close()
  const found = record.stop()
  if (found.length !== count) throw new Error(`${count} deals made ${found.length} transactions.`)
  return found
}

async function log(app: App, from: number): Promise<void> {
  for (let index = from; index < from + A_ROUND; index += 1) {
    const { view } = await app.receive({
      kind: 'command',
      platform: 'slack',
      home: TEAM,
      name: 'deal',
      text: `add Customer${index} ${1000 + index}`,
      by: { id: userId((index * 37) % Number(reps)) },
      at: machineClock.now(),
      delivery: `bench-${index}`,
    })
    if (!view?.summary.includes('D-')) throw new Error(`A deal was not logged: ${view?.summary}`)
  }
}

function replay(bare: ReturnType<typeof bareSqlite>, deals: readonly Statement[][]): void {
  for (const statements of deals) bare.transact(statements)
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return (performance.now() - started) / A_ROUND
}

async function openApp(file: string) {
  const database = openSqlite(file)
  const app = createApp({
    database,
    features,
    clock: machineClock,
    onFailure: (what, error) => console.error(what, error),
  })
  return {
    app,
    async close() {
      await app.close()
      await database.close()
    },
  }
}

function copyOf(name: string): string {
  const file = cacheFile(`log-deals-${name}.db`)
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  copyFileSync(join(folder, 'drumbeat.db'), file)
  return file
}
