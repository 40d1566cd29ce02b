import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import { backtest } from '../../src/commission/backtest.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import { putInForce } from '../../src/commission/put-in-force.ts'
import { personById, setLocale } from '../../src/people/store.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'
import { signs, target } from './arrange.ts'

const TEN: PlanDocument = { name: '一成', period: 'month', attain: 'signed', pay: 'signed', rate: '10%' }
const HELD: NonNullable<PlanDocument['pool']> = {
  source: 'held-back',
  size: '10%',
  scope: 'team',
  eligible: '50%',
  divide: 'by-commission',
  unreleased: 'carried',
}

const activate = (team: Team, pool: PlanDocument['pool'] = HELD, from = '2026-10-01') =>
  team.write('赵敏', (scope) => activatePlan(scope, { ...TEN, pool }, from))

/** 李雷 100,000 and 韩梅梅 60,000 of 100,000 each: the team of three has a target of 200,000 and is at 80%. */
async function pooled(pool?: PlanDocument['pool']): Promise<Team> {
  const team = await startTeam()
  await activate(team, pool)
  await target(team, '李雷', 100_000)
  await target(team, '韩梅梅', 100_000)
  await signs(team, '李雷', 100_000)
  await signs(team, '韩梅梅', 60_000)
  return team
}

describe('a team’s pool', () => {
  test('takes from everyone’s commission and gives back as the team attains: /commission says both', async () => {
    const team = await pooled()
    // 10,000 − 1,000 + 80% of 1,600 × 10/16
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('11 月达成 100%，提成暂计 9,800 元（税前）。')
    expect(text).toContain(
      '团队奖金池：留进 1,000 元，分到 800 元。池里共 1,600 元，本组达成 80%，放出 80%，就是 1,280 元，2 人分。',
    )
  })

  test('is explained without what the others earn', async () => {
    const team = await pooled()
    const { text, view } = await team.says('韩梅梅', '/commission explain')
    expect(text).toContain('11 月提成 5,880 元（税前），是这样算的：')
    expect(text).toContain('团队奖金池：每人提成的 10% 先留进池里')
    expect(rowsIn(view).slice(-4)).toEqual([
      ['0 元 – 60,000 元', '60,000 元', '10%', '6,000 元'],
      ['留进团队奖金池', '', '', '-600 元'],
      ['团队奖金池分到', '', '', '480 元'],
      ['合计', '60,000 元', '', '5,880 元'],
    ])
    for (const others of ['李雷', '100,000 元 –', '10,000 元', '800 元', '1,000 元'])
      expect(text).not.toContain(others)
  })

  test('says it in English', async () => {
    const team = await pooled()
    await team.write('李雷', (scope) => setLocale(scope, team.id('李雷'), 'en'))
    expect((await team.says('李雷', '/commission')).text).toContain(
      'Team pool: ¥1,000 put in, ¥800 back. It holds ¥1,600; the team is at 80%, which releases 80%: ¥1,280 for 2 people.',
    )
  })

  test('releases nothing below its line, and carries it into the next month', async () => {
    const team = await startTeam()
    await activate(team)
    for (const month of ['2026-10', '2026-11']) {
      await target(team, '李雷', 100_000, month)
      await signs(team, '李雷', month === '2026-10' ? 70_000 : 100_000, { on: `${month}-05` })
    }
    expect((await team.says('李雷', '/commission 2026-10')).text).toContain(
      '团队奖金池：留进 700 元，分到 0 元。池里共 700 元，本组达成 70%，放出 0%，就是 0 元，1 人分。',
    )
    expect((await team.says('李雷', '/commission')).text).toContain(
      '团队奖金池：留进 1,000 元，分到 1,700 元。池里共 1,700 元（上期转来 700 元），本组达成 100%，放出 100%，就是 1,700 元，1 人分。',
    )
  })

  test('of which nobody is eligible says so', async () => {
    const team = await pooled({ ...HELD, eligible: '200%' })
    expect((await team.says('李雷', '/commission')).text).toContain(
      '池里共 1,600 元，本组达成 80%，没有人够条件，这一期不放。',
    )
  })

  test('says so to who has no claim themselves', async () => {
    const team = await pooled({ ...HELD, eligible: '80%' })
    const { text } = await team.says('韩梅梅', '/commission')
    expect(text).toContain('留进 600 元，分到 0 元。')
    expect(text).toContain('1,280 元，1 人分。按方案的条件，自己目前还不能分。')
  })

  test('is shared by the team that somebody belongs to, and by nobody on another plan', async () => {
    const team = await pooled({
      ...HELD,
      scope: 'company',
      source: 'on-top',
      size: '1000',
      divide: 'equally',
      unreleased: 'forfeited',
    })
    await target(team, '吴婷', 40_000)
    await signs(team, '吴婷', 40_000)
    await team.write('赵敏', (scope) =>
      activatePlan(scope, TEN, '2026-11-01', { kind: 'person', id: team.id('韩梅梅') }),
    )
    expect((await team.says('李雷', '/commission')).text).toContain(
      '团队奖金池：分到 500 元。池里共 1,000 元，全公司达成 100%，放出 100%，就是 1,000 元，2 人分。',
    )
    expect((await team.says('韩梅梅', '/commission')).text).not.toContain('奖金池')
    expect((await team.says('吴婷', '/commission')).text).toContain('提成暂计 4,500 元')
  })

  test('waits for the confirmation of others’ deals', async () => {
    const team = await pooled()
    await signs(team, '韩梅梅', 40_000, { confirmed: false, customer: '小米' })
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('提成暂计 10,000 元')
    expect(text).toContain('其中 200 元还是暂计：别人有签约等主管确认，会影响到它。')
  })

  test('shows in the team’s list, where a manager sees the members', async () => {
    const team = await pooled()
    const { view } = await team.says('王经理', '/commission team')
    expect(rowsIn(view)).toContainEqual(['李雷', '100%', '9,800 元', ''])
    expect(rowsIn(view)).toContainEqual(['韩梅梅', '60%', '5,880 元', ''])
  })

  test('moves with a what-if, as far as one’s own deals move it', async () => {
    const team = await pooled()
    // 14,000 − 1,400 + 2,000 × 14/20 at 100%
    expect((await team.says('李雷', '/commission whatif 40000')).text).toContain(
      '9,800 元 → 14,000 元，多 4,200 元（税前）。',
    )
  })

  test('moves nobody’s phone when colleagues’ deals move it', async () => {
    const team = await pooled()
    await team.app.deliverDue()
    const before = team.posts({ to: '李雷' }).length
    await team.says('韩梅梅', '/deal add 小米 2万')
    await team.app.deliverDue()
    expect(team.posts({ to: '李雷' }).length).toBe(before)
  })

  test('is divided by the weights that a plan gives to people', async () => {
    const weights = [
      { id: 'p-张伟', weight: '15' },
      { id: 'p-李雷', weight: '60' },
      { id: 'p-韩梅梅', weight: '25' },
    ]
    const team = await startTeam()
    const pool = { ...HELD, source: 'on-top', size: '32000', divide: 'by-weights', weights } as const
    await activate(team, { ...pool, weights: [...weights], eligible: '100%', unreleased: 'forfeited' })
    const shares = { 李雷: '19,200', 韩梅梅: '8,000', 张伟: '4,800' }
    for (const name of Object.keys(shares)) {
      await target(team, name, 100_000)
      await signs(team, name, 100_000)
    }
    for (const [name, share] of Object.entries(shares))
      expect((await team.says(name, '/commission')).text).toContain(`分到 ${share} 元`)
    expect((await team.says('张伟', '/commission plan')).text).not.toContain('60')
  })

  test('of a bonus takes from that bonus', async () => {
    const team = await startTeam()
    const bonuses = [{ name: '新客奖', each: { customer: 'new' as const }, amount: '300' }]
    const pool = { ...HELD, source: 'bonus' as const, bonus: '新客奖', size: '50%', scope: 'team' as const }
    await team.write('赵敏', (scope) => activatePlan(scope, { ...TEN, bonuses, pool }, '2026-11-01'))
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 90_000)
    expect((await team.says('李雷', '/commission')).text).toContain(
      '团队奖金池：留进 150 元，分到 135 元。池里共 150 元，本组达成 90%，放出 90%，就是 135 元，1 人分。',
    )
  })

  test('costs in a backtest what it would have paid with everybody on the draft', async () => {
    const team = await pooled()
    const scope = await team.scope('赵敏')
    const people = await Promise.all(['李雷', '韩梅梅'].map((name) => personById(scope, team.id(name))))
    const draft = planFrom({ ...TEN, pool: { ...HELD, unreleased: 'forfeited', source: 'on-top' } }, 'CNY')
    const known = people.filter((person) => person !== undefined)
    const { people: tried } = await backtest(scope, draft, ['2026-11'], known)
    expect(tried.map(({ nowMinor, draftMinor }) => [nowMinor, draftMinor])).toEqual([
      [980_000n, 1_080_000n],
      [588_000n, 648_000n],
    ])
  })

  test('is no news to the others when a plan takes somebody out of it', async () => {
    const team = await pooled()
    await team.write('赵敏', (scope) =>
      putInForce(scope, { ...TEN, rate: '20%' }, '2026-11-01', { kind: 'person', id: team.id('韩梅梅') }),
    )
    await team.app.deliverDue()
    expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 10,000 元')
    expect(team.posts({ to: '李雷' })).toEqual([])
    expect(team.posts({ to: '韩梅梅' }).map((post) => post.text)).toEqual([
      expect.stringContaining('11 月提成 5,880 元 → 12,000 元（税前）。'),
    ])
  })
})
