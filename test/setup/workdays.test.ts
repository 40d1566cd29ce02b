import { describe, expect, test } from 'vitest'
import { coverageOn, workdayFrom } from '../../src/kernel/workdays.ts'
import { allTeams, changeWorkspace } from '../../src/people/store.ts'
import { teamWithRituals, threads } from '../rituals/team-with-rituals.ts'
import { engines } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'

const chinese = (team: Team) => team.write('赵敏', (scope) => changeWorkspace(scope, { workdays: 'china' }))

describe.each(engines)('days off that an admin enters, $name', (engine) => {
  test('are listed, taken back, and kept from others', async () => {
    const team = await startTeam({ database: await engine.open() })
    expect((await team.says('赵敏', '战鼓 工作日')).text).toContain('还没有录入过自己的日子')
    expect((await team.says('赵敏', '/drumbeat days add 2027-02-10 2027-02-16 春节')).text).toBe(
      '记好了：全公司 2027 年 2 月 10 日到 2027 年 2 月 16 日放假（春节），仪式、进度和提醒从现在起按这个算。',
    )
    await team.says('赵敏', '战鼓 工作日 上班 2027-02-14 补班')
    await team.says('赵敏', '/drumbeat days add 12-25 团队=市场部')
    const shown = await team.says('李雷', '/drumbeat days')
    expect(shown.text).toContain('2027 年 2 月 10 日到 2027 年 2 月 13 日 · 放假 · 春节')
    expect(shown.text).toContain('2027 年 2 月 14 日 · 上班 · 补班')
    expect(shown.text).toContain('2027 年 2 月 15 日到 2027 年 2 月 16 日 · 放假 · 春节')
    expect(shown.text).toContain('市场部：和上级一样')
    expect(shown.text).toContain('12 月 25 日 · 放假')

    expect((await team.says('李雷', '/drumbeat days add 12-24 平安夜')).text).toContain('管理员')
    expect((await team.says('赵敏', '战鼓 工作日 取消 2027-02-10 2027-02-16')).text).toContain('重新按日历算')
    expect((await team.says('李雷', '/drumbeat days')).text).not.toContain('春节')
    expect((await team.says('赵敏', '战鼓 工作日 取消 2027-02-10')).text).toContain('什么都没改')
  })
})

test.each([
  ['/drumbeat days maybe', '「maybe」没读懂'],
  ['/drumbeat days add 春节', '日期「春节」没读懂'],
  ['/drumbeat days add 2027-02-30 春节', '日期「2027-02-30」没读懂'],
  ['/drumbeat days add 2027-02-16 2027-02-10 春节', '不是一年以内的一段日子'],
  ['/drumbeat days add 2027-02-10 春节 team=火星', '没有叫「火星」的团队。有这些'],
  ['/drumbeat days add 2027-02-10 春节 color=red', '不认识「color=」'],
  ['/drumbeat days calendar moon', '没有叫「moon」的日历'],
  ['/drumbeat days calendar inherit', '只有团队才能跟随上级'],
])('%s is answered, and nothing changes', async (line, answer) => {
  const team = await startTeam()
  expect((await team.says('赵敏', line)).text).toContain(answer)
  expect((await team.says('赵敏', '/drumbeat days')).text).toContain('还没有录入过自己的日子')
})

test('by form, in English, for one team', async () => {
  const team = await startTeam({ locale: 'en' })
  const { form } = await team.presses('赵敏', await team.says('赵敏', '/drumbeat days'), 'Enter days')
  expect((await team.submits('赵敏', form, { from: 'soon' })).errors?.from).toContain('I did not read')
  expect((await team.submits('赵敏', form, { from: '2026-12-24', to: '2026-12-01' })).errors?.to).toContain(
    'is not a span of days',
  )
  const marketing = (await allTeams(await team.scope('赵敏'))).find((one) => one.name === '市场部')
  const saved = await team.submits('赵敏', form, {
    from: '2026-12-24',
    to: '2026-12-25',
    name: 'Christmas',
    team: marketing?.id ?? '',
  })
  expect(saved.text).toContain('24 Dec – 25 Dec off (Christmas) for 市场部')
  expect((await team.submits('李雷', form, { from: '2026-12-24' })).text).toContain('an admin')
})

describe('what follows the days that were entered', () => {
  test('rituals: a Friday off moves the retro to the Thursday, of that team only', async () => {
    const team = await teamWithRituals({ at: '2026-11-18T02:00:00.000Z' })
    await team.says('赵敏', '/drumbeat days add 11-20 司庆 team=市场部')
    await team.until('2026-11-20T08:00:00.000Z')
    expect(threads(team, '周复盘').map((root) => [root.text.split('\n')[0], root.at])).toEqual([
      ['周复盘 · 市场部 · 第 47 周', '2026-11-19T08:00:00.000Z'],
      ['周复盘 · 销售一部 · 第 47 周', '2026-11-20T08:00:00.000Z'],
    ])
  })

  test('rituals: the first workday is the Saturday that was made one', async () => {
    const team = await teamWithRituals({ at: '2026-12-30T02:00:00.000Z' })
    await team.says('赵敏', '/drumbeat days add 2027-01-01 元旦')
    await team.says('赵敏', '/drumbeat days work 2027-01-02 team=总公司')
    await team.until('2027-01-04T02:00:00.000Z')
    expect(threads(team, '月度校准会').map(({ at }) => at)).toEqual(Array(2).fill('2027-01-02T02:00:00.000Z'))
  })

  test('the pace of goals, and the card for the manager', async () => {
    const team = await startTeam({ at: '2026-11-20T02:00:00.000Z' })
    await team.says('李雷', '/goal add 11月 拜访客户 30次')
    expect((await team.says('李雷', '/goal')).text).toContain('剩 7 个工作日')
    await team.says('赵敏', '/drumbeat days add 11-20 司庆 team=销售一部')
    expect((await team.says('李雷', '/goal')).text).toContain('剩 6 个工作日')
    await team.says('李雷', '/deal add 华为 12万')
    await team.says('吴婷', '/deal add 联想 1万')
    await team.until('2026-11-20T12:00:00.000Z')
    expect(team.posts({ to: '王经理' })).toEqual([])
    expect(team.posts({ to: '周主管' })).toHaveLength(1)
    await team.until('2026-11-23T09:00:00.000Z')
    expect(team.posts({ to: '王经理' })).toHaveLength(1)
  })

  test('a team with a calendar of its own goes by nothing that was entered above it, until it follows again', async () => {
    const team = await teamWithRituals({ at: '2026-09-24T02:00:00.000Z' })
    await chinese(team)
    await team.says('赵敏', '战鼓 工作日 日历 周一到周五 团队=市场部')
    await team.says('赵敏', '/drumbeat days add 10-15 10-16')
    await team.until('2026-10-16T10:00:00.000Z')
    const at = (name: string) =>
      threads(team, '周复盘')
        .filter((root) => root.text.includes(name))
        .map((root) => root.at.slice(0, 10))
    expect(at('市场部')).toEqual(['2026-09-25', '2026-10-02', '2026-10-09', '2026-10-16'])
    expect(at('销售一部').at(-1)).toBe('2026-10-14')
    expect((await team.says('赵敏', '战鼓 工作日 日历 跟随 团队=市场部')).text).toContain('跟上级团队一样')
    expect((await team.says('赵敏', '/drumbeat days')).text).not.toContain('市场部')
  })
})

/** The last year whose public holidays are known; by a newer one of the data it is a later one. */
const LAST = Number(coverageOn('china', '2026-01-01')?.until.slice(0, 4))

describe('where the public holidays of the next year are not known', () => {
  test('health says so in autumn, and every admin is told once a year', async () => {
    const team = await startTeam({ at: `${LAST}-11-13T02:00:00.000Z` })
    await chinese(team)
    expect((await team.says('赵敏', '/drumbeat health')).text).toContain(`假日数据到 ${LAST}-12-31。`)
    await team.until(`${LAST}-12-05T02:00:00.000Z`)
    const told = team.posts({ to: '赵敏' })
    const day = workdayFrom('china', `${LAST}-11-15`)
    expect(told.map(({ at }) => at)).toEqual([`${day}T02:00:00.000Z`])
    expect(told[0]?.text).toContain('法定假日和调休我只知道到 12 月 31 日。')
    expect(told[0]?.text).toContain(`${LAST + 1} 年我会按周一到周五算`)
    expect((await team.presses('赵敏', told[0] ?? never(), '录入日子')).text).toContain('工作日')
    expect((await team.says('赵敏', '/drumbeat health')).text).toContain(`${LAST + 1} 年的还没有`)
    team.clock.moveTo(`${workdayFrom('china', `${LAST + 1}-11-20`)}T02:00:00.000Z`)
    await team.app.tick()
    await team.app.deliverDue()
    const again = team.posts({ to: '赵敏' }).filter(({ text }) => text.includes('调休'))
    expect(again).toHaveLength(2)
    expect(again[1]?.text).toContain(`${LAST + 2} 年我会按周一到周五算`)
    expect((await team.says('赵敏', '/drumbeat health')).text).toContain('之后我只知道元旦、五一和国庆')
  })

  test('also where only a team counts by that calendar; nobody is told where nobody does', async () => {
    const team = await startTeam({ at: `${LAST}-11-19T02:00:00.000Z` })
    await team.until(`${LAST}-11-20T02:00:00.000Z`)
    expect(team.posts({ to: '赵敏' })).toEqual([])
    await team.says('赵敏', '/drumbeat days calendar china team=市场部')
    await team.app.tick()
    await team.app.deliverDue()
    expect(team.posts({ to: '赵敏' })).toHaveLength(1)
  })
})

function never(): never {
  throw new Error('Nobody was told.')
}
