import { describe, expect, test } from 'vitest'
import type { Delivered, Delivery } from '../../src/kernel/platform.ts'
import { say } from '../../src/view/view.ts'
import { startTeam, type Team } from '../support/team.ts'

const START = '2026-11-20T02:00:00.000Z'
const at = (seconds: number) => new Date(Date.parse(START) + seconds * 1000).toISOString()

const bareTeam = (at = START) => startTeam({ features: [], at })

const post = (team: Team, words: string, more: { key?: string; dueAt?: string; subject?: string } = {}) =>
  team.write('王经理', (scope) => scope.post({ to: { channel: 'sales' }, view: say(words), ...more }))

/** Lets the platform answer something else for its next deliveries, and keeps what it was asked to deliver. */
function scripted(team: Team, ...outcomes: ((delivery: Delivery) => Promise<Delivered>)[]): Delivery[] {
  const asked: Delivery[] = []
  const usual = team.chat.deliver.bind(team.chat)
  team.chat.deliver = async (delivery) => {
    asked.push(delivery)
    const outcome = outcomes.shift() ?? usual
    return outcome(delivery)
  }
  return asked
}

const words = (team: Team) => team.posts({ in: 'sales' }).map((one) => one.text)

describe('when a post goes out', () => {
  test('not before it is due, and then once', async () => {
    const team = await bareTeam()
    await post(team, 'later', { dueAt: at(60) })
    await team.until(at(59))
    expect(words(team)).toEqual([])
    await team.until(at(120))
    expect(words(team)).toEqual(['later'])
  })

  test('one key posts once', async () => {
    const team = await bareTeam()
    await post(team, 'first', { key: 'the same' })
    await post(team, 'second', { key: 'the same' })
    await team.app.deliverDue()
    expect(words(team)).toEqual(['first'])
  })

  test('a post that is rewritten while it stands in its lane goes out as it was rewritten', async () => {
    const team = await bareTeam()
    await post(team, 'first')
    const [second = ''] = await post(team, 'draft')
    const usual = team.chat.deliver.bind(team.chat)
    scripted(team, async (delivery) => {
      await team.write('王经理', (scope) => scope.revise(second, say('final')))
      return usual(delivery)
    })
    await team.app.deliverDue()
    expect(words(team)).toEqual(['first', 'final'])
  })

  test('a waiting post can be taken back, hurried or rewritten; a sent one is updated', async () => {
    const team = await bareTeam()
    const [gone, kept] = [
      await post(team, 'gone', { dueAt: at(60) }),
      await post(team, 'draft', { dueAt: at(60) }),
    ]
    await team.write('王经理', async (scope) => {
      expect(await scope.cancel(gone[0] ?? '')).toBe(true)
      await scope.revise(kept[0] ?? '', say('final'))
      await scope.hurry(kept[0] ?? '')
    })
    await team.app.deliverDue()
    expect(words(team)).toEqual(['final'])
    await team.write('王经理', async (scope) => {
      expect(await scope.cancel(kept[0] ?? '')).toBe(false)
      await scope.revise(kept[0] ?? '', say('corrected'))
    })
    await team.app.deliverDue()
    expect(words(team)).toEqual(['corrected'])
  })

  test('answers follow the post that they belong to', async () => {
    const team = await bareTeam()
    const [root] = await post(team, 'root')
    await team.write('王经理', (scope) => scope.post({ to: { thread: root ?? '' }, view: say('answer') }))
    await team.app.deliverDue()
    expect(team.posts({ in: 'sales' }).map((one) => [one.text, one.thread])).toEqual([
      ['root', undefined],
      ['answer', 'm1'],
    ])
  })
})

describe('when the platform does not take it', () => {
  test('told to wait, it waits, and nothing overtakes it', async () => {
    const team = await bareTeam()
    const asked = scripted(team, async () => ({ outcome: 'later', afterMs: 30_000, error: 'rate limited' }))
    await post(team, 'first')
    await post(team, 'second')
    await team.app.deliverDue()
    expect(asked.length).toBe(1)
    await team.until(at(29))
    expect(asked.length).toBe(1)
    await team.until(at(31))
    expect(words(team)).toEqual(['first', 'second'])
  })

  test('an unknown outcome is looked up before it is sent again', async () => {
    const team = await bareTeam()
    const looked: string[] = []
    const chat = Object.assign(team.chat, {
      find: async (delivery: Delivery) => {
        looked.push(delivery.id)
        return { channel: 'sales', message: 'm-found' }
      },
    })
    const asked = scripted(team, async () => ({ outcome: 'unknown', error: 'connection dropped' }))
    team.app.connect(chat)
    await post(team, 'perhaps')
    await team.until(at(60))
    expect(asked.length).toBe(1)
    expect(looked.length).toBe(1)
  })

  test('a refused post is given up, and what follows it goes on', async () => {
    const team = await bareTeam()
    scripted(team, async () => ({ outcome: 'refused', error: 'channel_not_found' }))
    await post(team, 'nowhere')
    await post(team, 'next')
    await team.app.deliverDue()
    expect(words(team)).toEqual(['next'])
  })

  test('what fails for a day is given up', async () => {
    const team = await bareTeam()
    const down = async (): Promise<Delivered> => ({ outcome: 'later', afterMs: 3_600_000, error: 'down' })
    const asked = scripted(team, ...Array.from({ length: 100 }, () => down))
    await post(team, 'never')
    await team.until(at(3 * 24 * 3600))
    expect(asked.length).toBeGreaterThan(20)
    expect(asked.length).toBeLessThan(30)
  })
})

describe('two processes', () => {
  test('post everything once between them', async () => {
    const team = await bareTeam()
    const other = team.openAnother()
    other.connect(team.chat)
    for (let number = 0; number < 20; number++) await post(team, `post ${number}`)
    await Promise.all([team.app.deliverDue(), other.deliverDue()])
    await Promise.all([team.app.deliverDue(), other.deliverDue()])
    expect(words(team)).toEqual(Array.from({ length: 20 }, (_, number) => `post ${number}`))
  })

  test('what a killed process was sending is looked up and sent by another', async () => {
    const team = await bareTeam()
    let killed = () => {}
    scripted(team, () => new Promise<Delivered>((_, reject) => (killed = () => reject(new Error('killed')))))
    await post(team, 'interrupted')
    const hanging = team.app.deliverDue()
    const other = team.openAnother()
    other.connect(team.chat)
    await other.deliverDue()
    expect(words(team)).toEqual([])
    team.clock.moveTo(at(31))
    await other.deliverDue()
    expect(words(team)).toEqual(['interrupted'])
    killed()
    await hanging
  })
})
