import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openSqlite } from '../../src/db/sqlite.ts'
import { sqliteDatabase, temporaryFolder } from '../support/databases.ts'

const names = 'select name from workspace order by name'

async function add(database: Awaited<ReturnType<typeof sqliteDatabase>>, name: string): Promise<void> {
  await database.write((tables) =>
    tables
      .insertInto('workspace')
      .values({
        id: name,
        name,
        locale: 'en',
        zone: 'UTC',
        currency: null,
        created_at: '2026-11-20T00:00:00.000Z',
      })
      .execute(),
  )
}

test('what is committed is seen by the very next read, asked in the same words', async () => {
  const database = await sqliteDatabase()
  for (const name of ['a', 'b', 'c']) {
    await add(database, name)
    const { rows } = await sql<{ name: string }>`${sql.raw(names)}`.execute(database.reads)
    expect(rows.at(-1)?.name).toBe(name)
  }
})

test('so is what another process commits', async () => {
  const file = `${temporaryFolder()}/shared.db`
  const [ours, theirs] = [openSqlite(file), openSqlite(file)]
  await ours.write((tables) => sql`create table note (words text) strict`.execute(tables))
  const count = async () => (await sql`select words from note`.execute(ours.reads)).rows.length
  expect(await count()).toBe(0)
  await theirs.write((tables) => sql`insert into note values ('theirs')`.execute(tables))
  expect(await count()).toBe(1)
  await Promise.all([ours.close(), theirs.close()])
})

test('nobody changes what the next one is answered', async () => {
  const database = await sqliteDatabase()
  await add(database, 'untouched')
  const ask = () => database.reads.selectFrom('workspace').select('name').execute()
  const [row] = await ask()
  expect(() => Object.assign(row ?? {}, { name: 'scribbled over' })).toThrow(TypeError)
  expect(await ask()).toEqual([{ name: 'untouched' }])
})

test('other values are another question', async () => {
  const database = await sqliteDatabase()
  await add(database, 'a')
  const named = (name: string) =>
    database.reads.selectFrom('workspace').select('id').where('name', '=', name).execute()
  expect(await named('a')).toHaveLength(1)
  expect(await named('b')).toHaveLength(0)
})
