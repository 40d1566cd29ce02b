import { describe, expect, test } from 'vitest'
import { setPersonTarget } from '../../src/goals/set-target.ts'
import { goalByNumber, revisionsOf } from '../../src/goals/store.ts'
import { closingOf } from '../../src/rituals/calibration/open.ts'
import type { Form } from '../../src/view/form.ts'
import type { Posted, Team } from '../support/team.ts'
import { inThread, lastTo, teamWithRituals, threads } from './team-with-rituals.ts'

/** Tuesday 2026-12-01, in Shanghai. */
const FIRST_WORKDAY_10 = '2026-12-01T02:00:00.000Z'
const THAT_EVENING = '2026-12-01T10:00:00.000Z'

describe('the first workday of a month', () => {
  test('in Chinese: goals, a change in the market, an action first, an approved proposal, and what changed', async () => {
    const team = await withGoals()
    await team.until(FIRST_WORKDAY_10)
    const [root, other, ...more] = threads(team, '月度校准会')
    expect(more).toEqual([])
    expect(other?.text).toContain('月度校准会 · 市场部 · 12 月')
    expect(root?.place).toBe('sales')
    expect(root?.at).toBe(FIRST_WORKDAY_10)
    expect(root?.text).toMatch(/上个月的结果\n\n- G-4 公司 11 月签约 · 0 元 \/ 800,000 元，0%/)
    expect(root?.text).toMatch(
      /目标进度\n\n- G-2 销售一部 12 月签约[^\n]+\n- G-1 公司 12 月签约[^\n]+1,000,000 元/,
    )
    expect(root?.text).toContain('12 月工作日过了 0%，剩 23 天')
    expect(root?.text).toMatch(/个人目标\n+\s+李雷\n+\s+- G-5 李雷 11 月签约[^\n]+\n\s+- G-3 李雷 12 月签约/)
    expect(root?.text).toContain('周二 18:00 收。')
    expect(other?.text).not.toContain('李雷')

    const { form } = await team.presses('李雷', root ?? never(), '写变化')
    const said = await team.submits('李雷', form, {
      kind: 'price-cut',
      market: '新客户降了 10%',
      action: '给老客户打一轮电话',
      due: '2026-12-04',
    })
    expect(said.text).toContain('记好了，已发到讨论串。')
    const [input] = inThread(team, root)
    expect(input?.text).toMatch(
      /@李雷\n\n市场变化：对手降价：新客户降了 10%\n\n怎么做：@李雷 I-1 给老客户打一轮电话 · 12 月 4 日前/,
    )
    const card = await proposeIn(team, '李雷', input, {
      label: 'G-3',
      value: '9万',
      why: '两家客户推迟到 1 月',
    })
    expect(card.text).toContain('100,000 元 → 90,000 元')

    expect((await team.presses('韩梅梅', card, '同意')).text).not.toContain('90,000')
    await team.presses('王经理', card, '同意')
    await team.presses('赵敏', card, '同意')
    const goal = await goalByNumber(await team.scope('李雷'), 3)
    expect(goal?.value).toBe(9_000_000)
    const revisions = await revisionsOf(await team.scope('李雷'), goal?.id ?? '')
    expect(revisions.map(({ value, by, reason }) => ({ value, by, reason }))).toEqual([
      { value: 10_000_000, by: team.id('王经理'), reason: '年初定的' },
      { value: 9_000_000, by: team.id('赵敏'), reason: '两家客户推迟到 1 月' },
    ])
    await team.says('王经理', '目标 调整 G-2 55万 少一个人')

    await team.until(THAT_EVENING)
    const closed = inThread(team, root).at(-1)
    expect(closed?.at).toBe(THAT_EVENING)
    expect(closed?.text).toContain('改了什么、为什么 · 销售一部 · 12 月')
    expect(closed?.text).toContain('目标改了 2 个，行动定了 1 条。')
    expect(closed?.text).toMatch(/市场变化\n\n- @李雷 对手降价：新客户降了 10%/)
    expect(closed?.text).toMatch(/我们怎么做\n\n- @李雷 I-1 给老客户打一轮电话/)
    expect(closed?.text).toContain(
      '- G-3 李雷 12 月签约：100,000 元 → 90,000 元。两家客户推迟到 1 月（李雷提，王经理、赵敏同意）',
    )
    expect(closed?.text).toContain('- G-2 销售一部 12 月签约：600,000 元 → 550,000 元。少一个人（王经理改）')
    expect(threads(team, '月度校准会')[0]?.text).toContain('已经收了，改了什么、为什么，都在讨论串里。')
    expect(inThread(team, other).map((post) => post.text)).toEqual([
      expect.stringContaining('这次没有要改的，目标和打法照旧。'),
    ])
    expect((await team.says('李雷', '改进')).text).toContain('来自 12 月校准会')
    expect(team.failures).toEqual([])
  })

  test('in English; what is open at the close stays open and is said so, after a word to who decides', async () => {
    const team = await withGoals('en')
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, 'Monthly calibration')
    expect(root?.text).toContain('Monthly calibration · 销售一部 · December')
    expect(root?.text).toContain('Where the goals stand')
    expect(root?.text).toContain('December: 0% of the workdays are over, 23 left')
    const { form } = await team.presses('王经理', root ?? never(), 'Add a change')
    const about = await team.submits('王经理', form, {
      action: 'call old customers',
      owner: team.id('韩梅梅'),
      due: '12-04',
    })
    expect(about.text).toContain('Saved')
    expect(lastTo(team, '韩梅梅').text).toContain('王经理 gave you I-1: call old customers, due 4 Dec.')
    const [input] = inThread(team, root)
    const wish = { label: 'G-2', value: '500k', why: 'a competitor has cut prices' }
    const card = await proposeIn(team, '王经理', input, wish, 'Propose another target')
    expect((await team.presses('王经理', card, 'Approve')).text).toContain('You have agreed already')
    await proposeIn(
      team,
      '李雷',
      input,
      { label: 'G-3', value: '80k', why: 'later' },
      'Propose another target',
    )

    await team.until('2026-12-01T09:00:00.000Z')
    const [admin, manager] = [lastTo(team, '赵敏'), lastTo(team, '王经理')]
    expect(admin.text).toContain(
      '1 proposal of 销售一部’s calibration waits for you. It closes Tuesday 18:00',
    )
    expect(manager.text).toContain('G-3 李雷: signed, December: ¥100,000 → ¥80,000. later (asked by 李雷)')
    expect(team.posts({ to: '李雷' }).filter((post) => post.text.includes('waits for you'))).toEqual([])
    const pressed = await team.presses('赵敏', admin, 'Approve')
    expect(pressed.replace && JSON.stringify(pressed.replace)).toContain('Nothing waits for you any more.')

    await team.until(THAT_EVENING)
    const closed = inThread(team, root).at(-1)
    expect(closed?.text).toContain('1 goal changed, 1 action agreed, 1 proposal still open.')
    expect(closed?.text).toContain(
      '¥600,000 → ¥500,000. a competitor has cut prices (asked by 王经理; agreed by 王经理 and 赵敏)',
    )
    expect(closed?.text).toMatch(
      /Still to be decided: this stays open[^\n]*\n\n- G-3 [^\n]+ \(asked by 李雷\)/,
    )
    await team.presses('王经理', manager, 'Approve')
    expect((await goalByNumber(await team.scope('李雷'), 3))?.value).toBe(10_000_000)
  })

  test('a quarter’s months are split anew by a proposal, and the close says how they were', async () => {
    const team = await withGoals()
    await team.says('陈总', '/goal add 公司 2026-Q4 签约 300万')
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, '月度校准会')
    const { form } = await team.presses('王经理', root ?? never(), '写变化')
    await team.submits('王经理', form, { kind: 'promotion', market: '双十二取消', action: '改做老客户回访' })
    const [input] = inThread(team, root)
    const { form: phases } = await team.presses('王经理', input ?? never(), '提议改分期')
    const goal = goalOption(phases, '季度')
    const wrong = async (values: Record<string, string>) =>
      (await team.submits('王经理', phases, values)).errors
    expect(await wrong({ goal })).toHaveProperty('phases')
    expect(await wrong({ goal, phases: '10月 50% 12月 40%', why: '少了' })).toHaveProperty('phases')
    expect(await wrong({ goal, phases: '10月 50% 11月 30% 12月 20%' })).toHaveProperty('why')
    const said = { goal, phases: '10月 50% 11月 30% 12月 20%', why: '活动取消了' }
    for (let times = 0; times < 3; times += 1) await team.submits('王经理', phases, said)
    const cards = team.posts().filter((post) => post.subject?.startsWith('proposal:'))
    expect(cards).toHaveLength(1)
    expect(cards[0]?.text).toContain('3,000,000 元 → 10 月 1,500,000 元、11 月 900,000 元、12 月 600,000 元')
    await team.presses('王经理', cards[0] ?? never(), '同意')
    expect((await goalByNumber(await team.scope('李雷'), 6))?.phases).toBeUndefined()
    await team.presses('赵敏', cards[0] ?? never(), '同意')
    const changed = await goalByNumber(await team.scope('李雷'), 6)
    expect(changed?.phases?.map((one) => one.amount)).toEqual([150_000_000, 90_000_000, 60_000_000])
    await team.until(THAT_EVENING)
    expect(inThread(team, root).at(-1)?.text).toMatch(
      /改了的目标\n\n- G-6 [^\n]+：3,000,000 元 → 10 月 1,500,000 元、11 月 900,000 元、12 月 600,000 元。活动取消了（王经理提，/,
    )
    expect(team.failures).toEqual([])
  })

  test('a month later it begins with what was agreed, which can be settled there', async () => {
    const team = await withGoals()
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, '月度校准会')
    const { form } = await team.presses('李雷', root ?? never(), '写变化')
    await team.submits('李雷', form, { kind: 'policy', action: '重写报价', due: '12-30' })
    const { form: again } = await team.presses('李雷', root ?? never(), '写变化')
    await team.submits('李雷', again, { action: '见三家老客户', due: '12-30' })
    await team.until('2027-01-01T02:00:00.000Z')
    const next = threads(team, '月度校准会').at(-2) ?? never()
    expect(next.text).toMatch(
      /^月度校准会 · 销售一部 · 1 月\n=+\n\n上次校准会定的行动\n\n@李雷 I-1 重写报价[^\n]*过期 2 天/,
    )
    expect((await team.presses('韩梅梅', next, 'calibration.item-done')).text).toContain(
      '只有李雷本人、主管和管理员能改',
    )
    const asItWas = { ...next }
    for (let times = 0; times < 3; times += 1) await team.presses('李雷', asItWas, 'calibration.item-done')
    expect(threads(team, '月度校准会').at(-2)?.text).toMatch(
      /I-1 重写报价 · 做完了\n\n@李雷 I-2 见三家老客户/,
    )
    await team.until('2027-01-01T10:00:00.000Z')
    expect(inThread(team, next).at(-1)?.text).toMatch(
      /上次校准会定的行动\n\n- @李雷 I-1 重写报价 · 做完了\n- @李雷 I-2/,
    )
    expect(team.failures).toEqual([])
  })
})

describe('putting something on the table', () => {
  test('the forms say what is missing, and nothing is stored', async () => {
    const team = await withGoals()
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, '月度校准会')
    const { form } = await team.presses('李雷', root ?? never(), '写变化')
    const wrong = async (values: Record<string, string>) => (await team.submits('李雷', form, values)).errors
    expect(await wrong({})).toEqual({ market: '至少写一项：市场变化，或者怎么做。' })
    expect(await wrong({ kind: 'other' })).toEqual({ market: '是什么变化？用自己的话写一句。' })
    expect(await wrong({ action: '打电话', due: '大后年' })).toHaveProperty('due')
    expect(await wrong({ action: '打电话', owner: team.id('韩梅梅') })).toHaveProperty('owner')
    expect(inThread(team, root)).toEqual([])
    expect((await team.says('李雷', '改进')).text).toContain('你没有没做完的改进。')

    await team.submits('李雷', form, { kind: 'rival', market: '来了一家新的' })
    const [input] = inThread(team, root)
    const early = await team.presses('李雷', input ?? never(), '提议改目标')
    expect(early.text).toContain('先说打法怎么变：定一个行动，再提改数字。')
    const { form: action } = await team.presses('韩梅梅', input ?? never(), '定一个行动')
    expect((await team.submits('韩梅梅', action, {})).errors).toHaveProperty('action')
    await team.submits('韩梅梅', action, { action: '先打老客户' })
    const { form: target } = await team.presses('李雷', input ?? never(), '提议改目标')
    const goal = goalOption(target, 'G-3')
    const refused = async (values: Record<string, string>) =>
      (await team.submits('李雷', target, values)).errors
    expect(await refused({ goal: 'G-0', value: '9万', why: '推迟' })).toHaveProperty('goal')
    expect(await refused({ goal, why: '推迟' })).toHaveProperty('value')
    expect(await refused({ goal, value: '9万' })).toHaveProperty('why')
    expect(await refused({ goal, value: '差不多', why: '推迟' })).toEqual({
      value: '「差不多」没读懂，不像这个目标的数，比如可以写 45万。',
    })
    expect(await refused({ goal, value: '10万', why: '一样' })).toHaveProperty('goal')
    expect(inThread(team, root)).toHaveLength(2)
  })

  test('the same form three times counts once', async () => {
    const team = await withGoals()
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, '月度校准会')
    const { form } = await team.presses('李雷', root ?? never(), '写变化')
    await team.submits('李雷', form, { market: '降价', action: '打电话' })
    for (let times = 0; times < 2; times += 1)
      expect((await team.submits('李雷', form, { market: '降价', action: '打电话' })).text).toContain(
        '这条已经记过了。',
      )
    const [input] = inThread(team, root)
    const { form: target } = await team.presses('李雷', input ?? never(), '提议改目标')
    const values = { goal: goalOption(target, 'G-3'), value: '9万', why: '推迟' }
    await team.submits('李雷', target, values)
    expect((await team.submits('李雷', target, values)).text).toContain('这条已经记过了。')
    expect(inThread(team, root)).toHaveLength(2)
  })

  test('is for the team; a colleague’s target is not offered, to the manager it is', async () => {
    const team = await withGoals()
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, '月度校准会')
    expect((await team.presses('吴婷', root ?? never(), '写变化')).text).toContain('这是销售一部的校准会')
    const { form } = await team.presses('李雷', root ?? never(), '写变化')
    await team.submits('李雷', form, { action: '打电话' })
    const [input] = inThread(team, root)
    const colleague = await team.presses('韩梅梅', input ?? never(), '提议改目标')
    expect(goalOption(colleague.form, 'G-3')).toBe('')
    expect(goalOption(colleague.form, 'G-2')).not.toBe('')
    const manager = await team.presses('王经理', input ?? never(), '提议改目标')
    expect(goalOption(manager.form, 'G-3')).not.toBe('')
    expect((await team.presses('吴婷', input ?? never(), '提议改目标')).text).toContain(
      '这是销售一部的校准会',
    )
  })

  test('ends with the close; an open proposal can still be decided', async () => {
    const team = await withGoals()
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, '月度校准会')
    const { form } = await team.presses('李雷', root ?? never(), '写变化')
    await team.submits('李雷', form, { action: '打电话' })
    const [input] = inThread(team, root)
    const card = await proposeIn(team, '李雷', input, { label: 'G-2', value: '50万', why: '推迟' })
    const late = await team.presses('韩梅梅', root ?? never(), '写变化')
    await team.until(THAT_EVENING)
    expect((await team.submits('韩梅梅', late.form, { market: '降价' })).text).toContain(
      '这次校准会已经收了。',
    )
    await team.presses('王经理', card, '同意')
    expect((await goalByNumber(await team.scope('李雷'), 2))?.value).toBe(50_000_000)
  })
})

describe('/calibration', () => {
  test('tells when it is, holds it now, and keeps what the past ones have changed', async () => {
    const team = await withGoals()
    const state = await team.says('李雷', '/calibration')
    expect(state.text).toContain('销售一部的月度校准会\n\n下次周二 10:00')
    expect(state.text).not.toContain('现在开')
    expect((await team.says('李雷', '校准会 现在')).text).not.toContain('开始了')
    expect((await team.says('王经理', '月度校准 现在')).text).toContain('销售一部的月度校准会开始了。')
    expect((await team.says('李雷', '/calibration')).text).toContain('11 月的正开着')
    expect((await team.says('李雷', '校准会')).text).toContain('〔写变化〕')
    await team.until(THAT_EVENING)
    expect(threads(team, '月度校准会 · 销售一部').map((post) => post.text.slice(0, 20))).toEqual([
      expect.stringContaining('11 月'),
      expect.stringContaining('12 月'),
    ])
    expect((await team.says('李雷', '校准会 总结 11月')).text).toContain(
      '改了什么、为什么 · 销售一部 · 11 月',
    )
    const history = await team.says('李雷', '/calibration history')
    expect(history.text).toContain('〔12 月〕 〔11 月〕')
    expect((await team.presses('李雷', history, '11 月')).text).toContain('销售一部 · 11 月')
    expect((await team.says('李雷', '/calibration summary 火星')).text).toContain('「火星」没读懂')
    expect((await team.says('赵敏', '/calibration now')).text).toContain('是哪一个？')
  })
})

test('without goals it says how to set one, in a line that works', async () => {
  const team = await teamWithRituals({ at: '2026-11-27T10:00:00.000Z' })
  await team.until(FIRST_WORKDAY_10)
  expect(threads(team, '月度校准会')[0]?.text).toContain(
    '12 月还没有目标，可以写成：目标 添加 公司12月签约 50万',
  )
  expect((await team.says('陈总', '目标 添加 公司12月签约 50万')).text).toContain('G-1')
})

test('after a holiday by the Chinese calendar it waits for the first day of work', async () => {
  const team = await teamWithRituals({ at: '2026-09-28T02:00:00.000Z' })
  await team.database.write(async (tables) => {
    await tables.updateTable('workspace').set({ workdays: 'china' }).execute()
  })
  await team.until('2026-10-08T02:00:00.000Z')
  expect(threads(team, '月度校准会').map((post) => post.at)).toEqual(
    Array(2).fill('2026-10-08T02:00:00.000Z'),
  )
})

test('opened late, it closes the next morning of work', () => {
  const almanac = { zone: 'Asia/Shanghai', calendar: 'mon-fri' }
  expect(closingOf('2026-12-01T02:00:00.000Z', almanac)).toBe('2026-12-01T10:00:00.000Z')
  expect(closingOf('2026-12-01T09:00:00.000Z', almanac)).toBe('2026-12-01T10:00:00.000Z')
  expect(closingOf('2026-12-01T09:01:00.000Z', almanac)).toBe('2026-12-02T02:00:00.000Z')
  expect(closingOf('2026-12-04T12:00:00.000Z', almanac)).toBe('2026-12-07T02:00:00.000Z')
})

/** The usual company with goals: the company's and the team's and 李雷's own for December, the company's for November. */
async function withGoals(locale: 'zh-CN' | 'en' = 'zh-CN'): Promise<Team> {
  const team = await teamWithRituals({ locale, at: '2026-11-27T10:00:00.000Z' })
  await team.says('陈总', '/goal add 公司 12月签约 100万')
  await team.says('王经理', '/goal add 销售一部 12月签约 60万')
  await team.write('王经理', (scope) =>
    setPersonTarget(scope, team.id('李雷'), '2026-12', 10_000_000, '年初定的'),
  )
  await team.says('陈总', '/goal add 公司 2026年11月签约 80万')
  await team.write('王经理', (scope) => setPersonTarget(scope, team.id('李雷'), '2026-11', 8_000_000))
  return team
}

/** Proposes another target under a change in the thread; gives the card that asks for the yes. */
async function proposeIn(
  team: Team,
  who: string,
  input: Posted | undefined,
  wish: { label: string; value: string; why: string },
  button = '提议改目标',
): Promise<Posted> {
  const { form } = await team.presses(who, input ?? never(), button)
  const said = await team.submits(who, form, { ...wish, goal: goalOption(form, wish.label) })
  expect(said.errors).toBeUndefined()
  return team.posts().findLast((post) => post.subject?.startsWith('proposal:')) ?? never()
}

function goalOption(form: Form | undefined, label: string): string {
  const field = form?.fields.find((one) => one.kind === 'choice' && one.name === 'goal')
  const options = field?.kind === 'choice' ? field.options : []
  return options.find((option) => option.label.includes(label))?.value ?? ''
}

function never(): Posted {
  throw new Error('There is no such message.')
}
