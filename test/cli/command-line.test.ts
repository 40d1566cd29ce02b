import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runCommandLine } from '../../src/cli.ts'
import { inFolder } from './drumbeat.ts'

test('help is there everywhere', async () => {
  const place = inFolder()
  expect((await place.drumbeat('--help')).out).toContain('import')
  const deals = await place.drumbeat('import', 'deals', '--help')
  expect(deals).toMatchObject({ code: 0 })
  expect(deals.out).toContain('--dry-run')
})

test('a misspelt command is one line and exit code 2', async () => {
  const { code, err } = await inFolder().drumbeat('improt')
  expect(code).toBe(2)
  expect(err.split('\n')).toHaveLength(1)
})

test('wrong configuration is named whole, with exit code 2', async () => {
  const err: string[] = []
  const code = await runCommandLine(['start'], {
    env: { PORT: 'x', LOG_LEVEL: 'loud' },
    cwd: '.',
    out: () => {},
    err: (text) => void err.push(text),
    interactive: false,
    untilStopped: () => Promise.resolve(),
  })
  expect(code).toBe(2)
  expect(err.join('\n')).toMatch(/PORT.*\n.*LOG_LEVEL/)
})

test('migrate brings a new database up to date, once', async () => {
  const place = inFolder()
  expect((await place.drumbeat('migrate')).out).toContain('0001_people')
  expect((await place.drumbeat('migrate')).out).toBe('The database is up to date.')
})

test('say answers as the person, as text and as JSON', async () => {
  const place = inFolder()
  await place.drumbeat('demo')
  expect((await place.drumbeat('say', '--as', '李雷', '提成')).out).toContain('税前')
  const { out } = await place.drumbeat('say', '--as', '李雷', '/commission', '--json')
  expect(JSON.parse(out).view.summary).toContain('税前')
  expect(await place.drumbeat('say', '--as', '李蕾', '/commission')).toMatchObject({ code: 2 })
})

test('the demo is made once, and a real workspace is what commands mean by default', async () => {
  const place = inFolder({ 'people.csv': 'name\nAnna\n' })
  expect((await place.drumbeat('demo')).out).toContain('is ready')
  expect((await place.drumbeat('demo')).out).toContain('there already')
  expect((await place.drumbeat('import', 'people', 'people.csv')).out).toContain('“local”')
  expect((await place.drumbeat('say', '--as', 'Anna', '/help')).code).toBe(0)
  expect((await place.drumbeat('say', '--as', '李雷', '/help')).code).toBe(2)
})

test('a backup is made once, and never over another file', async () => {
  const place = inFolder()
  await place.drumbeat('demo')
  expect((await place.drumbeat('backup', 'copy.db')).code).toBe(0)
  expect(existsSync(join(place.folder, 'copy.db'))).toBe(true)
  expect((await place.drumbeat('backup', 'copy.db')).code).toBe(1)
})

test('doctor says what it looked at', async () => {
  const { code, out } = await inFolder().drumbeat('doctor')
  expect(code).toBe(0)
  expect(out).toContain('Database: SQLite')
  expect(out).toMatch(
    /^(?:ok|! ) {1,2}Calendar: China's holidays and make-up workdays are known until 20\d\d-12-31\./m,
  )
})

test('a database that is something else is left untouched', async () => {
  const place = inFolder()
  await place.drumbeat('migrate')
  writeFileSync(
    join(place.folder, 'data', 'drumbeat.db'),
    'this is a letter, not a database; it is long enough to look at',
  )
  const { code, err } = await place.drumbeat('migrate')
  expect(code).toBe(1)
  expect(err.split('\n')).toHaveLength(1)
})
