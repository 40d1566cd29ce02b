import { describe, expect, test } from 'vitest'
import { activatePlan, activePlanFor } from '../../src/commission/active-plan.ts'
import { showRate } from '../../src/commission/fraction.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { type AssignedTo, addPlanVersion, assignPlan } from '../../src/commission/store.ts'
import { findTeam } from '../../src/people/store.ts'
import { engines } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'
import { plan, signs, target } from './arrange.ts'

describe.each(engines)('the plan in force, on $name', (engine) => {
  test('is a person’s own, else their team’s, else the nearest above it, else everyone’s', async () => {
    const team = await startTeam({ database: await engine.open() })
    await plan(team, '1%')
    expect(await rates(team)).toEqual({ 李雷: '1%', 韩梅梅: '1%', 吴婷: '1%' })
    await assign(team, '2%', { kind: 'team', id: await teamId(team, '总公司') })
    await assign(team, '3%', { kind: 'team', id: await teamId(team, '销售一部') })
    expect(await rates(team)).toEqual({ 李雷: '3%', 韩梅梅: '3%', 吴婷: '2%' })
    await assign(team, '4%', { kind: 'person', id: team.id('李雷') })
    expect(await rates(team)).toEqual({ 李雷: '4%', 韩梅梅: '3%', 吴婷: '2%' })
  })

  test('changes by versions from a date, also back-dated ones; earlier periods keep theirs', async () => {
    const team = await startTeam({ database: await engine.open() })
    await plan(team, '5%', '2026-03-01')
    await plan(team, '6%', '2026-09-01')
    await plan(team, '7%', '2026-01-01')
    await plan(team, '8%', '2026-09-01')
    const scope = await team.scope('李雷')
    const found = async (period: string) => {
      const active = await activePlanFor(scope, team.id('李雷'), period)
      return active && [active.version, showRate(active.plan.rate)]
    }
    expect(await found('2025-12')).toBeUndefined()
    expect(await found('2026-02')).toEqual([3, '7%'])
    expect(await found('2026-08')).toEqual([1, '5%'])
    expect(await found('2026-09')).toEqual([4, '8%'])
    expect(await found('2027')).toEqual([4, '8%'])
  })
})

describe('a plan that is not valid is never put in force', () => {
  const good = builtInPlan('5%')
  test.each<[string, PlanDocument]>([
    ['a rate in words', { ...good, rate: 'five per cent' }],
    ['a negative rate', { ...good, rate: '-5%' }],
    ['no tiers', { ...good, tiers: [] }],
    [
      'a height that is none',
      { ...good, tiers: [{ unlock: '?', covers: { from: '0%' }, rate: { set: '5%' } }] },
    ],
    [
      'finer than a cent',
      { ...good, tiers: [{ unlock: '0.001', covers: { from: '0%' }, rate: { set: '5%' } }] },
    ],
    ['an unknown field', Object.assign({ cap: '1000' }, good)],
  ])('%s', async (_, document) => {
    const team = await startTeam()
    await expect(team.write('赵敏', (scope) => activatePlan(scope, document, '2026-01-01'))).rejects.toThrow()
    expect(await activePlanFor(await team.scope('李雷'), team.id('李雷'), '2026-11')).toBeUndefined()
  })
})

test('a quarterly plan counts the quarter, with the quarter’s target', async () => {
  const team = await startTeam()
  const quarterly = { ...builtInPlan('5%'), period: 'quarter' as const }
  await team.write('赵敏', (scope) => activatePlan(scope, quarterly, '2026-01-01'))
  await target(team, '李雷', 300_000, '2026-Q4')
  await signs(team, '李雷', 150_000, { on: '2026-10-10' })
  await signs(team, '李雷', 150_000)
  const { text } = await team.says('李雷', '/commission')
  expect(text).toContain('2026 年第 4 季度达成 100%，提成暂计 18,000 元（税前）。')
  expect((await team.says('李雷', '/commission 2026-10')).text).toContain('提成按季度算')
})

async function rates(team: Team): Promise<Record<string, string>> {
  const scope = await team.scope('赵敏')
  const found: Record<string, string> = {}
  for (const name of ['李雷', '韩梅梅', '吴婷']) {
    const active = await activePlanFor(scope, team.id(name), '2026-11')
    found[name] = active ? showRate(active.plan.rate) : 'none'
  }
  return found
}

function assign(team: Team, rate: string, to: AssignedTo): Promise<void> {
  return team.write('赵敏', async (scope) => {
    await addPlanVersion(scope, rate, builtInPlan(rate), '2026-01-01')
    await assignPlan(scope, rate, to, '2026-01-01')
  })
}

async function teamId(team: Team, name: string): Promise<string> {
  return (await findTeam(await team.scope('赵敏'), name))?.id ?? ''
}
