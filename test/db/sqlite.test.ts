import { execFile } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Kysely, sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openSqlite } from '../../src/db/sqlite.ts'
import type { Tables } from '../../src/db/tables.ts'
import { DatabaseUnusable } from '../../src/db/unusable.ts'
import { sqliteDatabase, temporaryFolder } from '../support/databases.ts'

describe('a SQLite file', () => {
  test('is opened for durability on both connections', async () => {
    const database = await sqliteDatabase()
    const expected = { journal_mode: 'wal', foreign_keys: 1, synchronous: 2, timeout: 5000 }
    expect(await pragmas(database.reads)).toEqual(expected)
    expect(await database.write(pragmas)).toEqual(expected)
  })

  test('is made together with its folder', async () => {
    const file = join(temporaryFolder(), 'a/b/drumbeat.db')
    await openSqlite(file).close()
    expect(existsSync(file)).toBe(true)
  })

  test('opened for reading is neither made nor written', async () => {
    const folder = temporaryFolder()
    const file = join(folder, 'drumbeat.db')
    expect(() => openSqlite(file, { readonly: true })).toThrow(DatabaseUnusable)
    expect(readdirSync(folder)).toEqual([])
    const owner = openSqlite(file)
    const reader = openSqlite(file, { readonly: true })
    await expect(reader.write(async () => {})).rejects.toThrow(/reading only/)
    await expect(sql`CREATE TABLE x (y TEXT)`.execute(reader.reads)).rejects.toThrow(DatabaseUnusable)
    await expect(sql`CREATE TABLE x (y TEXT)`.execute(owner.reads)).rejects.toThrow(DatabaseUnusable)
    await Promise.all([reader.close(), owner.close()])
  })

  test('refuses large integers behind any name a query gives them', async () => {
    const database = await sqliteDatabase()
    const large = sql`SELECT 1 AS one, 9007199254740992 AS big`.execute(database.reads)
    await expect(large).rejects.toThrow('9007199254740992 is too large an integer to be exact.')
    const { rows } = await sql`SELECT '9007199254740993' AS text, 0.5 AS half`.execute(database.reads)
    expect(rows).toEqual([{ text: '9007199254740993', half: 0.5 }])
  })

  test('goes on after more statements than are kept prepared', async () => {
    const database = await sqliteDatabase()
    for (let index = 0; index < 1100; index++) {
      const { rows } = await sql.raw<{ n: number }>(`SELECT ${index} AS n`).execute(database.reads)
      expect(rows).toEqual([{ n: index }])
    }
  })
})

describe('an unusable SQLite file is told in one sentence and left untouched', () => {
  test('when it is something else', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'drumbeat.db')
    const text = 'customer,amount\n华为,120000\n'.repeat(100)
    writeFileSync(file, text)
    expect(() => openSqlite(file)).toThrow(
      new DatabaseUnusable(`The database ${file} is not a Drumbeat database: it was left untouched.`),
    )
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(readdirSync(folder)).toEqual(['drumbeat.db'])
  })

  test('when it is a folder', () => {
    const file = join(temporaryFolder(), 'drumbeat.db')
    mkdirSync(file)
    expect(() => openSqlite(file)).toThrow(new RegExp(`^The database ${file} cannot be opened: .*\\.$`))
  })

  test('when a file stands where its folder should be', () => {
    const file = join(temporaryFolder(), 'data')
    writeFileSync(file, '')
    expect(() => openSqlite(join(file, 'drumbeat.db'))).toThrow(/a file stands where its folder should be\.$/)
  })

  test('when it is damaged', async () => {
    const file = await filledFile()
    const bytes = readFileSync(file)
    bytes.fill(0xee, 4096)
    writeFileSync(file, bytes)
    const database = openSqlite(file)
    await expect(sql`SELECT count(text) FROM big`.execute(database.reads)).rejects.toThrow(
      `The database ${file} is damaged: restore a backup.`,
    )
    await database.close()
    expect(readFileSync(file)).toEqual(bytes)
  })

  test('when the disk is full: what was committed stays, and writing goes on once there is room', async () => {
    const file = await filledFile()
    const database = openSqlite(file)
    await database.write((transaction) => sql`PRAGMA max_page_count = 30`.execute(transaction))
    await expect(database.write((transaction) => fill(transaction, 100))).rejects.toThrow(
      new DatabaseUnusable(`The database ${file} cannot grow: the disk is full.`),
    )
    expect(await filled(database.reads)).toBe(3)
    await database.write((transaction) => sql`PRAGMA max_page_count = 10000`.execute(transaction))
    await database.write((transaction) => fill(transaction, 100))
    expect(await filled(database.reads)).toBe(103)
    await database.close()
  })

  test.each([
    ['the folder may not be written', 0o555, 0o444],
    ['the file may not be read', 0o777, 0o000],
  ])('when %s', async (_case, folderMode, fileMode) => {
    const file = await filledFile()
    const before = readFileSync(file)
    chmodSync(file, fileMode)
    chmodSync(join(file, '..'), folderMode)
    expect(await openedAsNobody(file)).toMatch(/^DatabaseUnusable: The database .* (read|write).*\.$/)
    chmodSync(join(file, '..'), 0o700)
    chmodSync(file, 0o600)
    expect(readFileSync(file)).toEqual(before)
  })
})

async function pragmas(kysely: Kysely<Tables>) {
  const names = ['journal_mode', 'foreign_keys', 'synchronous', 'busy_timeout']
  const read = await Promise.all(names.map((name) => sql.raw<object>(`PRAGMA ${name}`).execute(kysely)))
  return Object.assign({}, ...read.map(({ rows }) => rows[0]))
}

async function filledFile(): Promise<string> {
  const file = join(temporaryFolder(), 'drumbeat.db')
  const database = openSqlite(file)
  await database.write(async (transaction) => {
    await sql`CREATE TABLE big (text TEXT NOT NULL)`.execute(transaction)
    await fill(transaction, 3)
  })
  await database.close()
  return file
}

async function fill(transaction: Kysely<Tables>, times: number): Promise<void> {
  for (let time = 0; time < times; time++) {
    await sql`INSERT INTO big (text) VALUES (${'x'.repeat(10_000)})`.execute(transaction)
  }
}

async function filled(reads: Kysely<Tables>): Promise<number | undefined> {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM big`.execute(reads)
  return rows[0]?.n
}

/** Permissions don't hold root back: there another user opens the file. Returns what it said. */
async function openedAsNobody(file: string): Promise<string> {
  const sqlite = join(import.meta.dirname, '../../src/db/sqlite.ts')
  const code = `const { openSqlite } = await import(${JSON.stringify(sqlite)})
    try { openSqlite(${JSON.stringify(file)}); console.log('opened') } catch (error) { console.log(String(error)) }`
  const nobody = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', code], nobody)
  return stdout.trim()
}
