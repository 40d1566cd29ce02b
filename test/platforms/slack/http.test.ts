import { request } from 'node:http'
import { describe, expect, test } from 'vitest'
import { requestOf } from './line.ts'
import { HAN, LI_LEI, startSlackTeam } from './slack-team.ts'

const nowS = () => Math.floor(Date.now() / 1000)

describe('who may come in over HTTP', () => {
  test.each([
    ['forged', { secret: 'another-secret-altogether' }],
    ['stale', { timestamp: nowS() - 6 * 60 }],
    ['from the future', { timestamp: nowS() + 6 * 60 }],
    ['without a time', { headers: { 'x-slack-request-timestamp': 'soon' } }],
    ['without a signature', { headers: { 'x-slack-signature': '' } }],
  ])('a request that is %s is refused, and nothing is done', async (_, trick) => {
    const { http, people, app, slack } = await startSlackTeam()
    const command = requestOf('slash_commands', people.command(LI_LEI.id, '/probe count'))
    expect(await http.raw({ ...command, ...trick })).toEqual({ status: 401, body: '' })
    expect(await app.workspaces()).toEqual([])
    expect(slack.callsOf('users.info')).toEqual([])
  })

  test('a signed request that is sent again changes nothing and gets the same answer', async () => {
    const { http, people, counted } = await startSlackTeam()
    const signed = {
      ...requestOf('slash_commands', people.command(LI_LEI.id, '/probe count deals')),
      timestamp: nowS(),
    }
    const first = await http.raw(signed)
    const again = await Promise.all([http.raw(signed), http.raw(signed), http.raw(signed)])
    expect(first.body.text).toBe('1 deals')
    expect(again.map(({ body }) => body.text)).toEqual(['1 deals', '1 deals', '1 deals'])
    expect(await counted()).toBe(1)
  })

  test('other paths and methods are not served', async () => {
    const { http, platform } = await startSlackTeam()
    expect(platform.http?.path).toBe('/slack/events')
    expect((await http.raw({ body: '', method: 'GET' })).status).toBe(405)
  })
})

describe('malformed but correctly signed', () => {
  const FORM = 'application/x-www-form-urlencoded'
  test.each([
    ['null', { body: 'null' }, 400],
    ['a number', { body: '5' }, 400],
    ['an array', { body: '[]' }, 400],
    ['a word', { body: '"x"' }, 400],
    ['half of a JSON text', { body: '{"type":' }, 400],
    ['nothing', { body: '' }, 400],
    ['a payload null', { body: 'payload=null', type: FORM }, 400],
    ['a payload that is no JSON', { body: 'payload=%7B', type: FORM }, 400],
    ['no known shape', { body: '{}' }, 200],
    ['an event that is a number', { body: '{"type":"event_callback","event_id":"E","event":5}' }, 200],
    ['an event null', { body: '{"type":"event_callback","event_id":"E","event":null}' }, 200],
    ['a form of nothing', { body: 'x=1', type: FORM }, 200],
    ['a command without a person', { body: 'command=%2Fprobe&text=', type: FORM }, 200],
    [
      'actions that are none',
      { body: `payload=${encodeURIComponent('{"type":"block_actions","actions":[]}')}`, type: FORM },
      200,
    ],
    [
      'a submission without a view',
      { body: `payload=${encodeURIComponent('{"type":"view_submission","user":{"id":"U"}}')}`, type: FORM },
      200,
    ],
  ])('%s is answered, and the bot lives on', async (_, malformed, status) => {
    const { http, people, failures } = await startSlackTeam()
    expect((await http.raw(malformed)).status).toBe(status)
    expect((await people.types(LI_LEI.id, '/probe')).body.text).toBe('I am 李雷.')
    expect(failures).toEqual([])
  })

  test('an event with strange insides is not acknowledged, and the bot lives on', async () => {
    const { people } = await startSlackTeam()
    const odd = await people.event({ type: 'reaction_added', user: LI_LEI.id, reaction: 'crown' })
    expect(odd.status).toBe(500)
    expect((await people.types(LI_LEI.id, '/probe')).status).toBe(200)
  })

  test('a body above a megabyte is refused', async () => {
    const { http } = await startSlackTeam()
    const huge = await http.raw({ body: JSON.stringify({ text: 'x'.repeat(1024 * 1024) }) })
    expect(huge.status).toBe(413)
    expect((await http.raw({ body: '{}' })).status).toBe(200)
  })

  test('a connection that breaks off in the middle of a request harms nobody', async () => {
    const { people, platform, port } = await startSlackTeam()
    expect(platform.http).toBeDefined()
    await new Promise<void>((resolve) => {
      const broken = request({
        port,
        path: '/slack/events',
        method: 'POST',
        headers: { 'content-length': '100' },
      })
      broken.on('error', () => resolve())
      broken.write('{"half":', () => broken.destroy(new Error('gone')))
    })
    expect((await people.types(LI_LEI.id, '/probe')).status).toBe(200)
  })
})

test('Slack’s own questions are answered', async () => {
  const { http } = await startSlackTeam()
  const challenge = { type: 'url_verification', token: 'legacy', challenge: 'say this' }
  expect((await http.raw({ body: JSON.stringify(challenge) })).body).toEqual({ challenge: 'say this' })
  const check = { body: 'ssl_check=1&payload=null', type: 'application/x-www-form-urlencoded' }
  expect((await http.raw({ ...check, secret: 'unsigned' })).status).toBe(200)
})

test('SQL and rare characters in a text are just text', async () => {
  const { people, counted } = await startSlackTeam()
  const text = `'; DROP TABLE person; -- 𠮷 👩‍👩‍👧‍👦 ${'长'.repeat(1000)}`
  const answer = await people.types(HAN.id, `/probe count ${text}`)
  expect(answer.status).toBe(200)
  expect(JSON.stringify(answer.body.blocks)).toContain('DROP TABLE person')
  expect(await counted()).toBe(1)
})

test('10,000 characters are more than anybody reads: a sentence says so, and nothing happens', async () => {
  const { people, counted } = await startSlackTeam()
  const answer = await people.types(HAN.id, `/probe count ${'长'.repeat(10_000)}`)
  expect(answer.status).toBe(200)
  expect(answer.body.text.length).toBeLessThan(200)
  expect(await counted()).toBe(0)
})
