import { describe, expect, test } from 'vitest'
import { against } from '../../src/goals/against.ts'
import { readGoal } from '../../src/goals/read-goal.ts'
import { heard, proposed } from './heard.ts'
import { CHINESE, ENGLISH, HELD_OUT, HELD_OUT_ENGLISH } from './sentences.ts'

describe.each([
  ['Chinese', 'zh-CN', CHINESE],
  ['English', 'en', ENGLISH],
  ['Chinese that the rules had not seen', 'zh-CN', HELD_OUT],
  ['English that the rules had not seen', 'en', HELD_OUT_ENGLISH],
] as const)('SMART, in %s', (_, locale, sentences) => {
  test.each(sentences)('%s → %s', (sentence, finding, lines) => {
    expect(heard(sentence)).toBe(finding)
    expect(proposed(sentence, locale).join(' | ')).toBe(lines)
  })

  test.each(sentences.filter(([, , lines]) => lines !== ''))(
    'what is proposed for %s can be stored',
    (sentence) => {
      for (const line of proposed(sentence, locale)) expect(heard(line)).toMatch(/ [1-9]\d* \d{4}(-\S+)?$/)
    },
  )
})

describe('growth starts from what is known', () => {
  const lastYear = { period: '2026', value: 100_000_000, over: false }
  const before = { period: '2026-11', value: 6_000_000, over: false }
  test.each([
    ['2027年业绩增长60%', { before: lastYear, lastYear }, 'growth', '2027年 签约 1,600,000元'],
    ['2027年营收翻一番', { before: lastYear, lastYear }, 'growth', '2027年 签约 2,000,000元'],
    ['12月业绩环比增长两成', { before }, 'growth', '12月 签约 72,000元'],
    ['12月回款比上月多10万', { before }, 'growth', '12月 回款 160,000元'],
    ['12月业绩同比增长 20%', { before }, 'baseline', '12月 签约 8万'],
    ['12月业绩同比增长 20%', { before, lastYear: { ...before, value: 0 } }, 'baseline', '12月 签约 8万'],
    ['12月 线索量 从200增长30%', {}, 'growth', '12月 线索量 260'],
    ['12月业绩增长 0%', { before }, 'zero', '12月 签约 8万'],
    ['12月业绩增长 -20%', { before }, 'zero', '12月 签约 8万'],
    ['12月业绩增长 99999999999999%', { before }, 'huge', '12月 签约 8万'],
    ['12月 转化率 从20%提升5个百分点', {}, 'growth', '12月 转化率 25%'],
  ] as const)('%s', (sentence, known, finding, line) => {
    expect(heard(sentence, known)).toBe(finding)
    expect(proposed(sentence, 'zh-CN', known)[0]).toBe(line)
  })
})

describe('drivers are multiplied', () => {
  const lastYear = { period: '2026', value: 100_000_000, over: false }
  const known = { before: lastYear, lastYear }
  test.each([
    [
      '2027年客户数增长60%，客单价提升30%，业绩增长50%',
      ['2027年 签约 2,080,000元', '2027年 签约 1,500,000元'],
    ],
    ['2027年客户数增长60%，客单价提升30%，业绩增长108%', ['2027年 签约 2,080,000元']],
    ['2027年 线索+10%，转化率+10%，客单价+10%', ['2027年 签约 1,331,000元']],
    ['2027年客户数增长60%，客单价 -5%，业绩增长50%', ['2027年 签约 1,520,000元', '2027年 签约 1,500,000元']],
  ])('%s', (sentence, lines) => {
    expect(heard(sentence, known)).toBe('drivers')
    expect(proposed(sentence, 'zh-CN', known)).toEqual(lines)
  })
  test('a count times an average is stored as it is, where the product is right', () => {
    expect(heard('2027年 客户200家×客单价5万=签约 1000万')).toBe('signed 1000000000 2027')
  })
})

test('a month that is nearly over is not proposed', () => {
  expect(proposed('签约 8万', 'zh-CN', { usualPeriod: '2026-12' })).toEqual(['12月 签约 8万'])
})

describe('so much of each', () => {
  test.each([
    ['每周拜访10家客户', {}, ['11月 拜访客户 40家']],
    ['12月每天打30个电话', { workdays: 23 }, ['12月 打电话 690个']],
    ['2027年每月签约20万', {}, ['2027年 签约 2,400,000元']],
    ['12月人均签单5单', { people: 4 }, ['12月 签单数 20']],
  ] as const)('%s', (sentence, known, lines) => {
    expect(proposed(sentence, 'zh-CN', known)).toEqual(lines)
  })
})

test('whose goal it is decides about 我们, where who asks leads a team', () => {
  expect(proposed('我们12月签约80万', 'zh-CN', { team: '销售一部' })).toEqual([
    '销售一部 12月 签约 80万',
    '12月 签约 80万',
  ])
  expect(heard('我们12月签约80万', { ownerNamed: true })).toBe('signed 80000000 2026-12')
})

test('a missing number is proposed from what was reached before', () => {
  expect(proposed('提升客单价', 'zh-CN', { history: [3_000_000, 2_800_000, 2_600_000] })).toEqual([
    '11月 客单价 31,000元',
  ])
})

describe('achievable', () => {
  test.each([
    [[10_000_000, 24_999_999, 0], 50_000_000, 'jump'],
    [[25_000_000], 50_000_000, 'plausible'],
    [[10_000_000, 20_000_000], 7_499_999, 'drop'],
    [[10_000_000, 20_000_000], 7_500_000, 'plausible'],
    [[0, 0, 0], 1, 'unknown'],
    [[], 1, 'unknown'],
  ] as const)('%j, then %d: %s', (history, value, state) => {
    expect(against(history, value).state).toBe(state)
  })
  test('it says on how many periods that rests', () => {
    expect(against([6, 4, 2], 30)).toEqual({ state: 'jump', best: 6, average: 4, periods: 3 })
  })
})

describe('the fiscal year decides which quarter and year are meant', () => {
  const april = { today: '2026-11-20', fiscalStartMonth: 4 }
  test.each([
    ['本季度签约 50万', april, '2026-Q3'],
    ['Q2 签约 50万', april, '2027-Q2'],
    ['今年签约 50万', { today: '2027-02-01', fiscalStartMonth: 4 }, '2026'],
    ['3月31日前签约 50万', april, '2026-Q4'],
    ['by Nov 30 sign 50k', april, '2026-11'],
  ] as const)('%s', (sentence, context, period) => {
    expect(readGoal(sentence, context).period).toBe(period)
  })
})

test.each([
  '',
  '   ',
  '🚀',
  '%',
  '%%%',
  '9'.repeat(5_000),
  '提升'.repeat(2_500),
  '<!channel>',
  '=1+1',
  '12月 1e9999',
  '－－－',
  '从到',
  '增长%',
])('nonsense is not stored: %.20s', (sentence) => {
  expect(heard(sentence)).not.toMatch(/ \d+ \d{4}/)
  for (const line of proposed(sentence, 'zh-CN')) expect(heard(line)).toMatch(/ [1-9]\d* \d{4}(-\S+)?$/)
})
