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
  test('in Chinese: goals, a change in the market, an action, an approved proposal, and what changed', async () => {
    const team = await withGoals()
    await team.until(FIRST_WORKDAY_10)
    const [root, other, ...more] = threads(team, '月度校准会')
    expect(more).toEqual([])
    expect(other?.text).toContain('月度校准会 · 市场部 · 12 月')
    expect(root?.place).toBe('sales')
    expect(root?.at).toBe(FIRST_WORKDAY_10)
    expect(root?.text).toMatch(/上个月的结果\n\n- G-4 公司 11 月签约 · 0 元 \/ 800,000 元，0%/)
    expect(root?.text).toMatch(
      /目标进度\n\n- G-1 公司 12 月签约[^\n]+1,000,000 元[^\n]+\n- G-2 销售一部 12 月签约/,
    )
    expect(root?.text).toContain('12 月工作日过了 0%，剩 23 天')
    expect(root?.text).toMatch(/个人目标\n+\s+- G-3 李雷 12 月签约/)
    expect(root?.text).toContain('周二 18:00 收。')
    expect(other?.text).not.toContain('李雷')

    const { form } = await team.presses('李雷', root ?? never(), '写变化和提议')
    const said = await team.submits('李雷', form, {
      market: '对手降价 10%',
      action: '给老客户打一轮电话',
      due: '2026-12-04',
      goal: goalOption(form, 'G-3'),
      value: '9万',
      why: '两家客户推迟到 1 月',
    })
    expect(said.text).toContain('提议也发到讨论串了，等人点同意。')
    const [input, card] = inThread(team, root)
    expect(input?.text).toMatch(
      /@李雷\n\n市场变化：对手降价 10%\n\n怎么做：@李雷 I-1 给老客户打一轮电话 · 12 月 4 日前/,
    )
    expect(card?.text).toContain('100,000 元 → 90,000 元')

    expect((await team.presses('韩梅梅', card ?? never(), '同意')).text).not.toContain('90,000')
    await team.presses('王经理', card ?? never(), '同意')
    await team.presses('赵敏', card ?? never(), '同意')
    const goal = await goalByNumber(await team.scope('李雷'), 3)
    expect(goal?.value).toBe(9_000_000)
    const revisions = await revisionsOf(await team.scope('李雷'), goal?.id ?? '')
    expect(revisions.map(({ value, by, reason }) => ({ value, by, reason }))).toEqual([
      { value: 10_000_000, by: team.id('王经理'), reason: '年初定的' },
      { value: 9_000_000, by: team.id('赵敏'), reason: '两家客户推迟到 1 月' },
    ])

    await team.until(THAT_EVENING)
    const closed = inThread(team, root).at(-1)
    expect(closed?.at).toBe(THAT_EVENING)
    expect(closed?.text).toContain('改了什么、为什么 · 销售一部 · 12 月')
    expect(closed?.text).toContain('目标改了 1 个，行动定了 1 条。')
    expect(closed?.text).toMatch(/市场变化\n\n- @李雷 对手降价 10%/)
    expect(closed?.text).toMatch(/我们怎么做\n\n- @李雷 I-1 给老客户打一轮电话/)
    expect(closed?.text).toMatch(
      /改了的目标\n\n- G-3 李雷 12 月签约：100,000 元 → 90,000 元。两家客户推迟到 1 月/,
    )
    expect(threads(team, '月度校准会')[0]?.text).toContain('已经收了，改了什么、为什么，都在讨论串里。')
    expect(inThread(team, other).map((post) => post.text)).toEqual([
      expect.stringContaining('这次没有要改的，目标和打法照旧。'),
    ])
    expect((await team.says('李雷', '改进')).text).toContain('来自 12 月校准会')
    expect(team.failures).toEqual([])
  })

  test('in English', async () => {
    const team = await withGoals('en')
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, 'Monthly calibration')
    expect(root?.text).toContain('Monthly calibration · 销售一部 · December')
    expect(root?.text).toContain('Where the goals stand')
    expect(root?.text).toContain('December: 0% of the workdays are over, 23 left')
    const { form } = await team.presses('王经理', root ?? never(), 'Add a change or a proposal')
    await team.submits('王经理', form, {
      action: 'call old customers',
      owner: team.id('韩梅梅'),
      due: '12-04',
    })
    expect(lastTo(team, '韩梅梅').text).toContain('王经理 gave you I-1: call old customers, due 4 Dec.')
    const second = await team.presses('王经理', root ?? never(), 'Add a change or a proposal')
    await team.submits('王经理', second.form, {
      goal: goalOption(second.form, 'G-2'),
      value: '500k',
      why: 'a competitor has cut prices',
    })
    await team.until(THAT_EVENING)
    const closed = inThread(team, root).at(-1)
    expect(closed?.text).toContain('0 goals changed, 1 action agreed.')
    expect(closed?.text).toMatch(
      /Still to be decided\n\n- G-2 [^\n]+600,000 → [^\n]+500,000\. a competitor has cut prices/,
    )
  })
})

describe('putting something on the table', () => {
  test('the form says what is missing, and nothing is stored', async () => {
    const team = await withGoals()
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, '月度校准会')
    const { form } = await team.presses('李雷', root ?? never(), '写变化和提议')
    const goal = goalOption(form, 'G-3')
    const wrong = async (values: Record<string, string>) => (await team.submits('李雷', form, values)).errors
    expect(await wrong({})).toEqual({ market: '至少写一项：市场变化、怎么做，或要调的目标。' })
    expect(await wrong({ action: '打电话', due: '大后年' })).toHaveProperty('due')
    expect(await wrong({ action: '打电话', owner: team.id('韩梅梅') })).toHaveProperty('owner')
    expect(await wrong({ goal, why: '推迟' })).toHaveProperty('value')
    expect(await wrong({ goal, value: '9万' })).toHaveProperty('why')
    expect(await wrong({ goal, value: '差不多', why: '推迟' })).toEqual({
      value: '「差不多」没读懂，不像这个目标的数，比如可以写 45万。',
    })
    expect(await wrong({ value: '9万' })).toHaveProperty('goal')
    expect(await wrong({ goal, value: '10万', why: '一样', market: '降价' })).toHaveProperty('goal')
    expect(inThread(team, root)).toEqual([])
    expect((await team.says('李雷', '改进')).text).toContain('你没有没做完的改进。')
  })

  test('the same form twice counts once', async () => {
    const team = await withGoals()
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, '月度校准会')
    const { form } = await team.presses('李雷', root ?? never(), '写变化和提议')
    await team.submits('李雷', form, { market: '降价' })
    expect((await team.submits('李雷', form, { market: '降价' })).text).toContain('这条已经记过了。')
    expect(inThread(team, root)).toHaveLength(1)
  })

  test('is for the team; a colleague’s target is not offered, to the manager it is', async () => {
    const team = await withGoals()
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, '月度校准会')
    expect((await team.presses('吴婷', root ?? never(), '写变化和提议')).text).toContain(
      '这是销售一部的校准会',
    )
    const colleague = await team.presses('韩梅梅', root ?? never(), '写变化和提议')
    expect(goalOption(colleague.form, 'G-3')).toBe('')
    expect(goalOption(colleague.form, 'G-2')).not.toBe('')
    const manager = await team.presses('王经理', root ?? never(), '写变化和提议')
    expect(goalOption(manager.form, 'G-3')).not.toBe('')
  })

  test('ends with the close; an open proposal can still be decided', async () => {
    const team = await withGoals()
    await team.until(FIRST_WORKDAY_10)
    const [root] = threads(team, '月度校准会')
    const { form } = await team.presses('李雷', root ?? never(), '写变化和提议')
    await team.submits('李雷', form, { goal: goalOption(form, 'G-2'), value: '50万', why: '推迟' })
    const late = await team.presses('韩梅梅', root ?? never(), '写变化和提议')
    await team.until(THAT_EVENING)
    expect((await team.submits('韩梅梅', late.form, { market: '降价' })).text).toContain(
      '这次校准会已经收了。',
    )
    await team.presses('王经理', inThread(team, root)[0] ?? never(), '同意')
    expect((await goalByNumber(await team.scope('李雷'), 2))?.value).toBe(50_000_000)
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
  return team
}

function goalOption(form: Form | undefined, label: string): string {
  const field = form?.fields.find((one) => one.kind === 'choice' && one.name === 'goal')
  const options = field?.kind === 'choice' ? field.options : []
  return options.find((option) => option.label.includes(label))?.value ?? ''
}

function never(): Posted {
  throw new Error('There is no such message.')
}
