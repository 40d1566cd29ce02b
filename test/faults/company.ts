import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { openSqlite } from '../../src/db/sqlite.ts'
import { rebuildTotals } from '../../src/deals/store.ts'
import { features } from '../../src/features.ts'
import { advance } from '../../src/kernel/advance.ts'
import { createApp } from '../../src/kernel/app.ts'
import { type Instant, secondsAfter } from '../../src/kernel/time.ts'
import { ensureRituals } from '../../src/rituals/ensure.ts'
import { MIGRATIONS, temporaryFolder } from '../support/databases.ts'
import { startTeam, testClock } from '../support/team.ts'
import { journalPlatform, posted } from './journal.ts'

export interface Company {
  file: string
  journal: string
  cache: string
}

/** The test company in a file of its own, with its rituals, and nobody connected to it. */
export async function foundCompany(at: Instant): Promise<Company> {
  const folder = temporaryFolder()
  const file = join(folder, 'drumbeat.db')
  const database = openSqlite(file)
  await migrate(database, MIGRATIONS)
  const team = await startTeam({ database, at })
  await team.write('赵敏', ensureRituals)
  await team.app.close()
  await database.close()
  return { file, journal: join(folder, 'posted.txt'), cache: join(folder, 'compiled') }
}

export interface Work {
  at: Instant
  name: string
  from: number
  until?: number
  seed: number
}

/** A process on the company's database; `lines` fills with what it says. */
export function startChild(company: Company, work: Work) {
  const { at, name, from, until = 1_000_000, seed } = work
  const child = spawn(
    process.execPath,
    [
      join(import.meta.dirname, 'child.ts'),
      company.file,
      company.journal,
      at,
      name,
      ...numbers(from, until, seed),
    ],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: company.cache } },
  )
  const lines: string[] = []
  const working = Promise.withResolvers<void>()
  const reading = createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    working.resolve()
  })
  const ended = Promise.all([once(child, 'exit'), once(reading, 'close')]).then(([[code]]) => {
    working.resolve()
    return code as number | null
  })
  return { lines, working: working.promise, ended, kill: () => killed(child, ended) }
}

async function killed(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill('SIGKILL')
  await ended
}

const numbers = (...values: number[]) => values.map(String)

/** The deals that a child has answered. */
export function answered(lines: readonly string[]): number[] {
  expect(lines.filter((line) => line.startsWith('failed'))).toEqual([])
  return lines.flatMap((line) => (line.startsWith('logged ') ? Number(line.slice(7)) : []))
}

/** Lets a last process finish what is due, and then holds the database against what was promised. */
export async function expectNothingLostOrDoubled(
  company: Company,
  promised: readonly string[],
  at: Instant,
): Promise<void> {
  const database = openSqlite(company.file)
  try {
    await finish(database, company, at)
    await expectDeals(database, promised)
    await expectSumsAsRebuilt(database, at)
    await expectPosts(database, company)
    await expectRituals(database)
  } finally {
    await database.close()
  }
}

async function finish(database: Database, company: Company, at: Instant): Promise<void> {
  const clock = testClock(at)
  const failures: unknown[] = []
  const app = createApp({ database, features, clock, onFailure: (_, error) => failures.push(error) })
  app.connect(journalPlatform(company.journal))
  await advance(app, clock, secondsAfter(at, 3600))
  await app.close()
  expect(failures).toEqual([])
}

async function expectDeals(database: Database, promised: readonly string[]): Promise<void> {
  const deals = await database.reads.selectFrom('deal').select(['customer', 'number', 'id']).execute()
  const customers = deals.map((deal) => deal.customer)
  expect(new Set(customers).size).toBe(customers.length)
  expect(promised.filter((customer) => !customers.includes(customer))).toEqual([])
  expect(new Set(deals.map((deal) => deal.number)).size).toBe(deals.length)
  const signed = await database.reads
    .selectFrom('entry')
    .select('deal')
    .where('kind', '=', 'signed')
    .execute()
  expect(signed.map((entry) => entry.deal).sort()).toEqual(deals.map((deal) => deal.id).sort())
}

async function expectSumsAsRebuilt(database: Database, at: Instant): Promise<void> {
  const app = createApp({ database, features, clock: testClock(at) })
  const before = await sums(database)
  await app.writing('acme', undefined, 'rebuild', rebuildTotals)
  expect(await sums(database)).toEqual(before)
}

async function sums({ reads }: Database) {
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort()
  return {
    totals: sorted(await reads.selectFrom('total').selectAll().execute()),
    deals: sorted(await reads.selectFrom('deal').selectAll().execute()),
    credits: sorted(await reads.selectFrom('credit').selectAll().execute()),
    moved: sorted(await reads.selectFrom('money_moved').selectAll().execute()),
  }
}

async function expectPosts(database: Database, { journal }: Company): Promise<void> {
  const rows = await database.reads.selectFrom('post').select(['id', 'status', 'to_kind']).execute()
  expect(rows.filter((row) => row.status !== 'sent')).toEqual([])
  const messages = rows.filter((row) => row.to_kind !== 'update').map((row) => row.id)
  expect(messages.length).toBeGreaterThan(0)
  expect(posted(journal).sort()).toEqual(messages.sort())
}

/** Friday's retro was opened once in each of the two teams. */
async function expectRituals(database: Database): Promise<void> {
  const openings = await database.reads
    .selectFrom('ritual_run')
    .select(['ritual', 'occurrence', 'status'])
    .where('stage', '=', 'open')
    .where('occurrence', '=', '2026-W47')
    .execute()
  expect(openings.map((run) => run.status)).toEqual(['done', 'done'])
  const threads = await database.reads
    .selectFrom('post')
    .select('id')
    .where('to_kind', '=', 'channel')
    .where('to_id', '=', 'retro')
    .execute()
  expect(threads).toHaveLength(2)
}
