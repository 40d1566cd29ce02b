import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import { setLocale } from '../../src/people/store.ts'
import type { Sparkline, View } from '../../src/view/view.ts'
import { approve, close, later } from '../statements/arrange.ts'
import { startTeam, type Team } from '../support/team.ts'
import { plan, signs, target } from './arrange.ts'

describe('the last six periods under /commission', () => {
  test('stand as little bars, each with its month and its figure', async () => {
    const team = await halfAYear()
    const { text, view } = await team.says('李雷', '/commission')
    expect(bars(view)).toEqual([
      ['6 月', 450_000, '4,500 元'],
      ['7 月', 0, '0 元'],
      ['8 月', 600_000, '6,000 元'],
      ['9 月', 0, '0 元'],
      ['10 月', 467_500, '4,675 元'],
      ['11 月', 400_000, '4,000 元'],
    ])
    expect(text).toContain('近几期提成（税前） ▆▁█▁▆▆\n6 月 4,500 元 · 7 月 0 元 · 8 月 6,000 元')
  })

  test('are named in English for whoever reads English, with the year where it is another', async () => {
    const team = await startTeam({ at: '2027-02-10T02:00:00.000Z' })
    await plan(team)
    for (const period of ['2026-12', '2027-01', '2027-02']) await target(team, '李雷', 100_000, period)
    await signs(team, '李雷', 90_000, { on: '2026-12-03' })
    await team.write('李雷', (scope) => setLocale(scope, team.id('李雷'), 'en'))
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('Lately (pre-tax) █▁▁\nDecember 2026 ¥4,500 · January ¥0 · February ¥0')
  })

  test('begin where there is something to compare with', async () => {
    const team = await startTeam()
    await plan(team)
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 90_000)
    expect(bars((await team.says('李雷', '/commission')).view)).toBeUndefined()
    await signs(team, '李雷', 90_000, { on: '2026-10-09', customer: '中兴' })
    expect(bars((await team.says('李雷', '/commission')).view)).toEqual([
      ['10 月', undefined, '没有目标'],
      ['11 月', 450_000, '4,500 元'],
    ])
  })

  test('of a past month end with that month', async () => {
    const team = await halfAYear()
    const { view } = await team.says('李雷', '/commission 2026-08')
    expect(bars(view)?.map(([label]) => label)).toEqual(['6 月', '7 月', '8 月'])
  })

  test('of a closed month say what its statement says, whatever is recorded later', async () => {
    const team = await halfAYear()
    await later(team)
    await approve(team, '2026-10')
    await team.says('王经理', '/deal amend D-3 amount=10万 客户加购')
    expect(bars((await team.says('李雷', '/commission')).view)?.at(-2)).toEqual([
      '10 月',
      467_500,
      '4,675 元',
    ])
  })

  test('of a plan that looks at single deals wait for the statement, and say so', async () => {
    const team = await halfAYear()
    await team.write('赵敏', (scope) =>
      activatePlan(
        scope,
        {
          name: '新客户方案',
          period: 'month',
          attain: 'signed',
          pay: 'signed',
          rate: '4%',
          rates: [{ when: { customer: 'new' }, rate: '6%' }],
        },
        '2026-10-01',
      ),
    )
    const open = await team.says('李雷', '/commission')
    expect(bars(open.view)?.slice(-3)).toEqual([
      ['9 月', 0, '0 元'],
      ['10 月', undefined, '–'],
      ['11 月', 320_000, '3,200 元'],
    ])
    expect(open.text).toContain('「–」要一单一单地算，关账以后这里就有数。')
    await close(team, '2026-10')
    const closed = await team.says('李雷', '/commission')
    expect(bars(closed.view)?.at(-2)).toEqual(['10 月', 374_000, '3,740 元'])
    expect(closed.text).not.toContain('关账以后')
  })

  test('of somebody else are for those who may see their pay', async () => {
    const team = await halfAYear()
    expect(bars((await team.says('王经理', '/commission @李雷')).view)).toHaveLength(6)
    expect(bars((await team.says('韩梅梅', '/commission @李雷')).view)).toBeUndefined()
  })
})

/** 李雷 in a company with the 5% ladder: targets of 100,000 since June, deals in June, August, October and November. */
async function halfAYear(): Promise<Team> {
  const team = await startTeam()
  await plan(team)
  for (const month of ['06', '07', '08', '09', '10', '11'])
    await target(team, '李雷', 100_000, `2026-${month}`)
  await signs(team, '李雷', 90_000, { on: '2026-06-09', customer: '华为' })
  await signs(team, '李雷', 100_000, { on: '2026-08-09', customer: '华为' })
  await signs(team, '李雷', 93_500, { on: '2026-10-09', customer: '华为' })
  await signs(team, '李雷', 80_000, { on: '2026-11-09', customer: '华为' })
  return team
}

function bars(view: View | undefined) {
  const found = view?.blocks.find((block): block is Sparkline => block.kind === 'sparkline')
  return found?.points.map(({ label, value, text }) => [label, value, text])
}
