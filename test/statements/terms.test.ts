import { describe, expect, test } from 'vitest'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { signs, target } from '../commission/arrange.ts'
import { rowsIn } from '../support/rows.ts'
import type { Team } from '../support/team.ts'
import { approve, later, salesOn } from './arrange.ts'

const flat: PlanDocument = { name: '按单', period: 'month', attain: 'signed', pay: 'signed', rate: '10%' }

describe('a statement under a draw', () => {
  const drawn = async () => {
    const team = await salesOn({ ...flat, draw: { amount: '2000', recoverable: 'true' } }, '2026-09-01')
    await signs(team, '李雷', 15_000, { on: '2026-09-09' })
    await signs(team, '李雷', 30_000, { on: '2026-10-09' })
    await later(team)
    await approve(team, '2026-09')
    return team
  }

  test('says how what was earned became what is paid, and what is owed', async () => {
    const said = await (await drawn()).says('李雷', '/commission statement 2026-09')
    expect(rowsIn(said.view)).toEqual(
      expect.arrayContaining([
        ['本期所得', '1,500 元'],
        ['预支补到保底（现在欠 500 元）', '+500 元'],
        ['合计', '2,000 元'],
      ]),
    )
    expect(said.text).toContain('预支还欠 500 元')
  })

  test('goes to every member of a team, also to who has signed nothing', async () => {
    const team = await drawn()
    expect((await team.says('张伟', '/commission statement 2026-09')).text).toContain('2,000 元')
    expect(team.posts({ to: '赵敏' }).filter(({ text }) => text.includes('对账单：'))).toEqual([])
  })

  test('a later refund of an approved month runs on through the draws after it', async () => {
    const team = await drawn()
    await later(team)
    await approve(team, '2026-10')
    // October had earned 3,000 and paid 2,500; with 5,000 less credit September owes 1,000 and October pays 2,000.
    await later(team)
    await team.says('王经理', '/deal refund D-1 5000 退货 date=11-12')
    await later(team)
    await signs(team, '李雷', 20_000, { on: '2026-11-10' })
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('10 月：D-1 退款（王经理），退货 -500 元')
    expect(text).not.toContain('9 月：D-1')
    expect(text).toContain('连调整一共 1,500 元')
    expect(text).not.toContain('封顶')
  })
})

describe('a refund that the plan takes back in its own month', () => {
  test('adjusts nothing that was approved before', async () => {
    const team = await salesOn({ ...builtInPlan('5%'), clawback: { rate: 'original' } }, '2026-10-01')
    for (const month of ['2026-10', '2026-11']) await target(team, '李雷', 100_000, month)
    await signs(team, '李雷', 120_000, { on: '2026-10-09' })
    await later(team)
    await approve(team, '2026-10')
    await later(team)
    await team.says('王经理', '/deal refund D-1 60000 退货 date=11-12')
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('提成暂计 -3,750 元')
    expect(text).not.toContain('调整')
  })

  test('is an adjustment of the month in which it took effect, where that was approved', async () => {
    const team = await salesOn({ ...builtInPlan('5%'), clawback: { rate: 'original' } }, '2026-09-01')
    for (const month of ['2026-09', '2026-10', '2026-11']) await target(team, '李雷', 100_000, month)
    await signs(team, '李雷', 120_000, { on: '2026-09-09' })
    await signs(team, '李雷', 90_000, { on: '2026-10-09' })
    await later(team)
    for (const month of ['2026-09', '2026-10']) {
      await approve(team, month)
      await later(team)
    }
    await team.says('王经理', '/deal refund D-1 60000 退货 date=10-12')
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('10 月：D-1 退款（王经理），退货 -3,750 元')
    expect(text).not.toContain('9 月：D-1')
  })
})

describe('adjustments that are more than the month has earned', () => {
  const refunded = async (negative: 'carried' | 'deducted' | 'forgiven') => {
    const team = await salesOn({ ...flat, negative }, '2026-09-01', {
      at: '2026-12-02T02:00:00.000Z',
    })
    await signs(team, '李雷', 50_000, { on: '2026-09-09' })
    await signs(team, '李雷', 20_000, { on: '2026-10-09' })
    await signs(team, '李雷', 40_000, { on: '2026-11-09' })
    await later(team)
    await approve(team, '2026-09')
    await later(team)
    await team.says('王经理', '/deal refund D-1 退货 date=10-12')
    return team
  }
  const total = async (team: Team, month: string) =>
    rowsIn((await team.says('李雷', `/commission statement ${month}`)).view).find(
      ([label]) => label === '合计',
    )?.[1]

  test('are carried over to the next statements where the plan says so', async () => {
    const team = await refunded('carried')
    const { text } = await team.says('李雷', '/commission 2026-10')
    expect(text).toContain('9 月：D-1 退款（王经理），退货 -5,000 元')
    expect(text).toContain('不足的结转到以后扣 +3,000 元')
    expect(text).toContain('连调整一共 0 元')
    for (const month of ['2026-10', '2026-11']) {
      await later(team)
      await approve(team, month)
    }
    expect([await total(team, '2026-10'), await total(team, '2026-11')]).toEqual(['0 元', '1,000 元'])
    const november = await team.says('李雷', '/commission statement 2026-11')
    expect(rowsIn(november.view)).toContainEqual(['扣以前结转的', '-3,000 元'])
    expect((await team.says('李雷', '/commission 2026-12')).text).not.toContain('结转')
  })

  test('make the statement negative where the plan says nothing, and nothing is due where they are forgiven', async () => {
    for (const [negative, paid] of [
      ['deducted', '-3,000 元'],
      ['forgiven', '0 元'],
    ] as const) {
      const team = await refunded(negative)
      await later(team)
      await approve(team, '2026-10')
      expect(await total(team, '2026-10')).toBe(paid)
      expect((await team.says('李雷', '/commission 2026-11')).text).toContain('提成暂计 4,000 元')
    }
  })
})
