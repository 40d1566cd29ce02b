import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder } from './drumbeat.ts'

const shipped = (name: string) => readFileSync(join(import.meta.dirname, '../../plans', name), 'utf8')

const PEOPLE =
  'sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\nMoses Frase,Cara Losch,East\n'

async function company() {
  const place = inFolder({
    'people.csv': PEOPLE,
    'flat.yml': shipped('flat.yml'),
    'marginal.yml': shipped('marginal-tiers.yml'),
    'wrong.yml': 'name: Wrong\nperiod: month\nattain: signed\npay: signed\nrate: a lot\ncap: 5\n',
  })
  await place.drumbeat('import', 'people', 'people.csv')
  return place
}

describe('plan check', () => {
  test('says a plan back in both languages, with what it pays', async () => {
    const place = inFolder({ 'plan.yml': shipped('default-ladder.yml') })
    const { code, out } = await place.drumbeat('plan', 'check', 'plan.yml')
    expect(code).toBe(0)
    expect(out).toContain('达到 100% 起：100% 以内的部分 × 6%（5% × 1.2）')
    expect(out).toContain('from 100%: the part up to 100% at 5% × 1.2 = 6%')
    expect(out).toMatch(/^ +80% +80,000 元 +4,000 元$/m)
    expect(out).toMatch(/^ +120% +¥120,000 +¥7,500$/m)
  })

  test('shows it in another currency, on another target', async () => {
    const place = inFolder({ 'plan.yml': shipped('default-ladder.yml') })
    const { out } = await place.drumbeat(
      'plan',
      'check',
      'plan.yml',
      '--currency',
      'jpy',
      '--target',
      '5000000',
    )
    expect(out).toMatch(/^ +100% +JPY 5,000,000 +JPY 300,000$/m)
  })

  test('names every mistake by file and line, with exit code 2', async () => {
    const place = await company()
    expect(await place.drumbeat('plan', 'check', 'wrong.yml')).toEqual({
      code: 2,
      out: '',
      err: 'wrong.yml:5: rate: expected a rate such as 5% or 1/20\nwrong.yml:6: a plan has no field “cap”',
    })
  })

  test('warns where signing more pays less', async () => {
    const place = inFolder({
      'plan.yml':
        'name: Falling\nperiod: month\nattain: signed\npay: signed\nrate: 5%\ntiers:\n  - { unlock: 0, covers: { from: 0 }, rate: { multiply: 1 } }\n  - { unlock: 100%, covers: { from: 0 }, rate: { set: 2% } }\n',
    })
    const { code, out } = await place.drumbeat('plan', 'check', 'plan.yml')
    expect(code).toBe(0)
    expect(out).toContain('Careful: on reaching 100% the pay falls from 5,000 to 2,000.')
    expect(out).toContain('注意：到 100% 时，提成反而从 5,000 元降到 2,000 元。')
  })

  test.each([
    ['a file that is not there', ['nowhere.yml'], 'nowhere.yml cannot be read.'],
    [
      'a currency that is none',
      ['flat.yml', '--currency', 'XXQ'],
      '--currency: “XXQ” is no currency. Try CNY or USD.',
    ],
    [
      'a target that is none',
      ['flat.yml', '--target', 'much'],
      '--target: “much” is not an amount in CNY. Try 100000.',
    ],
  ])('%s is one line, exit code 2', async (_, words, err) => {
    const place = await company()
    expect(await place.drumbeat('plan', 'check', ...words)).toEqual({ code: 2, out: '', err })
  })
})

test('plan schema is a JSON schema', async () => {
  const { code, out } = await inFolder().drumbeat('plan', 'schema')
  expect(code).toBe(0)
  expect(JSON.parse(out)).toMatchObject({
    type: 'object',
    required: ['name', 'period', 'attain', 'pay', 'rate'],
  })
})

describe('plan activate', () => {
  test('puts a plan in force for everyone, a team or a person; list tells them apart', async () => {
    const place = await company()
    const activate = (...words: string[]) => place.drumbeat('plan', 'activate', ...words)
    expect((await activate('flat.yml', '--from', '2016-01-01')).out).toBe(
      '“Flat” is version 1 for everyone, from 2016-01-01. Figures since then change with it.',
    )
    expect((await activate('marginal.yml', '--from', '2017-01-01', '--team', 'cara losch')).code).toBe(2)
    const teams = (await activate('marginal.yml', '--from', '2017-01-01', '--team', 'Nowhere')).err
    const team = /There are: ([^,]+)/.exec(teams)?.[1] ?? ''
    expect((await activate('marginal.yml', '--from', '2017-01-01', '--team', team)).code).toBe(0)
    await activate('flat.yml', '--from', '2017-04-01', '--person', 'Moses Frase')
    expect((await activate('flat.yml', '--from', '2017-05-01', '--person', 'Moses Frase')).out).toContain(
      'version 2',
    )
    expect((await place.drumbeat('plan', 'list')).out.split('\n')).toEqual([
      '2016-01-01  everyone: “Flat”, version 1',
      `2017-01-01  ${team}: “Marginal tiers”, version 1`,
      '2017-04-01  Moses Frase: “Flat”, version 1',
      '2017-05-01  Moses Frase: “Flat”, version 2',
    ])
    const said = await place.drumbeat('say', '--as', 'Moses Frase', '/commission plan 2017-05')
    expect(said.out).toContain('Flat')
  })

  test.each([
    ['a date that is none', ['--from', 'soon'], '--from: “soon” is not a date. Try 2026-12-01.'],
    [
      'a team and a person at once',
      ['--from', '2017-01-01', '--team', 'East', '--person', 'Moses Frase'],
      'Either --team or --person, not both.',
    ],
  ])('%s changes nothing', async (_, words, err) => {
    const place = await company()
    expect(await place.drumbeat('plan', 'activate', 'marginal.yml', ...words)).toEqual({
      code: 2,
      out: '',
      err,
    })
    expect((await place.drumbeat('plan', 'list')).out).toContain('There is no plan yet.')
  })

  test('from a date within a period says which stretches follow', async () => {
    const place = await company()
    const { out } = await place.drumbeat('plan', 'activate', 'marginal.yml', '--from', '2017-02-15')
    expect(out).toContain(
      '2017-Q1 has two stretches, 2017-01-01 to 2017-02-14 by the plan before and 2017-02-15 to 2017-03-31 by this one, each worked out by itself (stretches: separate).',
    )
    expect(out).toContain('Whoever had no plan before has this one for all of 2017-Q1')
    expect((await place.drumbeat('plan', 'list')).out).toContain('2017-02-15  everyone: “Marginal tiers”')
  })

  test('the built-in plan is listed by the name that people read', async () => {
    const place = inFolder()
    await place.drumbeat('demo')
    expect((await place.drumbeat('plan', 'list')).out).toMatch(/ everyone: “Default ladder”, version 1$/)
  })

  test('a plan with a mistake changes nothing', async () => {
    const place = await company()
    expect((await place.drumbeat('plan', 'activate', 'wrong.yml', '--from', '2017-01-01')).code).toBe(2)
    expect((await place.drumbeat('plan', 'list')).out).toContain('There is no plan yet.')
  })

  test('finds the people that a pool is divided among, or names the line of who is not there', async () => {
    const pool = (name: string) =>
      `name: Pooled\nperiod: month\nattain: signed\npay: signed\nrate: 5%\npool:\n  source: on-top\n  size: 10%\n  scope: team\n  divide: by-weights\n  unreleased: forfeited\n  weights:\n    - { person: Anna Snelling, weight: 60 }\n    - { person: ${name}, weight: 40 }\n`
    const place = inFolder({
      'people.csv': PEOPLE,
      'pool.yml': pool('Moses Frase'),
      'wrong.yml': pool('Moses'),
    })
    await place.drumbeat('import', 'people', 'people.csv')
    expect((await place.drumbeat('plan', 'check', 'wrong.yml')).out).toContain('Anna Snelling 60, Moses 40')
    const refused = { code: 2, out: '', err: 'wrong.yml:14: pool.weights[2]: nobody is called “Moses”' }
    expect(await place.drumbeat('plan', 'activate', 'wrong.yml', '--from', '2017-01-01')).toEqual(refused)
    const tried = ['plan', 'test', 'wrong.yml', '--from', '2017-01', '--to', '2017-01'] as const
    expect(await place.drumbeat(...tried)).toEqual(refused)
    expect((await place.drumbeat('plan', 'activate', 'pool.yml', '--from', '2017-01-01')).code).toBe(0)
    const said = await place.drumbeat('say', '--as', 'Moses Frase', '/commission plan 2017-05')
    expect(said.out).toContain('the pool is divided by weights that the plan sets')
  })
})
