import { expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { signs, target } from '../commission/arrange.ts'
import { engines } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'
import { approve, later } from './arrange.ts'

const PLANS: Record<string, PlanDocument> = {
  'a draw': { ...builtInPlan('5%'), draw: { amount: '5000', recoverable: 'true' }, negative: 'carried' },
  'an advance': {
    ...builtInPlan('5%'),
    advance: { share: '80%', trueUp: 'quarter' },
    clawback: { rate: 'original' },
  },
  'a deferred share': { ...builtInPlan('5%'), deferred: { share: '20%', release: { after: '1' } } },
}

const [sqlite, ...others] = engines

test.each(Object.entries(PLANS))(
  '%s reads the same on every engine, from the month to the adjustment',
  async (_, document) => {
    if (!sqlite) throw new Error('There is no engine.')
    const open = async (engine: typeof sqlite) =>
      quarter(await startTeam({ database: await engine.open() }), document)
    const told = await open(sqlite)
    expect(told.at(-1)).toMatch(/D-1 退款/)
    for (const engine of others) expect(await open(engine), engine.name).toEqual(told)
  },
  60_000,
)

async function quarter(team: Team, document: PlanDocument): Promise<string[]> {
  const li = { kind: 'person', id: team.id('李雷') } as const
  await team.write('赵敏', (scope) => activatePlan(scope, document, '2026-09-01', li))
  for (const month of ['2026-09', '2026-10', '2026-11']) await target(team, '李雷', 100_000, month)
  await signs(team, '李雷', 120_000, { on: '2026-09-09' })
  await signs(team, '李雷', 90_000.05, { on: '2026-10-09' })
  await later(team)
  for (const month of ['2026-09', '2026-10']) {
    await approve(team, month)
    await later(team)
  }
  await team.says('王经理', '/deal refund D-1 33333.33 退货 date=10-20')
  const told: string[] = []
  for (const words of ['statement 2026-09', 'statement 2026-10', 'explain 2026-10', '2026-11'])
    told.push((await team.says('李雷', `/commission ${words}`)).text)
  expect(team.failures).toEqual([])
  return told
}
