import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { signs, target } from '../commission/arrange.ts'
import { type Posted, startTeam, type Team } from '../support/team.ts'

const collecting: PlanDocument = {
  ...builtInPlan('5%'),
  name: '回款方案',
  attain: 'collected',
  pay: 'signed',
}
const bySatisfaction: PlanDocument = { ...builtInPlan('5%'), coefficient: { goal: '满意度', to: '150%' } }
const leads: PlanDocument = {
  ...builtInPlan('2%'),
  attain: { metric: '线索' },
  tiers: [{ unlock: '80%', covers: { from: '0' }, rate: { multiply: '1' } }],
}

async function under(plan: PlanDocument, from = '2026-01-01'): Promise<Team> {
  const team = await startTeam()
  await team.write('赵敏', (scope) => activatePlan(scope, plan, from))
  await target(team, '李雷', 100_000)
  await signs(team, '李雷', 100_000)
  return team
}

/** What somebody was sent privately, the latest last. */
const sent = (team: Team, name: string): Posted[] => team.posts({ to: name })

const latest = (team: Team, name: string): Posted => {
  const post = sent(team, name).at(-1)
  if (!post) throw new Error(`Nothing was sent to ${name}`)
  return post
}

const payOf = async (team: Team, name = '李雷') => {
  const { text } = await team.says(name, '/commission')
  return /暂计 (\S+) 元|已挣 (\S+) 元|提成 (\S+) 元/.exec(text)?.slice(1).find(Boolean) ?? text
}

describe('a goal that pay depends on', () => {
  test.each([
    ['what comes in', collecting, '/goal add 11月 回款 1万', '回款目标关系到提成，由王经理来定'],
    ['a metric', leads, '/goal add 11月 线索 1条', '线索目标关系到提成，由王经理来定'],
    ['a coefficient', bySatisfaction, '/goal add 11月 满意度 1分', '满意度目标关系到提成，由王经理来定'],
  ])('is not set by the person themselves: %s', async (_, plan, line, refusal) => {
    const team = await under(plan)
    const refused = await team.says('李雷', line)
    expect(refused.text).toContain(refusal)
    expect((await team.says('李雷', '/goal')).text).not.toContain('G-2')
    await team.presses('李雷', refused, '问王经理')
    const asked = latest(team, '王经理')
    await team.presses('王经理', asked, '就定这个')
    expect((await team.says('李雷', '/goal')).text).toContain('G-2')
  })

  test('is free in a period of another length, for other things, and on another plan', async () => {
    const team = await under(collecting)
    expect((await team.says('李雷', '/goal add 2026-Q4 回款 100万')).text).toContain('记好了')
    expect((await team.says('李雷', '/goal add 11月 满意度 90分')).text).toContain('记好了')
  })

  test('is changed as a signing target is: by the manager with an admin’s yes', async () => {
    const team = await under(leads)
    await team.says('王经理', '/goal add @李雷 11月 线索 40条')
    expect((await team.says('李雷', '/goal adjust G-2 1 更好')).text).toContain(
      '线索目标关系到提成，由王经理来改',
    )
    expect((await team.says('王经理', '/goal adjust G-2 30 淡季')).text).toContain('还要管理员同意')
    const card = latest(team, '赵敏')
    await team.presses('赵敏', card, '同意')
    expect((await team.says('李雷', '/goal')).text).toContain('30 条')
  })

  test('counts only on the days of the plan that measures by it: a stretch is enough', async () => {
    const team = await under(builtInPlan('5%'))
    await team.write('赵敏', (scope) => activatePlan(scope, bySatisfaction, '2026-11-15'))
    expect((await team.says('李雷', '/goal add 11月 满意度 1分')).text).toContain('由王经理来定')
  })
})

describe('a check-in that pay depends on', () => {
  async function measured(): Promise<Team> {
    const team = await under(bySatisfaction)
    await team.says('王经理', '/goal add @李雷 11月 满意度 90分')
    return team
  }

  test('waits until the manager confirms it, and counts from then on', async () => {
    const team = await measured()
    const before = await payOf(team)
    const said = await team.says('李雷', '/goal checkin G-2 180 客户问卷')
    expect(said.text).toContain('G-2 关系到提成，先由王经理确认：李雷 11 月满意度 180 分')
    expect(await payOf(team)).toBe(before)
    const card = latest(team, '王经理')
    expect(card.text).toContain('李雷报了 G-2 李雷 11 月满意度：180 分 / 90 分')
    expect(card.text).toContain('客户问卷')
    expect((await team.presses('韩梅梅', card, '属实')).text).toContain('由王经理或管理员来定')
    expect((await team.presses('李雷', card, '属实')).text).toContain('由王经理或管理员来定')
    await team.presses('王经理', card, '属实')
    expect(await payOf(team)).toBe('9,000')
    expect(latest(team, '李雷').text).toContain('王经理确认了 G-2 李雷 11 月满意度：180 分')
    expect((await team.says('李雷', '/goal history G-2')).text).toMatch(/180 分 · 李雷报的\s+王经理/)
    expect((await team.presses('王经理', card, '不对')).text).toContain('已经有结果')
  })

  test('declined changes nothing, and who reported it is told', async () => {
    const team = await measured()
    const { form } = await team.says('李雷', '/goal checkin G-2')
    await team.submits('李雷', form, { value: '+100' })
    const first = latest(team, '王经理')
    await team.says('李雷', '/goal checkin G-2 +10')
    await team.until('2026-11-20T04:00:00.000Z')
    const later = latest(team, '王经理')
    expect(later.text).toContain('110 分')
    expect((await team.presses('王经理', first, '属实')).text).toContain('后来又报过')
    await team.presses('王经理', later, '不对')
    expect(await payOf(team)).toBe('6,000')
    expect(latest(team, '李雷').text).toContain('王经理没有确认 G-2 的 110 分')
    expect((await team.says('王经理', '/goal history G-2')).text).toContain('110 分 · 没有确认')
  })

  test('by the manager counts at once, overtakes what waited, and the owner reads what it makes of their pay', async () => {
    const team = await measured()
    await team.says('李雷', '/goal checkin G-2 180')
    const card = latest(team, '王经理')
    expect((await team.says('王经理', '/goal checkin G-2 45')).text).toContain('记下了')
    expect(await payOf(team)).toBe('3,000')
    expect(latest(team, '李雷').text).toContain('王经理报了 G-2 李雷 11 月满意度：45 分')
    expect((await team.presses('王经理', card, '属实')).text).toContain('后来又报过')
  })

  test('of a goal that no plan measures by counts at once', async () => {
    const team = await measured()
    await team.says('李雷', '/goal add 11月 拜访客户 30次')
    expect((await team.says('李雷', '/goal checkin G-3 12')).text).toContain('记下了')
  })
})

test('a plan that comes later names the goals that people have set for themselves, at the month’s end', async () => {
  const team = await under(builtInPlan('5%'))
  await team.says('李雷', '/goal add 11月 满意度 1分')
  await team.says('李雷', '/goal checkin G-2 100')
  await team.until('2026-12-01T02:00:00.000Z')
  expect((await team.says('赵敏', '/commission close 2026-11')).text).not.toContain('G-2')
  await team.write('赵敏', (scope) => activatePlan(scope, bySatisfaction, '2026-11-01'))
  const { text } = await team.says('赵敏', '/commission close 2026-11')
  expect(text).toContain('是本人自己定或自己报的：G-2（李雷）')
  await team.says('李雷', '/goal checkin G-2 120')
  expect((await team.says('赵敏', '/commission close 2026-11')).text).toContain('报数还没确认，先不计：G-2')
})
