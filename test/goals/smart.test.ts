import { describe, expect, test } from 'vitest'
import { readGoal } from '../../src/goals/read-goal.ts'
import { checkSmart, isComplete } from '../../src/goals/smart.ts'

const context = { today: '2026-11-20', fiscalStartMonth: 1 }
const facts = { currency: 'CNY', history: [], level: 'person', parent: undefined } as const

/** What the check makes of a sentence: `metric value period`, or what is missing. */
function heard(sentence: string): string {
  const draft = readGoal(sentence, context)
  const smart = checkSmart(draft, facts)
  if (isComplete(smart)) {
    const { metric } = smart.specific
    const counted = metric === 'checkin' ? `${metric}(${draft.name}${draft.quantity?.unit ?? ''})` : metric
    return `${counted} ${smart.measurable.value} ${smart.timeBound.period}`
  }
  return [smart.specific, smart.measurable, smart.timeBound]
    .flatMap((finding) => ('missing' in finding ? [finding.missing] : []))
    .join(' ')
}

describe('SMART, in Chinese', () => {
  test.each([
    ['11月签约 50万', 'signed 50000000 2026-11'],
    ['2026-Q4 签约 300万', 'signed 300000000 2026-Q4'],
    ['12月签单额达到 120,000.50', 'signed 12000050 2026-12'],
    ['我要在11月完成签约50万元', 'signed 50000000 2026-11'],
    ['十二月签约五十万', 'signed 50000000 2026-12'],
    ['明年业绩 1.2亿', 'signed 12000000000 2027'],
    ['1月签约 8万', 'signed 8000000 2027-01'],
    ['11月 回款 ￥35w', 'collected 35000000 2026-11'],
    ['本季度新客户 12 家', 'new-customers 12 2026-Q4'],
    ['下个月签 10 单', 'deals 10 2026-12'],
    ['12月拿下三单', 'deals 3 2026-12'],
    ['四季度 客单价 3万', 'average-deal 3000000 2026-Q4'],
    ['12月达成率 95%', 'attainment 9500 2026-12'],
    ['12月 拜访客户 30 次', 'checkin(拜访客户次) 3000 2026-12'],
    ['今年新增粉丝 2万', 'checkin(新增粉丝) 2000000 2026'],
    ['复盘参与率 本月提高到 90%', 'checkin(复盘参与率) 9000 2026-11'],
    ['提升品牌影响力', 'vague number period'],
    ['提升品牌影响力 20%', 'vague growth period'],
    ['努力工作多签单', 'vague number period'],
    ['增强团队凝聚力，今年', 'vague number'],
    ['签约 50万', 'period'],
    ['11月签约', 'number'],
    ['11月 50万', 'metric'],
    ['12月签单 20', 'unit'],
    ['11月签约 12 家', 'money'],
    ['12月新客户 20万元', 'things'],
    ['明年业绩增长 20%', 'growth'],
    ['12月客诉降低到 5 起', 'falling'],
    ['11月签约 0元', 'zero'],
    ['11月签约 $5000', 'currency'],
    ['2026年签约 CRM 80万', 'narrow'],
    ['11月签约 12来万', 'narrow'],
  ])('%s → %s', (sentence, expected) => expect(heard(sentence)).toBe(expected))
})

describe('SMART, in English', () => {
  test.each([
    ['sign 500k in November', 'signed 50000000 2026-11'],
    ['November signed ¥500,000', 'signed 50000000 2026-11'],
    ['Q1 revenue 3m', 'signed 300000000 2027-Q1'],
    ['signed 2027 1.2 million', 'signed 120000000 2027'],
    ['bookings of 80k by year end', 'signed 8000000 2026'],
    ['close 10 deals next month', 'deals 10 2026-12'],
    ['12 new customers this quarter', 'new-customers 12 2026-Q4'],
    ['collect 80,000 CNY in December', 'collected 8000000 2026-12'],
    ['average deal 30k in Q1 2027', 'average-deal 3000000 2027-Q1'],
    ['quota attainment 95% in December', 'attainment 9500 2026-12'],
    ['30 customer visits in December', 'checkin(customer visits) 3000 2026-12'],
    ['2,000 new followers by year end', 'checkin(new followers) 200000 2026'],
    ['December: run 4 webinars', 'checkin(run webinars) 400 2026-12'],
    ['raise quiz pass rate to 90% next month', 'checkin(quiz pass rate) 9000 2026-12'],
    ['improve brand awareness', 'vague number period'],
    ['work harder', 'vague number period'],
    ['boost team morale in Q1', 'vague number'],
    ['sales 500k', 'period'],
    ['November 500k', 'metric'],
    ['sign more in December', 'number'],
    ['sign 20 in December', 'unit'],
    ['increase sales by 20% next year', 'growth'],
    ['reduce complaints to 5 in December', 'falling'],
    ['new customers 20k CNY in December', 'things'],
  ])('%s → %s', (sentence, expected) => expect(heard(sentence)).toBe(expected))
})

describe('achievable', () => {
  const draft = readGoal('12月签约 50万', context)
  const against = (history: number[]) => checkSmart(draft, { ...facts, history }).achievable

  test('more than twice the best of the last periods is pointed out', () => {
    expect(against([10_000_000, 24_999_999, 0])).toEqual({ state: 'jump', best: 24_999_999 })
  })
  test('twice the best is still in line', () => {
    expect(against([25_000_000])).toEqual({ state: 'plausible' })
  })
  test('without a history nothing is said', () => {
    expect(against([0, 0, 0])).toEqual({ state: 'unknown' })
  })
})

test('the fiscal year decides which quarter and year are meant', () => {
  const april = { today: '2026-11-20', fiscalStartMonth: 4 }
  expect(readGoal('本季度签约 50万', april).period).toBe('2026-Q3')
  expect(readGoal('Q2 签约 50万', april).period).toBe('2027-Q2')
  expect(readGoal('今年签约 50万', { today: '2027-02-01', fiscalStartMonth: 4 }).period).toBe('2026')
})
