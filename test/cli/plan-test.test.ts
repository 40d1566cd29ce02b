import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder } from './drumbeat.ts'

const PEOPLE = `sales_agent,manager,regional_office
Anna Snelling,Dustin Brinkmann,Central
Moses Frase,Dustin Brinkmann,Central
Lajuana Vencill,Cara Losch,East
`
const DEALS = `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value
A1,Moses Frase,GTX Basic,Cancity,Won,10/20/2016,1/10/2017,60000
A2,Moses Frase,GTX Pro,Isdom,Won,10/25/2016,2/11/2017,70000
A3,Anna Snelling,GTX Basic,Isdom,Won,10/25/2016,3/12/2017,40000
A4,Lajuana Vencill,GTX Basic,Cancity,Won,10/25/2016,3/20/2017,10000
`
const FLAT = 'name: Flat\nperiod: month\nattain: signed\npay: signed\nrate: 5%\n'
const BANDS =
  'name: Bands\nperiod: quarter\nattain: signed\npay: signed\nrate: 4%\ntiers:\n  - { unlock: 0, covers: { from: 0, to: 100000 }, rate: { multiply: 1 } }\n  - { unlock: 100000, covers: { from: 100000 }, rate: { multiply: 2 } }\n'
const PRODUCT = `${FLAT.replace('Flat', 'Product')}rates:\n  - when: { product: GTX Pro }\n    rate: 10%\n`

async function company() {
  const place = inFolder({
    'people.csv': PEOPLE,
    'deals.csv': DEALS,
    'flat.yml': FLAT,
    'bands.yml': BANDS,
    'product.yml': PRODUCT,
    'drawn.yml': `${FLAT}draw: { amount: 4000, recoverable: true }\n`,
  })
  await place.drumbeat('import', 'people', 'people.csv')
  await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
  await place.drumbeat('plan', 'activate', 'flat.yml', '--from', '2017-01-01')
  const tried = (file: string, ...words: string[]) =>
    place.drumbeat('plan', 'test', file, '--from', '2017-01', '--to', '2017-03', ...words)
  return { ...place, tried }
}

describe('plan test', () => {
  test('sets a draft against the plan in force, for each person and in all', async () => {
    const { tried } = await company()
    const { code, out } = await tried('bands.yml')
    expect(code).toBe(0)
    // Flat: 3,000 + 3,500, 2,000 and 500. Bands: 4,000 + 30,000 × 8%, 1,600 and 400.
    expect(out).toContain('What “Bands” would have cost, 2017-01 to 2017-03')
    expect(out).toContain('$9,000 by the plans in force, $8,400 by the draft, -$600 in all.')
    expect(out).toContain('0 would get more, 3 less, 0 the same.')
    expect(out).toMatch(/^Anna Snelling +\$2,000 +\$1,600 +-\$400$/m)
    expect(out).toContain('In force, 2017-01, $60,000: $3,000 ($0 – $60,000 × 5% = $3,000)')
    expect(out).toContain(
      'Draft, 2017-Q1, $130,000: $6,400 ($0 – $100,000 × 4% = $4,000; $100,000 – $130,000 × 8% = $2,400)',
    )
  })

  test('looks at single deals where the draft does', async () => {
    const { tried } = await company()
    expect((await tried('product.yml')).out).toMatch(/^Moses Frase +\$6,500 +\$10,000 +\+\$3,500$/m)
  })

  test('runs the balances of a draft on from the first of the months', async () => {
    const { tried } = await company()
    const { out } = await tried('drawn.yml')
    // Moses: 3,000 and 3,500, and a draw of 4,000 in each of three months; Anna and Lajuana are short of it as well.
    expect(out).toMatch(/^Moses Frase +\$6,500 +\$12,000 +\+\$5,500$/m)
    expect(out).toContain(
      'Draft, 2017-02, $70,000: $4,000 ($0 – $70,000 × 5% = $3,500; Filled up to the draw (owed now: $1,500): $500)',
    )
  })

  test('of one team counts its members only', async () => {
    const { tried } = await company()
    const everyTeam = (await tried('flat.yml', '--team', 'Nowhere')).err
    const [team = ''] =
      /There are: ([^\n]+)\.$/
        .exec(everyTeam)?.[1]
        ?.split(', ')
        .filter((name) => name.includes('East') || name.includes('Cara')) ?? []
    const { out } = await tried('bands.yml', '--team', team)
    expect(out).toContain('Lajuana Vencill')
    expect(out).not.toContain('Moses Frase')
  })

  test('writes a row for each person, and no file over another', async () => {
    const { tried, folder } = await company()
    expect((await tried('bands.yml', '--csv', 'cost.csv')).code).toBe(0)
    expect(readFileSync(join(folder, 'cost.csv'), 'utf8').split('\n').slice(0, 2)).toEqual([
      '\ufeffname,in force,draft,difference,currency',
      "Anna Snelling,2000.00,1600.00,'-400.00,USD",
    ])
    expect(await tried('bands.yml', '--csv', 'cost.csv')).toMatchObject({ code: 2 })
  })

  test('says who had no target', async () => {
    const { tried, write } = await company()
    write('gate.yml', `${FLAT}gate: 80%\n`)
    expect((await tried('gate.yml')).out).toContain('3 people had no target in some period of the draft')
  })

  test.each([
    [
      ['--from', '2017-01', '--to', '2017-02'],
      '--from and --to: a plan counts by the quarter, so take whole ones, such as 2026-01 to 2026-12.',
    ],
    [['--from', '2017-03', '--to', '2017-01'], '--from 2017-03 is later than --to 2017-01.'],
    [['--from', 'spring', '--to', '2017-03'], '--from: “spring” is not a month. Try 2026-01.'],
  ])('%s is refused in one line', async (words, err) => {
    const { drumbeat } = await company()
    expect(await drumbeat('plan', 'test', 'bands.yml', ...words)).toEqual({ code: 2, out: '', err })
  })

  test('changes nothing', async () => {
    const { tried, drumbeat } = await company()
    const before = (await drumbeat('plan', 'list')).out
    await tried('bands.yml')
    expect((await drumbeat('plan', 'list')).out).toBe(before)
  })
})
