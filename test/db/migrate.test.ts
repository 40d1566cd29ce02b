import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { migrate } from '../../src/db/migrate.ts'
import { engines, MIGRATIONS, temporaryFolder } from '../support/databases.ts'

const FIRST = `-- A comment; with a semicolon;
CREATE TABLE drum (
  id TEXT PRIMARY KEY, -- its name
  beats BIGINT NOT NULL
);
INSERT INTO drum (id, beats) VALUES ('a;b', 1);
`

describe.each(engines)('migrations on $name', (engine) => {
  test('are applied in order, once', async () => {
    const [database] = await engine.openTwiceEmpty()
    const folder = migrations({ '0002_more.sql': `UPDATE drum SET beats = 2;\n`, '0001_drum.sql': FIRST })
    expect(await migrate(database, folder)).toEqual(['0001_drum.sql', '0002_more.sql'])
    expect(await migrate(database, folder)).toEqual([])
    writeFileSync(join(folder, '0003_again.sql'), 'UPDATE drum SET beats = beats + 1;')
    expect(await migrate(database, folder)).toEqual(['0003_again.sql'])
    expect(await drums(database)).toEqual([{ id: 'a;b', beats: 3 }])
  })

  test('happen whole or not at all', async () => {
    const [database] = await engine.openTwiceEmpty()
    const folder = migrations({
      '0001_drum.sql': FIRST,
      '0002_bad.sql': 'DELETE FROM drum;\nDELETE FROM nothing;\n',
    })
    await expect(migrate(database, folder)).rejects.toThrow(/nothing/)
    expect(await drums(database)).toHaveLength(1)
    writeFileSync(join(folder, '0002_bad.sql'), 'DELETE FROM drum;\n')
    expect(await migrate(database, folder)).toEqual(['0002_bad.sql'])
  })

  test('must not change once they are applied', async () => {
    const [database] = await engine.openTwiceEmpty()
    const folder = migrations({ '0001_drum.sql': FIRST })
    await migrate(database, folder)
    writeFileSync(join(folder, '0001_drum.sql'), FIRST.replaceAll('\n', '\r\n'))
    expect(await migrate(database, folder)).toEqual([])
    writeFileSync(join(folder, '0001_drum.sql'), `${FIRST}-- really\n`)
    await expect(migrate(database, folder)).rejects.toThrow(
      'The migration 0001_drum.sql was changed after this database had applied it.',
    )
  })

  test('of a newer version, or slipped in between, are told apart', async () => {
    const [database] = await engine.openTwiceEmpty()
    const folder = migrations({ '0001_drum.sql': FIRST, '0003_more.sql': 'UPDATE drum SET beats = 2;' })
    await migrate(database, folder)
    writeFileSync(join(folder, '0002_late.sql'), 'DELETE FROM drum;')
    await expect(migrate(database, folder)).rejects.toThrow(/0002_late.sql was added before 0003_more.sql/)
    rmSync(join(folder, '0002_late.sql'))
    rmSync(join(folder, '0003_more.sql'))
    await expect(migrate(database, folder)).rejects.toThrow(/0003_more.sql, which this version .* not know/)
  })

  test('run once when two processes start at the same time', async () => {
    const [one, other] = await engine.openTwiceEmpty()
    const folder = migrations({
      '0001_drum.sql': FIRST,
      '0002_more.sql': 'UPDATE drum SET beats = beats + 1;',
    })
    const applied = await Promise.all([migrate(one, folder), migrate(other, folder)])
    expect(applied.flat().sort()).toEqual(['0001_drum.sql', '0002_more.sql'])
    expect(await drums(other)).toEqual([{ id: 'a;b', beats: 2 }])
  })

  test("of the product itself are complete, and take one query when there's nothing to do", async () => {
    const database = await engine.open()
    expect(await migrate({ ...database, write: () => Promise.reject() }, MIGRATIONS)).toEqual([])
  })
})

function migrations(files: Record<string, string>): string {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

async function drums(database: Database) {
  const { rows } = await sql<{ id: string; beats: number }>`SELECT id, beats FROM drum`.execute(
    database.reads,
  )
  return rows
}
