import { expect, test } from 'vitest'
import type { Database } from '../../src/db/database.ts'
import { features } from '../../src/features.ts'
import { createApp } from '../../src/kernel/app.ts'
import type { PlatformPerson } from '../../src/kernel/event.ts'
import { everyone } from '../../src/people/store.ts'
import { sqliteDatabase } from '../support/databases.ts'
import { testClock } from '../support/team.ts'

const OWNER: PlatformPerson = { id: 'U1', name: 'Ada', admin: true, locale: 'en-US', zone: 'Europe/Berlin' }
const COLLEAGUE: PlatformPerson = { id: 'U2', name: 'Bo' }

/** A bot that nobody has spoken to yet. */
async function newBot(admins: readonly string[] = []) {
  const database = await sqliteDatabase()
  let writes = 0
  const counted: Database = {
    ...database,
    reads: database.reads,
    write: (work, queue) => {
      writes += 1
      return database.write(work, queue)
    },
  }
  const clock = testClock('2026-11-20T02:00:00.000Z')
  const app = createApp({ database: counted, features, clock, admins })
  let deliveries = 0
  return {
    app,
    database,
    says: (by: PlatformPerson, text: string, home = 'T1', mentions: PlatformPerson[] = []) =>
      app.receive({
        kind: 'message',
        text,
        platform: 'test',
        home,
        homeName: `Home ${home}`,
        by,
        mentions,
        at: clock.now(),
        delivery: `d${++deliveries}`,
      }),
    people: async (workspace = 'test-T1') =>
      Object.fromEntries(
        (await everyone(await app.reading(workspace))).map((one) => [one.name, one.roles.join(' ')]),
      ),
    writesDuring: async (work: () => Promise<unknown>) => {
      const before = writes
      await work()
      return writes - before
    },
  }
}

test('the home of whoever speaks first becomes a workspace, in their language and zone', async () => {
  const bot = await newBot()
  await bot.says(OWNER, 'help')
  expect(await bot.app.workspaces()).toMatchObject([
    { id: 'test-T1', name: 'Home T1', locale: 'en', zone: 'Europe/Berlin', currencyChosen: false },
  ])
})

test('who owns the home is its first admin, on record; the next owner is not', async () => {
  const bot = await newBot()
  await bot.says(COLLEAGUE, 'help')
  await bot.says(OWNER, 'help')
  await bot.says({ id: 'U3', name: 'Cy', admin: true }, 'help')
  expect(await bot.people()).toEqual({ Ada: 'rep admin', Bo: 'rep', Cy: 'rep' })
  const audit = await bot.database.reads.selectFrom('audit').select(['what', 'after']).execute()
  expect(audit).toEqual([{ what: 'role.granted', after: '"admin"' }])
})

test('who is named in the configuration is an admin wherever they speak', async () => {
  const bot = await newBot([COLLEAGUE.id])
  await bot.says(OWNER, 'help')
  await bot.says(COLLEAGUE, 'help')
  expect(await bot.people()).toEqual({ Ada: 'rep admin', Bo: 'rep admin' })
})

test('people who are mentioned are taken in before they have said anything', async () => {
  const bot = await newBot()
  await bot.says(OWNER, 'badge <@U2>', 'T1', [COLLEAGUE])
  await bot.says(COLLEAGUE, 'help')
  expect(await bot.people()).toEqual({ Ada: 'rep admin', Bo: 'rep' })
})

test('the same id in another home is another person in another workspace', async () => {
  const bot = await newBot()
  await bot.says(OWNER, 'help')
  await bot.says({ id: 'U1', name: 'Eve' }, 'help', 'T2')
  expect(await bot.people('test-T1')).toEqual({ Ada: 'rep admin' })
  expect(await bot.people('test-T2')).toEqual({ Eve: 'rep' })
})

test('whom it knows, it lets in without a transaction: owners of the home, too', async () => {
  const bot = await newBot()
  const second: PlatformPerson = { id: 'U3', name: 'Cy', admin: true }
  for (const who of [OWNER, COLLEAGUE, second]) await bot.says(who, 'help')
  for (const who of [OWNER, COLLEAGUE, second])
    expect(await bot.writesDuring(() => bot.says(who, 'commission'))).toBe(0)
})
