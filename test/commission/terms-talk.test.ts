import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { recordEmployment } from '../../src/people/store.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'
import { signs, target } from './arrange.ts'

const flat: PlanDocument = { name: '按单', period: 'month', attain: 'signed', pay: 'signed', rate: '10%' }

describe('a draw', () => {
  const drawn = { ...flat, draw: { amount: '2000', recoverable: 'true' } } as const

  test('says what is added, what is recovered, and what is owed now', async () => {
    const team = await withPlan(drawn, '2026-10-01')
    await signs(team, '李雷', 15_000, { on: '2026-10-09' })
    await signs(team, '李雷', 23_000, { on: '2026-11-09' })
    const october = await team.says('李雷', '/commission 2026-10')
    expect(october.text).toContain('提成暂计 2,000 元')
    expect(october.text).toContain(
      '- 应得：1,500 元\n- 预支补到保底（现在欠 500 元）：500 元\n- 实发：2,000 元',
    )
    expect(october.text).toContain('预支还欠 500 元，以后从高出保底的提成里扣。')
    const november = await team.says('李雷', '/commission')
    expect(november.text).toContain('提成暂计 2,000 元')
    expect(november.text).toContain('- 扣回预支（还欠 200 元）：-300 元')
    const explained = await team.says('李雷', '/commission explain')
    expect(rowsIn(explained.view)).toEqual(
      expect.arrayContaining([
        ['扣回预支（还欠 200 元）', '', '', '-300 元'],
        ['合计', '23,000 元', '', '2,000 元'],
      ]),
    )
    expect(explained.text).toContain('预支还欠 200 元')
  })

  test('speaks English as well', async () => {
    const team = await withPlan(drawn, '2026-11-01', { locale: 'en' })
    await signs(team, '李雷', 15_000)
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('Filled up to the draw (owed now: ¥500): ¥500')
    expect(text).toContain('Owed of the draw: ¥500; it comes off what you earn above the draw.')
  })

  test('is paid to members of a team alone, and only while they are there', async () => {
    const team = await withPlan({ ...drawn, draw: { ...drawn.draw, for: '2' } }, '2026-09-01')
    expect((await team.says('赵敏', '/commission')).text).not.toContain('2,000')
    const paid = await Promise.all(
      ['2026-09', '2026-10', '2026-11'].map(
        async (month) => (await team.says('李雷', `/commission ${month}`)).text,
      ),
    )
    expect(paid.map((text) => text.includes('实发：2,000 元'))).toEqual([true, true, false])
  })
})

describe('an advance with a true-up', () => {
  const advance = { ...builtInPlan('5%'), advance: { share: '80%', trueUp: 'quarter' } } as const

  test('settles the quarter in its last month', async () => {
    const team = await withPlan(advance, '2026-07-01')
    for (const month of ['2026-07', '2026-08', '2026-09']) await target(team, '李雷', 100_000, month)
    await signs(team, '李雷', 90_000, { on: '2026-07-09' })
    await signs(team, '李雷', 120_000, { on: '2026-08-09' })
    await signs(team, '李雷', 60_000, { on: '2026-09-09' })
    expect((await team.says('李雷', '/commission 2026-07')).text).toContain('提成暂计 3,600 元')
    expect((await team.says('李雷', '/commission 2026-08')).text).toContain('提成暂计 6,000 元')
    const { text } = await team.says('李雷', '/commission 2026-09')
    expect(text).toContain('提成暂计 3,900 元')
    expect(text).toContain(
      '- 结算 2026 年 7 月到 2026 年 9 月（合起来算 13,500 元，已发 9,600 元）：3,900 元',
    )
    expect((await team.says('李雷', '/commission 2026-Q3')).text).toContain('13,500 元')
  })

  test('says what is earned and not advanced yet', async () => {
    const team = await withPlan(advance, '2026-10-01')
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 90_000)
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('- 预发 80%，其余到结算时算：-900 元')
    expect(text).toContain('算出来还没预发的有 900 元，到结算时一起算。')
  })
})

describe('a deferred share', () => {
  const deferred = { ...flat, deferred: { share: '20%', release: 'year-end' } } as const

  test('is held back, and comes with the last month of the fiscal year', async () => {
    const team = await withPlan(deferred, '2026-10-01', { at: '2027-01-05T02:00:00.000Z' })
    await signs(team, '李雷', 10_000, { on: '2026-10-09' })
    await signs(team, '李雷', 20_000, { on: '2026-11-09' })
    await signs(team, '李雷', 10_000, { on: '2026-12-09' })
    expect((await team.says('李雷', '/commission 2026-10')).text).toContain(
      '暂缓发放的一共 200 元，最近一笔 2026-12-31 补发。',
    )
    const { text } = await team.says('李雷', '/commission 2026-12')
    expect(text).toContain('提成暂计 1,600 元')
    expect(text).toContain('- 补发 2026 年 11 月暂缓的：400 元')
  })

  test('is paid with the month of leaving, or lost, as the plan says', async () => {
    for (const [leaving, paid] of [
      ['release', '1,200 元'],
      ['forfeit', '1,000 元'],
    ] as const) {
      const team = await withPlan({ ...deferred, leaving: { deferred: leaving } }, '2026-10-01')
      await signs(team, '李雷', 10_000, { on: '2026-10-09' })
      await signs(team, '李雷', 10_000, { on: '2026-11-09' })
      await leaves(team, '李雷', '2026-11-20')
      expect((await team.says('赵敏', '/commission @李雷')).text).toContain(`提成暂计 ${paid}`)
    }
  })
})

describe('a refund of an earlier month’s deal', () => {
  const sale = async (rate: 'original' | 'current', attainment: 'lowers' | 'keeps' = 'keeps') => {
    const team = await withPlan({ ...builtInPlan('5%'), clawback: { rate, attainment } }, '2026-10-01')
    await target(team, '李雷', 100_000, '2026-10')
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 60_000, { on: '2026-10-09', customer: '华为' })
    await signs(team, '李雷', 60_000, { on: '2026-10-10', customer: '中兴' })
    await signs(team, '李雷', 100_000, { on: '2026-11-09', customer: '小米' })
    await team.says('王经理', '/deal refund D-1 退货 date=11-12')
    return team
  }
  const paid = async (team: Team, month: string) =>
    /提成暂计 ([\d,.-]+) 元/.exec((await team.says('李雷', `/commission ${month}`)).text)?.[1]

  test('takes back what the deal had paid, and leaves its month as it was', async () => {
    const team = await sale('original')
    expect(await paid(team, '2026-10')).toBe('7,500')
    // 6,000 by the month's own deals, less half of October's 7,500.
    expect(await paid(team, '2026-11')).toBe('2,250')
    const explained = await team.says('李雷', '/commission explain')
    expect(rowsIn(explained.view)).toContainEqual([
      'D-1 退款 60,000 元（2026 年 10 月签约），扣回提成',
      '',
      '',
      '-3,750 元',
    ])
  })

  test('takes back at the rate of now where the plan says so', async () => {
    // 60,000 at 6% are 3,600, below the 3,750 that the deal had paid.
    expect(await paid(await sale('current'), '2026-11')).toBe('2,400')
  })

  test('lowers what attains now where the plan says so', async () => {
    // 100,000 − 60,000 are below the gate: nothing earned, and 3,750 taken back.
    expect(await paid(await sale('original', 'lowers'), '2026-11')).toBe('-3,750')
  })

  test('changes nothing of a month in which it was signed itself', async () => {
    const team = await withPlan({ ...builtInPlan('5%'), clawback: { rate: 'original' } }, '2026-10-01')
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 100_000)
    await team.says('王经理', '/deal refund D-1 10000 退货 date=11-12')
    expect(await paid(team, '2026-11')).toBe('4,500')
  })

  test.each(['separate', 'blended'] as const)(
    'takes back exactly what was paid where the plan had changed within the month (%s)',
    async (stretches) => {
      const before: PlanDocument = {
        ...builtInPlan('5%'),
        clawback: { rate: 'original' },
        ramp: ['70%'],
      }
      const team = await withPlan({ ...before, stretches }, '2026-10-01')
      const after = { ...before, stretches, rate: '7%', caps: { period: '9000' } }
      await team.write('赵敏', (scope) => activatePlan(scope, after, '2026-10-13'))
      await target(team, '李雷', 100_000, '2026-10')
      await target(team, '李雷', 100_000)
      await signs(team, '李雷', 61_111.11, { on: '2026-10-09', customer: '华为' })
      await signs(team, '李雷', 73_333.37, { on: '2026-10-20', customer: '中兴' })
      const october = await paid(team, '2026-10')
      for (const line of ['D-1 30000 退货 date=11-02', 'D-1 退货 date=11-05', 'D-2 退货 date=11-09'])
        await team.says('王经理', `/deal refund ${line}`)
      expect(await paid(team, '2026-10')).toBe(october)
      expect(await paid(team, '2026-11')).toBe(`-${october}`)
      expect(october).not.toBe('0')
    },
  )

  test('is carried where it is more than the month has earned', async () => {
    const plan = { ...flat, clawback: { rate: 'original' }, negative: 'carried' } as const
    const team = await withPlan(plan, '2026-09-01')
    await signs(team, '李雷', 50_000, { on: '2026-09-09' })
    await signs(team, '李雷', 20_000, { on: '2026-10-09' })
    await signs(team, '李雷', 40_000, { on: '2026-11-09' })
    await team.says('王经理', '/deal refund D-1 退货 date=10-12')
    expect(await paid(team, '2026-10')).toBe('0')
    expect((await team.says('李雷', '/commission 2026-10')).text).toContain(
      '还有 3,000 元要从以后的提成里扣。',
    )
    expect(await paid(team, '2026-11')).toBe('1,000')
  })
})

describe('what customers pay after somebody has left', () => {
  const paid = async (collections: 'pay' | 'forfeit' | { days: string }) => {
    const plan = { ...flat, pay: 'collected', leaving: { collections } } as const
    const team = await withPlan(plan, '2026-09-01')
    await signs(team, '李雷', 100_000, { on: '2026-09-09' })
    await leaves(team, '李雷', '2026-09-30')
    for (const [yuan, on] of [
      [1_000, '9-30'],
      [2_000, '10-30'],
      [4_000, '11-15'],
    ])
      await team.says('王经理', `/deal collect D-1 ${yuan} date=${on}`)
    return Promise.all(
      ['2026-09', '2026-10', '2026-11'].map(
        async (month) =>
          /提成暂计 ([\d,.-]+) 元/.exec((await team.says('赵敏', `/commission @李雷 ${month}`)).text)?.[1],
      ),
    )
  }

  test('counts, does not count, or counts for so many days, as the plan says', async () => {
    expect(await paid('pay')).toEqual(['100', '200', '400'])
    expect(await paid('forfeit')).toEqual(['100', '0', '0'])
    expect(await paid({ days: '30' })).toEqual(['100', '200', '0'])
  })
})

test('whatif says what more would pay now, under a draw as well', async () => {
  const team = await withPlan({ ...flat, draw: { amount: '2000', recoverable: 'true' } }, '2026-11-01')
  await signs(team, '李雷', 15_000)
  expect((await team.says('李雷', '/commission whatif 10000')).text).toContain('2,500 元')
})

async function withPlan(
  document: PlanDocument,
  from: string,
  options: Parameters<typeof startTeam>[0] = {},
): Promise<Team> {
  const team = await startTeam(options)
  await team.write('赵敏', (scope) => activatePlan(scope, document, from))
  return team
}

const leaves = (team: Team, name: string, lastDay: string) =>
  team.write('赵敏', (scope) => recordEmployment(scope, team.id(name), { lastDay }))
