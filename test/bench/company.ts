import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { activatePlan } from '../../src/commission/active-plan.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { openSqlite } from '../../src/db/sqlite.ts'
import { features } from '../../src/features.ts'
import { setPersonTarget } from '../../src/goals/set-target.ts'
import { createApp } from '../../src/kernel/app.ts'
import { addHome } from '../../src/kernel/directory-store.ts'
import { daysBetween, type Period, shift, spanOf } from '../../src/kernel/period.ts'
import { machineClock } from '../../src/kernel/time.ts'
import { addIdentity, everyone } from '../../src/people/store.ts'
import { ROOT, runToEnd } from './children.ts'
import { agentName, writeDeals, writePeople } from './crm-file.ts'
import { userId } from './signed.ts'
import { TEAM } from './slack-stub.ts'

export const REPS = 1000
export const WORKSPACE = 'local'
export const ADMIN = 'Manager 1'
const CACHE = join(ROOT, 'node_modules/.cache/drumbeat')
const TARGET_MINOR = 20_000_000

export interface Company {
  /** The folder of its database, for `DRUMBEAT_DATA`. */
  folder: string
  deals: number
  /** How its deals came in: what `drumbeat import deals` needed. */
  import: ImportCost
}

export interface ImportCost {
  seconds: number
  peakMb: number
}

/**
 * A company of a thousand reps on Slack, with a plan, targets, and so many deals, imported as any other.
 * It is kept for the rest of the day: making a million deals takes a minute.
 */
export function companyOf(deals: number, fresh: boolean): Promise<Company> {
  const today = new Date()
  return made(`bench-${deals}-${dayOf(today)}`, fresh, { deals, today, month: dayOf(today).slice(0, 7) })
}

/** A company that has signed all its deals in the month before this one, with targets for it. */
export function monthOf(deals: number, fresh: boolean): Promise<Company & { month: Period }> {
  const month = shift(dayOf(new Date()).slice(0, 7), -1)
  const { from, to } = spanOf(month)
  const shape = { deals, today: new Date(to), days: daysBetween(from, to), month }
  return made(`bench-${deals}-in-${month}`, fresh, shape)
}

interface CompanyShape {
  deals: number
  /** The day of the last deals, and how many days before it the first ones are. */
  today: Date
  days?: number
  /** The month for which people have targets. */
  month: Period
}

async function made(name: string, fresh: boolean, shape: CompanyShape): Promise<Company & { month: Period }> {
  const { deals, month, ...when } = shape
  const folder = join(CACHE, name)
  const done = join(folder, 'made.json')
  const company = { folder, deals, month }
  if (!fresh && existsSync(done)) return { ...company, import: JSON.parse(readFileSync(done, 'utf8')) }
  const partial = `${folder}.partial`
  for (const left of [folder, partial]) rmSync(left, { recursive: true, force: true })
  mkdirSync(partial, { recursive: true })
  const people = join(partial, 'people.csv')
  writePeople(people, REPS)
  await drumbeat(partial, 'import', 'people', people, '--admin', ADMIN)
  const file = join(partial, 'deals.csv')
  await writeDeals(file, { rows: deals, agents: REPS, customers: REPS * 20, wonPercent: 100, ...when })
  const cost = await importDeals(partial, file)
  await joinSlack(partial, month)
  rmSync(file)
  writeFileSync(join(partial, 'made.json'), JSON.stringify(cost))
  renameSync(partial, folder)
  return { ...company, import: cost }
}

/** Imports a CRM's export into an empty company of its agents. */
export async function importFresh(file: string, agents: number): Promise<ImportCost> {
  const folder = join(CACHE, 'bench-import')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  const people = join(folder, 'people.csv')
  writePeople(people, agents)
  await drumbeat(folder, 'import', 'people', people)
  return importDeals(folder, file)
}

export function cacheFile(name: string): string {
  mkdirSync(CACHE, { recursive: true })
  return join(CACHE, name)
}

async function importDeals(folder: string, file: string): Promise<ImportCost> {
  const started = performance.now()
  const said = await runToEnd(
    ['test/bench/peak.ts', 'import', 'deals', file, '--currency', 'USD', '--unknown-customer'],
    { DRUMBEAT_DATA: folder },
  )
  const seconds = (performance.now() - started) / 1000
  return { seconds, peakMb: peakMbOf(said) }
}

/** The peak memory that a run under peak.ts has said. */
export function peakMbOf(said: string): number {
  return Number(/^peak (\d+) kB$/m.exec(said)?.[1]) / 1024
}

async function drumbeat(folder: string, ...words: string[]): Promise<void> {
  await runToEnd(['bin/drumbeat.mjs', ...words], { DRUMBEAT_DATA: folder })
}

/** Gives every rep a Slack account, a plan and a target of a month. */
async function joinSlack(folder: string, month: Period): Promise<void> {
  const database = openSqlite(join(folder, 'drumbeat.db'))
  const app = createApp({ database, features, clock: machineClock })
  const now = machineClock.now()
  const home = { platform: 'slack', id: TEAM, workspace: WORKSPACE, name: 'Bench' }
  await database.write((tables) => addHome(tables, home, now))
  await app.writing(WORKSPACE, undefined, 'bench', async (scope) => {
    await activatePlan(scope, builtInPlan('5%'), '2020-01-01')
    const ids = new Map((await everyone(scope)).map((person) => [person.name, person.id]))
    for (let rep = 0; rep < REPS; rep += 1) {
      const person = ids.get(agentName(rep))
      if (!person) throw new Error(`${agentName(rep)} is missing.`)
      await addIdentity(scope, { platform: 'slack', home: TEAM, externalId: userId(rep), person })
      await setPersonTarget(scope, person, month, TARGET_MINOR)
    }
  })
  await database.close()
}

const dayOf = (moment: Date) => moment.toISOString().slice(0, 10)
