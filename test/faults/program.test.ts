import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterAll, describe, expect, test } from 'vitest'
import { temporaryFolder } from '../support/databases.ts'
import { runProgram, startProgram } from './program.ts'

describe('asked to end', () => {
  test('under load: what came in is answered, and it ends with 0', { timeout: 90_000 }, async () => {
    const folder = temporaryFolder()
    const program = await startProgram({ DRUMBEAT_DATA: folder })
    const asked = Array.from({ length: 60 }, (_, index) => say(program.url, `/deal add 客户${index} 1万`))
    await asked[0]
    program.stop()
    const answers = await Promise.all(asked)
    expect(await program.ended).toBe(0)
    const logged = answers.flatMap((answer, index) => (answer === undefined ? [] : `客户${index}`))
    expect(logged.length).toBeGreaterThan(0)
    expect(answers.filter((answer) => answer !== undefined && !answer.includes('D-'))).toEqual([])
    expect(storedCustomers(folder)).toEqual(expect.arrayContaining(logged))
    expect(program.errors.join('')).toBe('')
  })

  test('a killed one starts again on what it has stored', { timeout: 90_000 }, async () => {
    const folder = temporaryFolder()
    const first = await startProgram({ DRUMBEAT_DATA: folder })
    expect(await say(first.url, '/deal add 最后一单 1万')).toContain('D-')
    first.kill()
    await first.ended
    const second = await startProgram({ DRUMBEAT_DATA: folder })
    expect(await say(second.url, '/deal list')).toContain('最后一单')
    second.stop()
    expect(await second.ended).toBe(0)
  })
})

/** The answer's text; undefined: the program took no more in. */
async function say(url: string, text: string): Promise<string | undefined> {
  try {
    const response = await fetch(`${url}/api/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: '李雷', in: 'deals', text }),
    })
    const answer = await response.text()
    return response.status === 503 ? undefined : answer
  } catch {
    return undefined
  }
}

function storedCustomers(folder: string): string[] {
  return query(folder, 'SELECT customer FROM deal').map((row) => String(row.customer))
}

function query(folder: string, sql: string): Record<string, unknown>[] {
  const sqlite = new Sqlite(join(folder, 'drumbeat.db'), { readonly: true })
  try {
    return sqlite.prepare<[], Record<string, unknown>>(sql).all()
  } finally {
    sqlite.close()
  }
}

describe('a database that cannot be used is told in one line, with exit code 1', () => {
  test('a file that is something else stays as it was', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'drumbeat.db')
    const text = 'customer,amount\n'.repeat(500)
    writeFileSync(file, text)
    expect(runProgram(['start'], { DRUMBEAT_DATA: folder, PORT: '0' })).toMatchObject({
      code: 1,
      err: `The database ${file} is not a Drumbeat database: it was left untouched.`,
    })
    expect(readFileSync(file, 'utf8')).toBe(text)
    expect(existsSync(`${file}-wal`)).toBe(false)
  })

  test('a damaged file stays as it was', () => {
    const folder = temporaryFolder()
    const file = join(folder, 'drumbeat.db')
    expect(runProgram(['migrate'], { DRUMBEAT_DATA: folder }).code).toBe(0)
    const damaged = readFileSync(file).fill(0x5a, 100, 4096)
    writeFileSync(file, damaged)
    const { code, err } = runProgram(['start'], { DRUMBEAT_DATA: folder, PORT: '0' })
    expect(code).toBe(1)
    expect(err).toBe(`The database ${file} is damaged: restore a backup.`)
    expect(readFileSync(file).equals(damaged)).toBe(true)
  })

  test('a folder where the file should be', () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'drumbeat.db'))
    const { code, err } = runProgram(['start'], { DRUMBEAT_DATA: folder, PORT: '0' })
    expect(code).toBe(1)
    expect(err.split('\n')).toHaveLength(1)
    expect(err).toContain('cannot be opened')
  })
})

const small = smallDisk()

describe.skipIf(small === undefined)(
  `a full disk${small ? '' : ' (SKIPPED: no disk can be mounted here)'}`,
  () => {
    const folder = small ?? ''

    test('is told in one line, with exit code 1, and the file stays as it was', () => {
      const data = join(folder, 'old')
      const file = join(data, 'drumbeat.db')
      expect(runProgram(['migrate'], { DRUMBEAT_DATA: data }).code).toBe(0)
      const before = readFileSync(file)
      fillUp(folder)
      const { code, err } = runProgram(['start'], { DRUMBEAT_DATA: data, PORT: '0' })
      expect(err).toBe(`The database ${file} cannot grow: the disk is full.`)
      expect(code).toBe(1)
      expect(readFileSync(file).equals(before)).toBe(true)
      rmSync(join(folder, 'filler'))
      expect(runProgram(['doctor'], { DRUMBEAT_DATA: data, PORT: '0' }).err).not.toContain('full')
    })

    test('during an import takes nothing in, and what was there stays', () => {
      const data = join(folder, 'import')
      const people = join(temporaryFolder(), 'people.csv')
      const deals = join(temporaryFolder(), 'deals.csv')
      writeFileSync(people, '姓名,主管\n李雷,王经理\n')
      const rows = Array.from({ length: 8000 }, (_, row) => `客户${row},100,2026-11-20,李雷`)
      writeFileSync(deals, `客户,金额,签约日期,销售\n${rows.join('\n')}\n`)
      expect(runProgram(['import', 'people', people], { DRUMBEAT_DATA: data }).code).toBe(0)
      const { code, err } = runProgram(['import', 'deals', deals], { DRUMBEAT_DATA: data })
      expect(code).toBe(1)
      expect(err.split('\n').at(-1)).toContain('the disk is full')
      expect(query(data, 'SELECT count(*) AS deals FROM deal')).toEqual([{ deals: 0 }])
      expect(query(data, 'PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }])
    })
  },
)

/** A disk of three megabytes, where one may be mounted. */
function smallDisk(): string | undefined {
  const folder = temporaryFolder()
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder]).status === 0
  if (!mounted) return undefined
  afterAll(() => void spawnSync('umount', [folder]))
  return folder
}

function fillUp(folder: string): void {
  spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'filler')}`, 'bs=4k'])
}

test('bad configuration: one message with everything that is wrong, exit code 2', () => {
  const folder = temporaryFolder()
  const { code, out, err } = runProgram(['start'], {
    DRUMBEAT_DATA: join(folder, 'data'),
    PORT: 'eighty',
    DATABASE_URL: 'mysql://localhost',
    LOG_LEVEL: 'loud',
    SLACK_APP_TOKEN: 'secret-token',
  })
  expect(code).toBe(2)
  expect(out).toBe('')
  for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL', 'SLACK_APP_TOKEN', 'SLACK_BOT_TOKEN'])
    expect(err).toContain(name)
  expect(err).not.toContain('secret-token')
  expect(existsSync(join(folder, 'data'))).toBe(false)
})

const older = olderNode()

test.skipIf(older === undefined)(
  `on a Node below 24 it says so in one line${older ? '' : ' (SKIPPED: none is installed here)'}`,
  () => {
    const { code, out, err } = runProgram(['start'], {}, older)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(/^Drumbeat needs Node 24 or newer; this is \d+\.\d+\.\d+\. .*$/)
  },
)

/** The machine's own Node, where it is an older one. */
function olderNode(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((one) => !one.includes('node_modules'))
  return folders
    .map((folder) => join(folder, 'node'))
    .find(
      (node) =>
        existsSync(node) &&
        Number(spawnSync(node, ['-p', 'process.versions.node.split(".")[0]']).stdout) < 24,
    )
}
