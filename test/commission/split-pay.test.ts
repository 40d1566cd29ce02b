import { expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { startTeam } from '../support/team.ts'
import { signs } from './arrange.ts'

const TEN: PlanDocument = { name: '一成', period: 'month', attain: 'signed', pay: 'signed', rate: '10%' }

test('10% on a deal of 100,000 split 60/40 pays 6,000 and 4,000', async () => {
  const team = await startTeam()
  await team.write('赵敏', (scope) => activatePlan(scope, TEN, '2026-11-01'))
  const shares = [
    { person: team.id('李雷'), bps: 6_000 },
    { person: team.id('韩梅梅'), bps: 4_000 },
  ]
  await signs(team, '李雷', 100_000, { shares })
  expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 6,000 元（税前）')
  expect((await team.says('韩梅梅', '/commission')).text).toContain('提成暂计 4,000 元（税前）')
})
