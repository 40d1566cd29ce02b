import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { setPersonTarget } from '../../src/goals/set-target.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'
import { plan, signs, target } from './arrange.ts'

const onCollection: PlanDocument = { ...builtInPlan('5%'), name: '回款发提成', pay: 'collected' }

describe('attained by signing, paid on collection', () => {
  test('pays each collection at the rate of the month that its deal was signed in', async () => {
    const team = await withPlan(onCollection)
    await target(team, '李雷', 100_000, '2026-10')
    await target(team, '李雷', 100_000)
    // October: 120,000 of 100,000 signed earns 7,500, which is 6.25% of it. November: 90,000 earns 5%.
    await signs(team, '李雷', 120_000, { on: '2026-10-09', customer: '华为' })
    await signs(team, '李雷', 90_000, { on: '2026-11-02', customer: '小米' })
    await team.says('李雷', '/deal collect D-1 6万 date=10-20')
    expect((await team.says('李雷', '/commission 2026-10')).text).toContain('提成暂计 3,750 元')
    await team.says('李雷', '/deal collect D-1 2万 date=11-05')
    await team.says('李雷', '/deal collect D-2 3万 date=11-06')
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('11 月达成 90%，提成暂计 2,750 元（税前）。')
    expect(text).toContain('再签 10,000 元过 100%，全部回款后变成 6,000 元，多 1,500 元。')
    expect(text).toContain('这段时间签约还有 60,000 元没有回款，按现在的档回款后再发 3,000 元。')
    const explained = await team.says('李雷', '/commission explain')
    expect(explained.text).toContain('按签约额定档，回款才发')
    expect(rowsIn(explained.view)).toEqual(
      expect.arrayContaining([
        ['D-2', '小米', '2026-11-06', '30,000 元', '5%'],
        ['D-1', '华为', '2026-11-05', '20,000 元', '6.25%'],
        ['2026 年 10 月签约的 1 单回款 20,000 元，比例 6.25%', '', '', '1,250 元'],
        ['2026 年 11 月签约的 1 单回款 30,000 元，比例 5%', '', '', '1,500 元'],
        ['合计', '0 元', '', '2,750 元'],
      ]),
    )
  })

  test('pays nothing before anything comes in, and says so', async () => {
    const team = await withPlan(onCollection)
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 100_000)
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('11 月达成 100%，提成暂计 0 元（税前）。')
    expect(text).toContain('按现在的档回款后再发 6,000 元')
    expect((await team.says('李雷', '/commission explain')).text).toContain('还没有回款，先不发。')
  })

  test('a sale that is refunded in full pays nothing in the end, whenever the money moved', async () => {
    const team = await withPlan(onCollection)
    for (const month of ['2026-09', '2026-10', '2026-11']) await target(team, '李雷', 100_000, month)
    await signs(team, '李雷', 90_000, { on: '2026-09-02', customer: '别家' })
    await signs(team, '李雷', 30_000, { on: '2026-09-09', customer: '华为' })
    await team.says('李雷', '/deal collect D-2 1万 date=09-20')
    await team.says('李雷', '/deal collect D-2 2万 date=10-20')
    await team.says('王经理', '/deal refund D-2 全部 退货 date=11-03')
    const paid = await Promise.all(['2026-09', '2026-10', '2026-11'].map((month) => earned(team, month)))
    expect(paid.reduce((sum, one) => sum + one, 0)).toBe(0)
    expect(paid).toEqual([500, 1000, -1500])
  })

  test('calls what came in for an unconfirmed deal provisional', async () => {
    const team = await withPlan(onCollection)
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 90_000, { customer: '小米' })
    await signs(team, '李雷', 10_000, { customer: '华为', confirmed: false })
    await team.says('李雷', '/deal collect D-2 全款')
    await team.says('李雷', '/deal collect D-1 1万')
    // All of it: 100% of the target, 6%; on the confirmed 90,000 alone: 5% on what came in for D-1.
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('提成暂计 1,200 元')
    expect(text).toContain('其中 700 元还是暂计')
  })

  test('says when a deal was signed in a month without a target, and pays nothing for it in silence', async () => {
    const team = await withPlan(onCollection)
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 50_000, { on: '2026-10-09' })
    await team.says('李雷', '/deal collect D-1 全款 date=11-03')
    const line = '2026 年 10 月签约的 1 单回款 50,000 元，那一期没有目标，先不算'
    expect((await team.says('李雷', '/commission')).text).toContain(line)
    expect(rowsIn((await team.says('李雷', '/commission explain')).view)).toContainEqual([
      line,
      '',
      '',
      '0 元',
    ])
  })

  test('a deal is paid as the plan says that was in force when it was signed: a change pays nothing twice', async () => {
    const team = await startTeam()
    await plan(team, '5%', '2026-01-01')
    for (const month of ['2026-10', '2026-11']) await target(team, '李雷', 100_000, month)
    await signs(team, '李雷', 100_000, { on: '2026-10-09', customer: '华为' })
    await team.write('赵敏', (scope) => activatePlan(scope, onCollection, '2026-11-01'))
    await signs(team, '李雷', 100_000, { on: '2026-11-09', customer: '小米' })
    await team.says('李雷', '/deal collect D-1 全款 date=11-10')
    await team.says('李雷', '/deal collect D-2 5万 date=11-10')
    expect(await earned(team, '2026-10')).toBe(6000)
    expect(await earned(team, '2026-11')).toBe(3000)
    // And back again: what was signed in November is still paid as it comes in.
    await target(team, '李雷', 100_000, '2026-12')
    await team.write('赵敏', (scope) => activatePlan(scope, builtInPlan('5%'), '2026-12-01'))
    team.clock.moveTo('2026-12-10T02:00:00.000Z')
    await team.says('李雷', '/deal collect D-2 5万 date=12-03')
    expect(await earned(team, '2026-12')).toBe(3000)
  })
})

describe('attained and paid on collection', () => {
  const collected: PlanDocument = { ...onCollection, name: '按回款', attain: 'collected' }

  test('counts what came in in the month against the goal for collecting', async () => {
    const team = await withPlan(collected)
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 200_000, { on: '2026-10-09' })
    await team.says('李雷', '/deal collect D-1 8万 date=11-05')
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('11 月达成 80%，提成暂计 4,000 元（税前）。')
    expect(text).toContain('再回款 20,000 元过 100%，变成 6,000 元，多 2,000 元。')
    await team.says('王经理', '/goal add @李雷 2026-11 回款 16万')
    expect((await team.says('李雷', '/commission')).text).toContain('11 月达成 50%')
  })

  test('a deal’s cap holds for all its instalments together', async () => {
    const team = await withPlan({ ...collected, tiers: undefined, caps: { deal: '3000' } })
    await signs(team, '李雷', 100_000, { on: '2026-10-09' })
    await team.says('李雷', '/deal collect D-1 4万 date=10-20')
    await team.says('李雷', '/deal collect D-1 6万 date=11-05')
    expect(await earned(team, '2026-10')).toBe(1200)
    expect(await earned(team, '2026-11')).toBe(1800)
  })

  test('a bonus for a deal is paid once, in the month of its signing', async () => {
    const bonuses = [{ name: '新客奖', each: { customer: 'new' as const }, amount: '300' }]
    const team = await withPlan({ ...collected, tiers: undefined, bonuses })
    await signs(team, '李雷', 100_000, { on: '2026-10-09' })
    await team.says('李雷', '/deal collect D-1 4万 date=10-20')
    await team.says('李雷', '/deal collect D-1 6万 date=11-05')
    expect(await earned(team, '2026-10')).toBe(2300)
    expect(await earned(team, '2026-11')).toBe(3000)
  })
})

test('attained by collecting, paid on signing', async () => {
  const team = await withPlan({ ...onCollection, attain: 'collected', pay: 'signed' })
  await team.write('王经理', (scope) => setPersonTarget(scope, team.id('李雷'), '2026-11', 10_000_000))
  await signs(team, '李雷', 150_000)
  await team.says('李雷', '/deal collect D-1 10万 date=11-12')
  // The collected 100,000 reach the target; paid are 100,000 of the signed credit × 6% and 50,000 × 7.5%.
  expect(await earned(team, '2026-11')).toBe(9750)
})

async function withPlan(document: PlanDocument): Promise<Team> {
  const team = await startTeam()
  await team.write('赵敏', (scope) => activatePlan(scope, document, '2026-01-01'))
  return team
}

/** What `/commission` says has been earned in a month, in yuan. */
async function earned(team: Team, month: string): Promise<number> {
  const { text } = await team.says('李雷', `/commission ${month}`)
  const said = /提成暂计 (-?[\d,.]+) 元/.exec(text)
  if (!said?.[1]) throw new Error(text)
  return Number(said[1].replaceAll(',', ''))
}
