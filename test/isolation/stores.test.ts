import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import type { Tables } from '../../src/db/tables.ts'
import { features } from '../../src/features.ts'
import { createApp } from '../../src/kernel/app.ts'
import { rowsOf } from '../../src/kernel/scope.ts'
import { engines, sqliteDatabase } from '../support/databases.ts'
import { testClock } from '../support/team.ts'
import type { Case, Cases } from './case.ts'
import { dealCases } from './cases/deals.ts'
import { kernelCases } from './cases/kernel.ts'
import { peopleCases } from './cases/people.ts'
import { ritualCases } from './cases/rituals.ts'
import { sliceCases } from './cases/slices.ts'
import { statementCases } from './cases/statements.ts'
import { webCases } from './cases/web.ts'
import { arranged, type Facts, NOW, ZHAO } from './company.ts'
import { allRows, emptyTables, fillWith, MARK, OTHERS, OURS, type Row, rowsOfTwin } from './twins.ts'

const SOURCE = join(import.meta.dirname, '../../src')

const CASES: Record<string, Cases> = {
  ...dealCases,
  ...kernelCases,
  ...peopleCases,
  ...ritualCases,
  ...sliceCases,
  ...statementCases,
  ...webCases,
}

const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('store.ts'))
  .sort()

/** What a store file itself offers; what it hands on from another file is that one's. */
async function offered(): Promise<string[]> {
  const seen = new Map<unknown, string>()
  const bySpecificity = FILES.toSorted(
    (a, b) => Number(a.endsWith('/store.ts')) - Number(b.endsWith('/store.ts')),
  )
  for (const file of bySpecificity) {
    for (const [name, value] of Object.entries(await import(join(SOURCE, file))))
      if (typeof value === 'function' && !seen.has(value)) seen.set(value, `${file} ${name}`)
  }
  return [...seen.values()].sort()
}

const named = Object.entries(CASES).flatMap(([file, cases]) =>
  Object.entries(cases).map(([name, one]): [string, Case] => [`${file} ${name}`, one]),
)

test('every export of a store has a case here', async () => {
  const missing = (await offered()).filter((name) => !named.some(([known]) => known === name))
  expect(missing).toEqual([])
  const exports = await offered()
  expect(named.map(([name]) => name).filter((name) => !exports.includes(name))).toEqual([])
})

let rows: Map<string, Row[]>
let facts: Facts

beforeAll(async () => {
  const first = await sqliteDatabase()
  facts = await arranged(first)
  rows = await allRows(first)
})

test('the company has something in every table', () => {
  expect(emptyTables(rows)).toEqual([])
})

describe.each(engines)('a company beside its twin, on $name', (engine) => {
  let alone: Database
  let beside: Database
  let twinBefore: string[]

  beforeAll(async () => {
    alone = await engine.open()
    await fillWith(alone, rows, false)
    beside = await engine.open()
    await fillWith(beside, rows, true)
    twinBefore = await rowsOfTwin(beside.reads)
  })

  test('the twin is there, and says other things', () => {
    expect(twinBefore.length).toBeGreaterThan(100)
    expect(twinBefore.join('')).toContain(MARK)
  })

  test.each(named.filter(([, one]) => !('pure' in one)))('%s', async (_, one) => {
    const inCompany = await tried(beside, one, (tables) => rowsOfTwin(tables))
    expect(inCompany.after).toEqual(twinBefore)
    if ('everyone' in one) return
    expect(JSON.stringify(inCompany.result) ?? '').not.toMatch(new RegExp(`${MARK}|${OTHERS}`))
    const lonely = await tried(alone, one, async () => [])
    expect(withoutNewIds(inCompany.result)).toEqual(withoutNewIds(lonely.result))
  })
})

class Undone extends Error {}

/** Calls a store in a transaction that is undone; gives what it gave, and what `look` saw afterwards. */
async function tried(
  database: Database,
  one: Case,
  look: (tables: Kysely<Tables>) => Promise<string[]>,
): Promise<{ result: unknown; after: string[] }> {
  const seen = { result: undefined as unknown, after: [] as string[] }
  const note = async (tables: Kysely<Tables>, result: unknown) => {
    seen.result = plain(await result)
    seen.after = await look(tables)
    throw new Undone()
  }
  const app = createApp({ database, features, clock: testClock(NOW) })
  const calling =
    'scoped' in one
      ? app.writing(OURS, ZHAO, 'isolation', (scope) => note(rowsOf(scope), one.scoped(scope, facts)))
      : database.write((tables) => note(tables, callOf(one)(tables, facts)))
  await calling.catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error
  })
  return seen
}

function callOf(one: Case): (tables: Kysely<Tables>, facts: Facts) => unknown {
  if ('tables' in one) return one.tables
  if ('everyone' in one) return one.everyone
  throw new Error('There is nothing to call.')
}

/** Maps and sets as lists, so that they can be read as text. */
function plain(value: unknown): unknown {
  if (value instanceof Map || value instanceof Set) return [...value]
  return value
}

/** Ids that were made during the call differ from call to call. */
function withoutNewIds(value: unknown): unknown {
  const made = new RegExp(`${Date.parse(NOW).toString(36).padStart(9, '0')}[0-9a-z]{11,16}`, 'g')
  return JSON.parse((JSON.stringify(value) ?? 'null').replace(made, 'new'))
}
