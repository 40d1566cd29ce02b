import { expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { readPlanFile } from '../../src/commission/plan-file.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'
import { target } from './arrange.ts'

const onMargin: PlanDocument = { ...builtInPlan('10%'), name: '毛利提成', basis: 'margin' }

test('a plan on margin attains and pays by what deals leave', async () => {
  const team = await withPlan(onMargin)
  await target(team, '李雷', 50_000)
  await team.says('李雷', '/deal add 华为 12万 毛利=3万')
  await team.says('李雷', '/deal add 小米 20万 毛利=1万')
  // 40,000 of 50,000: 80%, at 10%.
  const { text } = await team.says('李雷', '/commission')
  expect(text).toContain('11 月达成 80%，提成暂计 4,000 元（税前）。再签 10,000 元过 100%，变成 6,000 元')
  const explained = await team.says('李雷', '/commission explain')
  expect(explained.text).toContain('一单按毛利计入')
  expect(rowsIn(explained.view)).toContainEqual(['0 元 – 40,000 元', '40,000 元', '10%', '4,000 元'])
})

test('a deal whose margin nobody has said counts nothing, and is named until somebody says it', async () => {
  const team = await withPlan(onMargin)
  await target(team, '李雷', 50_000)
  await team.says('李雷', '/deal add 华为 12万')
  const line = '有 1 单还没填毛利，先不计：D-1。补上就行：签单 改单 D-1 毛利=3万'
  expect((await team.says('李雷', '/commission')).text).toContain(line)
  expect((await team.says('李雷', '/commission explain')).text).toContain(line)
  await team.says('李雷', '/deal amend D-1 毛利=5万')
  const { text } = await team.says('李雷', '/commission')
  expect(text).not.toContain('还没填')
  expect(text).toContain('提成暂计 6,000 元')
})

test('the closing list names deals that lack the figure', async () => {
  const team = await withPlan(onMargin)
  await target(team, '李雷', 50_000, '2026-10')
  await team.says('李雷', '/deal add 华为 12万 date=2026-10-10')
  const { text } = await team.says('赵敏', '/commission close 2026-10')
  expect(text).toContain('有 1 单没填方案要按的毛利或未税金额，先不计：D-1')
})

test('paid on collection, money pays as much as the figure behind it', async () => {
  const team = await withPlan({ ...onMargin, tiers: undefined, pay: 'collected' })
  await team.says('李雷', '/deal add 华为 12万 毛利=3万')
  await team.says('李雷', '/deal collect D-1 4万')
  // A third of the money has come in, so a third of 10% of 30,000 is paid.
  expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 1,000 元')
})

test('without tax, and at a lower rate for what was sold cheaply', async () => {
  const team = await withPlan({
    ...builtInPlan('5%'),
    name: '未税',
    tiers: undefined,
    basis: 'ex-vat',
    rates: [{ when: { discount: { from: '15%', to: '100%' } }, rate: '2%' }],
  })
  await team.says('李雷', '/deal add 华为 113 未税金额=100')
  await team.says('李雷', '/deal add 小米 11300 未税金额=10000 折扣=8折')
  expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 205 元')
  expect((await team.says('李雷', '/commission plan')).text).toContain('折扣 15% 到 100%：比例 2%')
})

test('a file with a basis that what comes in does not have names the line', () => {
  const file = ['name: X', 'period: month', 'attain: collected', 'pay: signed', 'basis: margin', 'rate: 5%']
  expect(readPlanFile(file.join('\n'), 'CNY')).toEqual([
    {
      line: 5,
      sentence: 'basis: expected amount where attain is collected, not margin',
    },
  ])
})

async function withPlan(document: PlanDocument): Promise<Team> {
  const team = await startTeam()
  await team.write('赵敏', (scope) => activatePlan(scope, document, '2026-01-01'))
  return team
}
