import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'
import type { Tables } from '../../src/db/tables.ts'
import { MIGRATIONS } from '../support/databases.ts'

export type Row = Record<string, unknown>

export const OURS = 'acme'
/** Sorts before ours and is stored before it, so that a query that forgets the workspace finds it first. */
export const OTHERS = '0-other'

/** Every table in the order of the migrations: what is referred to comes first. */
export const TABLES = readdirSync(MIGRATIONS)
  .filter((file) => file.endsWith('.sql'))
  .sort()
  .flatMap((file) => [...readFileSync(join(MIGRATIONS, file), 'utf8').matchAll(/^CREATE TABLE (\w+)/gm)])
  .map(([, name = '']) => name)

/** Tables that belong to the whole installation. */
const COMMON = ['playground_clock']

export async function allRows({ reads }: Database): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>()
  for (const table of TABLES)
    found.set(table, (await sql<Row>`select * from ${sql.table(table)}`.execute(reads)).rows)
  return found
}

export function emptyTables(rows: ReadonlyMap<string, Row[]>): string[] {
  return TABLES.filter((table) => !COMMON.includes(table) && rows.get(table)?.length === 0)
}

/** Fills an empty database with a company's rows, and, if wanted, first with its twin's. */
export async function fillWith(
  database: Database,
  rows: ReadonlyMap<string, Row[]>,
  withTwin: boolean,
): Promise<void> {
  await database.write(async (tables) => {
    for (const table of TABLES) {
      const own = ordered(rows.get(table) ?? [])
      for (const row of withTwin ? own.map((one) => twin(table, one)) : []) await insert(tables, table, row)
      for (const row of own) await insert(tables, table, row)
    }
  })
}

/** A goal stands under one that was made before it. */
const ordered = (rows: Row[]) => rows.toSorted((a, b) => Number(a.number ?? 0) - Number(b.number ?? 0))

async function insert(tables: Kysely<Tables>, table: string, row: Row): Promise<void> {
  const columns = Object.keys(row).map((column) => sql.ref(column))
  await sql`insert into ${sql.table(table)} (${sql.join(columns)}) values (${sql.join(Object.values(row))})`.execute(
    tables,
  )
}

/** What says something to people, and sums: in the twin all of it is different, while every id is the same. */
const WORDS = [
  ...['name', 'name_zh', 'name_en', 'customer', 'note', 'reason', 'what', 'text', 'market', 'highlight'],
  ...['improvement', 'series', 'source', 'product', 'error', 'said', 'became'],
]
const NUMBERS = /_minor$|^value$|^attainment_ppm$|^deals$|^confirmed_deals$|^new_customers$/
/** Names that are keys of their tables, referred to by others or looked up. */
const KEYS = [
  ['counter', 'name'],
  ['product', 'name'],
  ['deal', 'source'],
  ['goal', 'name'],
  ['improvement', 'source'],
]

function twin(table: string, row: Row): Row {
  const other: Row = {}
  for (const [column, value] of Object.entries(row)) other[column] = twinValue(table, column, value)
  return other
}

function twinValue(table: string, column: string, value: unknown): unknown {
  if (column === 'workspace' || (table === 'workspace' && column === 'id')) return OTHERS
  if (column === 'home' || (table === 'home' && column === 'external_id')) return 'T2'
  const isKey = KEYS.some(([of, name]) => of === table && name === column)
  if (WORDS.includes(column) && typeof value === 'string' && !isKey) return `${value} ${MARK}`
  if (NUMBERS.test(column) && typeof value === 'number') return value + 7
  return value
}

/** Stands in everything that the twin says. */
export const MARK = '乙公司'

/** Every row of the twin's, as text. */
export async function rowsOfTwin(tables: Kysely<Tables>): Promise<string[]> {
  const found: string[] = []
  for (const table of TABLES.filter((one) => !COMMON.includes(one))) {
    const column = table === 'workspace' ? 'id' : 'workspace'
    const { rows } =
      await sql<Row>`select * from ${sql.table(table)} where ${sql.ref(column)} = ${OTHERS}`.execute(tables)
    found.push(...rows.map((row) => `${table} ${JSON.stringify(row)}`).sort())
  }
  return found
}
