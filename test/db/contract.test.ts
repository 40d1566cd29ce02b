import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { type Engine, engines } from '../support/databases.ts'

if (!process.env.DATABASE_TEST_URL) {
  const inCi = process.env.CI === 'true'
  if (!inCi) console.warn('SKIPPED: PostgreSQL server (set DATABASE_TEST_URL)')
  test.skipIf(!inCi)('a database on a PostgreSQL server: set DATABASE_TEST_URL', () => expect.unreachable())
}

describe.each(engines)('a database on $name', (engine) => {
  test('keeps what a transaction wrote, and nothing of one that threw', async () => {
    const database = await withTally(engine)
    expect(await database.write((transaction) => add(transaction, 5))).toBe('added')
    await expect(
      database.write(async (transaction) => {
        await add(transaction, 7)
        throw new Error('changed my mind')
      }),
    ).rejects.toThrow('changed my mind')
    expect(await counted(database)).toBe(5)
    await database.write((transaction) => add(transaction, 1))
    expect(await counted(database)).toBe(6)
  })

  test('accepts nothing more in a transaction in which a statement failed', async () => {
    const database = await withTally(engine)
    const stubborn = database.write(async (transaction) => {
      await add(transaction, 1)
      await sql`INSERT INTO tally (id, total) VALUES ('c', 1)`.execute(transaction).catch(() => {})
    })
    await expect(stubborn).rejects.toThrow()
    expect(await counted(database)).toBe(0)
  })

  test('sees its own writes within a transaction, others only see them afterwards', async () => {
    const database = await withTally(engine)
    await database.write(async (transaction) => {
      await add(transaction, 5)
      expect(await counted({ reads: transaction })).toBe(5)
      if (engine.readsDuringWrites) expect(await counted(database)).toBe(0)
    })
    expect(await counted(database)).toBe(5)
  })

  test('answers 1000 readers while a transaction is open', async () => {
    const database = await withTally(engine)
    const asked = Promise.withResolvers<void>()
    const writing = database.write(async (transaction) => {
      await add(transaction, 5)
      await asked.promise
    })
    const reads = Promise.all(Array.from({ length: 1000 }, () => counted(database)))
    if (engine.readsDuringWrites) await reads
    asked.resolve()
    await writing
    const seen = new Set(await reads)
    expect([...seen]).toEqual([engine.readsDuringWrites ? 0 : 5])
  })

  test('loses none of 200 concurrent increments', async () => {
    const database = await withTally(engine)
    await Promise.all(Array.from({ length: 200 }, () => database.write((transaction) => add(transaction, 1))))
    expect(await counted(database)).toBe(200)
  })

  test('loses none of 200 concurrent increments through two connections', async () => {
    const [one, other] = await engine.openTwiceEmpty()
    await makeTally(one)
    const writes = Array.from({ length: 200 }, (_, index) =>
      (index % 2 ? one : other).write((transaction) => add(transaction, 1)),
    )
    await Promise.all(writes)
    expect([await counted(one), await counted(other)]).toEqual([200, 200])
  })

  test('lets transactions of one queue look first and then write', async () => {
    const [one, other] = await engine.openTwiceEmpty()
    await makeTally(one)
    const increments = Array.from({ length: 40 }, (_, index) =>
      (index % 2 ? one : other).write(async (transaction) => {
        const before = (await counted({ reads: transaction })) ?? 0
        await sql`UPDATE tally SET total = ${before + 1} WHERE id = 'c'`.execute(transaction)
      }, 'acme'),
    )
    await Promise.all(increments)
    expect(await counted(one)).toBe(40)
  })

  test('lets only one of two connections claim a thing', async () => {
    const [one, other] = await engine.openTwiceEmpty()
    await makeTally(one)
    const claims = Array.from({ length: 20 }, (_, index) =>
      (index % 2 ? one : other).write(async (transaction) => {
        const { numAffectedRows } = await sql`INSERT INTO tally (id, total) VALUES ('claim', 0)
          ON CONFLICT DO NOTHING`.execute(transaction)
        return numAffectedRows
      }),
    )
    const won = (await Promise.all(claims)).filter((rows) => rows === 1n)
    expect(won).toHaveLength(1)
  })

  test('returns large integers and sums exactly', async () => {
    const database = await withTally(engine)
    await database.write((transaction) => add(transaction, Number.MAX_SAFE_INTEGER - 1))
    await database.write((transaction) => add(transaction, 1))
    expect(await counted(database)).toBe(9007199254740991)
    const { rows } = await sql`SELECT SUM(total) AS total, COUNT(*) AS n FROM tally`.execute(database.reads)
    expect(rows).toEqual([{ total: 9007199254740991, n: 1 }])
  })

  test('refuses to read an integer beyond 2^53', async () => {
    const database = await withTally(engine)
    await database.write(async (transaction) => {
      await sql`UPDATE tally SET total = 9007199254740993`.execute(transaction)
    })
    await expect(counted(database)).rejects.toThrow(/too large/)
    await database.write(async (transaction) => {
      await sql`UPDATE tally SET total = -9007199254740993`.execute(transaction)
    })
    await expect(counted(database)).rejects.toThrow(/too large/)
  })

  test.each([
    [2 ** 53, /not an integer/],
    [-(2 ** 53), /not an integer/],
    [0.1, /not an integer/],
    [Number.NaN, /not an integer/],
    [Number.POSITIVE_INFINITY, /not an integer/],
    [2n ** 60n, /too large/],
    [undefined, /undefined cannot be stored/],
    [true, /boolean cannot be stored/],
  ])('refuses to store %s', async (value, sentence) => {
    const database = await withTally(engine)
    const write = database.write(async (transaction) => {
      await sql`UPDATE tally SET total = ${value}`.execute(transaction)
    })
    await expect(write).rejects.toThrow(sentence)
    expect(await counted(database)).toBe(0)
  })

  test('keeps any text as it is, and orders texts by code point', async () => {
    const database = await withTally(engine)
    const texts = ["'; DROP TABLE tally; --", 'B', 'a', '签单王', '🥁 drum', '\n\t%_']
    await database.write(async (transaction) => {
      for (const text of texts) {
        await sql`INSERT INTO tally (id, total) VALUES (${text}, 1)`.execute(transaction)
      }
    })
    const { rows } = await sql<{ id: string }>`SELECT id FROM tally ORDER BY id`.execute(database.reads)
    expect(rows.map(({ id }) => id)).toEqual([
      '\n\t%_',
      "'; DROP TABLE tally; --",
      'B',
      'a',
      'c',
      '签单王',
      '🥁 drum',
    ])
  })

  test('holds foreign keys', async () => {
    const database = await withTally(engine)
    const orphan = database.write(async (transaction) => {
      await sql`INSERT INTO tally_part (tally) VALUES ('nobody')`.execute(transaction)
    })
    await expect(orphan).rejects.toThrow(/foreign key/i)
  })

  test('refuses a transaction inside a transaction', async () => {
    const database = await withTally(engine)
    const nested = database.write(async (transaction) => {
      await add(transaction, 1)
      await database.write((inner) => add(inner, 1))
    })
    await expect(nested).rejects.toThrow(/already open/)
    expect(await counted(database)).toBe(0)
  })

  test('finishes what was asked for before it closes, and takes nothing afterwards', async () => {
    const [one, other] = await engine.openTwiceEmpty()
    await makeTally(one)
    const writes = Array.from({ length: 20 }, () => one.write((transaction) => add(transaction, 1)))
    await Promise.all([one.close(), ...writes])
    expect(await counted(other)).toBe(20)
    await expect(one.write((transaction) => add(transaction, 1))).rejects.toThrow(/closed/)
  })
})

async function withTally(engine: Engine): Promise<Database> {
  const [database] = await engine.openTwiceEmpty()
  await makeTally(database)
  return database
}

async function makeTally(database: Database): Promise<void> {
  await database.write(async (transaction) => {
    await sql`CREATE TABLE tally (id TEXT PRIMARY KEY, total BIGINT NOT NULL)`.execute(transaction)
    await sql`CREATE TABLE tally_part (tally TEXT NOT NULL REFERENCES tally (id))`.execute(transaction)
    await sql`INSERT INTO tally (id, total) VALUES ('c', 0)`.execute(transaction)
  })
}

async function add(transaction: Database['reads'], much: number): Promise<string> {
  await sql`INSERT INTO tally (id, total) VALUES ('c', ${much})
    ON CONFLICT (id) DO UPDATE SET total = tally.total + excluded.total`.execute(transaction)
  return 'added'
}

async function counted({ reads }: Pick<Database, 'reads'>): Promise<number | undefined> {
  const { rows } = await sql<{ total: number }>`SELECT total FROM tally WHERE id = 'c'`.execute(reads)
  return rows[0]?.total
}
