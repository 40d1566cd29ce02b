import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CountedGoal } from '../../src/goals/goal.ts'
import { paceOf } from '../../src/goals/pace.ts'
import { expectedShareBps, splitAnew, splitInto } from '../../src/goals/phases.ts'
import { phasesFrom, readPhases } from '../../src/goals/read-phases.ts'
import { startTeam } from '../support/team.ts'

const goal: CountedGoal = {
  id: 'g',
  number: 3,
  level: 'company',
  owner: '',
  metric: 'signed',
  name: '',
  unit: '',
  period: '2026-Q2',
  parent: undefined,
  value: 300_000_000,
}
const MONTHS = ['2026-04', '2026-05', '2026-06']

function heard(text: string, of: CountedGoal = goal, today = '2026-03-20'): string {
  const read = readPhases(text, of, MONTHS, 'CNY')
  if ('problem' in read) return read.problem
  const phases = phasesFrom(read.said, of, today, 100)
  if ('problem' in phases)
    return 'sum' in phases ? `${phases.problem} ${phases.sum} of ${phases.wanted}` : phases.problem
  const shown = phases.map((one) => `${Number(one.month.slice(5))}${one.name} ${one.amount / 100}`).join(', ')
  return read.reason ? `${shown} (${read.reason})` : shown
}

describe('phases as people type them', () => {
  test.each([
    ['5月60% 6月40%', '5 1800000, 6 1200000'],
    ['5月冲量60% 6月维稳40%', '5冲量 1800000, 6维稳 1200000'],
    ['5月 冲量 60% + 6月 维稳 40% 竞品降价', '5冲量 1800000, 6维稳 1200000 (竞品降价)'],
    ['6月 40%, 5月: 60% 原因=五一 放假', '5 1800000, 6 1200000 (五一 放假)'],
    ['May push 60% June hold 40% reason=prices cut', '5push 1800000, 6hold 1200000 (prices cut)'],
    ['2026-05 60% 2026年6月 40%', '5 1800000, 6 1200000'],
    ['四月 33.33% 五月 33.33% 六月 剩余', '4 999900, 5 999900, 6 1000200'],
    ['4月100万 5月 120万 6月80万', '4 1000000, 5 1200000, 6 800000'],
    ['4月100万 5月 ￥1,200,000 6月其余', '4 1000000, 5 1200000, 6 800000'],
    ['5月60% 6月30%', 'shares 9000 of 10000'],
    ['5月60% 6月50%', 'shares 11000 of 10000'],
    ['4月100万 5月 120万', 'amounts 220000000 of 300000000'],
    ['5月200万 6月50%', 'mixed'],
    ['5月剩余 6月剩余', 'mixed'],
    ['5月60.123% 6月剩余', 'fine'],
    ['5月60% 5月40%', 'twice'],
    ['7月60% 6月40%', 'outside'],
    ['5月很多 6月40%', 'unread'],
    ['大概 5月60% 6月40%', 'unread'],
    ['五五开', 'none'],
    ['5月120% 6月剩余', 'unread'],
  ])('%s → %s', (text, expected) => expect(heard(text)).toBe(expected))

  test('months that are over keep what they had, and the rest is shared out', () => {
    const phased = {
      ...goal,
      phases: splitInto(goal.value, [
        { month: '2026-04', name: '', weight: 3000 },
        { month: '2026-05', name: '', weight: 3000 },
        { month: '2026-06', name: '', weight: 4000 },
      ]),
    }
    expect(heard('5月20% 6月50%', phased, '2026-05-20')).toBe('4 900000, 5 600000, 6 1500000')
    expect(heard('5月50% 6月50%', phased, '2026-05-20')).toBe('4 900000, 5 1050000, 6 1050000')
    expect(heard('4月10% 5月50% 6月40%', phased, '2026-05-20')).toBe('4 300000, 5 1500000, 6 1200000')
    expect(heard('6月剩余', phased, '2026-05-20')).toBe('4 900000, 6 2100000')
    expect(heard('5月20% 6月60%', phased, '2026-05-20')).toBe('shares 8000 of 7000')
  })
})

test('parts always add up to the whole, also after the value has changed', () => {
  const months = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06']
  const weights = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 6 })
  const value = fc.integer({ min: 1, max: 10 ** 13 })
  fc.assert(
    fc.property(value, value, weights, fc.constantFrom(1, 100), (first, second, given, step) => {
      const phases = splitInto(
        first,
        given.map((weight, at) => ({ month: months[at] ?? '', name: '', weight })),
        step,
      )
      const anew = splitAnew(phases, second, '2026-03-15', step)
      for (const [some, whole] of [
        [phases, first],
        [anew, second],
      ] as const) {
        expect(some.reduce((sum, one) => sum + one.amount, 0)).toBe(whole)
        expect(some.every((one) => one.amount >= 0)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})

describe('the pace of a phased goal', () => {
  const phases = [
    { month: '2026-10', name: '', weight: 6000, amount: 6000 },
    { month: '2026-11', name: '', weight: 4000, amount: 4000 },
  ]

  test.each([
    ['2026-10-01', 0],
    ['2026-10-16', 3000],
    ['2026-11-01', 6000],
    ['2026-11-16', 7904],
    ['2026-12-01', 10_000],
  ])('on %s %i are expected', (date, bps) => {
    expect(expectedShareBps(phases, date, 'mon-fri')).toBe(bps)
  })

  test('is measured against its months', () => {
    const when = { today: '2026-11-02', workdays: 'mon-fri', fiscalStartMonth: 1 }
    const plain = { value: 10_000, period: '2026-Q4' }
    expect(paceOf(plain, 4000, when).state).toBe('ahead')
    const paced = paceOf({ ...plain, phases }, 4000, when)
    expect(paced.state).toBe('behind')
    expect(paced.forecast).toBe(6666)
  })
})

describe('/goal phase', () => {
  test('splits, says that it adds up, and is a revision with a reason', async () => {
    const team = await startTeam()
    await team.says('陈总', '/goal add 公司 2026-Q4 签约 300万')
    const done = await team.says('陈总', '目标 分期 G-1 10月30% 11月冲量40% 12月维稳30%')
    expect(done.text).toContain('11 月（现在） 冲量：1,200,000 元，40%')
    expect(done.text).toContain('加起来正好 3,000,000 元')
    const silent = await team.says('陈总', '/goal phase G-1 11月50% 12月20%')
    expect(silent.text).toContain('为什么重新分')
    const anew = await team.says('陈总', '/goal phase G-1 11月50% 12月20% 竞品降价')
    expect(anew.text).toContain('10 月已经过去，照旧')
    const { text } = await team.says('张伟', '/goal history G-1')
    expect(text).toContain('竞品降价')
    expect(text).toContain('11 月（现在）：1,500,000 元，50%')
    expect((await team.says('张伟', '/goal G-1')).text).toContain('12 月：600,000 元，20%')
    expect((await team.says('张伟', '/goal phase G-1 11月60% 12月40%')).text).toContain('由陈总或管理员来定')
  })

  test('a new value is shared out over the months to come', async () => {
    const team = await startTeam({ locale: 'en' })
    await team.says('陈总', '/goal add company 2026-Q4 signed 3m')
    await team.says('陈总', '/goal phase G-1 October 40% November 30% December 30%')
    await team.says('陈总', '/goal adjust G-1 2.4m budgets are frozen')
    const { text } = await team.says('陈总', '/goal G-1')
    expect(text).toContain('October: ¥1,200,000, 50%')
    expect(text).toContain('December: ¥600,000, 25%')
    expect((await team.says('陈总', '/goal history G-1')).text).toContain('budgets are frozen')
  })

  test.each([
    ['G-2 11月60% 12月40%', '本来就是一个月的'],
    ['G-3 11月60% 12月40%', '各月加起来不等于总数'],
    ['G-1 11月60% 12月30%', '加起来是 90%，不是 100%'],
    ['G-1 11月200万 12月90万', '差 100,000 元'],
    ['G-1 1月60% 2月40%', '不在这个目标的期间里'],
    ['G-1', '写上目标和每个月的份额'],
    ['', '写上目标和每个月的份额'],
  ])('%s is refused with a way on', async (line, why) => {
    const team = await startTeam()
    await team.says('陈总', '/goal add 公司 2026-Q4 签约 300万')
    await team.says('陈总', '/goal add 公司 11月 签约 100万')
    await team.says('陈总', '/goal add 公司 2026-Q4 客单价 3万')
    expect((await team.says('陈总', `/goal phase ${line}`)).text).toContain(why)
    expect((await team.says('陈总', '/goal history G-1')).text).not.toContain('按月')
  })

  test('the form has a field for each month', async () => {
    const team = await startTeam()
    await team.says('陈总', '/goal add 公司 2026-Q4 签约 300万')
    const { form } = await team.presses('陈总', await team.says('陈总', '/goal G-1'), '按月分期')
    expect(form?.fields.map((field) => ('name' in field ? field.name : ''))).toEqual([
      '',
      '2026-10',
      '2026-11',
      '2026-12',
      'why',
    ])
    const wrong = await team.submits('陈总', form, { '2026-11': '60%' })
    expect(wrong.errors?.['2026-10']).toContain('加起来是 60%')
    const right = await team.submits('陈总', form, { '2026-11': '冲量 60%', '2026-12': '剩余' })
    expect(right.text).toContain('12 月：1,200,000 元，40%')
  })
})
