import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { putInForce } from '../../src/commission/put-in-force.ts'
import type { AssignedTo } from '../../src/commission/store.ts'
import { setLocale, teamsOf } from '../../src/people/store.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'
import { plan, signs, target } from './arrange.ts'

const NEW_BUSINESS: PlanDocument = {
  name: '新客户方案',
  period: 'month',
  attain: 'signed',
  pay: 'signed',
  rate: '4%',
  rates: [{ when: { customer: 'new' }, rate: '6%' }],
  tiers: [
    { unlock: '60%', covers: { from: '0%' }, rate: { multiply: '1' } },
    { unlock: '100%', covers: { from: '100%' }, rate: { add: '2%' } },
  ],
  bonuses: [{ name: '新客奖', each: { customer: 'new' }, amount: '300' }],
  caps: { deal: '4000' },
}

describe('a plan that tells deals apart', () => {
  test('is worked out on each deal, and /commission, explain and what-if agree to the cent', async () => {
    const team = await withNewBusiness()
    await signs(team, '李雷', 50_000, { customer: '华为', on: '2026-11-03' })
    await signs(team, '李雷', 30_000, { customer: '华为', on: '2026-11-05' })
    // 50,000 of a new customer at 6% and 30,000 of a repeat one at 4%: 4,200; and 300 for the new one.
    expect((await team.says('李雷', '/commission')).text).toContain(
      '11 月达成 80%，提成暂计 4,500 元（税前）。再签 20,000 元过 100%，变成 5,300 元，多 800 元。',
    )
    const explained = await team.says('李雷', '/commission explain')
    expect(explained.text).toContain('11 月提成 4,500 元（税前），是这样算的：')
    expect(explained.text).toContain('新客：比例 6%')
    expect(explained.text).toContain('其他单：比例 4%')
    expect(explained.text).toContain('奖励「新客奖」：每单（新客）300 元，分单按份额')
    expect(explained.text).toContain('各单自己的比例，按计入金额加权：5.25%')
    expect(rowsIn(explained.view).slice(-3)).toEqual([
      ['0 元 – 80,000 元', '80,000 元', '5.25%', '4,200 元'],
      ['奖励「新客奖」，1 单', '', '', '300 元'],
      ['合计', '80,000 元', '', '4,500 元'],
    ])
    const tried = await team.says('李雷', '/commission whatif 20000')
    expect(tried.text).toContain('4,500 元 → 5,300 元，多 800 元（税前）。')
  })

  test('calls what waits for confirmation provisional, with its bonus', async () => {
    const team = await withNewBusiness()
    await signs(team, '李雷', 60_000, { customer: '华为' })
    await signs(team, '李雷', 10_000, { customer: '小米', confirmed: false })
    // 60,000 × 6% + 300 is certain; another 10,000 × 6% + 300 waits.
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('提成暂计 4,800 元')
    expect(text).toContain('其中 900 元还是暂计：有 10,000 元签约等主管确认。')
  })

  test('says in the answer to a new deal what it does', async () => {
    const team = await withNewBusiness()
    const logged = await team.says('李雷', '/deal add 华为 7万')
    expect(logged.text).toContain('提成暂计 4,300 元')
  })

  test('names the deal that its cap cuts', async () => {
    const team = await withNewBusiness()
    await signs(team, '李雷', 90_000, { customer: '华为' })
    const { view } = await team.says('李雷', '/commission explain')
    expect(rowsIn(view).slice(-4)).toEqual([
      ['0 元 – 90,000 元', '90,000 元', '6%', '5,400 元'],
      ['D-1 超过单笔上限的部分', '', '', '-1,400 元'],
      ['奖励「新客奖」，1 单', '', '', '300 元'],
      ['合计', '90,000 元', '', '4,300 元'],
    ])
  })
})

describe('/commission plan', () => {
  test('says one’s plan in words and what it pays on one’s own target', async () => {
    const team = await withNewBusiness()
    const { text, view } = await team.says('李雷', '提成 方案')
    expect(text).toContain('方案「新客户方案」第 1 版，2026-11-01 起')
    for (const line of [
      '每月一算，按签约额，税前',
      '达到 60% 起：全部签约 × 各单自己的比例',
      '达到 100% 起：超过 100% 的部分 × 各单自己的比例加 2 个百分点',
      '一单按比例最多算 4,000 元',
    ])
      expect(text).toContain(line)
    expect(rowsIn(view)).toContainEqual(['80%', '80,000 元', '3,200 元'])
    expect(rowsIn(view)).toContainEqual(['79.99%', '79,990 元', '3,199.60 元'])
  })

  test('in English, on a round target where there is none', async () => {
    const team = await startTeam()
    await plan(team)
    await team.write('李雷', (scope) => setLocale(scope, team.id('李雷'), 'en'))
    const { text, view } = await team.says('李雷', '/commission plan')
    expect(text).toContain('Plan “Default ladder”, version 1, from 2026-01-01')
    expect(text).toContain('Worked out every month, on what is signed; pre-tax')
    expect(rowsIn(view)).toEqual([
      ['50%', '¥50,000', '¥0'],
      ['79.99%', '¥79,990', '¥0'],
      ['80%', '¥80,000', '¥4,000'],
      ['99.99%', '¥99,990', '¥4,999.50'],
      ['100%', '¥100,000', '¥6,000'],
      ['120%', '¥120,000', '¥7,500'],
      ['150%', '¥150,000', '¥9,750'],
    ])
  })

  test('of somebody else is for those who may see their pay', async () => {
    const team = await withNewBusiness()
    expect((await team.says('韩梅梅', '/commission plan @李雷')).text).toContain(
      '只有本人、主管、财务和管理员能看',
    )
    expect((await team.says('王经理', '/commission plan @李雷')).text).toContain('新客户方案')
  })
})

test('a person’s own plan goes before the team’s, and that before everyone’s', async () => {
  const team = await startTeam()
  await plan(team)
  await target(team, '李雷', 100_000)
  await signs(team, '李雷', 100_000)
  const paid = async () => /暂计 ([\d,]+) 元/.exec((await team.says('李雷', '/commission')).text)?.[1]
  expect(await paid()).toBe('6,000')
  await activate(team, flat('3%'), { kind: 'team', id: await teamOf(team, '李雷') })
  expect(await paid()).toBe('3,000')
  await activate(team, flat('7%'), { kind: 'person', id: team.id('李雷') })
  expect(await paid()).toBe('7,000')
  await activate(team, flat('8%'), { kind: 'person', id: team.id('李雷') }, '2026-12-01')
  expect(await paid()).toBe('7,000')
})

const flat = (rate: string): PlanDocument => ({
  name: rate,
  period: 'month',
  attain: 'signed',
  pay: 'signed',
  rate,
})

function activate(team: Team, document: PlanDocument, to?: AssignedTo, from = '2026-11-01') {
  return team.write('赵敏', (scope) => activatePlan(scope, document, from, to))
}

async function withNewBusiness(): Promise<Team> {
  const team = await startTeam()
  await activate(team, NEW_BUSINESS)
  await target(team, '李雷', 100_000)
  return team
}

async function teamOf(team: Team, name: string): Promise<string> {
  const [first] = await teamsOf(await team.scope(name), team.id(name))
  return first?.id ?? ''
}

describe('a plan that comes into force', () => {
  test('is told to whoever gets more or less by it, once, and to nobody else', async () => {
    const team = await startTeam()
    await plan(team)
    await target(team, '李雷', 100_000)
    await target(team, '韩梅梅', 100_000)
    await signs(team, '李雷', 100_000)
    await signs(team, '韩梅梅', 10_000)
    await team.write('赵敏', (scope) => putInForce(scope, { ...flat('7%'), gate: '80%' }, '2026-11-01'))
    await team.app.deliverDue()
    const told = team.posts({ to: '李雷' })
    expect(told.map((post) => post.text)).toEqual([
      expect.stringContaining('方案「7%」2026-11-01 起生效。11 月提成 6,000 元 → 7,000 元（税前）。'),
    ])
    expect(team.posts({ to: '韩梅梅' })).toEqual([])
  })

  test('of a later month is no news yet', async () => {
    const team = await startTeam()
    await plan(team)
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 100_000)
    await team.write('赵敏', (scope) => putInForce(scope, flat('7%'), '2026-12-01'))
    expect(team.posts({ to: '李雷' })).toEqual([])
  })
})
