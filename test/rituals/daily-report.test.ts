import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import { features as product } from '../../src/features.ts'
import {
  addLeave,
  changeWorkspace,
  findTeam,
  joinTeam,
  setChannel,
  setLocale,
} from '../../src/people/store.ts'
import { dailyReport } from '../../src/rituals/daily-report/template.ts'
import { addRitual } from '../../src/rituals/store.ts'
import { plan, signs, target } from '../commission/arrange.ts'
import { buttonsOf, type Posted, startTeam, type Team } from '../support/team.ts'
import { faultAt, tickAndDeliver } from './fault.ts'
import { teamWithRituals } from './team-with-rituals.ts'

/** Friday 2026-11-20, 18:00 in Shanghai: 15 of the month's 21 workdays are over then. */
const FRIDAY_17 = '2026-11-20T09:00:00.000Z'
const FRIDAY_18 = '2026-11-20T10:00:00.000Z'
const FRIDAY_1801 = '2026-11-20T10:01:00.000Z'
const MONDAY_18 = '2026-11-23T10:00:00.000Z'
const LAST_18 = '2026-11-30T10:00:00.000Z'

const FRIDAY_10 = '2026-11-20T02:00:00.000Z'

const reports = (team: Team, of = '销售一部') =>
  team.posts().filter(({ text, place }) => place === 'sales' && text.startsWith(`战报 · ${of}`))

const lines = (team: Team, name: string) =>
  team.posts({ to: name }).filter(({ subject }) => subject?.startsWith('daily-line'))

const only = (posts: Posted[]): Posted => {
  const [first, ...more] = posts
  if (!first || more.length > 0) throw new Error(`${posts.length} instead of one`)
  return first
}

/** 4,000,000 to sign; 2,660,000 before today, 380,000 today. */
async function sample(options = {}): Promise<Team> {
  const team = await teamWithRituals({ at: FRIDAY_10, ...options })
  for (const name of ['李雷', '韩梅梅']) await target(team, name, 2_000_000)
  await signs(team, '韩梅梅', 2_660_000, { on: '2026-11-10' })
  const on = '2026-11-20'
  await signs(team, '李雷', 120_000, { on, customer: '华为' })
  await signs(team, '李雷', 60_000, { on, customer: '小米' })
  await signs(team, '李雷', 50_000, { on, customer: '联想' })
  await signs(team, '韩梅梅', 150_000, { on, customer: '<!channel>' })
  return team
}

describe('the team’s report', () => {
  test('is one message at 18:00 with the day, the month, and what each workday has to bring', async () => {
    const team = await sample()
    await team.until(FRIDAY_1801)
    const report = only(reports(team))
    expect(report.at).toBe(FRIDAY_18)
    expect(report.text).toContain('战报 · 销售一部 · 11 月 20 日')
    expect(report.text).toContain(
      '今日 4 单 38 万。11 月 76%，时间过了 71%。还差 96 万，剩 6 个工作日，每天 16 万。',
    )
    expect(report.text).toMatch(
      /D-5 · 韩梅梅 · <!channel> 15 万[\s\S]+D-2 · 李雷 · 华为 12 万[\s\S]+D-3 · 李雷 · 小米 6 万/,
    )
    expect(report.text).not.toContain('联想')
    expect(JSON.stringify(report.view)).not.toContain('"kind":"person"')
    expect(reports(team, '市场部')).toHaveLength(1)
    expect(reports(team, '总公司')).toEqual([])
    expect(team.failures).toEqual([])
  })

  test('in English', async () => {
    const team = await sample({ locale: 'en' })
    await team.until(FRIDAY_18)
    const report = team.posts({ in: 'sales' }).find(({ text }) => text.startsWith('Daily report · 销售一部'))
    expect(report?.text).toContain(
      'Today 4 deals, ¥380,000. November 76%, time 71%. ¥960,000 to go: ¥160,000 a day for 6 workdays.',
    )
  })

  test('hides what the workspace hides, also the sums that would tell it; who leads the team reads it', async () => {
    const team = await sample()
    await team.write('赵敏', (scope) =>
      changeWorkspace(scope, { settings: { hideAmounts: true, hideCustomers: true } }),
    )
    await team.until(FRIDAY_18)
    const { text } = only(reports(team))
    expect(text).toContain('今日 4 单。11 月 76%，时间过了 71%。剩 6 个工作日。')
    expect(text).not.toMatch(/万|元|华为|channel/)
    expect((await team.says('李雷', '/report')).text).not.toMatch(/\d 万|华为/)
    expect((await team.says('王经理', '/report')).text).toContain('还差 96 万')
  })

  test('measures against the team’s own goal where it has one', async () => {
    const team = await sample()
    await team.says('王经理', '/goal add 销售一部 11月 签约 304万')
    await team.until(FRIDAY_18)
    expect(only(reports(team)).text).toContain('11 月 100%，时间过了 71%。目标到了。')
  })

  test.each([
    ['no target', undefined, '11 月累计 10 万，时间过了 71%，还没有目标。'],
    ['a target of nothing', 0, '11 月累计 10 万，时间过了 71%，还没有目标。'],
    ['one that is passed', 80_000, '11 月 125%，时间过了 71%。目标到了，多出 2 万。'],
  ])('with %s', async (_, yuan, words) => {
    const team = await teamWithRituals({ at: FRIDAY_10 })
    if (yuan !== undefined) await target(team, '李雷', yuan)
    await signs(team, '李雷', 100_000, { on: '2026-11-20' })
    await team.until(FRIDAY_18)
    expect(only(reports(team)).text).toContain(`今日 1 单 10 万。${words}`)
  })

  test('on the month’s last workday nothing is left to spread', async () => {
    const team = await teamWithRituals({ at: '2026-11-30T02:00:00.000Z' })
    await target(team, '李雷', 100_000)
    await signs(team, '李雷', 60_000)
    await team.until(LAST_18)
    expect(only(reports(team)).text).toContain(
      '今日没有新签单。11 月 60%，时间过了 100%。还差 4 万，工作日已经用完。',
    )
  })

  test('foreign money counts at the rate stored with the deal, and is named as it was signed', async () => {
    const team = await teamWithRituals({ at: FRIDAY_10 })
    await team.says('赵敏', '/deal rate USD 7.2')
    await team.says('李雷', '/deal add Apple $10,000')
    await team.says('李雷', '/deal add 华为 2.8万')
    await team.until(FRIDAY_18)
    expect(only(reports(team)).text).toContain('今日 2 单 10 万。')
    expect(only(reports(team)).text).toContain('Apple $10,000')
  })

  test('comes on workdays only, and goes on from what the last one told', async () => {
    const team = await sample()
    await team.until('2026-11-20T15:59:00.000Z')
    await team.says('李雷', '/deal add 深夜 5万')
    await team.until('2026-11-21T03:00:00.000Z')
    await team.says('韩梅梅', '/deal add 周末 3万')
    await team.says('李雷', '/deal add 补记 1万 date=11-18')
    await team.says('王经理', '/deal void D-3 没签成')
    await team.says('李雷', '/deal collect D-2 4万')
    await team.says('李雷', '/deal refund D-2 2万 退货')
    await team.until('2026-11-23T02:00:00.000Z')
    await team.says('李雷', '/deal add 今天的 8万')
    await team.until(MONDAY_18)
    const [friday, monday, ...more] = reports(team)
    expect(more).toEqual([])
    expect(friday?.text).not.toContain('上次战报')
    expect(monday?.text).toContain('今日 1 单 8 万。')
    expect(monday?.text).toContain('上次战报以后另有 +2 单、+1 万：后来记的，减去退款和作废的。')
  })

  test('goes on from the month before as well', async () => {
    const team = await teamWithRituals({ at: '2026-11-30T02:00:00.000Z' })
    await team.until(LAST_18)
    await team.says('李雷', '/deal add 夜里 5万')
    await team.until('2026-12-01T02:00:00.000Z')
    await team.says('李雷', '/deal add 十二月 7万')
    await team.until('2026-12-01T10:00:00.000Z')
    const [, december] = reports(team)
    expect(december?.text).toContain('今日 1 单 7 万。12 月累计 7 万')
    expect(december?.text).toContain('上次战报以后另有 +1 单、+5 万')
  })

  test('is silent on empty days where the team wants that', async () => {
    const team = await teamWithRituals({ at: FRIDAY_10 })
    expect((await team.says('李雷', '/report silent')).text).toContain('要主管或管理员来做')
    expect((await team.says('王经理', '战报 没情况不发')).text).toBe('销售一部：没有新情况的日子不发战报。')
    await plan(team)
    await target(team, '李雷', 100_000)
    await team.until('2026-11-20T12:00:00.000Z')
    expect(reports(team)).toEqual([])
    expect(lines(team, '李雷')).toEqual([])
    expect(reports(team, '市场部')).toHaveLength(1)
    await team.until('2026-11-23T02:00:00.000Z')
    await team.says('李雷', '/deal add 华为 1万')
    await team.until('2026-11-23T12:00:00.000Z')
    expect(reports(team)).toHaveLength(1)
    const shown = await team.says('王经理', '/report')
    await team.presses('王经理', shown, '每天都发')
    await team.until('2026-11-24T12:00:00.000Z')
    expect(reports(team).at(-1)?.text).toContain('今日没有新签单。')
  })

  test('a department sums its teams, each person once; a team without anybody has none', async () => {
    const team = await startTeam({ at: FRIDAY_10 })
    await team.write('赵敏', async (scope) => {
      const company = (await findTeam(scope, '总公司'))?.id ?? ''
      await setChannel(scope, {
        platform: 'test',
        home: team.home,
        purpose: 'sales',
        team: company,
        externalId: 'hq',
      })
      const marketing = (await findTeam(scope, '市场部'))?.id ?? ''
      await joinTeam(scope, marketing, team.id('李雷'), 'member', '2026-01-01')
      for (const one of [company, marketing, (await findTeam(scope, '销售一部'))?.id ?? ''])
        await addRitual(scope, one, dailyReport)
    })
    await plan(team)
    await signs(team, '李雷', 100_000, {
      on: '2026-11-20',
      shares: [
        { person: team.id('李雷'), bps: 6_000 },
        { person: team.id('吴婷'), bps: 4_000 },
      ],
    })
    await team.until(FRIDAY_1801)
    const [company] = team.posts({ in: 'hq' })
    expect(company?.text).toContain('战报 · 总公司')
    expect(company?.text).toContain('今日 1 单 10 万。')
    expect(only(reports(team)).text).toContain('今日 1 单 6 万。')
    expect(only(reports(team, '市场部')).text).toContain('今日 1 单 10 万。')
    expect(lines(team, '李雷')).toHaveLength(1)
  })
})

describe('one line for each person', () => {
  async function earning(): Promise<Team> {
    const team = await teamWithRituals({ at: FRIDAY_10 })
    await plan(team)
    for (const name of ['李雷', '韩梅梅', '张伟']) await target(team, name, 100_000)
    await signs(team, '李雷', 73_500, { on: '2026-11-10' })
    await signs(team, '李雷', 20_000, { on: '2026-11-20' })
    return team
  }

  /** What 李雷 is told privately, besides the retro's question. */
  const aboutPay = (team: Team) =>
    team
      .posts({ to: '李雷' })
      .filter(({ view }) => !buttonsOf(view).some(({ action }) => action === 'retro.fill'))

  test('what I did, what is missing, and what the next tier is worth to the cent', async () => {
    const team = await earning()
    await team.until(FRIDAY_1801)
    expect(only(lines(team, '李雷')).text).toContain(
      '今日你签了 1 单、2 万。11 月达成 93.5%，提成暂计 4,675 元（税前）。再签 6,500 元过 100%，变成 6,000 元，多 1,325 元。剩 6 个工作日，每天 1,084 元。',
    )
    expect(only(lines(team, '韩梅梅')).text).toContain('今日你还没有签单。11 月达成 0%')
    expect(only(lines(team, '韩梅梅')).text).toContain('离目标还差 10 万，剩 6 个工作日，每天 16,667 元。')
    for (const name of ['王经理', '陈总', '赵敏']) expect(lines(team, name)).toEqual([])
    const line = only(lines(team, '李雷'))
    expect((await team.presses('李雷', line, '算法')).text).toContain('11 月提成 4,675 元（税前）')
  })

  test('in the reader’s language', async () => {
    const team = await earning()
    await team.write('李雷', (scope) => setLocale(scope, team.id('李雷'), 'en'))
    await team.until(FRIDAY_1801)
    expect(only(lines(team, '李雷')).text).toContain(
      'Today you signed 1 deal, ¥20,000. November 93.5%, 4,675 so far (pre-tax). 6,500 more takes you past 100%: 6,000, that is +1,325. That is ¥1,084 a day for 6 workdays.',
    )
  })

  test('not while on leave, not without anything to say, and not for who has switched it off', async () => {
    const team = await earning()
    await team.write('赵敏', (scope) =>
      addLeave(scope, {
        person: team.id('韩梅梅'),
        from: '2026-11-20',
        to: '2026-11-20',
      }),
    )
    await team.until(FRIDAY_1801)
    expect(lines(team, '韩梅梅')).toEqual([])
    expect(lines(team, '吴婷')).toEqual([])
    const off = await team.presses('李雷', only(lines(team, '李雷')), '不用再发')
    expect(off.text).toContain('晚上不再单独给你发这一条')
    await team.until('2026-11-23T10:05:00.000Z')
    expect(lines(team, '李雷')).toHaveLength(1)
    expect(lines(team, '韩梅梅')).toHaveLength(1)
    expect((await team.says('李雷', '/report off')).text).toContain('晚上已经不给你发了。')
    await team.says('李雷', '战报 要发')
    await team.until('2026-11-24T10:05:00.000Z')
    expect(lines(team, '李雷')).toHaveLength(2)
  })

  test('small changes of pay wait for it, with before, after and why; it takes them along once', async () => {
    const team = await earning()
    await team.says('王经理', '/deal amend D-2 金额=20500')
    expect(team.posts({ to: '李雷' })).toEqual([])
    await team.until('2026-11-20T11:00:00.000Z')
    const line = only(aboutPay(team))
    expect(line.text).toContain('今天动了你提成的事')
    expect(line.text).toContain('王经理 改了 D-2 华为')
    expect(line.text).toMatch(/提成 4,675 元 → 4,700 元（税前）/)
    await team.until('2026-11-23T11:00:00.000Z')
    expect(lines(team, '李雷')[1]?.text).not.toContain('动了你提成的事')
  })

  test('a larger change takes the small one along at once; who gets no line is told in the evening alone', async () => {
    const team = await earning()
    await team.says('王经理', '/deal amend D-2 金额=20500')
    await team.says('王经理', '/deal refund D-1 6000 退货')
    expect(only(aboutPay(team)).text).toContain('有 2 处变动，动了你的提成。')
    const other = await earning()
    await other.says('李雷', '/report off')
    await other.says('王经理', '/deal amend D-2 金额=20500')
    await other.until('2026-11-20T10:29:00.000Z')
    expect(aboutPay(other)).toEqual([])
    await other.until('2026-11-20T10:30:00.000Z')
    expect(aboutPay(other).map(({ text }) => text)).toEqual([expect.stringContaining('4,675 元 → 4,700 元')])
  })
})

test('a pool’s movements are told in the evening alone, with before, after and why', async () => {
  const team = await teamWithRituals({ at: FRIDAY_10 })
  const pool = {
    source: 'held-back',
    size: '10%',
    scope: 'team',
    eligible: '50%',
    divide: 'by-commission',
    unreleased: 'carried',
  } as const
  const tenth = { name: '一成', period: 'month', attain: 'signed', pay: 'signed', rate: '10%', pool } as const
  await team.write('赵敏', (scope) => activatePlan(scope, tenth, '2026-10-01'))
  for (const name of ['李雷', '韩梅梅']) await target(team, name, 100_000)
  await signs(team, '李雷', 100_000)
  await signs(team, '韩梅梅', 60_000)
  await team.until(FRIDAY_1801)
  expect(only(lines(team, '李雷')).text).toContain(
    '团队奖金池里你的份额现在是 800 元（税前），团队达成 80%。',
  )
  await team.until('2026-11-23T02:00:00.000Z')
  await team.says('韩梅梅', '/deal add 华为 4万')
  await team.until('2026-11-23T09:59:00.000Z')
  expect(team.posts({ to: '李雷' }).filter(({ text }) => text.includes('奖金池'))).toHaveLength(1)
  await team.until('2026-11-24T10:05:00.000Z')
  const [, monday, tuesday] = lines(team, '李雷')
  expect(monday?.text).toContain('团队奖金池里你的份额 800 元 → 1,000 元（税前），因为团队达成 80% → 100%。')
  expect(tuesday?.text ?? '').not.toContain('奖金池')
})

describe('exactly once', () => {
  test('two processes and three ticks tell it once', async () => {
    const team = await sample()
    await plan(team)
    await team.until(FRIDAY_17)
    team.clock.moveTo(FRIDAY_18)
    const another = team.openAnother()
    for (let tick = 0; tick < 3; tick += 1) await Promise.all([team.app.tick(), another.tick()])
    await team.app.deliverDue()
    expect(reports(team)).toHaveLength(1)
    for (const name of ['李雷', '韩梅梅']) expect(lines(team, name)).toHaveLength(1)
  })

  test('killed between the report and the lines, or in the middle of them, nothing is lost or told twice', async () => {
    for (const killedAt of [0, 1, 2, 3]) {
      const fault = faultAt(undefined)
      const features = product.map((one) => fault.features.find(({ name }) => name === one.name) ?? one)
      const team = await sample({ features })
      await plan(team)
      await team.until(FRIDAY_17)
      fault.strikeAt(killedAt)
      team.clock.moveTo(FRIDAY_18)
      for (let tick = 0; tick < 4; tick += 1) await tickAndDeliver(team.app)
      expect(fault.struck()).toBe(1)
      expect(reports(team)).toHaveLength(1)
      for (const name of ['李雷', '韩梅梅']) expect(lines(team, name)).toHaveLength(1)
    }
  })

  test('late it says so, and beyond its window it is missed', async () => {
    const team = await sample()
    await plan(team)
    await team.until(FRIDAY_17)
    team.clock.moveTo('2026-11-20T12:30:00.000Z')
    await tickAndDeliver(team.app)
    await tickAndDeliver(team.app)
    expect(only(reports(team)).text).toContain('本该 2 小时 30 分钟前开始，那时我不在线，现在补上。')
    expect(lines(team, '李雷')).toEqual([])
    await team.until('2026-11-23T01:05:00.000Z')
    const morning = team.posts({ to: '李雷' }).find(({ text }) => text.includes('那时我不在线'))
    expect(morning?.text).toContain('11 月 20 日你签了 3 单、23 万。')
    team.clock.moveTo('2026-11-24T03:00:00.000Z')
    await tickAndDeliver(team.app)
    expect(reports(team)).toHaveLength(1)
    await team.until('2026-11-24T06:00:00.000Z')
    expect(team.posts({ to: '王经理' }).some(({ text }) => text.includes('销售一部的战报没开成'))).toBe(true)
  })

  test('paused it says nothing, and what was planned for its people is left out', async () => {
    const team = await sample()
    await plan(team)
    team.clock.moveTo(FRIDAY_18)
    await team.app.tick()
    await team.says('王经理', '/ritual pause 战报 销售一部')
    await team.until('2026-11-24T12:00:00.000Z')
    expect(reports(team)).toHaveLength(1)
    expect(lines(team, '李雷')).toEqual([])
  })

  test('held by hand it is not repeated in the evening', async () => {
    const team = await sample()
    await team.says('王经理', '/ritual run 战报')
    await team.until('2026-11-20T11:00:00.000Z')
    expect(only(reports(team)).at).toBe(FRIDAY_10)
  })
})

describe('/report', () => {
  test('shows one’s own team today, and any earlier day by today’s books', async () => {
    const team = await sample()
    const today = await team.says('李雷', '/report')
    expect(today.text).toContain('今日 4 单 38 万。11 月 76%，时间过了 71%。还差 96 万')
    expect(buttonsOf(today.view ?? { summary: '', blocks: [] }).map(({ label }) => label)).toEqual([
      '前一天',
      '排行榜',
    ])
    const tenth = await team.says('李雷', '日报 11-10 销售一部')
    expect(tenth.text).toContain(
      '11 月 10 日 1 单 266 万。11 月 66%，时间过了 33%。还差 134 万，剩 14 个工作日',
    )
    expect(tenth.text).toContain('按现在的账算')
    expect((await team.presses('李雷', today, '前一天')).text).toContain('11 月 19 日没有新签单。11 月 66%')
    expect((await team.says('李雷', '战报 昨天')).text).toContain('11 月 19 日没有新签单。')
    expect(team.posts()).toEqual([])
  })

  test('only of one’s own teams; what cannot be read is said with an example', async () => {
    const team = await sample()
    expect((await team.says('李雷', '/report 市场部')).text).toBe(
      '市场部的战报只有本队的人、主管和管理员能看。',
    )
    expect((await team.says('孙会计', '/report')).text).toContain('你还不在任何团队里')
    expect((await team.says('陈总', '/report 市场部')).text).toContain('战报 · 市场部')
    expect((await team.says('赵敏', '/report 销售一部 昨天')).text).toContain('战报 · 销售一部 · 11 月 19 日')
    expect((await team.says('李雷', '/report 11-32')).text).toContain('「11-32」没读懂。')
    expect((await team.says('李雷', '/report 2026-12-24')).text).toContain('12 月 24 日还没到。')
    expect((await team.says('李雷', '/report 明天')).text).toContain('还没到')
  })

  test('one’s own line by the button on the team’s card', async () => {
    const team = await sample()
    await plan(team)
    await team.until(FRIDAY_18)
    const mine = await team.presses('韩梅梅', only(reports(team)), '我的')
    expect(mine.text).toContain('今日你签了 1 单、15 万。')
    expect((await team.presses('孙会计', only(reports(team)), '我的')).text).toBe('今日没有要告诉你的。')
  })

  test('who leads a department without a channel of its own begins its report', async () => {
    const team = await sample()
    const shown = await team.says('陈总', '/report')
    expect(shown.text).toContain('总公司的频道里还没有战报。')
    await team.presses('陈总', shown, '每个工作日 18:00 发')
    expect((await team.says('陈总', '/report start 总公司')).text).toContain('总公司已经有战报了')
    await team.until(FRIDAY_18)
    expect(only(reports(team, '总公司')).text).toContain('今日 4 单 38 万。')
  })
})
