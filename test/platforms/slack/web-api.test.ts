import nock from 'nock'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../src/kernel/app.ts'
import { newId } from '../../../src/kernel/id.ts'
import type { Delivery } from '../../../src/kernel/platform.ts'
import { createSlack } from '../../../src/platforms/slack/index.ts'
import { say } from '../../../src/view/view.ts'
import { sqliteDatabase } from '../../support/databases.ts'
import { SIGNING_SECRET } from './line.ts'

/** The calls as they go to slack.com, and its answers as its reference describes them. */
const slack = () => nock('https://slack.com', { reqheaders: { authorization: 'Bearer xoxb-real' } })

beforeAll(() => nock.disableNetConnect())
afterEach(() => {
  expect(nock.pendingMocks()).toEqual([])
  nock.cleanAll()
})
afterAll(() => nock.restore())

const NOW = '2026-11-20T02:00:00.000Z'

async function created() {
  const app = createApp({ database: await sqliteDatabase(), features: [], clock: { now: () => NOW } })
  const config = { botToken: 'xoxb-real', signingSecret: SIGNING_SECRET, firstRetries: 1 }
  return createSlack({ config, app, log: pino({ level: 'silent' }) })
}

/** Started: it knows by `auth.test` who and where it is. */
async function platform() {
  const slackPlatform = await created()
  const answer = { ok: true, url: 'https://acme.slack.com/', team: 'Acme', team_id: 'T1', user: 'drumbeat' }
  slack()
    .post('/api/auth.test')
    .reply(200, { ...answer, user_id: 'U1', bot_id: 'B1', is_enterprise_install: false })
  await slackPlatform.start()
  return slackPlatform
}

const post: Delivery = {
  id: newId(NOW),
  home: 'T1',
  to: { channel: 'C1' },
  view: say('card'),
  subject: 'deal:d1',
  locale: 'en',
  mentions: new Map(),
}

describe('the Web API', () => {
  test('chat.postMessage: arguments in the body, the token in the header only', async () => {
    let body: Record<string, string> = {}
    slack()
      .post('/api/chat.postMessage', (sent) => {
        body = sent
        return true
      })
      .reply(200, { ok: true, channel: 'C1', ts: '1503435956.000247', message: { text: 'card' } })
    const { deliver } = await platform()
    expect(await deliver(post)).toEqual({ outcome: 'sent', channel: 'C1', message: '1503435956.000247' })
    expect(body).toMatchObject({ channel: 'C1', text: 'card', unfurl_links: 'false' })
    expect(body).not.toHaveProperty('token')
    expect(JSON.parse(body.blocks ?? '')).toHaveLength(1)
    expect(JSON.parse(body.metadata ?? '')).toEqual({
      event_type: 'drumbeat_post',
      event_payload: { post: post.id, page: 0, subject: 'deal:d1' },
    })
  })

  test('not_in_channel, conversations.join, chat.postMessage', async () => {
    slack().post('/api/chat.postMessage').reply(200, { ok: false, error: 'not_in_channel' })
    slack()
      .post('/api/conversations.join', { channel: 'C1' })
      .reply(200, { ok: true, channel: { id: 'C1', is_member: true }, warning: 'already_in_channel' })
    slack().post('/api/chat.postMessage').reply(200, { ok: true, channel: 'C1', ts: '1.2' })
    const { deliver } = await platform()
    expect(await deliver(post)).toEqual({ outcome: 'sent', channel: 'C1', message: '1.2' })
  })

  test('429 with Retry-After, and no second attempt', async () => {
    slack()
      .post('/api/chat.postMessage')
      .reply(429, { ok: false, error: 'ratelimited' }, { 'Retry-After': '30' })
    const { deliver } = await platform()
    expect(await deliver(post)).toEqual({ outcome: 'later', afterMs: 30_000, error: 'ratelimited' })
  })

  test('missing_scope names the permission', async () => {
    slack()
      .post('/api/chat.postMessage')
      .reply(200, { ok: false, error: 'missing_scope', needed: 'chat:write', provided: 'commands' })
    const { deliver } = await platform()
    expect(await deliver(post)).toMatchObject({
      outcome: 'refused',
      error: expect.stringContaining('chat:write'),
    })
  })

  test('a connection that is reset after the request leaves the outcome open', async () => {
    slack()
      .post('/api/chat.postMessage')
      .replyWithError(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))
    const { deliver } = await platform()
    expect(await deliver(post)).toMatchObject({ outcome: 'unknown' })
  })

  test('conversations.history with metadata, page by page, no further back than the post can be', async () => {
    const oldest = String(Date.parse(NOW) / 1000 - 600)
    const asked = { channel: 'C1', oldest, limit: '200', include_all_metadata: 'true' }
    const foreign = { type: 'message', ts: '9.9', bot_id: 'B9', text: 'something else' }
    const metadata = { event_type: 'drumbeat_post', event_payload: { post: post.id, page: 0 } }
    slack()
      .post('/api/conversations.history', asked)
      .reply(200, {
        ok: true,
        messages: [foreign],
        has_more: true,
        response_metadata: { next_cursor: 'bmV4dA==' },
      })
    slack()
      .post('/api/conversations.history', { ...asked, cursor: 'bmV4dA==' })
      .reply(200, {
        ok: true,
        messages: [{ type: 'message', ts: '8.8', bot_id: 'B1', text: 'card', metadata }],
      })
    const { find } = await platform()
    expect(await find?.(post)).toEqual({ channel: 'C1', message: '8.8' })
  })

  test('a revoked token stops the start with a sentence', async () => {
    slack().post('/api/auth.test').reply(200, { ok: false, error: 'token_revoked' })
    const { start } = await created()
    await expect(start()).rejects.toThrow('Slack does not accept SLACK_BOT_TOKEN: token_revoked')
  })

  test('so does a Slack that cannot be reached, after some tries', async () => {
    const at = 'Slack cannot be reached at https://slack.com/api/'
    slack()
      .post('/api/auth.test')
      .twice()
      .replyWithError(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    await expect((await created()).start()).rejects.toThrow(`${at}: ENOTFOUND`)
    slack().post('/api/auth.test').twice().reply(503)
    await expect((await created()).start()).rejects.toThrow(`${at}: HTTP 503`)
    slack().post('/api/auth.test').reply(200, '<html>Please log in to the hotel</html>')
    await expect((await created()).start()).rejects.toThrow(`${at}: what answers there is not Slack`)
  })
})
