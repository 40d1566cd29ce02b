import { describe, expect, test } from 'vitest'
import { payStanding } from '../../src/commission/pay-of.ts'
import { setLocale } from '../../src/people/store.ts'
import { say } from '../../src/view/view.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'
import { plan, signs, target } from './arrange.ts'

describe('/commission', () => {
  test('says attainment, pay so far, and what the next tier is worth', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 93_500)
    const answer = await team.says('李雷', '/commission')
    expect(answer.text).toContain(
      '11 月达成 93.5%，提成暂计 4,675 元（税前）。再签 6,500 元过 100%，变成 6,000 元，多 1,325 元。',
    )
    expect(answer.text).toContain('〔算法〕 〔试算〕')
    expect((await team.says('李雷', '提成')).text).toBe(answer.text)
  })

  test('says it in English to whoever reads English', async () => {
    const team = await withTarget()
    await english(team, '李雷')
    await signs(team, '李雷', 93_500)
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain(
      'November 93.5%, 4,675 so far (pre-tax). 6,500 more takes you past 100%: 6,000, that is +1,325.',
    )
    expect(text).toContain('[How] [What if]')
  })

  test.each([
    [
      79_999.99,
      '达成 79.99%，还没到 80% 线，提成暂计 0 元（税前）。再签 0.01 元过 80%，变成 4,000 元，多 4,000 元。',
    ],
    [80_000, '达成 80%，提成暂计 4,000 元（税前）。再签 20,000 元过 100%，变成 6,000 元，多 2,000 元。'],
    [99_999.99, '达成 99.99%，提成暂计 5,000 元（税前）。再签 0.01 元过 100%，变成 6,000 元，多 1,000 元。'],
    [100_000, '达成 100%，提成暂计 6,000 元（税前）。已经在最高一档，之后每签 10,000 元再多 750 元。'],
    [120_000, '达成 120%，提成暂计 7,500 元（税前）。已经在最高一档，之后每签 10,000 元再多 750 元。'],
  ])('at %s', async (yuan, sentence) => {
    const team = await withTarget()
    await signs(team, '李雷', yuan)
    expect((await team.says('李雷', '/commission')).text).toContain(sentence)
  })

  test('draws attainment with the gate, the target and the money at each', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 60_000)
    await signs(team, '李雷', 25_000, { confirmed: false })
    const { view } = await team.says('李雷', '/commission')
    expect(view?.blocks.find((block) => block.kind === 'attainment')).toEqual({
      kind: 'attainment',
      label: '11 月，目标 100,000 元',
      confirmedBps: 6_000,
      provisionalBps: 2_500,
      ticks: [
        { atBps: 8_000, label: '80% · 4,000 元' },
        { atBps: 10_000, label: '100% · 6,000 元' },
      ],
    })
  })

  test('tells what waits for confirmation: pay on everything less pay on the confirmed alone', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 90_000)
    await signs(team, '李雷', 10_000, { confirmed: false, customer: '中兴' })
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('提成暂计 6,000 元')
    expect(text).toContain('其中 1,500 元还是暂计：有 10,000 元签约等主管确认。')
    expect(text).toContain('最近一单：D-2 中兴，11 月 10 日，计 10,000 元。')
  })

  test('names what is unconfirmed even while it pays nothing', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 50_000, { confirmed: false })
    expect((await team.says('李雷', '/commission')).text).toContain('有 50,000 元签约等主管确认。')
  })

  test('of a past month looks no further ahead', async () => {
    const team = await withTarget('2026-10')
    await signs(team, '李雷', 90_000, { on: '2026-10-09' })
    for (const words of ['/commission 2026-10', '提成 上月', '提成 10月', '/commission last month']) {
      const { text } = await team.says('李雷', words)
      expect(text).toContain('10 月达成 90%，提成暂计 4,500 元（税前）。')
      expect(text).not.toContain('再签')
    }
  })

  test('of a quarter adds its months up', async () => {
    const team = await withTarget('2026-10')
    await target(team, '李雷', 100_000, '2026-11')
    await signs(team, '李雷', 90_000, { on: '2026-10-09' })
    await signs(team, '李雷', 120_000)
    const { text, view } = await team.says('李雷', '/commission Q4')
    expect(text).toContain('2026 年第 4 季度提成暂计 12,000 元（税前）。')
    expect(rowsIn(view)).toEqual([
      ['10 月', '90,000 元', '90%', '4,500 元'],
      ['11 月', '120,000 元', '120%', '7,500 元'],
      ['合计', '', '', '12,000 元'],
    ])
  })

  test('has no figure for a week', async () => {
    const team = await withTarget()
    expect((await team.says('李雷', '提成 本周')).text).toBe(
      '提成按月算，没有 2026 年第 47 周单独的数。可以写成：提成 本月',
    )
  })
})

describe('someone else’s commission', () => {
  test('is for their managers, finance and admins', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 93_500)
    for (const reader of ['王经理', '陈总', '孙会计', '赵敏'])
      expect((await team.says(reader, '/commission @李雷')).text).toContain('李雷 11 月达成 93.5%')
    await english(team, '孙会计')
    expect((await team.says('孙会计', '/commission 李雷')).text).toContain(
      '李雷: November 93.5%, 4,675 so far (pre-tax). 6,500 more takes them past 100%',
    )
  })

  test('is refused to colleagues, and to managers of other teams, with the way to their own', async () => {
    const team = await withTarget()
    const no = '李雷的提成只有本人、主管、财务和管理员能看。你的在这里：提成'
    for (const reader of ['韩梅梅', '周主管']) {
      expect((await team.says(reader, '/commission @李雷')).text).toBe(no)
      expect((await team.says(reader, '/commission 2026-10 @李雷')).text).toBe(no)
      expect((await team.says(reader, '/commission explain @李雷')).text).toBe(no)
    }
    await english(team, '韩梅梅')
    expect((await team.says('韩梅梅', '/commission @李雷')).text).toBe(
      'Only 李雷, their manager, finance and admins see that. Yours is here: /commission',
    )
  })

  test('stays closed behind a button that was passed on', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 93_500)
    const own = await team.says('李雷', '/commission')
    expect((await team.presses('韩梅梅', own, '算法')).text).toContain('只有本人、主管、财务和管理员能看')
    expect((await team.presses('王经理', own, '算法')).text).toContain('李雷 11 月提成 4,675 元（税前）')
  })
})

describe('no target', () => {
  test('nothing is calculated, and the manager can be reminded, once a day', async () => {
    const team = await startTeam()
    await plan(team)
    await signs(team, '李雷', 50_000)
    const answer = await team.says('李雷', '/commission')
    expect(answer.text).toContain('你 11 月还没有目标，提成先不算。要提醒王经理吗？')
    expect(answer.text).toContain('〔提醒〕')
    expect((await team.presses('李雷', answer, '提醒')).text).toBe('好，已经私下告诉王经理了。')
    expect((await team.presses('李雷', answer, '提醒')).text).toBe('今天已经提醒过王经理，明天可以再提醒。')
    expect(team.posts({ to: '王经理' }).map((post) => post.text)).toEqual([
      '李雷 11 月还没有目标，提成没法算。定一个：目标 新增 @李雷 2026-11 签约 10万\n\n〔稍后〕',
    ])
    await team.until('2026-11-21T02:00:00.000Z')
    expect((await team.presses('李雷', answer, '提醒')).text).toBe('好，已经私下告诉王经理了。')
    await target(team, '李雷', 100_000)
    expect((await team.presses('李雷', answer, '提醒')).text).toBe('目标已经有了，再看一次：提成')
  })

  test('a manager whom nothing can reach is not said to have been told', async () => {
    const team = await startTeam()
    await plan(team)
    const answer = await team.says('李雷', '/commission')
    await team.database.write((tables) =>
      tables.deleteFrom('identity').where('person', '=', team.id('王经理')).execute(),
    )
    const press = await team.presses('李雷', answer, '提醒')
    expect(press.text).toBe('王经理还没有用过战鼓，我写不到 TA 那里。请当面说一声。')
  })

  test('the line that the manager is told to write sets the target', async () => {
    const team = await startTeam()
    await plan(team)
    await signs(team, '李雷', 80_000)
    await team.presses('李雷', await team.says('李雷', '提成'), '提醒')
    const line = team.posts({ to: '王经理' })[0]?.text.split(/定一个：|\n/)[1] ?? ''
    await team.says('王经理', line)
    expect((await team.says('李雷', '提成')).text).toContain('11 月达成 80%，提成暂计 4,000 元')
  })

  test('reads so in English, and to a manager without a button', async () => {
    const team = await startTeam()
    await plan(team)
    await english(team, '李雷')
    const { text } = await team.says('李雷', '/commission')
    expect(text).toContain('You have no target for November yet, so nothing is calculated. Remind 王经理?')
    const manager = await team.says('王经理', '提成 @李雷')
    expect(manager.text).toContain('李雷 11 月还没有目标，提成先不算。')
    expect(manager.text).not.toContain('〔提醒〕')
  })

  test('zero is no target', async () => {
    const team = await startTeam()
    await plan(team)
    await target(team, '李雷', 0)
    expect((await team.says('李雷', '/commission')).text).toContain('还没有目标')
    expect(await payStanding(await team.scope('李雷'), team.id('李雷'), '2026-11')).toBe('no target')
  })

  test('no plan is said as well', async () => {
    const team = await startTeam()
    for (const words of ['/commission', '/commission explain', '/commission whatif 5万'])
      expect((await team.says('李雷', words)).text).toContain('还没有提成方案')
    expect(await payStanding(await team.scope('李雷'), team.id('李雷'), '2026-11')).toBe('no plan')
  })
})

describe('what cannot be read', () => {
  test.each([
    ['/commission explian', '「explian」没读懂。是不是想写：提成 explain？'],
    [
      '/commission 上月 甲乙',
      '看懂了 2026 年 10 月，但「甲乙」没读懂。可以写成：提成 2026-10，提成 上月，提成 @李雷',
    ],
    ['/commission 2026-13', '「2026-13」没读懂。'],
    ['/commission @李蕾', '没有找到叫「李蕾」的人'],
    ['/commission 李蕾', '「李蕾」没读懂。是不是想写：提成 李雷？'],
  ])('%s', async (words, answer) => {
    const team = await withTarget()
    expect((await team.says('王经理', words)).text).toContain(answer)
  })
})

describe('/commission whatif', () => {
  test('shows before and after, deal by deal', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 50_000)
    const { text, view } = await team.says('李雷', '提成 试算 5万 3万')
    expect(text).toContain(
      '0 元 → 8,250 元，多 8,250 元（税前）。已经在最高一档，之后每签 10,000 元再多 750 元。',
    )
    expect(rowsIn(view)).toEqual([
      ['现在', '50,000 元', '50%', '0 元'],
      ['再签 50,000 元', '100,000 元', '100%', '6,000 元'],
      ['再签 30,000 元', '130,000 元', '130%', '8,250 元'],
    ])
    expect((await team.says('李雷', '/commission')).text).toContain('达成 50%')
  })

  test('is understood by its own word, as 算法 is', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 50_000)
    expect((await team.says('李雷', '试算 5万 3万')).text).toContain('0 元 → 8,250 元')
    expect((await team.says('李雷', '算法')).text).toContain('11 月提成 0 元（税前），是这样算的')
  })

  test('tells what the tier after it would be worth, in English', async () => {
    const team = await withTarget()
    await english(team, '李雷')
    const { text } = await team.says('李雷', '/commission whatif 90k')
    expect(text).toContain(
      '0 → 4,500, that is +4,500 (pre-tax). 10,000 more takes you past 100%: 6,000, that is +1,500.',
    )
  })

  test('works from the button’s form, which stays open until the amounts can be read', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 93_500)
    const { form } = await team.presses('李雷', await team.says('李雷', '/commission'), '试算')
    const wrong = await team.submits('李雷', form, { amounts: '12来万' })
    expect(wrong.errors).toEqual({ amounts: '金额「12来万」没读懂，还没算。可以写成：提成 试算 5万 3万' })
    const right = await team.submits('李雷', form, { amounts: '6500' })
    expect(right.text).toContain('4,675 元 → 6,000 元，多 1,325 元（税前）。')
  })

  test.each([
    ['/commission whatif', '想试算多少？'],
    ['/commission whatif @韩梅梅 5万', '试算只算自己的提成'],
    ['/commission whatif 五万左右', '金额「五万左右」没读懂，还没算。'],
    ['/commission whatif 5万 -3', '金额「-3」没读懂'],
    ['/commission whatif $3000', '「$3000」是别的币种，提成按 CNY 算'],
    ['/commission whatif 1 2 3 4 5 6 7 8 9 10 11', '一次最多试算 10 单'],
  ])('%s', async (words, answer) => {
    const team = await withTarget()
    expect((await team.says('李雷', words)).text).toContain(answer)
  })
})

test('pay for other slices: earned, provisional, attainment and the next tier', async () => {
  const team = await withTarget()
  await signs(team, '李雷', 85_000)
  await signs(team, '李雷', 8_500, { confirmed: false })
  expect(await payStanding(await team.scope('李雷'), team.id('李雷'), '2026-11')).toMatchObject({
    earnedMinor: 467_500n,
    provisionalMinor: 42_500n,
    attainmentPpm: 935_000,
    next: { gapMinor: 650_000n, payMinor: 600_000n, moreMinor: 132_500n },
  })
})

test('a logged deal says what it has done to my pay', async () => {
  const team = await startTeam()
  await plan(team)
  await target(team, '李雷', 1_000_000)
  await signs(team, '李雷', 780_000)
  expect((await team.says('李雷', '/deal add 华为 12万')).text).toContain(
    '本月 78% → 90%，过了 80% 线，提成暂计 45,000 元',
  )
})

test('the home tab shows my attainment with its buttons', async () => {
  const team = await withTarget()
  await signs(team, '李雷', 93_500)
  const { home, text } = await team.opensHome('李雷')
  expect(text).toContain('11 月达成 93.5%，提成暂计 4,675 元（税前）。')
  expect((await team.presses('李雷', home ?? say(''), 'commission.explain')).text).toContain('是这样算的')
})

async function withTarget(period = '2026-11'): Promise<Team> {
  const team = await startTeam()
  await plan(team)
  await target(team, '李雷', 100_000, period)
  return team
}

function english(team: Team, name: string): Promise<void> {
  return team.write(name, (scope) => setLocale(scope, team.id(name), 'en'))
}
