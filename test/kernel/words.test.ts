import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalsOf } from '../../src/kernel/money.ts'
import { spanOf } from '../../src/kernel/period.ts'
import { showPeriod } from '../../src/kernel/show-period.ts'
import { readAmount, readDate, readPeriod, splitWords } from '../../src/kernel/words.ts'

const FRIDAY = '2026-11-20'

describe('amounts as people type them', () => {
  test.each([
    ['120000', 120_000_00],
    ['120,000.50', 120_000_50],
    ['0.01', 1],
    ['￥12万', 120_000_00],
    ['¥ 12 万', 120_000_00],
    ['12万元', 120_000_00],
    ['12万块', 120_000_00],
    ['人民币12万', 120_000_00],
    ['1.5w', 15_000_00],
    ['1.5W', 15_000_00],
    ['120k', 120_000_00],
    ['120K', 120_000_00],
    ['1.2m', 1_200_000_00],
    ['3百万', 3_000_000_00],
    ['1.2亿', 120_000_000_00],
    ['1亿2000万', 120_000_000_00],
    ['12万5', 125_000_00],
    ['12万5千', 125_000_00],
    ['12万5000', 125_000_00],
    ['3千5', 3_500_00],
    ['1.23456万', 12_345_60],
    ['１２０，０００．５０', 120_000_50],
    ['１２万', 120_000_00],
    ['RMB 500', 500_00],
    ['cny500', 500_00],
  ])('%s', (text, minor) => {
    expect(readAmount(text, 'CNY')).toEqual({ minor, currency: 'CNY' })
  })

  test.each([
    ['$3,000', 300_000, 'USD'],
    ['3000 USD', 300_000, 'USD'],
    ['3000usd', 300_000, 'USD'],
    ['3千美元', 300_000, 'USD'],
    ['120K USD', 12_000_000, 'USD'],
    ['€1.5k', 150_000, 'EUR'],
    ['3000 MXN', 300_000, 'MXN'],
    ['JPY 12000', 12_000, 'JPY'],
    ['KWD 1.234', 1_234, 'KWD'],
    ['HK$800', 80_000, 'HKD'],
  ])('%s names its own currency', (text, minor, currency) => {
    expect(readAmount(text, 'CNY')).toEqual({ minor, currency })
  })

  test('a sign that several currencies share means the workspace’s own', () => {
    expect(readAmount('¥500', 'JPY')).toEqual({ minor: 500, currency: 'JPY' })
    expect(readAmount('¥500', 'USD')).toEqual({ minor: 50_000, currency: 'CNY' })
    expect(readAmount('$500', 'SGD')).toEqual({ minor: 50_000, currency: 'SGD' })
    expect(readAmount('500元', 'TWD')).toEqual({ minor: 50_000, currency: 'TWD' })
  })

  test.each([
    '',
    '12来万',
    '约12万',
    '12万左右',
    '12ish',
    'twelve',
    '0',
    '0.00万',
    '-5',
    '−5',
    '100.005',
    '100.500',
    '1.200,50',
    '1,5',
    '12,0000',
    '1.2.3',
    '.5',
    '5.',
    '12万50',
    '1.5亿2000万',
    '2千3万',
    '$12元',
    '12 XYZ',
    '1e5',
    'NaN',
    'Infinity',
    'constructor5',
    '5toString',
    '１２来万',
    '99999999999999999999',
    '9'.repeat(10_000),
    '1,'.repeat(5_000),
  ])('“%s” is not read', (text) => {
    expect(readAmount(text, 'CNY')).toBeUndefined()
  })

  test('a yen has no cents', () => {
    expect(readAmount('100.5', 'JPY')).toBeUndefined()
    expect(readAmount('1.5万', 'JPY')).toEqual({ minor: 15_000, currency: 'JPY' })
  })

  test('what is written in full is read to the cent, grouped or not, in any currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000_000_000_000 }),
        fc.constantFrom('CNY', 'USD', 'JPY', 'KWD'),
        fc.boolean(),
        (minor, currency, grouped) => {
          const decimals = decimalsOf(currency)
          const digits = String(minor).padStart(decimals + 1, '0')
          const whole = digits.slice(0, digits.length - decimals)
          const shown = grouped ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
          const text = decimals > 0 ? `${shown}.${digits.slice(-decimals)}` : shown
          expect(readAmount(`${text} ${currency}`, 'EUR')).toEqual({ minor, currency })
          expect(readAmount(text, currency)).toEqual({ minor, currency })
        },
      ),
    )
  })

  test('so many 万 are ten thousand times as many, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), (hundredths) => {
        const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}万`
        expect(readAmount(text, 'CNY')).toEqual({ minor: hundredths * 10_000, currency: 'CNY' })
      }),
    )
  })

  test('any text at all gives a whole positive amount or nothing', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[¥$]?[\d.,万千亿wkm元]{1,12}$/u)),
        (text) => {
          const amount = readAmount(text, 'CNY')
          if (amount) expect(Number.isSafeInteger(amount.minor) && amount.minor > 0).toBe(true)
        },
      ),
    )
  })
})

describe('dates as people type them', () => {
  test.each([
    ['今天', '2026-11-20'],
    ['today', '2026-11-20'],
    ['昨天', '2026-11-19'],
    ['Yesterday', '2026-11-19'],
    ['前天', '2026-11-18'],
    ['明天', '2026-11-21'],
    ['11-20', '2026-11-20'],
    ['11/19', '2026-11-19'],
    ['11-21', '2025-11-21'],
    ['11月20日', '2026-11-20'],
    ['12月1号', '2025-12-01'],
    ['2-29', '2024-02-29'],
    ['2026-11-20', '2026-11-20'],
    ['2026/1/5', '2026-01-05'],
    ['2026.11.20', '2026-11-20'],
    ['2026年11月20日', '2026-11-20'],
    ['２０２６－１１－２０', '2026-11-20'],
    ['周五', '2026-11-20'],
    ['星期四', '2026-11-19'],
    ['monday', '2026-11-16'],
    ['周六', '2026-11-14'],
  ])('%s', (text, date) => {
    expect(readDate(text, FRIDAY)).toBe(date)
  })

  test('leaning to the future, the next one is meant', () => {
    expect(readDate('11-19', FRIDAY, 'future')).toBe('2027-11-19')
    expect(readDate('周四', FRIDAY, 'future')).toBe('2026-11-26')
    expect(readDate('2-29', FRIDAY, 'future')).toBe('2028-02-29')
  })

  test.each([
    '',
    '2026-02-30',
    '2026-13-01',
    '13-1',
    '0-5',
    '11-31',
    '11/20/2026',
    '20',
    'soon',
    'constructor',
    '1-1-1',
  ])('“%s” is not read', (text) => {
    expect(readDate(text, FRIDAY)).toBeUndefined()
  })
})

describe('periods as people type them', () => {
  test.each([
    ['本月', '2026-11'],
    ['this month', '2026-11'],
    ['this-month', '2026-11'],
    ['上个月', '2026-10'],
    ['2026-11', '2026-11'],
    ['2026年3月', '2026-03'],
    ['11月', '2026-11'],
    ['12月', '2025-12'],
    ['December', '2025-12'],
    ['nov', '2026-11'],
    ['本季', '2026-Q4'],
    ['上季度', '2026-Q3'],
    ['Q4', '2026-Q4'],
    ['四季度', '2026-Q4'],
    ['第3季度', '2026-Q3'],
    ['2025-Q2', '2025-Q2'],
    ['2025Q2', '2025-Q2'],
    ['2025年第二季度', '2025-Q2'],
    ['今年', '2026'],
    ['去年', '2025'],
    ['2017', '2017'],
    ['2017年', '2017'],
    ['本周', '2026-W47'],
    ['last week', '2026-W46'],
    ['W47', '2026-W47'],
    ['W48', '2025-W48'],
    ['2026-W01', '2026-W01'],
    ['第47周', '2026-W47'],
    ['今天', '2026-11-20'],
    ['11-19', '2026-11-19'],
    ['2026-11-19', '2026-11-19'],
  ])('%s', (text, period) => {
    expect(readPeriod(text, FRIDAY, 1)).toBe(period)
  })

  test.each(['zh-CN', 'en'] as const)('what the product shows in %s is understood', (locale) => {
    for (const period of ['2025-12', '2026-11', '2025-Q4', '2026', '2025-W07', '2026-03'])
      for (const today of [FRIDAY, ''])
        expect(readPeriod(showPeriod(period, locale, today), FRIDAY, 1)).toBe(period)
  })

  test('the fiscal year that starts in April has its own quarters', () => {
    expect(readPeriod('本季', FRIDAY, 4)).toBe('2026-Q3')
    expect(readPeriod('Q4', FRIDAY, 4)).toBe('2025-Q4')
    expect(readPeriod('Q4', FRIDAY, 4, 'future')).toBe('2026-Q4')
  })

  test.each(['', 'soon', '2026-13', '13月', 'Q5', 'W54', '2026-W54', '120000', 'ma', '第三', 'constructor'])(
    '“%s” is not read',
    (text) => {
      expect(readPeriod(text, FRIDAY, 1)).toBeUndefined()
    },
  )

  test('whatever is read has dates', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const period = readPeriod(text, FRIDAY, 1)
        if (period) expect(spanOf(period).from <= spanOf(period).to).toBe(true)
      }),
    )
  })
})

describe('the words of a line', () => {
  test('bare and named, Chinese keys, quotes and full-width signs', () => {
    expect(
      splitWords('华为 12万　产品＝CRM channel=转介绍 备注="two words" split=@李雷:60,@韩梅梅:40'),
    ).toEqual({
      bare: ['华为', '12万'],
      named: { 产品: 'CRM', channel: '转介绍', 备注: 'two words', split: '@李雷:60,@韩梅梅:40' },
    })
  })

  test('a quoted customer is one word, and a lone quote is a character', () => {
    expect(splitWords('“Acme Holdings” 「北京 分公司」 5" 12万').bare).toEqual([
      'Acme Holdings',
      '北京 分公司',
      '5"',
      '12万',
    ])
  })

  test('hostile keys are keys', () => {
    expect(Object.entries(splitWords('__proto__=x constructor=y').named)).toEqual([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
  })

  test('a link is not a named word', () => {
    expect(splitWords('https://a.example/?b=c').bare).toEqual(['https://a.example/?b=c'])
  })
})
