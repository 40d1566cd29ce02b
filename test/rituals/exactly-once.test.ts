import { describe, expect, test } from 'vitest'
import { features } from '../../src/features.ts'
import { createApp } from '../../src/kernel/app.ts'
import { secondsAfter } from '../../src/kernel/time.ts'
import { pause as pauseOne, resume } from '../../src/rituals/pause.ts'
import { reschedule } from '../../src/rituals/reschedule.ts'
import { ritualsOf } from '../../src/rituals/store.ts'
import { say } from '../../src/view/view.ts'
import { engines } from '../support/databases.ts'
import { buttonsOf, type Team } from '../support/team.ts'
import { faultAt, tickAndDeliver } from './fault.ts'
import { FRIDAY_16, inThread, MONDAY_9, MONDAY_10, teamWithRituals, threads } from './team-with-rituals.ts'

const HOUR = 3600
const DAY = 24 * HOUR

describe.each(engines)('two processes on one database, $name', (engine) => {
  test('tick at the same instants, and everything happens once', async () => {
    const [database, same] = await engine.openTwice()
    const team = await teamWithRituals({ database })
    const second = createApp({ database: same, features, clock: team.clock })
    second.connect(team.chat)
    for (const moment of [FRIDAY_16, MONDAY_9, MONDAY_10]) {
      team.clock.moveTo(moment)
      await Promise.all([tickAndDeliver(team.app), tickAndDeliver(second)])
      await Promise.all([tickAndDeliver(second), tickAndDeliver(team.app)])
    }
    expectOneWeek(team)
    expect(team.failures).toEqual([])
  })

  test('a restart in between neither repeats nor forgets', async () => {
    const team = await teamWithRituals({ database: await engine.open() })
    team.clock.moveTo(FRIDAY_16)
    await team.app.tick()
    await team.app.close()
    for (const moment of [FRIDAY_16, MONDAY_9, MONDAY_10]) {
      const app = team.openAnother()
      app.connect(team.chat)
      team.clock.moveTo(moment)
      await tickAndDeliver(app)
      await tickAndDeliver(app)
      await app.close()
    }
    expectOneWeek(team)
  })
})

describe('downtime', () => {
  test('of three hours: it is held late and says so', async () => {
    const team = await teamWithRituals()
    team.clock.moveTo(secondsAfter(FRIDAY_16, 3 * HOUR))
    await tickAndDeliver(team.app)
    await tickAndDeliver(team.app)
    const [root, other, ...more] = threads(team, '周复盘')
    expect(more).toEqual([])
    expect(root?.text).toContain('本该 3 小时前开始，那时我不在线，现在补上。')
    expect(other?.text).toContain('本该 3 小时前开始')
    await team.until(MONDAY_10)
    expect(inThread(team, root).at(-1)?.text).toContain('总结')
  })

  test('of three days: it is missed, the manager is told once, and can hold it after all', async () => {
    const team = await teamWithRituals()
    team.clock.moveTo(secondsAfter(FRIDAY_16, 3 * DAY))
    await tickAndDeliver(team.app)
    await tickAndDeliver(team.app)
    expect(threads(team, '周复盘')).toEqual([])
    const [told, ...more] = aboutRetro(team)
    expect(more).toEqual([])
    expect(told?.text).toContain('销售一部的周复盘没开成（11 月 20 日 16:00）。现在补开吗？')

    // The message tells of the daily reports of those days, too: this is the retro’s button.
    const button = buttonsOf((told ?? never()).view).find((one) => one.value?.endsWith('2026-W47')) ?? never()
    const message = say('…', button)
    const held = await team.presses('王经理', message, '现在补开')
    expect(held.text).toContain('销售一部的周复盘开始了。')
    const [root] = threads(team, '周复盘')
    expect(root?.text).toContain('第 47 周')
    expect(root?.text).toContain('周二 10:00 前都可以')
    const again = await team.presses('王经理', message, 'ritual.hold')
    expect(again.text).toContain('已经开过了')
    await team.until('2026-11-24T02:00:00.000Z')
    expect(inThread(team, root).at(-1)?.text).toContain('总结 · 销售一部 · 第 47 周')
    expect(threads(team, '周复盘')).toHaveLength(1)
  })

  test('of what was not missed, nothing is held', async () => {
    const team = await teamWithRituals()
    team.clock.moveTo(secondsAfter(FRIDAY_16, 3 * DAY))
    await tickAndDeliver(team.app)
    const [told] = team.posts({ to: '王经理' })
    const [button] = told ? buttonsOf(told.view) : []
    for (const week of ['2026-W48', '2027-W99', 'next week', '']) {
      const value = button?.value?.replace('2026-W47', week) ?? ''
      const forged = say('…', { label: '…', action: 'ritual.hold', value })
      await team.presses('王经理', forged, 'ritual.hold')
    }
    expect(threads(team, '周复盘')).toEqual([])
    expect(team.failures).toEqual([])
  })

  test('told once also where two clocks differ by a second', async () => {
    const team = await teamWithRituals()
    const moment = secondsAfter(FRIDAY_16, 3 * DAY)
    const behind = createApp({ database: team.database, features, clock: { now: () => moment } })
    team.clock.moveTo(secondsAfter(moment, 1))
    await team.app.tick()
    await behind.tick()
    await team.app.deliverDue()
    expect(aboutRetro(team)).toHaveLength(1)
  })

  test('over the nudge and the close: nobody is nudged any more, and it closes late', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    team.clock.moveTo(secondsAfter(MONDAY_10, 2 * HOUR))
    await tickAndDeliver(team.app)
    await tickAndDeliver(team.app)
    expect(team.posts({ to: '李雷' })).toHaveLength(1)
    const [root] = threads(team, '周复盘')
    expect(inThread(team, root)).toHaveLength(1)
    expect(inThread(team, root)[0]?.text).toContain('本该 2 小时前收的，那时我不在线。')
  })

  test('of a month: each missed week is told in one message', async () => {
    const team = await teamWithRituals()
    team.clock.moveTo('2026-12-14T04:00:00.000Z')
    await tickAndDeliver(team.app)
    const told = team.posts({ to: '王经理' }).filter((post) => post.text.includes('周复盘'))
    expect(told).toHaveLength(1)
    expect(told[0]?.text).toContain(
      '11 月 20 日 16:00、11 月 27 日 16:00、12 月 4 日 16:00、12 月 11 日 16:00',
    )
  })
})

describe('a clock that jumps', () => {
  test('backwards repeats nothing', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    for (const back of [-60, -HOUR, -2 * DAY, -60, 60, HOUR]) {
      team.clock.moveTo(secondsAfter(FRIDAY_16, back))
      await tickAndDeliver(team.app)
    }
    await team.until(MONDAY_10)
    expectOneWeek(team)
  })

  test('far ahead and back again: the misses noted there do not count', async () => {
    const team = await teamWithRituals()
    team.clock.moveTo('2027-01-20T00:00:00.000Z')
    await tickAndDeliver(team.app)
    team.clock.moveTo('2026-11-19T03:00:00.000Z')
    await tickAndDeliver(team.app)
    await team.until(FRIDAY_16)
    expect(threads(team, '周复盘')).toHaveLength(2)
  })
})

describe('a schedule that is changed on the day', () => {
  test('from 16:00 to 17:00 at 16:30 does not open it twice', async () => {
    const team = await teamWithRituals()
    await team.until(secondsAfter(FRIDAY_16, HOUR / 2))
    await change(team, 'weekly fri 17:00')
    await team.until(secondsAfter(FRIDAY_16, 2 * HOUR))
    expect(threads(team, '周复盘')).toHaveLength(2)
    await team.until(secondsAfter(FRIDAY_16, 7 * DAY))
    expect(threads(team, '周复盘')).toHaveLength(2)
    await team.until(secondsAfter(FRIDAY_16, 7 * DAY + HOUR))
    expect(threads(team, '周复盘')).toHaveLength(4)
  })

  test('from Friday to this morning, which is over: it is held late, not skipped', async () => {
    const team = await teamWithRituals()
    await team.until(secondsAfter(FRIDAY_16, -HOUR))
    await change(team, 'weekly fri 10:00')
    await team.until(secondsAfter(FRIDAY_16, HOUR))
    expect(threads(team, '周复盘')).toHaveLength(2)
    expect(threads(team, '周复盘')[0]?.text).toContain('本该 5 小时前开始')
  })

  test('while it is paused nothing happens, and afterwards nothing is made up for', async () => {
    const team = await teamWithRituals()
    await pause(team, true)
    await team.until(secondsAfter(FRIDAY_16, HOUR))
    await pause(team, false)
    await team.until(secondsAfter(FRIDAY_16, 6 * DAY))
    expect(threads(team, '周复盘')).toEqual([])
    await team.until(secondsAfter(FRIDAY_16, 7 * DAY))
    expect(threads(team, '周复盘')).toHaveLength(2)
  })
})

describe('killed in the middle', () => {
  test('at any post: nothing of it is left, and the next tick does all of it', async () => {
    const fault = faultAt(3)
    const team = await teamWithRituals({ features: fault.features })
    team.clock.moveTo(FRIDAY_16)
    await tickAndDeliver(team.app)
    expect(threads(team, '周复盘')).toHaveLength(1)
    await tickAndDeliver(team.app)
    await tickAndDeliver(team.app)
    await team.until(MONDAY_10)
    expectOneWeek(team)
    expect(fault.struck()).toBe(1)
  })
})

function expectOneWeek(team: Team): void {
  const titles = threads(team, '周复盘').map((root) => root.text.split('\n')[0])
  expect(titles.sort()).toEqual(['周复盘 · 市场部 · 第 47 周', '周复盘 · 销售一部 · 第 47 周'])
  for (const root of threads(team, '周复盘')) expect(inThread(team, root)).toHaveLength(1)
  for (const name of ['李雷', '韩梅梅', '张伟', '吴婷', '郑凯']) {
    const [prompt, nudge, ...more] = team.posts({ to: name })
    expect(prompt?.text).toContain('这次复盘已经收了')
    expect(nudge?.text).toContain('你的周复盘还空着')
    expect(more).toEqual([])
  }
}

async function change(team: Team, schedule: string): Promise<void> {
  await team.write('赵敏', async (scope) => {
    for (const ritual of await ritualsOf(scope, 'weekly-retro')) await reschedule(scope, ritual, schedule)
  })
}

async function pause(team: Team, paused: boolean): Promise<void> {
  await team.write('赵敏', async (scope) => {
    for (const ritual of await ritualsOf(scope, 'weekly-retro'))
      await (paused ? pauseOne : resume)(scope, ritual)
  })
}

function never(): never {
  throw new Error('Nobody was told.')
}

/** What the manager is told of retros; the daily reports that were missed are told beside it. */
const aboutRetro = (team: Team) => team.posts({ to: '王经理' }).filter(({ text }) => text.includes('周复盘'))
