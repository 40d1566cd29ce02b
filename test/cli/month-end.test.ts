import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder } from './drumbeat.ts'

const PEOPLE =
  'sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\nMoses Frase,Cara Losch,East\n'
const PLAN = 'name: Quarter\nperiod: quarter\nattain: signed\npay: signed\nrate: 5%\n'

const deals = (amount: string) =>
  [
    'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value',
    `A1,Anna Snelling,GTX,Acme,Won,2017-09-01,2017-10-05,${amount}`,
    'A2,Anna Snelling,GTX,Bolt,Won,2017-09-01,2017-11-05,2000',
    'A3,Moses Frase,GTX,Core,Won,2017-09-01,2017-12-05,3000',
    '',
  ].join('\n')

/** The last quarter of 2017 with a flat 5%, in a currency, closed and approved. */
async function quarterClosed(currency: string, amount = '1001') {
  const place = inFolder({ 'people.csv': PEOPLE, 'deals.csv': deals(amount), 'plan.yml': PLAN })
  const says = (text: string, as = 'Dustin Brinkmann') => place.drumbeat('say', '--as', as, text)
  await place.drumbeat('import', 'people', 'people.csv', '--admin', 'Dustin Brinkmann')
  await place.drumbeat('import', 'deals', 'deals.csv', '--currency', currency)
  await place.drumbeat('plan', 'activate', 'plan.yml', '--from', '2017-10-01')
  const frozen = await says('/commission freeze 2017-Q4')
  return { place, says, frozen }
}

test('the closing of a month of many people says how far it is', async () => {
  const names = Array.from({ length: 200 }, (_, index) => `Rep ${index + 1}`)
  const place = inFolder({
    'people.csv': `sales_agent,manager,regional_office\n${names.map((name) => `${name},Dustin Brinkmann,Central\n`).join('')}`,
    'deals.csv': `opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n${names
      .map((name, index) => `A${index},${name},GTX,Acme,Won,2017-09-01,2017-10-05,${1000 + index}\n`)
      .join('')}`,
    'plan.yml': PLAN,
  })
  await place.drumbeat('import', 'people', 'people.csv', '--admin', 'Dustin Brinkmann')
  await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
  await place.drumbeat('plan', 'activate', 'plan.yml', '--from', '2017-10-01')
  const { out } = await place.drumbeat('say', '--as', 'Dustin Brinkmann', '/commission freeze 2017-Q4')
  const said = out.split('\n')
  expect(said.slice(0, 3)).toEqual(['Working: 10%', 'Working: 20%', 'Working: 30%'])
  // 200 deals of 1,000 to 1,199 at 5%.
  expect(said.join(' ')).toContain('200 statements sent, $10,995 in all')
})

const csv = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8')

describe('a quarter on the command line', () => {
  test('is closed, approved and paid; its statements are printed and exported', async () => {
    const { place, says, frozen } = await quarterClosed('USD')
    expect(frozen.out).toContain('2 statements sent, $300.05 in all (pre-tax)')
    await says('/commission approve 2017-Q4')
    await says('/commission approve 2017-Q4', 'Cara Losch')
    expect((await says('/commission approve 2017-Q4')).out).toContain('is approved and stays as it is')
    expect((await says('/commission paid 2017-Q4')).out).toContain('Q4 2017 has been paid')
    const exported = await place.drumbeat('export', 'payroll', 'payroll.csv', '--period', '2017-Q4')
    expect(exported.out).toContain('Exported the payroll of 2017-Q4')
    const rows = csv(place.folder, 'payroll.csv').split('\n')
    expect(rows[0]).toBe(
      '\uFEFFperiod,person,person id,earned,adjustments,manual adjustments,total,currency,state,revision',
    )
    expect(rows[1]).toMatch(/^2017-Q4,Anna Snelling,\w+,150\.05,0\.00,0\.00,150\.05,USD,paid,1$/)
    await place.drumbeat('export', 'payroll', 'sum.csv', '--period', '2017-Q4', '--summary')
    expect(csv(place.folder, 'sum.csv').split('\n')[1]).toBe('2017-Q4,2,300.05,0.00,0.00,300.05,USD,paid,1')
    expect((await place.drumbeat('export', 'payroll', 'sum.csv', '--period', '2017-Q4')).err).toContain(
      'exists already',
    )
  })

  test('prints the statement as it was, whatever was refunded since', async () => {
    const { place, says } = await quarterClosed('USD')
    const printed = ['statement', '--period', '2017-Q4', '--person', 'Anna Snelling']
    const before = await place.drumbeat(...printed)
    expect(JSON.parse(before.out)).toMatchObject({ earnedMinor: '15005', totalMinor: '15005' })
    const moment = new Date().toISOString()
    await new Promise((resume) => setImmediate(resume))
    await says('/deal refund D-1 101 returned')
    expect((await place.drumbeat(...printed)).out).toBe(before.out)
    expect((await place.drumbeat(...printed, '--as-of', moment)).out).toBe(before.out)
    const now = await place.drumbeat(...printed, '--as-of', '2100-01-01T00:00:00Z')
    expect(JSON.parse(now.out)).toMatchObject({ earnedMinor: '14500' })
  })

  test.each([
    ['JPY', '1001', '150'],
    ['CNY', '1001.01', '150.05'],
    ['KWD', '1001.005', '150.050'],
  ])('counts %s in its own decimals', async (currency, amount, paid) => {
    const { place } = await quarterClosed(currency, amount)
    await place.drumbeat('export', 'payroll', 'payroll.csv', '--period', '2017-Q4')
    expect(csv(place.folder, 'payroll.csv').split('\n')[1]?.split(',')[3]).toBe(paid)
  })

  test('tells what is signed but not collected', async () => {
    const { place, says } = await quarterClosed('USD')
    await says('/deal collect D-3 3000')
    await says('/deal collect D-1 400')
    await place.drumbeat('export', 'accrual', 'accrual.csv')
    const rows = csv(place.folder, 'accrual.csv').trim().split('\n')
    expect(rows).toHaveLength(3)
    expect(rows[1]).toMatch(/^D-1,Acme,2017-10-05,Anna Snelling,\w+,1001\.00,400\.00,601\.00,USD$/)
  })

  test.each([
    [['statement', '--period', 'soon', '--person', 'Anna Snelling'], 2, 'is no pay period'],
    [['statement', '--period', '2017-Q4', '--person', 'Nobody'], 2, 'Nobody'],
    [['statement', '--period', '2017-Q3', '--person', 'Anna Snelling'], 1, 'no statement'],
    [['statement', '--period', '2017-Q4', '--person', 'Anna Snelling', '--as-of', 'noon'], 2, 'is no moment'],
    [['export', 'payroll', 'p.csv', '--period', '2017-Q3'], 1, 'has not been closed yet'],
  ])('%j is refused', async (words, code, sentence) => {
    const { place } = await quarterClosed('USD')
    const ran = await place.drumbeat(...words)
    expect(ran).toMatchObject({ code, out: '' })
    expect(ran.err).toContain(sentence)
    expect(existsSync(join(place.folder, 'p.csv'))).toBe(false)
  })
})
