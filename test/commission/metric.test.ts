import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { setLocale } from '../../src/people/store.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'
import { checksIn, metricGoal, signs, target } from './arrange.ts'

const leads: PlanDocument = {
  ...builtInPlan('2%'),
  name: '市场方案',
  attain: { metric: '线索' },
  tiers: [
    { unlock: '80%', covers: { from: '0' }, rate: { multiply: '1' } },
    { unlock: '100%', covers: { from: '0' }, rate: { multiply: '1.5' } },
  ],
  bonuses: [{ name: '线索奖', reach: '120%', amount: '800' }],
}

describe('a marketer whose plan attains on leads', () => {
  test('reads the gap in leads, and what closing it is worth on what is signed', async () => {
    const team = await withPlan(leads)
    await metricGoal(team, '吴婷', { name: '线索', value: 40 })
    await signs(team, '吴婷', 100_000)
    await checksIn(team, '吴婷', '线索', 28)
    const { text, view } = await team.says('吴婷', '/commission')
    expect(text).toContain('11 月「线索」达成 70%，还没到 80% 线，提成暂计 0 元（税前）。')
    expect(text).toContain('「线索」还差 4 条到 80%，变成 2,000 元，多 2,000 元。')
    expect(JSON.stringify(view)).toContain('11 月「线索」，目标 40 条')
    await checksIn(team, '吴婷', '线索', 36)
    expect((await team.says('吴婷', '/commission')).text).toContain(
      '11 月「线索」达成 90%，提成暂计 2,000 元（税前）。「线索」还差 4 条到 100%，变成 3,000 元，多 1,000 元。',
    )
    // Signing more earns, and brings no lead.
    expect((await team.says('吴婷', '/commission whatif 5万')).text).toContain(
      '2,000 元 → 3,000 元，多 1,000 元',
    )
  })

  test('on the top rung reads what signing more is worth', async () => {
    const team = await withPlan(leads)
    await metricGoal(team, '吴婷', { name: '线索', value: 40 })
    await signs(team, '吴婷', 100_000)
    await checksIn(team, '吴婷', '线索', 48)
    expect((await team.says('吴婷', '/commission')).text).toContain(
      '11 月「线索」达成 120%，提成暂计 3,800 元（税前）。已经在最高一档，之后每签 10,000 元再多 300 元。',
    )
  })

  test('in English', async () => {
    const team = await withPlan({ ...leads, attain: { metric: 'leads' } })
    await team.write('吴婷', (scope) => setLocale(scope, team.id('吴婷'), 'en'))
    await metricGoal(team, '吴婷', { name: 'Leads', value: 40, unit: '' })
    await signs(team, '吴婷', 100_000)
    await checksIn(team, '吴婷', 'Leads', 28)
    expect((await team.says('吴婷', '/commission')).text).toContain(
      'November “Leads” 70%, below the 80% line: 0 so far (pre-tax). 4 more of “Leads” to 80%: 2,000, that is +2,000.',
    )
  })

  test('is explained by the goal and its latest check-in', async () => {
    const team = await withPlan(leads)
    await metricGoal(team, '吴婷', { name: '线索', value: 40 })
    await signs(team, '吴婷', 100_000)
    await checksIn(team, '吴婷', '线索', 36)
    const { text } = await team.says('吴婷', '/commission explain')
    expect(text).toContain('按目标「线索」的打卡定档，按签约额发')
    expect(text).toContain('目标：「线索」40 条（目标 G-1，王经理 2026-11-20 定）')
    expect(text).toContain('达成：36 条 ÷ 40 条 = 90%')
  })

  test('without the goal is told which one is missing, and nothing is calculated', async () => {
    const team = await withPlan(leads)
    await target(team, '吴婷', 100_000)
    await signs(team, '吴婷', 100_000)
    const { text } = await team.says('吴婷', '/commission')
    expect(text).toContain('你 11 月还没有目标「线索」，提成先不算。')
    expect(text).toContain('目标 新增 @姓名 2026-11 线索 40')
  })

  test('a newcomer’s goal is lowered like any target', async () => {
    const team = await withPlan({ ...leads, ramp: ['50%'] })
    await metricGoal(team, '吴婷', { name: '线索', value: 40 })
    await team.says('周主管', '/drumbeat joined @吴婷 2026-11-01')
    await signs(team, '吴婷', 100_000)
    await checksIn(team, '吴婷', '线索', 20)
    expect((await team.says('吴婷', '/commission')).text).toContain(
      '11 月「线索」达成 100%，提成暂计 3,000 元',
    )
  })
})

describe('a coefficient', () => {
  const satisfied: PlanDocument = {
    ...builtInPlan('5%'),
    coefficient: { goal: '客户满意度', from: '80%', to: '120%' },
  }

  test('multiplies what was earned, in every answer, and says out of what', async () => {
    const team = await withPlan(satisfied)
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 90_000)
    const earned = async () =>
      /提成暂计 ([\d,.]+) 元/.exec((await team.says('李雷', '/commission')).text)?.[1]
    const lines = async () =>
      rowsIn((await team.says('李雷', '/commission explain')).view).map(([line, , , pay]) => [line, pay])
    expect(await earned()).toBe('4,500')
    expect(await lines()).toContainEqual(['这一期没有目标「客户满意度」，× 100%', '0 元'])
    await metricGoal(team, '李雷', { name: '客户满意度', value: 90, unit: '分' })
    expect(await lines()).toContainEqual(['目标「客户满意度」还没打卡，× 100%', '0 元'])
    await checksIn(team, '李雷', '客户满意度', 81)
    expect(await earned()).toBe('4,050')
    expect(await lines()).toContainEqual(['目标「客户满意度」达成 90%，合计 × 90%', '-450 元'])
    await checksIn(team, '李雷', '客户满意度', 45)
    expect(await earned()).toBe('3,600')
    // The next tier is worth what it pays after the coefficient: 6,000 × 80%.
    expect((await team.says('李雷', '/commission')).text).toContain('变成 4,800 元，多 1,200 元')
  })

  test('counts as nothing before a check-in, where the plan says so', async () => {
    const team = await withPlan({ ...satisfied, coefficient: { goal: '客户满意度', missing: 'zero' } })
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 90_000)
    expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 0 元')
  })
})

async function withPlan(document: PlanDocument): Promise<Team> {
  const team = await startTeam()
  await team.write('赵敏', (scope) => activatePlan(scope, document, '2026-01-01'))
  return team
}
