import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { findTeam, joinTeam } from '../../src/people/store.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'
import { signs, target } from './arrange.ts'

const FLAT: PlanDocument = { name: '一口价', period: 'month', attain: 'signed', pay: 'signed', rate: '10%' }

const activate = (team: Team, document: PlanDocument, name?: string) =>
  team.write('赵敏', (scope) =>
    activatePlan(
      scope,
      document,
      '2026-11-01',
      name === undefined ? { kind: 'everyone' } : { kind: 'person', id: team.id(name) },
    ),
  )

async function joins(team: Team, name: string, teamName: string) {
  await team.write('赵敏', async (scope) => {
    const found = await findTeam(scope, teamName)
    await joinTeam(scope, found?.id ?? '', team.id(name), 'member', '2026-11-01')
  })
}

describe('a manager’s override', () => {
  const managing = (override: NonNullable<PlanDocument['override']>) => ({ ...FLAT, rate: '3%', override })

  test('pays for what the members sign, with a line for the team and none for a member', async () => {
    const team = await startTeam()
    await activate(team, FLAT)
    await activate(team, managing({ rate: '1%', of: 'credit', scope: 'direct' }), '王经理')
    await signs(team, '李雷', 100_000)
    await signs(team, '韩梅梅', 50_000)
    await signs(team, '吴婷', 70_000)
    await signs(team, '王经理', 20_000)
    const { text, view } = await team.says('王经理', '/commission explain')
    expect(text).toContain('11 月提成 2,100 元（税前），是这样算的：')
    expect(text).toContain('管理提成：带团队的人拿直接带的组员签约额的 1%，本人的单不算')
    expect(rowsIn(view).slice(-3)).toEqual([
      ['0 元 – 20,000 元', '20,000 元', '3%', '600 元'],
      ['管理提成，销售一部（3 人）：计入 150,000 元 × 1%', '', '', '1,500 元'],
      ['合计', '20,000 元', '', '2,100 元'],
    ])
    expect(text).not.toContain('李雷')
  })

  test('is paid to who has signed nothing, and of all teams below where the plan says so', async () => {
    const team = await startTeam()
    await activate(team, FLAT)
    await signs(team, '李雷', 100_000)
    await signs(team, '吴婷', 70_000)
    await activate(team, managing({ rate: '1/10', of: 'commission', scope: 'direct' }), '陈总')
    expect((await team.says('陈总', '/commission')).text).toContain('提成暂计 0 元')
    await activate(team, managing({ rate: '1/10', of: 'commission', scope: 'all' }), '陈总')
    expect((await team.says('陈总', '/commission')).text).toContain('提成暂计 1,700 元')
    const { view } = await team.says('陈总', '/commission explain')
    expect(rowsIn(view).slice(-3)).toEqual([
      ['管理提成，市场部（2 人）：提成 7,000 元 × 10%', '', '', '700 元'],
      ['管理提成，销售一部（3 人）：提成 10,000 元 × 10%', '', '', '1,000 元'],
      ['合计', '0 元', '', '1,700 元'],
    ])
  })

  test('waits with the members’ deals for their confirmation', async () => {
    const team = await startTeam()
    await activate(team, FLAT)
    await activate(team, managing({ rate: '1%', of: 'credit', scope: 'direct' }), '王经理')
    await signs(team, '李雷', 100_000, { confirmed: false })
    const { text } = await team.says('王经理', '/commission')
    expect(text).toContain('提成暂计 1,000 元')
    expect(text).toContain('其中 1,000 元还是暂计：别人有签约等主管确认，会影响到它。')
  })
})

describe('an overlay', () => {
  const engineer: PlanDocument = { ...FLAT, rate: '1%', overlay: { of: 'team', credit: '50%' } }

  test('counts what teammates sign for the target and for pay, and own deals once', async () => {
    const team = await startTeam()
    await activate(team, FLAT)
    await activate(team, { ...engineer, gate: '50%' }, '张伟')
    await target(team, '张伟', 100_000)
    await signs(team, '李雷', 100_000)
    await signs(team, '吴婷', 900_000)
    await signs(team, '张伟', 20_000)
    const { text, view } = await team.says('张伟', '/commission explain')
    expect(text).toContain('11 月提成 700 元（税前）')
    expect(text).toContain('达成：70,000 元 ÷ 100,000 元 = 70%')
    expect(text).toContain('自己的单之外，方案另计队友签的 50,000 元。')
    expect(rowsIn(view).slice(-2)).toEqual([
      ['0 元 – 70,000 元', '70,000 元', '1%', '700 元'],
      ['合计', '70,000 元', '', '700 元'],
    ])
    expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 10,000 元')
  })

  test('gives everyone in a split the whole deal: the credits are more than the deal', async () => {
    const team = await startTeam()
    await activate(team, { ...FLAT, overlay: { of: 'split', credit: '100%' } })
    const shares = [
      { person: team.id('李雷'), bps: 6_000 },
      { person: team.id('吴婷'), bps: 4_000 },
    ]
    await signs(team, '李雷', 100_000, { shares })
    for (const name of ['李雷', '吴婷'])
      expect((await team.says(name, '/commission')).text).toContain('提成暂计 10,000 元')
    expect((await team.says('吴婷', '/commission explain')).text).toContain(
      '分单的单，方案在份额之外另计 60,000 元。',
    )
  })

  test('tells deals apart where the plan does, and pays bonuses for own deals only', async () => {
    const team = await startTeam()
    await activate(team, FLAT)
    await activate(
      team,
      {
        ...engineer,
        rates: [{ when: { customer: 'new' }, rate: '2%' }],
        bonuses: [{ name: '新客奖', each: { customer: 'new' }, amount: '300' }],
      },
      '张伟',
    )
    await signs(team, '李雷', 100_000, { customer: '华为', on: '2026-11-02' })
    await signs(team, '李雷', 60_000, { customer: '华为', on: '2026-11-03' })
    await signs(team, '张伟', 10_000, { customer: '小米' })
    // 50,000 and 10,000 of new customers at 2%, 30,000 of a repeat one at 1%, and 300 for the own one
    expect((await team.says('张伟', '/commission')).text).toContain('提成暂计 1,800 元')
  })

  test('counts the teams below, and somebody in two teams once', async () => {
    const team = await startTeam()
    await activate(team, FLAT)
    await activate(team, engineer, '赵敏')
    await joins(team, '赵敏', '总公司')
    await joins(team, '李雷', '市场部')
    await signs(team, '李雷', 100_000)
    await signs(team, '吴婷', 50_000)
    expect((await team.says('赵敏', '/commission')).text).toContain('提成暂计 750 元')
  })
})
