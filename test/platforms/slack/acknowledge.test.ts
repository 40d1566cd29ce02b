import { describe, expect, test } from 'vitest'
import { eventually, LI_LEI, startSlackTeam, TRANSPORTS, WANG } from './slack-team.ts'

const MESSAGE = { channel: 'C0SALES', ts: '1795420800.000100', author: LI_LEI.id }

describe.each(TRANSPORTS)('events over %s', (transport) => {
  test('are acknowledged after the commit, not before', async () => {
    const held = Promise.withResolvers<void>()
    const arrived = Promise.withResolvers<void>()
    const { people, counted } = await startSlackTeam({
      transport,
      around: async (event, receive) => {
        if (event.kind === 'reaction') {
          arrived.resolve()
          await held.promise
        }
        return receive()
      },
    })
    let acknowledged = false
    const reaction = people.reacts(WANG.id, 'crown', MESSAGE).then(() => {
      acknowledged = true
    })
    await arrived.promise
    await people.types(LI_LEI.id, '/probe')
    expect(acknowledged).toBe(false)
    held.resolve()
    await reaction
    expect(await counted()).toBe(1)
  })

  test('that fail are not acknowledged, and count once when Slack sends them again', async () => {
    let failing = true
    const { people, counted, logged } = await startSlackTeam({
      transport,
      around: async (event, receive) => {
        if (event.kind === 'reaction' && failing) throw new Error('the disk is gone')
        return receive()
      },
    })
    let acknowledged = false
    const first = people.reacts(WANG.id, 'crown', MESSAGE, { again: 'Ev-crown' }).then(({ status }) => {
      acknowledged = status === 200
    })
    await eventually(() => logged.join('')).toContain('the disk is gone')
    if (transport === 'HTTP') await first
    await people.types(LI_LEI.id, '/probe')
    expect(acknowledged).toBe(false)
    failing = false
    await people.reacts(WANG.id, 'crown', MESSAGE, { again: 'Ev-crown' })
    expect(await counted()).toBe(1)
  })

  test('that come three times at once count once, and are answered once', async () => {
    const { people, counted, slack } = await startSlackTeam({ transport })
    const at = '1795420900.000100'
    const once = () => people.reacts(WANG.id, 'crown', MESSAGE, { again: 'Ev-crown', at })
    await Promise.all([once(), once(), once()])
    expect(await counted()).toBe(1)
    expect(slack.seenBy(WANG.id)).toHaveLength(1)
  })

  test('that come out of order leave the state of the later one', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    const earlier = '1795420900.000100'
    const later = '1795420905.000100'
    await people.reacts(WANG.id, 'crown', MESSAGE, { removed: true, at: later })
    await people.reacts(WANG.id, 'crown', MESSAGE, { at: earlier })
    expect(slack.seenBy(WANG.id)).toEqual([])
    await people.reacts(WANG.id, 'star2', MESSAGE, { at: earlier })
    await people.reacts(WANG.id, 'star2', MESSAGE, { removed: true, at: later })
    expect(slack.seenBy(WANG.id).map(({ text }) => text.split(' ').slice(1, 3))).toEqual([
      ['🌟', 'added'],
      ['🌟', 'removed'],
    ])
  })

  test('whose private answer Slack does not take now come again, and are answered then', async () => {
    const { people, slack, counted, logged } = await startSlackTeam({ transport })
    await people.types(WANG.id, '/probe')
    slack.fail('chat.postEphemeral', { status: 429, retryAfter: 1 })
    const first = people.reacts(WANG.id, 'crown', MESSAGE, { again: 'Ev-crown', at: '1795420900.000100' })
    await eventually(() => logged.join('')).toContain('A rate-limit has been reached')
    if (transport === 'HTTP') expect((await first).status).toBe(500)
    await people.types(LI_LEI.id, '/probe')
    expect(slack.seenBy(WANG.id)).toEqual([])
    await people.reacts(WANG.id, 'crown', MESSAGE, { again: 'Ev-crown', at: '1795420900.000100' })
    expect(slack.seenBy(WANG.id)).toHaveLength(1)
    expect(await counted()).toBe(1)
  })

  test('stopping waits for what is under way, and takes nothing more in', async () => {
    const held = Promise.withResolvers<void>()
    const arrived = Promise.withResolvers<void>()
    const team = await startSlackTeam({
      transport,
      around: async (_, receive) => {
        arrived.resolve()
        await held.promise
        return receive()
      },
    })
    const command = team.people.types(LI_LEI.id, '/probe count')
    await arrived.promise
    const stopped = team.stop()
    held.resolve()
    expect((await command).body.text).toBe('1 ')
    await stopped
    expect(team.slack.isConnected()).toBe(false)
    if (transport === 'HTTP') await expect(team.people.types(LI_LEI.id, '/probe')).rejects.toThrow()
  })
})

describe('over Socket Mode', () => {
  test('an event whose acknowledgement was lost with the connection comes again and counts once', async () => {
    const held = Promise.withResolvers<void>()
    const arrived = Promise.withResolvers<void>()
    const { slack, people, counted } = await startSlackTeam({
      transport: 'Socket Mode',
      around: async (event, receive) => {
        const outcome = await receive()
        if (event.kind === 'reaction') {
          arrived.resolve()
          await held.promise
        }
        return outcome
      },
    })
    void people.reacts(WANG.id, 'crown', MESSAGE, { again: 'Ev-crown' })
    await arrived.promise
    const again = slack.connected()
    slack.cutOff()
    await again
    held.resolve()
    await people.reacts(WANG.id, 'crown', MESSAGE, { again: 'Ev-crown' })
    expect(await counted()).toBe(1)
  })

  test('when Slack recycles the connection, the bot connects anew and goes on', async () => {
    const { slack, people } = await startSlackTeam({ transport: 'Socket Mode' })
    const again = slack.connected()
    slack.recycle()
    await again
    expect((await people.types(LI_LEI.id, '/probe')).body.text).toBe('I am 李雷.')
    expect(slack.connections()).toBe(2)
  })

  test('while connecting anew goes wrong it is tried again', async () => {
    const { slack, people } = await startSlackTeam({ transport: 'Socket Mode' })
    const again = slack.connected()
    slack.fail('apps.connections.open', { status: 503 }, { error: 'internal_error' })
    slack.cutOff()
    await again
    expect((await people.types(LI_LEI.id, '/probe')).body.text).toBe('I am 李雷.')
  })

  test.each([
    'null',
    '5',
    '{"type":"events_api","envelope_id":"x","payload":null}',
    '{"type":"events_api","envelope_id":"x"}',
    '{"type":"slash_commands","envelope_id":"x","payload":null}',
    '{"type":"interactive","envelope_id":"x","payload":{"type":"block_actions"}}',
    'no JSON',
  ])('the malformed frame %s is dropped, and the bot lives on', async (frame) => {
    const { slack, people } = await startSlackTeam({ transport: 'Socket Mode' })
    slack.frame(frame)
    expect((await people.types(LI_LEI.id, '/probe')).body.text).toBe('I am 李雷.')
  })

  test.each(['auth.test', 'apps.connections.open'])(
    'a token that Slack refuses (%s) stops the start',
    async (method) => {
      const team = await startSlackTeam({ transport: 'Socket Mode' })
      team.slack.fail(method, { error: 'invalid_auth' })
      await expect(team.open().start()).rejects.toThrow(/invalid_auth/)
    },
  )
})
