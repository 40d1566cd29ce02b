import { describe, expect, test } from 'vitest'
import { logDeal } from '../../src/deals/store.ts'
import { paceOf } from '../../src/goals/pace.ts'
import { startTeam, type Team } from '../support/team.ts'

const november = { value: 2_100, period: '2026-11' } // 21 workdays, Monday to Friday
const on = (today: string) => ({ today, workdays: 'mon-fri', fiscalStartMonth: 1 })

describe('pace in workdays', () => {
  test.each([
    ['2026-11-04', 1_000, { state: 'early', method: { kind: 'early', days: 2, needed: 3 } }],
    [
      '2026-11-05',
      300,
      { state: 'on-track', forecast: 2_100, method: { kind: 'average', days: 3, recent: undefined } },
    ],
    ['2026-11-16', 1_050, { state: 'ahead', forecast: 2_205, workdaysLeft: 11 }],
    ['2026-11-16', 950, { state: 'on-track', forecast: 1_995 }],
    ['2026-11-16', 949, { state: 'at-risk', forecast: 1_992 }],
    ['2026-11-16', 800, { state: 'at-risk', forecast: 1_680 }],
    ['2026-11-16', 799, { state: 'behind', forecast: 1_677 }],
    ['2026-11-16', 0, { state: 'behind', forecast: 0 }],
    ['2026-11-16', 2_100, { state: 'reached' }],
    ['2026-12-01', 2_099, { state: 'missed', forecast: 2_099 }],
    ['2026-10-31', 0, { state: 'not-begun', forecast: undefined, timeBps: 0 }],
  ])('on %s with %d', (today, reached, expected) => {
    expect(paceOf(november, reached, on(today))).toMatchObject(expected)
  })

  test('the last ten workdays count half as soon as there are more', () => {
    const known = { today: 0, recent: 0 }
    expect(paceOf(november, 1_400, on('2026-11-20'), known)).toMatchObject({
      forecast: 1_750, // 1,400 and 7 days at half of 100 a day
      state: 'at-risk',
      method: { kind: 'average', days: 14, recent: 10 },
    })
    expect(paceOf(november, 1_000, on('2026-11-16'), known).forecast).toBe(2_100)
  })

  test('what came today is no day’s average yet', () => {
    expect(paceOf(november, 1_500, on('2026-11-16'), { today: 500, recent: 1_000 }).forecast).toBe(2_100)
    expect(paceOf(november, 3_000, on('2026-11-16'), { today: 2_900, recent: 100 }).state).toBe('reached')
  })

  test('a check-in tells of the days until it', () => {
    const reported = { reportedOn: '2026-11-06' }
    expect(paceOf(november, 500, on('2026-11-20'), reported)).toMatchObject({
      forecast: 2_100,
      method: { days: 5 },
    })
    expect(paceOf(november, 500, on('2026-11-20'), { reportedOn: '2026-11-03' }).state).toBe('early')
  })

  test('make-up Saturdays count, holidays do not', () => {
    const october = { value: 100, period: '2026-10' }
    const china = { today: '2026-10-10', workdays: 'china', fiscalStartMonth: 1 }
    expect(paceOf(october, 10, china).workdaysLeft).toBe(16)
    expect(paceOf(october, 10, { ...china, workdays: 'mon-fri' }).workdaysLeft).toBe(15)
  })

  test('a ratio is what it is, and large numbers are exact', () => {
    expect(paceOf(november, 2_000, on('2026-11-16'), { ratio: true })).toMatchObject({
      forecast: 2_000,
      method: { kind: 'level' },
    })
    const huge = { value: Number.MAX_SAFE_INTEGER, period: '2026-11' }
    expect(paceOf(huge, 4_503_599_627_370_495, on('2026-11-16'))).toMatchObject({
      forecast: Number.MAX_SAFE_INTEGER,
      state: 'on-track',
    })
  })
})

describe('what is said of it', () => {
  const signs = (team: Team, yuan: number, day: string) =>
    team.write('李雷', (scope) =>
      logDeal(scope, {
        customer: `客户${yuan}`,
        amountMinor: yuan * 100,
        currency: 'CNY',
        signedOn: day,
        owner: team.id('李雷'),
        shares: [{ person: team.id('李雷'), bps: 10_000 }],
        source: 'import',
      }),
    )

  test('a word and a shape, the forecast with its method, and the numbers behind the status', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    await signs(team, 28_000, '2026-11-03')
    await signs(team, 10_000, '2026-11-11')
    await signs(team, 4_000, '2026-11-20')
    const { text } = await team.says('李雷', '/goal')
    // 38,000 on 14 days, 10,000 on the last 10: half of 2,714 + 1,000 a day for 7 more days.
    expect(text).toContain('▼ 落后 · 42,000 元 / 80,000 元，52.5%')
    expect(text).toContain(
      '照这样到期末 51,000 元，是目标的 63.7%。按前 14 个工作日的平均速度，最近 10 个占一半。',
    )
    expect((await team.says('李雷', '/goal G-1')).text).toContain('80% 以上有风险')
  })

  test('leave is taken out of one’s own goal, and not out of the team’s', async () => {
    const team = await startTeam()
    await team.says('王经理', '/goal add @李雷 11月 签约 8万')
    await team.says('王经理', '/goal add 销售一部 11月 签约 20万')
    await team.says('李雷', '/timeoff 11-23 11-25')
    expect((await team.says('李雷', '/goal G-1')).text).toContain('剩 4 个工作日')
    expect((await team.says('李雷', '/goal G-2')).text).toContain('剩 7 个工作日')
  })

  test('in the first days it is too early to say', async () => {
    const team = await startTeam({ at: '2026-11-04T02:00:00.000Z', locale: 'en' })
    await team.says('王经理', '/goal add @李雷 sign 80k in November')
    await signs(team, 20_000, '2026-11-03')
    const { text } = await team.says('李雷', '/goal')
    expect(text).toContain('○ too early to say')
    expect(text).toContain('a forecast takes 3 workdays, this rests on 2')
  })

  test('how a value was worked out stays beside it until it is changed', async () => {
    const team = await startTeam()
    await signs(team, 60_000, '2026-11-03')
    const answer = await team.says('王经理', '/goal add @李雷 12月 客户数增长60%，客单价提升30%，业绩增长50%')
    expect(answer.text).toContain('客户数 +60% × 客单价 +30%，合起来是 +108%，不是 +50%')
    expect(answer.text).toContain('11 月到现在是 60,000 元，+108% 就是 124,800 元')
    await team.presses('王经理', answer, '记成「@李雷 12月 签约 124,800元」')
    expect((await team.says('李雷', '/goal G-1')).text).toContain(
      '这样定的：11 月 60,000 元的基础上 客户数 +60% × 客单价 +30%',
    )
    await team.says('王经理', '/goal adjust G-1 12万 来了新人')
    expect((await team.says('李雷', '/goal G-1')).text).not.toContain('这样定的')
  })

  test('a count times an average is stored with both', async () => {
    const team = await startTeam({ locale: 'en' })
    await team.says('王经理', '/goal add 销售一部 200 customers x average deal 5k in December')
    const { text } = await team.says('王经理', '/goal G-1')
    expect(text).toContain('¥1,000,000')
    expect(text).toContain('Set as 200 customers × ¥5,000.')
  })
})
