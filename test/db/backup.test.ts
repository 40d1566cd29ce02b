import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, test } from 'vitest'
import { backup } from '../../src/db/backup.ts'
import { openSqlite } from '../../src/db/sqlite.ts'
import type { Tables } from '../../src/db/tables.ts'
import { temporaryFolder } from '../support/databases.ts'

test('a backup is one moment of a database that goes on being written', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'drumbeat.db')
  const database = openSqlite(file)
  await database.write(async (transaction) => {
    await sql`CREATE TABLE pair (name TEXT PRIMARY KEY, n BIGINT NOT NULL, filling TEXT)`.execute(transaction)
    for (let row = 0; row < 500; row++) {
      await sql`INSERT INTO pair VALUES (${`row ${row}`}, 0, ${'x'.repeat(4000)})`.execute(transaction)
    }
  })
  const copy = join(folder, 'backups/monday.db')
  let copied = false
  const copying = backup(file, copy).finally(() => {
    copied = true
  })
  let writes = 0
  while (!copied) {
    await database.write(async (transaction) => {
      await sql`UPDATE pair SET n = n + 1`.execute(transaction)
    })
    writes++
    await new Promise((resolve) => setImmediate(resolve))
  }
  await copying
  expect(writes).toBeGreaterThan(1)
  const restored = openSqlite(copy)
  expect(await spread(restored.reads)).toMatchObject({ rows: 500, kinds: 1 })
  await restored.close()
  expect(readdirSync(join(folder, 'backups'))).toEqual(['monday.db'])
  await database.close()
})

test('a backup overwrites nothing and needs a database', async () => {
  const folder = temporaryFolder()
  const file = join(folder, 'drumbeat.db')
  const database = openSqlite(file)
  await database.write((transaction) => sql`CREATE TABLE pair (name TEXT PRIMARY KEY)`.execute(transaction))
  await database.close()
  const copy = join(folder, 'copy.db')
  writeFileSync(copy, 'mine')
  await expect(backup(file, copy)).rejects.toThrow(`${copy} exists already: name a new file for the backup.`)
  expect(readFileSync(copy, 'utf8')).toBe('mine')
  await expect(backup(join(folder, 'none.db'), join(folder, 'x.db'))).rejects.toThrow(
    /none.db does not exist/,
  )
  await expect(backup(copy, join(folder, 'x.db'))).rejects.toThrow(/copy.db is not a Drumbeat database/)
  expect(readdirSync(folder).sort()).toEqual(['copy.db', 'drumbeat.db'])
})

async function spread(reads: Kysely<Tables>) {
  const { rows } = await sql`SELECT count(*) AS rows, count(DISTINCT n) AS kinds FROM pair`.execute(reads)
  return rows[0]
}
