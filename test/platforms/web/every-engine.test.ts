import { describe, expect, test } from 'vitest'
import { addHome, addWorkspace } from '../../../src/kernel/directory-store.ts'
import type { Delivery } from '../../../src/kernel/platform.ts'
import { openPlaygroundClock } from '../../../src/platforms/web/playground/clock.ts'
import { say } from '../../../src/view/view.ts'
import { engines } from '../../support/databases.ts'
import { startPlayground } from './harness.ts'
import { drum } from './small-feature.ts'

describe.each(engines)('on $name', (engine) => {
  test('people talk, press, react and let time pass', async () => {
    const database = await engine.open()
    const { says, presses, reacts, clockTo, messages } = await startPlayground({ features: [drum], database })
    const { replies } = await says('李雷', '/drum later 咚', 'sales')
    expect(replies).toMatchObject([{ text: '好，一分钟后敲。', visibility: 'private' }])
    await clockTo('+2m')
    const [post, below] = await messages('韩梅梅', 'deals')
    expect(below).toMatchObject({ thread: post?.id })
    await reacts('韩梅梅', post?.id ?? '', '👍')
    await reacts('王经理', post?.id ?? '', '👍')
    expect((await presses('韩梅梅', post?.id ?? '', '喝彩')).replies).toHaveLength(1)
    expect(
      (await messages('李雷', 'deals')).map((one) => [one.answers, one.reactions[0]?.people.length]),
    ).toEqual([
      [1, 2],
      [0, undefined],
    ])
    expect((await messages('李雷')).map((one) => one.text)).toEqual(['敲过了：咚'])
  })

  test('a post is stored once, found again, and rewritten in place', async () => {
    const database = await engine.open()
    const { web, team, messages } = await startPlayground({ features: [drum], database })
    await messages('李雷', 'deals')
    const delivery: Delivery = {
      id: 'p1',
      home: 'town',
      to: { channel: 'deals' },
      view: say('第一版'),
      subject: 'beat:1',
      locale: 'zh-CN',
      mentions: new Map(),
    }
    expect(await web.platform?.find?.(delivery)).toBeUndefined()
    const first = await web.platform?.deliver(delivery)
    const again = await web.platform?.deliver(delivery)
    expect(again).toEqual(first)
    const sent = await web.platform?.find?.(delivery)
    expect(first).toEqual({ outcome: 'sent', ...sent })
    if (!sent) throw new Error('It was not found.')
    await web.platform?.deliver({ ...delivery, id: 'p2', to: { update: sent }, view: say('第二版') })
    expect((await messages('李雷', 'deals')).map((one) => [one.text, one.edited])).toEqual([['第二版', true]])
    expect(await web.platform?.deliver({ ...delivery, id: 'p3', to: { channel: 'nowhere' } })).toMatchObject({
      outcome: 'refused',
    })
    expect(team.failures).toEqual([])
  })

  test('the clock is not set back by a restart, nor by anybody', async () => {
    const database = await engine.open()
    const machine = { now: () => '2026-11-20T02:00:00.000Z' }
    const clock = await openPlaygroundClock(database, machine)
    expect(clock.now()).toBe('2026-11-20T02:00:00.000Z')
    await clock.moveTo('2026-11-27T08:00:00.000Z')
    await clock.moveTo('2026-11-21T00:00:00.000Z')
    expect(clock.now()).toBe('2026-11-27T08:00:00.000Z')
    const later = { now: () => '2026-11-20T03:00:00.000Z' }
    expect((await openPlaygroundClock(database, later)).now()).toBe('2026-11-27T09:00:00.000Z')
  })

  test('who is taken in later, such as by an import, can be entered at once', async () => {
    const database = await engine.open()
    const { get, says } = await startPlayground({ features: [drum], database })
    const now = '2026-11-20T02:00:00.000Z'
    await database.write(async (tables) => {
      await addWorkspace(tables, { id: 'local', name: 'local', locale: 'en', zone: 'UTC' }, now)
      const home = { platform: 'playground', id: 'local', workspace: 'local', name: 'local' }
      await addHome(tables, home, now)
    })
    expect((await get<{ people: unknown[] }>('people?workspace=local')).people).toEqual([])
    await database.write((tables) =>
      tables
        .insertInto('person')
        .values({ workspace: 'local', id: 'd1', name: 'Dustin Brinkmann', created_at: now, left_on: null })
        .execute(),
    )
    expect((await get<{ people: unknown[] }>('people?workspace=local')).people).toMatchObject([
      { name: 'Dustin Brinkmann', initials: 'DB', team: null, workspace: 'local' },
    ])
    expect(
      (await says('Dustin Brinkmann', '@drumbeat drum thanks @Dustin Brinkmann', 'sales')).replies[0]?.text,
    ).toContain('thanks <@d1>')
  })
})
