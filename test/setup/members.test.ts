import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { findTeam, managersOf, teamsOf } from '../../src/people/store.ts'
import { signs, target } from '../commission/arrange.ts'
import { startTeam, type Team } from '../support/team.ts'

const teamsOn = async (team: Team, name: string, day: string) =>
  (await teamsOf(await team.scope('赵敏'), team.id(name), day)).map((one) => one.name)

async function planFor(team: Team, name: string, document: PlanDocument) {
  await team.write('赵敏', async (scope) => {
    const to = await findTeam(scope, name)
    if (to) await activatePlan(scope, document, '2026-01-01', { kind: 'team', id: to.id })
  })
}

describe('who is in which team', () => {
  test('a member is taken out from a day on, and reads so; the manager sees their pay no longer', async () => {
    const team = await startTeam()
    const { text } = await team.says('赵敏', '/drumbeat team 销售一部 remove @李雷 from 12-01')
    expect(text).toBe('李雷在销售一部做成员到 2026-11-30 为止。')
    expect(team.posts({ to: '李雷' }).at(-1)?.text).toContain('到 2026-11-30 为止。这是赵敏调整的。')
    expect(await teamsOn(team, '李雷', '2026-11-30')).toEqual(['销售一部'])
    expect(await teamsOn(team, '李雷', '2026-12-01')).toEqual([])
    expect((await team.says('王经理', '/commission @李雷')).text).not.toContain('不能看')
    await team.until('2026-12-01T02:00:00.000Z')
    expect(await managersOf(await team.scope('赵敏'), team.id('李雷'))).toEqual([])
    const refused = await team.says('王经理', '/commission @李雷')
    expect(refused.text).toContain('只有')
  })

  test.each([
    ['战鼓 团队 市场部 调入 @李雷 从 11-16', '2026-11-16'],
    ['战鼓 团队 市场部 调入 李雷 11月16日起', '2026-11-16'],
    ['战鼓 部门 市场部 调入 @李雷 明天', '2026-11-21'],
    ['/drumbeat team 市场部 move @李雷', '2026-11-20'],
  ])('moving ends the former one on the day before: %s', async (line, day) => {
    const team = await startTeam()
    const { text } = await team.says('赵敏', line)
    expect(text).toContain('李雷在销售一部做成员到')
    expect(text).toContain(`李雷从 ${day} 起是市场部的成员`)
    expect(await teamsOn(team, '李雷', day)).toEqual(['市场部'])
    expect(await teamsOn(team, '李雷', '2026-11-01')).toEqual(['销售一部'])
  })

  test('adding keeps the former one; a manager can be exchanged', async () => {
    const team = await startTeam()
    await team.says('赵敏', '战鼓 团队 市场部 加入 @李雷')
    expect(await teamsOn(team, '李雷', '2026-11-20')).toEqual(['市场部', '销售一部'])
    expect((await team.says('赵敏', '/drumbeat team 销售一部 remove @王经理')).text).toContain(
      '之后销售一部没有主管',
    )
    await team.says('赵敏', '战鼓 团队 销售一部 加入 主管 @韩梅梅')
    const managers = await managersOf(await team.scope('赵敏'), team.id('张伟'))
    expect(managers.map((one) => one.name)).toEqual(['韩梅梅', '陈总'])
  })

  test('by form, which the list of teams opens', async () => {
    const team = await startTeam()
    const { form } = await team.presses('赵敏', await team.says('赵敏', '/drumbeat team'), '调整成员')
    const market = (await findTeam(await team.scope('赵敏'), '市场部'))?.id ?? ''
    const wrong = await team.submits('赵敏', form, { person: team.id('李雷'), team: market, from: '下辈子' })
    expect(wrong.errors?.from).toContain('下辈子')
    const done = await team.submits('赵敏', form, { person: team.id('李雷'), team: market, from: '12-01' })
    expect(done.text).toContain('李雷从 2026-12-01 起是市场部的成员')
  })

  test('what is not read or not so changes nothing', async () => {
    const team = await startTeam()
    expect((await team.says('赵敏', '/drumbeat team 销售一部')).text).toContain('没读懂')
    expect((await team.says('赵敏', '/drumbeat team 外星部 remove @李雷')).text).toContain('没有「外星部」')
    expect((await team.says('赵敏', '/drumbeat team 市场部 remove @李雷')).text).toContain('李雷不在市场部')
    expect((await team.says('赵敏', '/drumbeat team 销售一部 add @李雷')).text).toContain('已经是')
    expect((await team.says('赵敏', '/drumbeat team 销售一部 remove @李雷 from 32-13')).text).toContain(
      '32-13',
    )
    expect((await team.says('王经理', '/drumbeat team 销售一部 remove @李雷')).text).not.toContain('为止')
    expect(await teamsOn(team, '李雷', '2026-12-31')).toEqual(['销售一部'])
  })

  test('pay follows in stretches, is told, and a statement of before stays what it was', async () => {
    const team = await startTeam()
    await planFor(team, '销售一部', builtInPlan('5%'))
    await planFor(team, '市场部', builtInPlan('2%'))
    await target(team, '李雷', 100_000, '2026-10')
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 100_000, { on: '2026-10-10' })
    await signs(team, '李雷', 50_000, { on: '2026-11-05' })
    await signs(team, '李雷', 50_000, { on: '2026-11-18', customer: '腾讯' })
    await team.says('赵敏', '/commission freeze 2026-10')
    const october = (await team.says('李雷', '/commission statement 2026-10')).text
    await team.says('赵敏', '战鼓 团队 市场部 调入 @李雷 从 11-16')
    // Each half of November signed its half of the target: 50,000 × 5% × 1.2 + 50,000 × 2% × 1.2.
    expect((await team.says('李雷', '/commission')).text).toContain('4,200 元')
    expect(team.posts({ to: '李雷' }).at(-1)?.text).toContain('6,000 元 → 4,200 元')
    expect((await team.says('李雷', '/commission statement 2026-10')).text).toBe(october)
  })
})
