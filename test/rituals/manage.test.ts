import { describe, expect, test } from 'vitest'
import { ensureRituals } from '../../src/rituals/ensure.ts'
import { saySchedule } from '../../src/rituals/manage/schedule-words.ts'
import { readSchedule } from '../../src/rituals/schedule.ts'
import { engines } from '../support/databases.ts'
import type { Team } from '../support/team.ts'
import { FRIDAY_16, inThread, MONDAY_10, teamWithRituals, threads } from './team-with-rituals.ts'

const NEXT_FRIDAY_16 = '2026-11-27T08:00:00.000Z'

const ours = (team: Team) => threads(team, '周复盘').filter(({ text }) => text.includes('销售一部'))

describe.each(engines)('the list of rituals, $name', (engine) => {
  test('shows when each takes place next; who leads the team stops it and lets it go on', async () => {
    const team = await teamWithRituals({ database: await engine.open() })
    const list = await team.says('王经理', '仪式')
    expect(list.text).toMatch(
      /销售一部的周复盘\s+每周五 16:00，下次周五 16:00\s+〔暂停〕 〔现在开〕 〔历史〕/,
    )
    expect(list.text).toContain('每月第一个工作日 10:00，下次 12 月 1 日 10:00')
    expect(list.text).not.toContain('市场部')
    expect((await team.says('赵敏', '/ritual list 市场部')).text).toContain('市场部的周复盘')
    const rep = await team.says('李雷', '/ritual')
    expect(rep.text).toContain('销售一部的周复盘')
    expect(rep.text).not.toContain('〔暂停〕')

    const paused = await team.says('王经理', '仪式 暂停 周复盘')
    expect(paused.text).toContain('销售一部的周复盘暂停了')
    expect(team.posts({ in: 'retro' }).at(-1)?.text).toContain('周复盘先暂停（王经理）')
    expect((await team.says('王经理', '/ritual pause 周复盘')).text).toContain('已经暂停了')
    expect((await team.says('李雷', '/ritual')).text).toContain('每周五 16:00，已暂停')
    await team.until('2026-11-24T02:00:00.000Z')
    expect(ours(team)).toEqual([])
    expect((await team.presses('王经理', paused, '恢复')).text).toContain('恢复了，下次周五 16:00')
    expect((await team.says('王经理', '仪式 恢复 销售一部的周复盘')).text).toContain('本来就开着')
    await team.until(NEXT_FRIDAY_16)
    expect(ours(team).map(({ at }) => at)).toEqual([NEXT_FRIDAY_16])
    const history = await team.says('李雷', '仪式 历史 周复盘')
    expect(history.text).toMatch(/第 48 周 · 周五 16:00 · 开了[\s\S]*第 47 周 · 11 月 20 日 16:00 · 没开/)
  }, 60_000)

  test('is taken away and brought back', async () => {
    const team = await teamWithRituals({ database: await engine.open() })
    await team.until(FRIDAY_16)
    const asked = await team.says('王经理', '/ritual remove weekly retro')
    expect(asked.text).toContain('以后都不开了吗')
    expect((await team.presses('王经理', asked, '不再开')).text).toContain('不再开了')
    expect((await team.presses('王经理', asked, 'ritual.remove')).text).toContain('已经不在了')
    expect(team.posts({ to: '李雷' })[0]?.text).toContain('已经收了')
    expect(team.posts({ in: 'retro' }).map(({ text }) => text)).toContain('销售一部的周复盘不开了。')
    expect((await team.says('李雷', '/retro')).form).toBeUndefined()
    await team.write('赵敏', ensureRituals)
    await team.until(NEXT_FRIDAY_16)
    expect(ours(team)).toEqual([])
    expect(team.posts().filter(({ text }) => text.startsWith('总结 · 销售一部'))).toEqual([])
    expect(team.posts({ to: '李雷' })).toHaveLength(1)
    expect((await team.says('李雷', '/ritual')).text).not.toContain('周复盘')

    const list = await team.says('王经理', '/ritual')
    expect(list.text).toContain('已经不开的')
    expect((await team.presses('王经理', list, '重新开')).text).toContain('重新开了')
    expect((await team.presses('王经理', list, '重新开')).text).toContain('已经不在了')
    await team.until('2026-12-04T08:00:00.000Z')
    expect(ours(team).map(({ at }) => at)).toEqual(['2026-12-04T08:00:00.000Z'])
  }, 60_000)
})

test('held now, it is not held again when its time comes', async () => {
  const team = await teamWithRituals()
  expect((await team.says('王经理', '/ritual run 周复盘 销售一部')).text).toBe('销售一部的周复盘开始了。')
  const list = await team.says('王经理', '/ritual')
  expect((await team.presses('王经理', list, '现在开')).text).toContain('2026 年第 47 周已经开过了')
  await team.until(FRIDAY_16)
  expect(ours(team)).toHaveLength(1)
  expect((await team.says('王经理', '/ritual list 周复盘')).text).toContain('下次 11 月 27 日 16:00')
})

test('paused while it is open, it closes in time and nudges nobody', async () => {
  const team = await teamWithRituals()
  await team.until(FRIDAY_16)
  await team.says('王经理', '/ritual pause 周复盘')
  await team.until(MONDAY_10)
  expect(team.posts({ to: '李雷' })).toHaveLength(1)
  expect(inThread(team, ours(team)[0]).at(-1)?.text).toContain('总结')
})

test('a pause after its time, before a tick could notice, does not swallow it', async () => {
  const team = await teamWithRituals()
  team.clock.moveTo('2026-11-20T08:00:30.000Z')
  await team.says('王经理', '/ritual pause 周复盘')
  expect(ours(team)).toHaveLength(1)
})

test('the history tells what was held late and what was missed', async () => {
  const team = await teamWithRituals()
  expect((await team.says('王经理', '仪式 历史 周复盘')).text).toContain('还没有开过')
  team.clock.moveTo('2026-11-20T11:00:00.000Z')
  await team.app.tick()
  team.clock.moveTo('2026-11-30T11:00:00.000Z')
  await team.app.tick()
  const { text } = await team.says('王经理', '仪式 历史 周复盘')
  expect(text).toMatch(/第 48 周[^\n]+错过了[\s\S]*第 47 周[^\n]+晚了 3 小时才开/)
})

test('which one is meant is asked where there are several', async () => {
  const team = await teamWithRituals({ locale: 'en' })
  const which = await team.says('王经理', '/ritual pause')
  expect(which.text).toContain('Which one?')
  expect((await team.presses('王经理', which, 'weekly retro · 销售一部')).text).toContain('is paused')
  expect((await team.says('王经理', '/ritual resume')).text).toContain('weekly retro · 销售一部 goes on')
  const history = await team.says('李雷', '/ritual history')
  expect((await team.presses('李雷', history, 'monthly calibration · 销售一部')).text).toContain(
    'has not taken place yet',
  )
})

describe('only who leads the team, and admins', () => {
  test('stop, hold or take away a ritual', async () => {
    const team = await teamWithRituals()
    for (const line of ['pause', 'resume', 'run', 'remove'])
      expect((await team.says('李雷', `/ritual ${line} 周复盘`)).text).toContain('主管或管理员')
    const list = await team.says('王经理', '/ritual')
    for (const button of ['ritual.pause', 'ritual.run'])
      expect((await team.presses('周主管', list, button)).text).toContain('只有销售一部的主管和管理员能做')
    expect((await team.presses('吴婷', list, 'ritual.history')).text).toContain('已经不在了')
    expect((await team.says('陈总', '/ritual')).text).toContain('销售一部的周复盘')
  })
})

test.each(['/ritual list 午休', '/ritual history 周复盘 火星', '/ritual pause 随便'])(
  '%s is answered',
  async (line) => {
    const team = await teamWithRituals()
    expect((await team.says('王经理', line)).text).toMatch(
      /没读懂是哪个仪式，什么都没改。有这些：销售一部的周复盘、/,
    )
  },
)

test.each([
  ['weekly fri 16:00', '每周五 16:00', 'Every Friday at 16:00'],
  ['workdays 18:00', '每个工作日 18:00', 'Every workday at 18:00'],
  ['monthly 15 09:30', '每月 15 日 09:30', 'Every month, day 15, at 09:30'],
  ['quarterly 15 09:30', '每季度首月 15 日 09:30', 'Every quarter, day 15 of its first month, at 09:30'],
  ['quarterly last-workday 17:00', '每季度最后一个工作日 17:00', 'Every quarter, the last workday, at 17:00'],
  ['yearly 01-15 10:00', '每年 1 月 15 日 10:00', 'Every year, 15 Jan, at 10:00'],
])('%s in words', (written, zh, en) => {
  const schedule = readSchedule(written)
  expect(schedule && saySchedule(schedule, 'zh-CN')).toBe(zh)
  expect(schedule && saySchedule(schedule, 'en')).toBe(en)
})
