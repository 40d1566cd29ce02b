import { describe, expect, test } from 'vitest'
import type { Delivered, Delivery } from '../../src/kernel/platform.ts'
import type { NewPost } from '../../src/kernel/scope.ts'
import { say, type View } from '../../src/view/view.ts'
import { startTeam, type Team } from '../support/team.ts'

/** The same as a wall time in Shanghai; 2026-11-20 is a Friday. */
const at = (day: string, time: string) => new Date(Date.parse(`${day}T${time}:00.000+08:00`)).toISOString()
const FRIDAY = '2026-11-20'
const SATURDAY = '2026-11-21'
const MONDAY = '2026-11-23'

const startAt = (day: string, time: string) => startTeam({ at: at(day, time) })

async function tell(team: Team, words: string | View, more: Partial<NewPost> = {}, name = '李雷') {
  const view = typeof words === 'string' ? say(words) : words
  const [id = ''] = await team.write('王经理', (scope) =>
    scope.post({ to: { person: team.id(name) }, view, ...more }),
  )
  await team.app.deliverDue()
  return id
}

/** What somebody got privately: when, by the clock in Shanghai, and the words. */
const got = (team: Team, name = '李雷') =>
  team.posts({ to: name }).map(({ at: sent, text }) => {
    const wall = new Date(Date.parse(sent) + 8 * 3600_000).toISOString()
    return `${wall.slice(5, 16).replace('T', ' ')} ${text.replace(/\s*\n[\s─—-]*\n?/gu, ' | ')}`
  })

describe('hours', () => {
  test('what is said in the evening is read in the morning, on a workday', async () => {
    const team = await startAt(FRIDAY, '18:59')
    await tell(team, 'still today')
    team.clock.moveTo(at(FRIDAY, '19:00'))
    await tell(team, 'too late', {}, '韩梅梅')
    await team.until(at(MONDAY, '08:59'))
    expect(got(team, '韩梅梅')).toEqual([])
    await team.until(at(MONDAY, '09:30'))
    expect(got(team)).toEqual(['11-20 18:59 still today'])
    expect(got(team, '韩梅梅')).toEqual(['11-23 09:00 too late'])
  })

  test('what somebody has caused, or waits for, comes at once at any hour', async () => {
    const team = await startAt(SATURDAY, '23:00')
    await team.write('李雷', (scope) => scope.post({ to: { person: scope.person.id }, view: say('own') }))
    await tell(team, 'waited for', { atOnce: true })
    await tell(team, 'news')
    expect(got(team)).toEqual(['11-21 23:00 own', '11-21 23:00 waited for'])
  })

  test('not on leave; leave that is cancelled opens the door again', async () => {
    const team = await startAt(FRIDAY, '10:00')
    await team.says('李雷', '/timeoff 11-20 11-25')
    await tell(team, 'welcome back')
    await team.until(at('2026-11-24', '12:00'))
    expect(got(team)).toEqual([])
    const shown = await team.says('李雷', '/timeoff')
    await team.presses('李雷', shown, 'timeoff.cancel')
    await team.until(at('2026-11-24', '12:01'))
    expect(got(team)).toEqual(['11-24 12:00 welcome back'])
  })

  test('a make-up Saturday is a day like any other, and a holiday is not', async () => {
    const team = await startAt('2026-09-30', '20:00')
    await team.write('赵敏', async (scope) => {
      const { changeWorkspace } = await import('../../src/people/store.ts')
      await changeWorkspace(scope, { workdays: 'china' })
    })
    await tell(team, 'after the holidays')
    await team.until(at('2026-10-09', '12:00'))
    expect(got(team)).toEqual(['10-08 09:00 after the holidays'])
    team.clock.moveTo(at('2026-10-10', '10:00'))
    await tell(team, 'on Saturday')
    expect(got(team).at(-1)).toBe('10-10 10:00 on Saturday')
  })
})

describe('one message an hour', () => {
  test('the first comes now, what follows within the hour comes together', async () => {
    const team = await startAt(FRIDAY, '10:00')
    await tell(team, 'one')
    team.clock.moveTo(at(FRIDAY, '10:10'))
    await tell(team, 'two')
    team.clock.moveTo(at(FRIDAY, '10:50'))
    await tell(team, 'three')
    await team.until(at(FRIDAY, '10:59'))
    expect(got(team)).toEqual(['11-20 10:00 one'])
    await team.until(at(FRIDAY, '12:00'))
    expect(got(team)).toEqual(['11-20 10:00 one', '11-20 11:00 two | three'])
    expect(team.posts({ to: '李雷' })[1]?.view.summary).toBe('2 条消息：two · three')
  })

  test('what would come after hours waits for the morning, with everything else', async () => {
    const team = await startAt(FRIDAY, '18:30')
    await tell(team, 'one')
    await tell(team, 'two')
    await team.until(at(SATURDAY, '12:00'))
    await tell(team, 'three')
    await team.until(at(MONDAY, '12:00'))
    expect(got(team)).toEqual(['11-20 18:30 one', '11-23 09:00 two | three'])
  })

  test('a part that is taken back or rewritten while it waits', async () => {
    const team = await startAt(SATURDAY, '10:00')
    const [gone, changed] = [await tell(team, 'gone'), await tell(team, 'draft')]
    await tell(team, 'last')
    await team.write('王经理', async (scope) => {
      expect(await scope.cancel(gone)).toBe(true)
      await scope.revise(changed, say('final'))
    })
    await team.until(at(MONDAY, '12:00'))
    expect(got(team)).toEqual(['11-23 09:00 final | last'])
  })

  test('hurried, it comes at once, and alone', async () => {
    const team = await startAt(SATURDAY, '10:00')
    const [hurried] = [await tell(team, 'hurried'), await tell(team, 'patient')]
    await team.write('王经理', (scope) => scope.hurry(hurried))
    await team.app.deliverDue()
    expect(got(team)).toEqual(['11-21 10:00 hurried'])
  })

  test('what makes no sense any more is not told', async () => {
    const team = await startAt(SATURDAY, '10:00')
    await tell(team, 'until Sunday', { until: at('2026-11-22', '10:00') })
    await tell(team, 'until Monday', { until: at(MONDAY, '09:01') })
    await team.until(at(MONDAY, '12:00'))
    expect(got(team)).toEqual(['11-23 09:00 until Monday'])
  })

  test('what does not fit into one message comes with the next one, an hour later', async () => {
    const team = await startAt(SATURDAY, '10:00')
    Object.assign(team.chat, { fits: (view: View) => view.blocks.length <= 5 })
    for (let number = 1; number <= 7; number++) await tell(team, `${number}`)
    await team.until(at(MONDAY, '18:00'))
    expect(got(team)).toEqual(['11-23 09:00 1 | 2 | 3', '11-23 10:00 4 | 5 | 6', '11-23 11:00 7'])
  })
})

describe('a part of a sent message', () => {
  const twoCards = async () => {
    const team = await startAt(SATURDAY, '10:00')
    await tell(team, 'plain')
    const card = await tell(team, say('asks', { label: 'yes', action: 'say', value: '/drumbeat help' }))
    await team.until(at(MONDAY, '09:30'))
    return { team, card }
  }

  test('is rewritten there, and the others stay', async () => {
    const { team, card } = await twoCards()
    await team.write('王经理', (scope) => scope.revise(card, say('answered')))
    await team.app.deliverDue()
    expect(got(team)).toEqual(['11-23 09:00 plain | answered'])
    const [first] = await team.app.reading('acme').then((scope) => postsOf(scope))
    await team.write('王经理', (scope) => scope.revise(first ?? '', say('plainer')))
    await team.app.deliverDue()
    expect(got(team)).toEqual(['11-23 09:00 plainer | answered'])
  })

  async function postsOf(scope: Parameters<typeof import('../../src/kernel/scope.ts').rowsOf>[0]) {
    const { rowsOf } = await import('../../src/kernel/scope.ts')
    const rows = await rowsOf(scope).selectFrom('post').select('id').orderBy('id').execute()
    return rows.map((row) => row.id)
  }
})

describe('when the platform fails', () => {
  /** Lets the platform answer something else for its next deliveries, and keeps what it was asked to deliver. */
  function scripted(team: Team, ...outcomes: ((delivery: Delivery) => Promise<Delivered>)[]): Delivery[] {
    const asked: Delivery[] = []
    const usual = team.chat.deliver.bind(team.chat)
    team.chat.deliver = async (delivery) => {
      asked.push(delivery)
      return (outcomes.shift() ?? usual)(delivery)
    }
    return asked
  }

  const waitingTwo = async () => {
    const team = await startAt(SATURDAY, '10:00')
    const ids = [await tell(team, 'one'), await tell(team, 'two')]
    return { team, ids }
  }

  test('told to wait, a message is put together anew', async () => {
    const { team } = await waitingTwo()
    scripted(team, async () => ({ outcome: 'later', afterMs: 60_000, error: 'rate limited' }))
    await team.until(at(MONDAY, '09:00'))
    await tell(team, 'three')
    await team.until(at(MONDAY, '12:00'))
    expect(got(team)).toEqual(['11-23 09:01 one | two | three'])
  })

  test('of unknown outcome, it is looked up as it was, and later posts are no part of it', async () => {
    const { team, ids } = await waitingTwo()
    const looked: View[] = []
    const chat = Object.assign(team.chat, {
      find: async (delivery: Delivery) => {
        looked.push(delivery.view)
        return { channel: '李雷', message: 'm-found' }
      },
    })
    const asked = scripted(team, async () => ({ outcome: 'unknown', error: 'connection dropped' }))
    team.app.connect(chat)
    await team.until(at(MONDAY, '09:00'))
    await tell(team, 'three')
    await team.write('王经理', async (scope) => {
      expect(await scope.cancel(ids[1] ?? '')).toBe(false)
      await scope.revise(ids[1] ?? '', say('two, corrected'))
    })
    await team.until(at(MONDAY, '12:00'))
    expect(looked.map((view) => view.summary)).toEqual(['2 条消息：one · two'])
    expect(asked.map(({ view, to }) => [Object.keys(to)[0], view.summary])).toEqual([
      ['user', '2 条消息：one · two'],
      ['update', '2 条消息：one · two, corrected'],
      ['user', 'three'],
    ])
  })

  test('a killed process leaves it to another, which sends it once, with the same parts', async () => {
    const { team } = await waitingTwo()
    let killed = () => {}
    const asked = scripted(
      team,
      () => new Promise<Delivered>((_, reject) => (killed = () => reject(new Error('killed')))),
    )
    team.clock.moveTo(at(MONDAY, '09:00'))
    const hanging = team.app.deliverDue()
    const other = team.openAnother()
    other.connect(team.chat)
    await other.deliverDue()
    expect(got(team)).toEqual([])
    await team.write('王经理', (scope) => scope.post({ to: { person: team.id('李雷') }, view: say('three') }))
    team.clock.moveTo(at(MONDAY, '09:01'))
    await other.deliverDue()
    expect(got(team)).toEqual(['11-23 09:01 one | two'])
    expect(new Set(asked.map((delivery) => delivery.id)).size).toBe(1)
    killed()
    await hanging
    await other.deliverDue()
    expect(got(team)).toEqual(['11-23 09:01 one | two'])
  })

  test('what was perhaps sent at the end of the hours is looked up, and sent in the next ones', async () => {
    const team = await startAt(FRIDAY, '18:59')
    const chat = Object.assign(team.chat, { find: async () => undefined })
    scripted(team, async () => ({ outcome: 'unknown', error: 'connection dropped' }))
    team.app.connect(chat)
    team.clock.moveTo('2026-11-20T10:59:59.000Z')
    await tell(team, 'perhaps')
    await team.until(at(MONDAY, '12:00'))
    expect(got(team)).toEqual(['11-23 09:00 perhaps'])
  })

  test('a refused message is sent part by part, and only what is refused by itself is given up', async () => {
    const { team } = await waitingTwo()
    scripted(
      team,
      async () => ({ outcome: 'refused', error: 'invalid_blocks' }),
      async () => ({ outcome: 'refused', error: 'invalid_blocks' }),
    )
    await team.until(at(MONDAY, '12:00'))
    expect(got(team)).toEqual(['11-23 10:00 two'])
  })
})

describe('two processes', () => {
  test('send everything once between them, in one message', async () => {
    const team = await startAt(SATURDAY, '10:00')
    const other = team.openAnother()
    other.connect(team.chat)
    for (let number = 0; number < 20; number++) await tell(team, `${number}`)
    team.clock.moveTo(at(MONDAY, '09:00'))
    await Promise.all([team.app.deliverDue(), other.deliverDue()])
    await Promise.all([team.app.deliverDue(), other.deliverDue()])
    expect(got(team)).toEqual([`11-23 09:00 ${Array.from({ length: 20 }, (_, n) => n).join(' | ')}`])
  })
})
