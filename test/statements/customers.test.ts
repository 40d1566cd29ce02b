import { expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { signs } from '../commission/arrange.ts'
import { startTeam, type Team } from '../support/team.ts'
import { approve, later } from './arrange.ts'

const NEW_PAYS_MORE: PlanDocument = {
  name: '新客',
  period: 'month',
  attain: 'signed',
  pay: 'signed',
  rate: '5%',
  rates: [{ when: { customer: 'new' }, rate: '10%' }],
}

test('an earlier deal with the customer, logged after the closing, lowers what the first one was paid', async () => {
  const team = await octoberPaid()
  await team.says('韩梅梅', '/deal add 华为 1万 日期=2026-10-01')
  await later(team)
  await team.says('王经理', '/deal confirm D-2')
  // 100,000 × 5% instead of 10%.
  expect(await adjusted(team)).toContain('10 月：D-2 补记（韩梅梅） -5,000 元')
})

test('so does one that is given to the customer by another name', async () => {
  const team = await octoberPaid(['中兴', '2026-10-01'])
  await team.says('王经理', '/deal amend D-2 客户=华为')
  expect(await adjusted(team)).toContain('10 月：D-2 改单（王经理） -5,000 元')
})

test('and what takes the earlier one away pays the difference', async () => {
  const team = await octoberPaid(['华为', '2026-10-01'])
  await team.says('王经理', '/deal amend D-2 客户=中兴')
  expect(await adjusted(team)).toContain('10 月：D-2 改单（王经理） +5,000 元')
  await later(team)
  await team.says('王经理', '/deal amend D-2 客户=华为')
  await later(team)
  await team.says('王经理', '/deal void D-2 记错了')
  expect(await adjusted(team)).toContain('10 月：D-2 作废（王经理），记错了 +5,000 元')
})

/** 李雷 has been paid for the first deal with 华为 in October, and 韩梅梅 for one with a customer of hers where she has one. */
async function octoberPaid(other?: [customer: string, on: string]): Promise<Team> {
  const team = await startTeam()
  await team.write('赵敏', (scope) => activatePlan(scope, NEW_PAYS_MORE, '2026-01-01'))
  await signs(team, '李雷', 100_000, { on: '2026-10-09', customer: '华为' })
  if (other) await signs(team, '韩梅梅', 10_000, { customer: other[0], on: other[1] })
  await approve(team, '2026-10')
  await later(team)
  return team
}

async function adjusted(team: Team): Promise<string> {
  const { text } = await team.says('李雷', '/commission')
  expect(team.failures).toEqual([])
  return text
}
