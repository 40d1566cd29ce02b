import { describe, expect, test } from 'vitest'
import { rebuildTotals, totalOf } from '../../src/deals/store.ts'
import type { Event } from '../../src/kernel/event.ts'
import { engines } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

/** A second process on the same database, with the same company. */
async function twoProcesses(engine: (typeof engines)[number]): Promise<Team[]> {
  const [one, other] = await engine.openTwice()
  const first = await startTeam({ database: one })
  return [first, first.inAnotherProcess(other)]
}

const inBoth = <T>(teams: readonly Team[], happen: (team: Team, index: number) => Promise<T>): Promise<T[]> =>
  Promise.all(teams.map(happen))

describe.each(engines)('two processes on $name, at the same moment', (engine) => {
  test('a reaction and its removal, in whatever order they arrive, leave no award', async () => {
    const teams = await twoProcesses(engine)
    const [team] = teams
    if (!team) return
    for (let round = 0; round < 10; round++) {
      const on = { by: '韩梅梅', message: `hello ${round}` }
      await inBoth(teams, (one, index) =>
        index === 0
          ? one.reacts('王经理', on, '👑', `add ${round}`)
          : one.unreacts('王经理', on, '👑', `remove ${round}`),
      )
    }
    expect((await team.says('韩梅梅', '/badge')).text).not.toContain('签单王')
    expect(teams.flatMap((one) => one.failures)).toEqual([])
  })

  test('the yes of the manager and the yes of the admin both count', async () => {
    const teams = await twoProcesses(engine)
    const [team] = teams
    if (!team) return
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    await team.says('李雷', '/goal adjust G-1 6万 预算冻结')
    const asked = await team.says('李雷', '/goal adjust G-1 6万 预算冻结')
    await team.presses('李雷', asked, 'goal.propose')
    const card = team.posts({ to: '王经理' }).at(-1)
    expect(card).toBeDefined()
    if (card)
      await inBoth(teams, (one, index) => one.presses(index === 0 ? '王经理' : '赵敏', card, 'goal.approve'))
    expect((await team.says('李雷', '/goal G-1')).text).toContain('60,000 元')
    expect(teams.flatMap((one) => one.failures)).toEqual([])
  })

  test('one goal adjusted by both keeps both values in its history', async () => {
    const teams = await twoProcesses(engine)
    const [team] = teams
    if (!team) return
    await team.says('陈总', '/goal add 公司 2027-Q1 签约 300万')
    await inBoth(teams, (one, index) => one.says('陈总', `/goal adjust G-1 ${400 + index}万 好兆头`))
    const history = (await team.says('陈总', '/goal history G-1')).text
    expect(history).toContain('4,000,000 元')
    expect(history).toContain('4,010,000 元')
    expect(teams.flatMap((one) => one.failures)).toEqual([])
  })

  test('an improvement is done or dropped, not both', async () => {
    const teams = await twoProcesses(engine)
    const [team] = teams
    if (!team) return
    await team.says('李雷', '/improve add 找两家老客户')
    const said = await inBoth(teams, (one, index) =>
      one.says('李雷', index === 0 ? '/improve done I-1' : '/improve drop I-1 不需要了'),
    )
    expect(said.filter((one) => one.text.includes('已经'))).toHaveLength(1)
  })

  test('deals, collections and amendments get numbers of their own, and the sums are those of a rebuild', async () => {
    const teams = await twoProcesses(engine)
    const [team] = teams
    if (!team) return
    const adding = (name: string, day: number) =>
      inBoth(teams, (one, index) => one.says(name, `/deal add 客户${day} ${day + index}万 日期=昨天`))
    const logged = await Promise.all(
      [1, 2, 3, 4, 5].flatMap((day) => [adding('李雷', day), adding('韩梅梅', day)]),
    )
    const numbers = logged.flat().map((one) => /D-\d+/.exec(one.text)?.[0])
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 20 }, (_, index) => `D-${index + 1}`)))
    await inBoth(teams, (one) => one.says('王经理', '/deal confirm all'))
    await Promise.all(
      [1, 2, 3, 4].map((number) =>
        inBoth(teams, (one, index) =>
          one.says(
            '王经理',
            index === 0 ? `/deal amend D-${number} 客户=客户9` : `/deal collect D-${number} 1000`,
          ),
        ),
      ),
    )
    const totals = async () =>
      Promise.all(
        ['李雷', '韩梅梅'].map(async (name) => totalOf(await team.scope(name), team.id(name), '2026-11')),
      )
    const kept = await totals()
    expect(kept.map((one) => one.deals)).toEqual([10, 10])
    await team.write('赵敏', (scope) => rebuildTotals(scope))
    expect(await totals()).toEqual(kept)
    expect(teams.flatMap((one) => one.failures)).toEqual([])
  })

  test('somebody new who speaks twice is taken in once', async () => {
    const teams = await twoProcesses(engine)
    const hello = (delivery: string): Event => ({
      kind: 'message',
      text: '排行榜',
      platform: 'test',
      home: 'T9',
      by: { id: 'U-new', name: '新人', admin: true },
      at: '2026-11-20T02:00:00.000Z',
      delivery,
    })
    const said = await inBoth(teams, (one, index) => one.app.receive(hello(`first ${index}`)))
    expect(said.every((one) => one.view !== undefined)).toBe(true)
    expect(await teams[0]?.app.personOf('test', 'T9', 'U-new')).toBeDefined()
  })

  test('the same delivery happens once, and both get its answer', async () => {
    const teams = await twoProcesses(engine)
    const said = await inBoth(teams, (one) => one.says('李雷', '/deal add 华为 12万', 'the same'))
    expect(said[0]?.text).toContain('D-1')
    expect(said[1]?.text).toBe(said[0]?.text)
    expect((await teams[0]?.says('李雷', '/deal list'))?.text).not.toContain('D-2')
  })
})
