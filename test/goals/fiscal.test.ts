import { describe, expect, test } from 'vitest'
import { findPeriod } from '../../src/goals/read-period.ts'
import { showPeriod } from '../../src/kernel/show-period.ts'
import { readPeriod } from '../../src/kernel/words.ts'
import { startTeam, type Team } from '../support/team.ts'

const TODAY = '2026-11-20'

describe('fiscal quarters and years say which months they are', () => {
  test.each([
    ['2026', 1, '2026 年', '2026'],
    ['2026-Q4', 1, '2026 年第 4 季度', 'Q4 2026'],
    ['2026', 4, '2026 财年（2026 年 4 月至 2027 年 3 月）', 'FY2026 (April 2026 to March 2027)'],
    ['2026-Q3', 4, '2026 财年第 3 季度（2026 年 10 月至 12 月）', 'Q3 FY2026 (October to December 2026)'],
    ['2026-Q4', 4, '2026 财年第 4 季度（2027 年 1 月至 3 月）', 'Q4 FY2026 (January to March 2027)'],
    ['2026-Q3', 7, '2026 财年第 3 季度（2027 年 1 月至 3 月）', 'Q3 FY2026 (January to March 2027)'],
    [
      '2026-Q1',
      12,
      '2026 财年第 1 季度（2026 年 12 月至 2027 年 2 月）',
      'Q1 FY2026 (December 2026 to February 2027)',
    ],
    ['2026-11', 4, '11 月', 'November'],
  ])('%s from month %i', (period, start, zh, en) => {
    expect(showPeriod(period, 'zh-CN', TODAY, start)).toBe(zh)
    expect(showPeriod(period, 'en', TODAY, start)).toBe(en)
    for (const shown of [zh, en]) expect(readPeriod(shown, TODAY, start, 'future')).toBe(period)
  })

  test.each([
    ['本季度签约 50万', '2026-Q3'],
    ['今年签约 50万', '2026'],
    ['明年签约 50万', '2027'],
    ['Q2 签约 50万', '2027-Q2'],
    ['2026财年 签约 50万', '2026'],
    ['2026财年第3季度 签约 50万', '2026-Q3'],
    ['FY2026 signed 50k', '2026'],
    ['FY26 signed 50k', '2026'],
    ['Q3 FY2026 signed 50k', '2026-Q3'],
    ['FY2026-Q3 signed 50k', '2026-Q3'],
    ['next quarter signed 50k', '2026-Q4'],
    ['2月签约 50万', '2027-02'],
  ])('%s, in a year that starts in April', (sentence, period) => {
    const found = findPeriod(sentence, TODAY, 4)
    expect(found?.period).toBe(period)
    expect(found?.rest).not.toMatch(/fy|财年|20\d\d/i)
  })
})

async function startIn(team: Team, month: string) {
  const { form } = await team.presses(
    '赵敏',
    await team.says('赵敏', '/drumbeat settings'),
    'setup.change-settings',
  )
  return team.submits('赵敏', form, { fiscalStart: month })
}

describe('a fiscal year that starts in April', () => {
  test('holds for goals, what they reach, and their pace', async () => {
    const team = await startTeam()
    await team.says('李雷', '/deal add 华为 12万 date=2026-10-09')
    await team.says('李雷', '/deal add 中兴 8万 date=2026-09-09')
    expect((await startIn(team, '4')).errors).toBeUndefined()
    await team.says('陈总', '/goal add 公司 本季度 签约 100万')
    await team.says('陈总', '/goal add 公司 今年 签约 500万')
    const tree = await team.says('陈总', '/goal tree FY2026')
    expect(tree.text).toContain(
      'G-2 公司 2026 财年（2026 年 4 月至 2027 年 3 月）签约 · 200,000 元 / 5,000,000 元',
    )
    const quarter = await team.says('陈总', '/goal G-1')
    expect(quarter.text).toContain('公司 2026 财年第 3 季度（2026 年 10 月至 12 月）签约')
    expect(quarter.text).toContain('120,000 元 / 1,000,000 元')
    await team.says('吴婷', '/deal add 小米 3万 date=2026-10-12')
    expect((await team.says('陈总', '/goal G-1')).text).toContain('150,000 元 / 1,000,000 元')
    expect((await team.says('陈总', '/goal phase G-2 3月60% 4月40%')).text).toContain('加起来正好')
  })

  test('is not begun while goals mean other months', async () => {
    const team = await startTeam()
    await team.says('陈总', '/goal add 公司 2026-Q4 签约 100万')
    expect((await startIn(team, '7')).errors?.fiscalStart).toContain('已经有 1 个季度或年度的目标（G-1）')
    await team.says('陈总', '/goal drop G-1 换财年')
    expect((await startIn(team, '7')).errors).toBeUndefined()
    expect((await team.says('赵敏', '/drumbeat settings')).text).toContain('7 月')
  })
})
