import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { findTeam, joinTeam } from '../../src/people/store.ts'
import { audited } from '../statements/arrange.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'
import { signs, target } from './arrange.ts'

const ramp: PlanDocument = { ...builtInPlan('5%'), name: '新人方案', ramp: ['50%', '75%'] }

describe('/drumbeat joined and left', () => {
  test('records who joined when, lets them know what it changes, and lowers a newcomer’s target', async () => {
    const team = await withPlan(ramp)
    await signs(team, '李雷', 60_000)
    expect((await team.says('李雷', '/commission')).text).toContain(
      '11 月达成 60%，还没到 80% 线，提成暂计 0 元',
    )
    const { text } = await team.says('王经理', '战鼓 入职 @李雷 2026-11-01')
    expect(text).toBe('记下了：李雷 2026-11-01 入职。')
    // Half of 100,000 is the target: 50,000 × 6% and 10,000 × 7.5%.
    expect(team.posts({ to: '李雷' }).at(-1)?.text).toContain(
      '你的入职日期记为 2026-11-01。11 月 60% → 120%，提成 0 元 → 3,750 元（税前）',
    )
    expect((await team.says('李雷', '/commission')).text).toContain(
      '11 月达成 120%，提成暂计 3,750 元（税前）。',
    )
    expect(await audited(team, 'person.employment')).toEqual([{ who: '王经理', subject: 'person:p-李雷' }])
  })

  test('are for the person’s managers and admins', async () => {
    const team = await withPlan(ramp)
    const said = (who: string, line: string) => team.says(who, line).then(({ text }) => text)
    expect(await said('李雷', '/drumbeat joined @李雷 2026-11-01')).not.toContain('记下了')
    expect(await said('周主管', '/drumbeat joined @李雷 2026-11-01')).toBe(
      '李雷的入职和离职日期，由 TA 的主管或管理员登记。',
    )
    expect(await said('赵敏', '/drumbeat left @李雷 2026-11-30')).toBe(
      '记下了：李雷的最后一天是 2026-11-30。',
    )
    expect(await said('赵敏', '/drumbeat joined @李雷 2026-12-01')).toBe(
      '李雷 2026-11-30 离职，比 2026-12-01 入职还早，什么都没改。',
    )
    expect(await said('赵敏', '/drumbeat left @李雷 取消')).toBe('记下了：李雷不离职了。')
    expect(await said('赵敏', '/drumbeat left @赵敏 2026-11-30')).toBe('这是唯一的管理员，请先指定另一位。')
    expect(await said('赵敏', '/drumbeat joined @李雷 下个月')).toContain('没读懂，什么都没改。')
  })

  test('who has left is no longer there from the day after the last one', async () => {
    const team = await withPlan(ramp)
    await team.says('王经理', '/drumbeat left @李雷 2026-11-20')
    expect((await team.says('王经理', '/commission team')).text).toContain('李雷')
    team.clock.moveTo('2026-11-21T02:00:00.000Z')
    expect((await team.says('王经理', '/commission team')).text).not.toContain('李雷')
  })
})

describe('a newcomer’s month', () => {
  test('is explained: the share of the target, since when, and the exact target', async () => {
    const team = await withPlan(ramp)
    await team.says('王经理', '/drumbeat joined @李雷 2026-10-10')
    await signs(team, '李雷', 70_000)
    // 9 days at 50% and 21 at 75% of 100,000 are 67,500.
    const { text } = await team.says('李雷', '/commission explain')
    expect(text).toContain('目标：67,500 元（100,000 元的 67.5%）')
    expect(text).toContain('2026-10-10 入职。')
    expect(text).toContain('达成：70,000 元 ÷ 67,500 元 = 103.7%')
    expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 4,237.50 元')
  })

  test('says that the target counts in full where nobody has recorded the joining', async () => {
    const team = await withPlan(ramp)
    await signs(team, '李雷', 90_000)
    const { text } = await team.says('李雷', '/commission explain')
    expect(text).toContain('入职日期还没登记，目标按全额算。')
    expect(text).toContain('11 月提成 4,500 元')
  })

  test('tells the next tier by the lowered target, and what-if agrees', async () => {
    const team = await withPlan({ ...builtInPlan('5%'), proration: 'calendar-days' })
    await team.says('王经理', '/drumbeat joined @李雷 2026-11-11')
    await signs(team, '李雷', 60_000, { on: '2026-11-12' })
    // Two thirds of 100,000: 6,666.67 more reach 66,666.666…, of which a cent is above and pays nothing to speak of.
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain(
      '11 月达成 90%，提成暂计 3,000 元（税前）。再签 6,666.67 元过 100%，变成 4,000 元，多 1,000 元。',
    )
    expect((await team.says('李雷', '/commission whatif 6666.66')).text).toContain('3,000 元 → 3,333.33 元')
    expect((await team.says('李雷', '/commission whatif 6666.67')).text).toContain('3,000 元 → 4,000 元')
  })
})

describe('a plan that changes within a month', () => {
  test('separate: two stretches, each explained with its plan and its share of the target', async () => {
    const team = await withPlan({ ...builtInPlan('5%'), name: '旧方案' })
    await signs(team, '李雷', 50_000, { on: '2026-11-05' })
    await signs(team, '李雷', 30_000, { on: '2026-11-18' })
    await inForce(team, { ...builtInPlan('10%'), name: '新方案' }, '2026-11-16')
    // By 50,000 each: 50,000 × 6% reaches the first; 30,000 are 60% of the second, below its line.
    const { text, view } = await team.says('李雷', '/commission explain')
    expect(text).toContain('这一期换过方案，每一段单独算：')
    expect(text).toContain('2026-11-01 到 2026-11-15：方案「旧方案」第 1 版，目标的 50%')
    expect(text).toContain('2026-11-16 到 2026-11-30：方案「新方案」第 2 版，目标的 50%')
    expect(rowsIn(view)).toContainEqual([
      '2026-11-01 到 2026-11-15：0 元 – 50,000 元',
      '50,000 元',
      '6%',
      '3,000 元',
    ])
    expect((await team.says('李雷', '/commission')).text).toContain(
      '11 月达成 60%，还没到 80% 线，提成暂计 3,000 元（税前）。再签 10,000 元过 80%，变成 7,000 元，多 4,000 元。',
    )
  })

  test('blended: measured over the whole month, each stretch paid by its credit', async () => {
    const team = await withPlan({ ...builtInPlan('5%'), name: '旧方案' })
    await signs(team, '李雷', 50_000, { on: '2026-11-05' })
    await signs(team, '李雷', 40_000, { on: '2026-11-18' })
    await inForce(team, { ...builtInPlan('10%'), name: '新方案', stretches: 'blended' }, '2026-11-16')
    // 90% in all: 4,500 × 5/9 by the old one, 9,000 × 4/9 by the new one.
    const { text, view } = await team.says('李雷', '/commission explain')
    expect(text).toContain('这一期换过方案，达成按整期算：')
    expect(rowsIn(view).slice(-3)).toEqual([
      ['2026-11-01 到 2026-11-15：0 元 – 90,000 元（占计入金额的 ≈55.5556%）', '90,000 元', '5%', '2,500 元'],
      [
        '2026-11-16 到 2026-11-30：0 元 – 90,000 元（占计入金额的 ≈44.4444%）',
        '90,000 元',
        '10%',
        '4,000 元',
      ],
      ['合计', '90,000 元', '', '6,500 元'],
    ])
    expect((await team.says('李雷', '/commission')).text).toContain('11 月达成 90%，提成暂计 6,500 元')
  })

  test('what was before stays as it was, also for a quarter that begins within a month', async () => {
    const team = await withPlan(builtInPlan('5%'))
    await target(team, '李雷', 100_000, '2026-10')
    await target(team, '李雷', 100_000, '2026-12')
    await signs(team, '李雷', 90_000, { on: '2026-10-05' })
    await signs(team, '李雷', 90_000, { on: '2026-11-05' })
    await inForce(team, { ...builtInPlan('9%'), period: 'quarter' }, '2026-11-16')
    for (const month of ['2026-10', '2026-11'])
      expect((await team.says('李雷', `/commission ${month}`)).text).toContain('达成 90%，提成暂计 4,500 元')
    // The quarter that has begun is still paid by the month; the next one is the new plan's.
    expect((await team.says('李雷', '/commission 2026-Q4')).text).toContain('9,000 元')
    team.clock.moveTo('2027-01-05T02:00:00.000Z')
    expect((await team.says('李雷', '/commission')).text).toContain('2027 年第 1 季度')
  })

  test('collections pay at the rate of the stretch that their deal was signed in', async () => {
    const later = { ...flat, pay: 'collected' as const }
    const team = await withPlan(later)
    await signs(team, '李雷', 10_000, { on: '2026-11-05', customer: '华为' })
    await signs(team, '李雷', 10_000, { on: '2026-11-18', customer: '小米' })
    await inForce(team, { ...later, rate: '8%' }, '2026-11-16')
    for (const deal of ['D-1', 'D-2']) await team.says('李雷', `/deal collect ${deal} 全款 date=11-19`)
    expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 1,300 元')
  })

  test('whoever had no plan before has it for the whole month', async () => {
    const team = await startTeam()
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 90_000, { on: '2026-11-05' })
    await inForce(team, builtInPlan('5%'), '2026-11-16')
    expect((await team.says('李雷', '/commission')).text).toContain('11 月达成 90%，提成暂计 4,500 元')
  })

  test('a person’s own plan from a date is a stretch as well', async () => {
    const team = await withPlan(flat)
    for (const name of ['李雷', '韩梅梅']) await signsTwice(team, name)
    const own = { kind: 'person', id: team.id('李雷') } as const
    await team.write('赵敏', (scope) => activatePlan(scope, { ...flat, rate: '10%' }, '2026-11-11', own))
    expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 1,500 元')
    expect((await team.says('韩梅梅', '/commission')).text).toContain('提成暂计 1,000 元')
  })

  test('a move to a team with another plan is one too', async () => {
    const team = await withPlan(flat)
    await signsTwice(team, '李雷')
    const marketing = await team.write('赵敏', async (scope) => {
      const id = (await findTeam(scope, '市场部'))?.id ?? ''
      await activatePlan(scope, { ...flat, rate: '10%' }, '2026-01-01', { kind: 'team', id })
      await joinTeam(scope, id, team.id('李雷'), 'member', '2026-11-11')
      return id
    })
    await team.database.write((tables) =>
      tables
        .updateTable('membership')
        .set({ until_on: '2026-11-11' })
        .where('person', '=', team.id('李雷'))
        .where('team', '<>', marketing)
        .execute(),
    )
    expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 1,500 元')
  })
})

const flat: PlanDocument = { ...builtInPlan('5%'), tiers: undefined }

/** 10,000 before the 11th of November, and 10,000 after it. */
async function signsTwice(team: Team, name: string): Promise<void> {
  await signs(team, name, 10_000, { on: '2026-11-05' })
  await signs(team, name, 10_000, { on: '2026-11-18' })
}

async function withPlan(document: PlanDocument): Promise<Team> {
  const team = await startTeam()
  await inForce(team, document, '2026-01-01')
  await target(team, '李雷', 100_000)
  return team
}

const inForce = (team: Team, document: PlanDocument, from: string) =>
  team.write('赵敏', (scope) => activatePlan(scope, document, from))
