import { describe, expect, test } from 'vitest'
import type { Team } from '../support/team.ts'
import { FRIDAY_16, inThread, MONDAY_9, MONDAY_10, teamWithRituals, threads } from './team-with-rituals.ts'

const TUESDAY_10 = '2026-11-24T02:00:00.000Z'

describe('a retro while somebody is on leave', () => {
  test('does not ask, nudge or count them, but their week counts for the team', async () => {
    const team = await teamWithRituals()
    await team.says('张伟', '/deal add 中兴 5万')
    await team.says('张伟', '请假 11-20 11-27')
    await team.until(FRIDAY_16)
    const root = ours(team)
    expect(root?.text).toContain('2 位都会收到私信表单')
    expect(root?.text).toMatch(/签约额\s+5 万/)
    expect((await team.says('王经理', '/retro')).text).not.toContain('张伟')
    await team.until(MONDAY_10)
    expect(team.posts({ to: '张伟' }).filter(({ subject }) => !subject?.startsWith('daily-line'))).toEqual([])
    expect(inThread(team, root).at(-1)?.text).toContain('这周 2 位都没腾出时间')
    const closed = ours(team)
    expect(closed?.text).toContain('已经收了：2 人里 0 人参与')
    expect(closed?.text).toMatch(/签约额\s+5 万/)
  })

  test('who goes on leave after having been asked is not nudged, and counted only with an answer', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    await team.says('张伟', '请假 周一')
    await team.says('李雷', '请假 周一')
    const [prompt] = team.posts({ to: '李雷' })
    const { form } = await team.presses('李雷', prompt ?? never(), '填写')
    await team.submits('李雷', form, { highlight: '拿下华为', improvement: '早点跟进' })
    await team.until(MONDAY_9)
    expect(nudged(team, '张伟')).toBe(false)
    expect(nudged(team, '韩梅梅')).toBe(true)
    await team.until(MONDAY_10)
    expect(inThread(team, ours(team)).at(-1)?.text).toContain('2 人里 1 人参与')
  })

  test('who was ill on Friday and says so on Monday is not counted either', async () => {
    const team = await teamWithRituals()
    await team.until(MONDAY_9)
    await team.says('张伟', '请假 11-20')
    await team.until(MONDAY_10)
    expect(inThread(team, ours(team)).at(-1)?.text).toContain('这周 2 位都没腾出时间')
  })

  test('where the whole team is away, nothing is opened, and nothing made up for', async () => {
    const team = await teamWithRituals()
    for (const name of ['李雷', '韩梅梅', '张伟']) await team.says(name, '请假 11-20 11-24')
    await team.until(TUESDAY_10)
    expect(threads(team, '周复盘')).toHaveLength(1)
    expect(ours(team)).toBeUndefined()
    expect((await team.says('王经理', '仪式 历史 周复盘')).text).toContain(
      '第 47 周 · 11 月 20 日 16:00 · 没开',
    )
    expect((await team.says('王经理', '/retro now')).text).toBe('销售一部今天没有人在，没有开。')
    await team.says('李雷', '请假 取消')
    expect((await team.says('王经理', '/ritual run 周复盘')).text).toBe('销售一部的周复盘开始了。')
  })
})

test('a calibration is not opened for a team that is away', async () => {
  const team = await teamWithRituals({ at: '2026-11-30T02:00:00.000Z' })
  for (const name of ['吴婷', '郑凯']) await team.says('周主管', `请假 @${name} 12-01`)
  await team.says('李雷', '请假 12-01')
  await team.until('2026-12-01T02:00:00.000Z')
  expect(threads(team, '月度校准会').map(({ text }) => text.split('\n')[0])).toEqual([
    '月度校准会 · 销售一部 · 12 月',
  ])
})

const ours = (team: Team) => threads(team, '周复盘').find(({ text }) => text.includes('销售一部'))

const nudged = (team: Team, name: string) =>
  team.posts({ to: name }).some(({ text }) => text.includes('还空着'))

function never(): never {
  throw new Error('Nobody was asked.')
}
