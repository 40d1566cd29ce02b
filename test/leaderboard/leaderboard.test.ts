import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/kernel/scope.ts'
import { rankTop, type Scored } from '../../src/leaderboard/ranks.ts'
import { standing } from '../../src/leaderboard/store.ts'
import { addPerson, joinTeam, setLocale } from '../../src/people/store.ts'
import { signs, target } from '../commission/arrange.ts'
import { engines } from '../support/databases.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'

describe('/leaderboard', () => {
  test('ranks by attainment of this month', async () => {
    const team = await withDeals()
    const { text, view } = await team.says('李雷', '/leaderboard')
    expect(text).toContain('11 月达成率排行榜')
    expect(rowsIn(view)).toEqual([
      ['1', '韩梅梅', '120%'],
      ['2', '李雷', '93.5%'],
      ['3', '张伟', '0.9%'],
    ])
    expect(text).toContain('你第 2 名，93.5%。')
    expect((await team.says('李雷', '排行榜')).text).toBe(text)
  })

  test('reads metric, period and team in any order, in both languages', async () => {
    const team = await withDeals()
    const october = [
      ['1', '吴婷', '70,000 元'],
      ['2', '李雷', '5,000 元'],
    ]
    for (const words of ['signed 2026-10', '2026-10 签约', '上月 签约额', 'signed last month'])
      expect(rowsIn((await team.says('李雷', `/leaderboard ${words}`)).view)).toEqual(october)
    for (const words of ['signed 2026-10 市场部', '市场部 上月 signed'])
      expect(rowsIn((await team.says('李雷', `/leaderboard ${words}`)).view)).toEqual(october.slice(0, 1))
  })

  test('counts a company with all of its teams', async () => {
    const team = await withDeals()
    const { view, text } = await team.says('李雷', '排行榜 签约 2026-10 总公司')
    expect(text).toContain('总公司 10 月签约排行榜')
    expect(rowsIn(view)).toHaveLength(2)
  })

  test('ranks by deals, new customers and collected money too', async () => {
    const team = await withDeals()
    expect(rowsIn((await team.says('李雷', '排行榜 单数')).view)).toEqual([
      ['1', '韩梅梅', '2'],
      ['并列 2', '张伟', '1'],
      ['并列 2', '李雷', '1'],
    ])
    expect(rowsIn((await team.says('李雷', '排行榜 新客')).view)[0]).toEqual(['1', '韩梅梅', '2'])
    const { text } = await team.says('李雷', '/leaderboard collected')
    expect(text).toContain('11 月按回款还没有人上榜')
  })

  test('switches the metric by a button and keeps period and team', async () => {
    const team = await withDeals()
    const first = await team.says('李雷', '/leaderboard 2026-10 市场部')
    const second = await team.presses('李雷', first, '签约')
    expect(second.text).toContain('市场部 10 月签约排行榜')
    expect(rowsIn(second.view)).toEqual([['1', '吴婷', '70,000 元']])
  })

  test('speaks English', async () => {
    const team = await withDeals()
    await team.write('李雷', (scope) => setLocale(scope, team.id('李雷'), 'en'))
    const { text, view } = await team.says('李雷', '/leaderboard deals')
    expect(text).toContain('Leaderboard, November: deals')
    expect(rowsIn(view)[2]).toEqual(['2, shared', '李雷', '1'])
    expect(text).toContain('You are number 2, shared with 1.')
  })

  test('shows the top five and the five around me, and nobody as the last', async () => {
    const team = await crowd(20)
    const { view } = await team.says('李雷', '排行榜 签约')
    const rows = rowsIn(view)
    expect(rows.map(([rank]) => rank)).toEqual(['1', '2', '3', '4', '5', '10', '11', '12', '13', '14'])
    expect(rows[7]?.[1]).toBe('李雷')
    const low = await crowd(12)
    expect(rowsIn((await low.says('李雷', '排行榜 签约')).view).map(([rank]) => rank)).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '10',
      '11',
      '12',
    ])
  })

  test('someone who is not on the board is told how to get there', async () => {
    const team = await withDeals()
    expect((await team.says('郑凯', '排行榜 签约')).text).toContain('你还不在这张榜上')
    expect((await team.says('郑凯', '排行榜')).text).toContain('你还没有目标，或者还没有签约')
    expect((await team.says('郑凯', '排行榜 签约 上月')).text).toContain('那时你不在这张榜上。')
  })

  test('an empty board says what opens it', async () => {
    const team = await startTeam()
    expect((await team.says('李雷', '排行榜 签约')).text).toContain(
      '11 月按签约还没有人上榜，第一单就能开榜：签单 华为 12万',
    )
    expect((await team.says('李雷', '排行榜')).text).toContain('按金额看：排行榜 签约')
    expect((await team.says('李雷', '排行榜 上月')).text).toContain('10 月按达成率没有人上榜。')
  })

  test('who has left is off the running boards and stays on past ones', async () => {
    const team = await withDeals()
    await team.write('赵敏', async (scope) => {
      await rowsOf(scope)
        .updateTable('person')
        .set({ left_on: '2026-11-19' })
        .where('workspace', '=', scope.workspace.id)
        .where('id', 'in', [team.id('韩梅梅'), team.id('吴婷')])
        .execute()
    })
    expect(rowsIn((await team.says('李雷', '排行榜')).view)[0]).toEqual(['1', '李雷', '93.5%'])
    expect(rowsIn((await team.says('李雷', '排行榜 签约 上月')).view)[0]).toEqual(['1', '吴婷', '70,000 元'])
  })
})

describe('what cannot be read', () => {
  test.each([
    ['/leaderboard sighned', '「sighned」没读懂。是不是想写「signed」？可以写成：排行榜 签约 2026-10'],
    ['/leaderboard 签约 上月 火箭部', '看懂了签约、2026 年 10 月，但「火箭部」没读懂。'],
    ['/leaderboard 销售二部', '是不是想写「销售一部」？'],
    ["/leaderboard '; drop table total; --", '没读懂'],
  ])('%s', async (words, answer) => {
    const team = await withDeals()
    expect((await team.says('李雷', words)).text).toContain(answer)
    expect(team.failures).toEqual([])
  })
})

describe('ranks', () => {
  test('are shared by equals, and the next rank is left out', () => {
    const rows = [9, 7, 7, 5, 5, 5].map((value, index) => ({ id: `${index}`, name: `${index}`, value }))
    expect(rankTop(rows, 5).map(({ rank, shared }) => [rank, shared])).toEqual([
      [1, false],
      [2, true],
      [2, true],
      [4, true],
      [4, true],
    ])
  })

  test.each(engines)('around anybody agree with a ranking of everybody, on $name', async (engine) => {
    const team = await startTeam({ database: await engine.open() })
    const people = await fill(team, [50, 40, 40, 40, 30, 20, 20, 10, 10, 10, 10, 5, 5, 1])
    const scope = await team.scope('李雷')
    const all = await standing(scope, 'signed', '2026-11', { top: 50 })
    for (const id of people) {
      const { mine, around, top } = await standing(scope, 'signed', '2026-11', { top: 5, around: id })
      const expected = all.top.find((place) => place.person.id === id)
      expect(mine).toEqual(expected)
      expect(top).toEqual(all.top.slice(0, 5))
      for (const place of around) expect(all.top).toContainEqual(place)
      if (around.length > 0) {
        const own = all.top.findIndex((place) => place.person.id === id)
        const below = Math.max(0, Math.min(own + 3, all.top.length - 1))
        expect(around).toEqual(all.top.slice(own - 2, Math.max(below, own + 1)))
      }
    }
  })

  test('never put a lower value above a higher one', () => {
    const rows = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(rows, (values) => {
        const sorted: Scored[] = values
          .sort((a, b) => b - a)
          .map((value, index) => ({ id: `${index}`, name: '', value }))
        for (const place of rankTop(sorted, 12)) {
          expect(place.rank).toBe(values.filter((value) => value > place.value).length + 1)
          expect(place.shared).toBe(values.filter((value) => value === place.value).length > 1)
        }
      }),
    )
  })
})

async function withDeals(): Promise<Team> {
  const team = await startTeam()
  for (const name of ['李雷', '韩梅梅', '张伟']) await target(team, name, 100_000)
  await signs(team, '李雷', 93_500, { customer: '华为' })
  await signs(team, '韩梅梅', 60_000, { customer: '中兴' })
  await signs(team, '韩梅梅', 60_000, { customer: '小米' })
  await signs(team, '张伟', 900, { customer: '比亚迪' })
  await signs(team, '吴婷', 70_000, { customer: '美的', on: '2026-10-15' })
  await signs(team, '李雷', 5_000, { customer: '华为', on: '2026-10-15' })
  return team
}

/** A board on which 李雷 stands twelfth of so many. */
async function crowd(size: number): Promise<Team> {
  const team = await startTeam()
  await fill(
    team,
    Array.from({ length: size - 1 }, (_, index) => (index < 11 ? 5_000 - index : 1_000 - index)),
  )
  await signs(team, '李雷', 2_000)
  return team
}

/** New people with these amounts signed this month; gives their ids. */
async function fill(team: Team, amounts: number[]): Promise<string[]> {
  const ids: string[] = []
  for (const [index, amount] of amounts.entries()) {
    const id = await team.write('赵敏', async (scope) => {
      const person = await addPerson(scope, { name: `队员${index}` })
      const home = (
        await rowsOf(scope).selectFrom('team').selectAll().where('name', '=', '销售一部').executeTakeFirst()
      )?.id
      if (home) await joinTeam(scope, home, person, 'member', '2026-01-01')
      return person
    })
    await signs(team, '李雷', amount, { shares: [{ person: id, bps: 10_000 }] })
    ids.push(id)
  }
  return ids
}
