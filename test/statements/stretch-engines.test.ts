import { expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { checksIn, metricGoal, signs, target } from '../commission/arrange.ts'
import { engines } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'
import { approve, later } from './arrange.ts'

const [sqlite, ...others] = engines

const former: PlanDocument = { ...builtInPlan('5%'), name: '旧方案', ramp: ['50%', '75%'] }
const latter: PlanDocument = {
  ...builtInPlan('8%'),
  name: '新方案',
  proration: 'calendar-days',
  stretches: 'blended',
  coefficient: { goal: '客户满意度', from: '80%', to: '120%' },
}

test('a newcomer’s month in two stretches, with a coefficient, closes and is adjusted alike on every engine', async () => {
  if (!sqlite) throw new Error('There is no engine.')
  const told = await newcomersMonth(await startTeam({ database: await sqlite.open() }))
  // Joined on 1 October: 15 days at a half and 16 in full, so the target is 100,000 × 23.5 ÷ 31 = 75,806.45….
  // Of 90,000 the old plan makes 5,612.90 and pays 5/9, the new one 8,980.65 and 4/9: 7,109.68, × 90%.
  expect(told['statement']).toContain('10 月对账单：6,398.71 元')
  expect(told['adjusted']).toContain('10 月：打卡（李雷）')
  expect(told['adjusted']).toContain('10 月：入职或离职日期（王经理）')
  for (const engine of others)
    expect(await newcomersMonth(await startTeam({ database: await engine.open() })), engine.name).toEqual(
      told,
    )
}, 60_000)

async function newcomersMonth(team: Team): Promise<Record<string, string>> {
  const told: Record<string, string> = {}
  const asks = async (moment: string, name: string, text: string) => {
    told[moment] = (await team.says(name, text)).text
  }
  const goal = '客户满意度'
  await inForce(team, former, '2026-01-01')
  await inForce(team, latter, '2026-10-16')
  await target(team, '李雷', 100_000, '2026-10')
  await target(team, '李雷', 100_000)
  await metricGoal(team, '李雷', { name: goal, value: 90, unit: '分', period: '2026-10' })
  await checksIn(team, '李雷', goal, 81, '2026-10')
  await asks('joined', '王经理', '/drumbeat joined @李雷 2026-10-01')
  await signs(team, '李雷', 50_000, { on: '2026-10-09', customer: '华为' })
  await signs(team, '李雷', 40_000, { on: '2026-10-20', customer: '小米' })
  await asks('explained', '李雷', '/commission explain 2026-10')
  await approve(team, '2026-10')
  await later(team)
  await asks('statement', '李雷', '/commission statement')
  await checksIn(team, '李雷', goal, 90, '2026-10')
  await later(team)
  await asks('moved', '王经理', '/drumbeat joined @李雷 2026-09-05')
  await later(team)
  await asks('adjusted', '李雷', '/commission')
  const statements = await team.database.reads
    .selectFrom('statement')
    .select(['hash', 'document'])
    .orderBy('person')
    .execute()
  told['documents'] = statements.map((one) => `${one.hash} ${one.document}`).join('\n')
  expect(team.failures).toEqual([])
  return told
}

const inForce = (team: Team, document: PlanDocument, from: string) =>
  team.write('赵敏', (scope) => activatePlan(scope, document, from))
