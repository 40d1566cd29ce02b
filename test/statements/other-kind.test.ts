import { expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { composeStatement } from '../../src/statements/compose.ts'
import { documentOf } from '../../src/statements/document.ts'
import { revisionsOfStatement } from '../../src/statements/store.ts'
import { plan, signs, target } from '../commission/arrange.ts'
import { startTeam, type Team } from '../support/team.ts'
import { approve, later } from './arrange.ts'

const BY_QUARTER: PlanDocument = {
  name: '按季度',
  period: 'quarter',
  attain: 'signed',
  pay: 'signed',
  rate: '5%',
}

test('a refund of a month’s deal stands in the quarter’s statement once the plan counts in quarters', async () => {
  const team = await decemberPaid()
  await team.says('王经理', '/deal refund D-1 60000 退货')
  // 60,000 of 100,000 are below the gate: the 7,500 of December go back.
  const line = '2026 年 12 月：D-1 退款（王经理），退货 -7,500 元'
  expect((await team.says('李雷', '/commission')).text).toContain(line)
  expect((await team.says('李雷', '/commission 2027-Q1')).text).toContain(line)

  team.clock.moveTo('2027-04-03T02:00:00.000Z')
  await approve(team, '2027-Q1')
  const stated = (await team.says('李雷', '/commission statement 2027-Q1')).text
  expect(stated.replace(/ +/g, ' ')).toContain(line)
  expect(stated).toContain('2027 年第 1 季度对账单：-7,500 元')

  await later(team)
  await team.says('王经理', '/deal refund D-1 60000 全退')
  await target(team, '李雷', 70_000, '2026-12')
  // Nothing is left of December, so nothing more can go back.
  expect((await team.says('李雷', '/commission')).text).not.toContain('调整')
  await expectAsIssued(team, '2027-Q1')
  expect(team.failures).toEqual([])
})

test('and only once, whoever closes the month that nothing is paid by any more', async () => {
  const team = await decemberPaid()
  await team.says('王经理', '/deal refund D-1 60000 退货')
  await later(team)
  await team.says('赵敏', '/commission freeze 2027-01')
  expect((await team.says('李雷', '/commission statement 2027-01')).text).toContain('-7,500 元')
  team.clock.moveTo('2027-04-03T02:00:00.000Z')
  await team.says('赵敏', '/commission freeze 2027-Q1')
  expect((await team.says('李雷', '/commission statement 2027-Q1')).text).not.toContain('2026 年 12 月')
  await later(team)
  await team.says('赵敏', '/commission reissue 2027-01 再看')
  expect((await team.says('李雷', '/commission statement 2027-01')).text).toContain('-7,500 元')
  await later(team)
  await team.says('赵敏', '/commission reissue 2027-Q1 再看')
  expect((await team.says('李雷', '/commission statement 2027-Q1')).text).not.toContain('2026 年 12 月')
  await expectAsIssued(team, '2027-01')
  await expectAsIssued(team, '2027-Q1')
  expect(team.failures).toEqual([])
})

/** 李雷 was paid 7,500 for December, and is on a plan by quarter from January on; it is 5 February. */
async function decemberPaid(): Promise<Team> {
  const team = await startTeam({ at: '2027-02-05T02:00:00.000Z' })
  await plan(team)
  for (const period of ['2026-12', '2027-Q1']) await target(team, '李雷', 100_000, period)
  await signs(team, '李雷', 120_000, { on: '2026-12-09' })
  await approve(team, '2026-12')
  await later(team)
  await team.write('赵敏', (scope) => activatePlan(scope, BY_QUARTER, '2027-01-01'))
  await later(team)
  return team
}

async function expectAsIssued(team: Team, period: string): Promise<void> {
  const scope = await team.scope('赵敏')
  const [issued] = await revisionsOfStatement(scope, period, team.id('李雷'))
  const again = issued && (await composeStatement(scope, period, team.id('李雷'), issued.asOf))
  expect(again && documentOf(again)).toBe(issued?.document)
}
