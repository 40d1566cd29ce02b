import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inFolder } from './drumbeat.ts'

const PEOPLE =
  'sales_agent,manager,regional_office\nAnna Snelling,Dustin Brinkmann,Central\nMoses Frase,Dustin Brinkmann,Central\n'
const PRODUCTS = 'product,series,sales_price\nGTX Basic,GTX,550\nGTX Pro,GTX,4821\n'
const HEADER = 'opportunity_id,sales_agent,product,account,deal_stage,engage_date,close_date,close_value\n'
const DEALS = `${HEADER}A1,Moses Frase,GTX Basic,Cancity,Won,10/20/2016,12/1/2017,1054
A2,Anna Snelling,GTXPro,Isdom,Won,10/25/2016,12/11/2017,4514
A3,Anna Snelling,GTX Basic,,Engaging,10/25/2016,,
A4,Anna Snelling,GTX Basic,Isdom,Lost,10/25/2016,12/12/2017,0
`

async function crm(deals = DEALS) {
  const place = inFolder({ 'people.csv': PEOPLE, 'products.csv': PRODUCTS, 'deals.csv': deals })
  await place.drumbeat('import', 'people', 'people.csv', '--admin', 'Dustin Brinkmann')
  await place.drumbeat('import', 'products', 'products.csv')
  return place
}

const board = (place: ReturnType<typeof inFolder>, period = '2017-12') =>
  place.drumbeat('say', '--as', 'Anna Snelling', `/leaderboard signed ${period}`)

describe('people', () => {
  test('become a tree of departments and teams; a second run adds nobody', async () => {
    const place = inFolder({ 'people.csv': PEOPLE })
    const first = await place.drumbeat('import', 'people', 'people.csv', '--admin', 'Dustin Brinkmann')
    expect(first).toMatchObject({
      code: 0,
      out: '2 rows: 3 new people, 1 manager, 2 teams in workspace “local”.',
    })
    const again = await place.drumbeat('import', 'people', 'people.csv')
    expect(again.out).toContain('0 new people')
  })

  test('can be listed in Chinese, also in GBK', async () => {
    const place = inFolder()
    place.write('people.csv', '姓名,主管,部门\n李雷,王经理,华东\n', 'gbk')
    expect((await place.drumbeat('import', 'people', 'people.csv')).code).toBe(0)
    expect((await place.drumbeat('say', '--as', '李雷', '排行榜 签约')).out).toContain('排行榜')
  })

  test('an admin who is not in the file is an error, and nobody is taken in', async () => {
    const place = inFolder({ 'people.csv': PEOPLE })
    const wrong = await place.drumbeat('import', 'people', 'people.csv', '--admin', 'Nobody')
    expect(wrong).toMatchObject({ code: 1, err: '--admin: nobody called “Nobody” is in the file.' })
    expect((await place.drumbeat('say', '--as', 'Moses Frase', '/help')).code).toBe(2)
  })
})

describe('deals', () => {
  test('won rows are stored, the others counted by stage, unknown products warned of', async () => {
    const place = await crm()
    const { code, out } = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    expect(code).toBe(0)
    expect(out.split('\n')).toEqual([
      '4 rows: 2 new deals were stored, $5,568 in all.',
      'Not deals: 1 Engaging, 1 Lost.',
      'Warning: “GTXPro” is not in the product list (1 row, first in line 3); stored as written. Did you mean “GTX Pro”?',
    ])
    const standing = (await board(place)).out
    expect(standing).toContain('$4,514')
    expect(standing).toContain('$1,054')
  })

  test('a second run changes nothing', async () => {
    const place = await crm()
    await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    const before = (await board(place)).out
    const { out } = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    expect(out).toContain('0 new deals')
    expect(out).toContain('Already there and left as they were: 2 deals.')
    expect((await board(place)).out).toBe(before)
  })

  test('a file without ids can be imported twice as well; the same row twice is two deals', async () => {
    const place = await crm(
      '客户,金额,签约日期,销售\n华为,"12,000.50",2017-12-01,Moses Frase\n华为,"12,000.50",2017-12-01,Moses Frase\n',
    )
    const first = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    expect(first.out).toContain('2 new deals were stored, $24,001 in all.')
    const again = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    expect(again.out).toContain('0 new deals')
  })

  test('a dry run stores nothing', async () => {
    const place = await crm()
    const { out } = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD', '--dry-run')
    expect(out).toContain('2 new deals would be stored')
    expect((await board(place)).out).not.toContain('4,514')
  })

  test('every bad cell is named by line and column, and nothing is stored', async () => {
    const place = await crm(`${HEADER}A1,Moses Frase,GTX Basic,Cancity,Won,10/20/2016,12/1/2017,1054
A2,Mosse Frase,GTX Basic,,Won,10/20/2016,2017-12-02,a lot
A1,Anna Snelling,${'GTX '.repeat(2500)},Isdom,Won,13/45/2016,12/3/2017,-5
`)
    const { code, err } = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    expect(code).toBe(1)
    expect(err.split('\n')).toEqual([
      'line 3, column “account”: is empty. Fill it in, or import such rows with --unknown-customer.',
      'line 3, column “close_value”: “a lot” is not an amount above zero.',
      'line 3, column “sales_agent”: “Mosse Frase” is nobody in this workspace; did you mean “Moses Frase”?',
      'line 3, column “close_date”: “2017-12-02” is not a date as this file writes them since line 2 (11/20/2026).',
      'line 4, column “close_value”: “-5” is not an amount above zero.',
      'line 4, column “product”: is longer than 80 characters.',
      'line 4, column “engage_date”: “13/45/2016” is not a date as this file writes them since line 2 (11/20/2026).',
      'line 4, column “opportunity_id”: “A1” stands in line 2 already.',
    ])
    expect((await board(place)).out).not.toContain('1,054')
  })

  test('a won row without a customer comes in when asked', async () => {
    const place = await crm(`${HEADER}A1,Moses Frase,GTX Basic,,Won,10/20/2016,12/1/2017,1054\n`)
    const { out } = await place.drumbeat(
      'import',
      'deals',
      'deals.csv',
      '--currency',
      'USD',
      '--unknown-customer',
    )
    expect(out).toContain('1 new deal was stored')
  })

  test.each([
    ['UTF-8', 'utf8'],
    ['UTF-8 with BOM', 'utf8-bom'],
    ['GBK', 'gbk'],
    ['UTF-16', 'utf16'],
  ])('can be written in %s', async (_name, encoding) => {
    const place = await crm()
    const text = '客户,金额,签约日期,销售,渠道\n华为技术,12万,2017年12月5日,Moses Frase,转介绍\n'
    place.write('cn.csv', text, encoding === 'utf8-bom' ? 'utf8' : encoding)
    if (encoding === 'utf8-bom') place.write('cn.csv', `\uFEFF${text}`, 'utf8')
    expect((await place.drumbeat('import', 'deals', 'cn.csv', '--currency', 'USD')).code).toBe(0)
    const list = await place.drumbeat('say', '--as', 'Dustin Brinkmann', '/deal list 2017-12')
    expect(list.out).toContain('华为技术')
  })

  test('unknown headers are mapped by a file; a wrong mapping names what is wrong', async () => {
    const place = await crm('Kunde,Summe,Datum,Wer\nSiemens,900,2017-12-24,Moses Frase\n')
    const unmapped = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    expect(unmapped.err).toContain('There is no column for customer')
    place.write('map.yml', 'customer: Kunde\namount: Summe\nsignedOn: Datum\nownr: Wer\n')
    const wrong = await place.drumbeat(
      'import',
      'deals',
      'deals.csv',
      '--map',
      'map.yml',
      '--currency',
      'USD',
    )
    expect(wrong.err).toContain('“ownr”, which is no field; did you mean owner?')
    place.write('map.yml', 'customer: Kunde\namount: Summe\nsignedOn: Datum\nowner: Wer\n')
    const right = await place.drumbeat(
      'import',
      'deals',
      'deals.csv',
      '--map',
      'map.yml',
      '--currency',
      'USD',
    )
    expect(right.out).toContain('1 new deal was stored, $900 in all.')
  })

  test('a column that is there twice is asked about, not guessed', async () => {
    const place = await crm('customer,amount,total,date,owner\nSiemens,900,950,2017-12-24,Moses Frase\n')
    const asked = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    expect(asked).toMatchObject({ code: 1 })
    expect(asked.err).toMatch(/^Two columns could be amount: “amount” and “total”. Say which with --map /)
    place.write('map.yml', 'amount: total\n')
    const told = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD', '--map', 'map.yml')
    expect(told.out).toContain('$950 in all')
  })

  test('what is no table is refused in one line', async () => {
    const place = await crm(`${DEALS}${'x'.repeat(3_000_000)}`)
    const endless = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    expect(endless.err).toMatch(/^line \d: is not well-formed CSV: Max Record Size.*$/)
    expect(await place.drumbeat('import', 'deals', 'data')).toMatchObject({
      code: 1,
      err: `${join(place.folder, 'data')} is not a file.`,
    })
  })

  test('before anybody is known, nothing is made that would stay', async () => {
    const place = inFolder({ 'deals.csv': DEALS, 'people.csv': '姓名\n李雷\n', 'products.csv': PRODUCTS })
    expect((await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')).err).toBe(
      'Nobody is known here yet. Import the people first: drumbeat import people FILE',
    )
    await place.drumbeat('import', 'products', 'products.csv', '--dry-run')
    await place.drumbeat('import', 'people', 'people.csv')
    expect((await place.drumbeat('say', '--as', '李雷', '排行榜 签约')).out).toContain('排行榜')
  })

  test('a workspace keeps its books in one currency', async () => {
    const place = await crm()
    await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    const other = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'EUR')
    expect(other).toMatchObject({ code: 2 })
    expect(other.err).toContain('keeps its books in USD')
    expect((await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'XXQ')).code).toBe(2)
  })
})

describe('export', () => {
  test('gives back what was imported, safe to open in a spreadsheet', async () => {
    const place = await crm(`${HEADER}A1,Moses Frase,GTX Basic,=2+5,Won,10/20/2016,12/1/2017,1054.50\n`)
    await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'USD')
    expect((await place.drumbeat('export', 'deals', 'out.csv')).code).toBe(0)
    const csv = readFileSync(join(place.folder, 'out.csv'), 'utf8')
    expect(csv.startsWith('\uFEFFnumber,')).toBe(true)
    expect(csv).toContain("D-1,A1,'=2+5,1054.50,USD,0.00,GTX Basic,")
    expect((await place.drumbeat('export', 'deals', 'out.csv')).err).toContain('exists already')
  })

  test('margin, amount without tax and discount go in and out, and can go in elsewhere again', async () => {
    const rows = [
      '华为,12000,2017-12-01,Moses Frase,3000,10619.47,8折',
      '小米,800,2017-12-02,Moses Frase,-50,,12.5%',
      '联想,500,2017-12-03,Moses Frase,,,',
    ]
    const header = '客户,金额,签约日期,销售,毛利,未税金额,折扣'
    const place = await crm(`${[header, ...rows].join('\n')}\n`)
    await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'CNY')
    await place.drumbeat('export', 'deals', 'out.csv')
    const csv = readFileSync(join(place.folder, 'out.csv'), 'utf8')
    expect(csv).toContain(',3000.00,10619.47,20%,')
    expect(csv).toContain(",'-50.00,,12.5%,")
    const elsewhere = await crm(csv)
    const again = await elsewhere.drumbeat('import', 'deals', 'deals.csv', '--currency', 'CNY')
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('3 new deals') })
    await elsewhere.drumbeat('export', 'deals', 'out.csv')
    const back = readFileSync(join(elsewhere.folder, 'out.csv'), 'utf8')
    expect(back).toContain(',3000.00,10619.47,20%,')
    expect(back).toContain(",'-50.00,,12.5%,")
  })

  test('a bad margin, amount without tax or discount is named by line and column', async () => {
    const place = await crm(
      '客户,金额,签约日期,销售,Margin,ex-VAT amount,Discount\n华为,100,2017-12-01,Moses Frase,101,-1,20\n',
    )
    const { code, err } = await place.drumbeat('import', 'deals', 'deals.csv', '--currency', 'CNY')
    expect(code).toBe(1)
    expect(err.split('\n')).toEqual([
      'line 2, column “Margin”: “101” is more than the amount.',
      'line 2, column “ex-VAT amount”: “-1” is not an amount in CNY.',
      'line 2, column “Discount”: “20” is not a discount such as 20% or 8折.',
    ])
  })
})
