import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '../../src/db/migrate.ts'
import { openSqlite } from '../../src/db/sqlite.ts'
import { features } from '../../src/features.ts'
import { createApp } from '../../src/kernel/app.ts'
import { machineClock } from '../../src/kernel/time.ts'
import { composeStatements } from '../../src/statements/compose.ts'
import { bareSqlite, recordTransactions } from './bare-sqlite.ts'
import { ROOT } from './children.ts'
import { cacheFile, REPS, WORKSPACE } from './company.ts'
import { median } from './medians.ts'

/**
 * Works everybody's statement of a month out, and then runs the very queries of it by bare better-sqlite3, by turns: the
 * month's deals joined with everybody's parts of them, the targets, the plans and the teams. Prints the median times as
 * JSON.
 */
const [folder = '', month = '', rounds = '7'] = process.argv.slice(2)

const file = cacheFile('recompute.db')
for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
copyFileSync(join(folder, 'drumbeat.db'), file)
const database = openSqlite(file)
await migrate(database, join(ROOT, 'migrations')) // a company that was made before has to be brought up to date
const app = createApp({ database, features, clock: machineClock })
const record = recordTransactions()
await recompute()
const [queries] = record.stop()
if (!queries?.some((query) => query.sql.includes('"credit"'))) throw new Error('No deals were read.')
const bare = bareSqlite(file)
const took = { ours: [] as number[], bare: [] as number[] }
for (let round = 0; round <= Number(rounds); round += 1) {
  const ours = await timed(recompute)
  const scan = await timed(() => bare.transact(queries))
  if (round === 0) continue // both warm up first
  took.ours.push(ours)
  took.bare.push(scan)
}
bare.close()
await app.close()
await database.close()
console.log(JSON.stringify({ oursMs: median(took.ours), bareMs: median(took.bare) }))

async function recompute(): Promise<void> {
  const { statements } = await app.writing(WORKSPACE, undefined, 'bench', (scope) =>
    composeStatements(scope, month, scope.now),
  )
  if (statements.length !== REPS) throw new Error(`${statements.length} statements of ${REPS} people.`)
}

async function timed(work: () => void | Promise<void>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
