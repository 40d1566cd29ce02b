import { describe, expect, test } from 'vitest'
import { newId } from '../../../src/kernel/id.ts'
import type { Delivery } from '../../../src/kernel/platform.ts'
import { bold, person, say, spans, text, type View } from '../../../src/view/view.ts'
import { dm } from './fake-slack.ts'
import { wordsOf } from './slack-people.ts'
import { eventually, LI_LEI, startSlackTeam } from './slack-team.ts'

const NOW = '2026-11-20T02:00:00.000Z'

const delivery = (to: Delivery['to'], more: Partial<Delivery> = {}): Delivery => ({
  id: newId(NOW),
  home: 'T0ACME',
  to,
  view: say(spans('签单 ', bold('12 万'))),
  locale: 'zh-CN',
  mentions: new Map(),
  ...more,
})

const pages: View = { summary: 'long', blocks: Array.from({ length: 120 }, (_, at) => text(`block ${at}`)) }

describe('a post', () => {
  test('goes to a channel with blocks, a text that stands for them, and what it is about', async () => {
    const { platform, slack } = await startSlackTeam()
    const post = delivery({ channel: 'C0DEALS' }, { subject: 'deal:d1' })
    const sent = await platform.deliver(post)
    const [message] = slack.seenIn('C0DEALS')
    expect(sent).toEqual({ outcome: 'sent', channel: 'C0DEALS', message: message?.ts })
    expect(message).toMatchObject({
      text: '签单 12 万',
      metadata: {
        event_type: 'drumbeat_post',
        event_payload: { post: post.id, page: 0, subject: 'deal:d1' },
      },
    })
    expect(wordsOf(message)).toContain('12 万')
  })

  test('goes to a person, into a thread, or over an earlier message', async () => {
    const { platform, slack } = await startSlackTeam()
    const root = await platform.deliver(delivery({ user: LI_LEI.id }))
    if (root.outcome !== 'sent') throw new Error(root.error)
    expect(root.channel).toBe(dm(LI_LEI.id))
    await platform.deliver(delivery({ thread: root }, { view: say('answer') }))
    const updated = await platform.deliver(delivery({ update: root }, { view: say('corrected') }))
    expect(updated).toEqual({ outcome: 'sent', channel: root.channel, message: root.message })
    expect(slack.seenBy(LI_LEI.id).map((one) => [one.text, one.thread_ts])).toEqual([
      ['corrected', undefined],
      ['answer', root.message],
    ])
  })

  test('rings whom it mentions, and nobody by what people wrote', async () => {
    const { platform, slack } = await startSlackTeam()
    const view = say(spans(person({ id: 'p1', name: '李雷' }), ' 签下 <!channel> *x* <b> <@U0HAN>'))
    await platform.deliver(delivery({ channel: 'C0DEALS' }, { view, mentions: new Map([['p1', LI_LEI.id]]) }))
    const [message] = slack.seenIn('C0DEALS')
    expect(message?.text).toBe('@李雷 签下 &lt;!channel&gt; *x* &lt;b&gt; &lt;@U0HAN&gt;')
    expect(JSON.stringify(message?.blocks).match(/"user_id":"[^"]*"/g)).toEqual([`"user_id":"${LI_LEI.id}"`])
    expect(JSON.stringify(message?.blocks)).not.toMatch(/"type":"(broadcast|mrkdwn)"/)
  })

  test('of several pages has the first in its place and the others in its thread', async () => {
    const { platform, slack } = await startSlackTeam()
    const sent = await platform.deliver(delivery({ channel: 'C0DEALS' }, { view: pages }))
    const messages = slack.seenIn('C0DEALS')
    expect(sent).toMatchObject({ outcome: 'sent', message: messages[0]?.ts })
    expect(messages.map((one) => one.thread_ts)).toEqual([undefined, messages[0]?.ts, messages[0]?.ts])
    expect(
      messages
        .map(wordsOf)
        .join('\n')
        .match(/block \d+/g),
    ).toHaveLength(120)
  })

  test('that broke off between its pages is completed when it is looked up', async () => {
    const { platform, slack } = await startSlackTeam()
    const post = delivery({ channel: 'C0DEALS' }, { view: pages })
    slack.fail('chat.postMessage', 'answer lost')
    expect(await platform.deliver(post)).toMatchObject({ outcome: 'unknown' })
    slack.fail('chat.postMessage', { status: 503 })
    await expect(platform.find?.(post)).rejects.toThrow()
    const found = await platform.find?.(post)
    await platform.find?.(post)
    expect(slack.seenIn('C0DEALS')).toHaveLength(3)
    expect(found).toEqual({ channel: 'C0DEALS', message: slack.seenIn('C0DEALS')[0]?.ts })
  })

  test('into a public channel that the bot is not in makes it join', async () => {
    const { platform, slack } = await startSlackTeam()
    slack.outside.add('C0NEW')
    expect(await platform.deliver(delivery({ channel: 'C0NEW' }))).toMatchObject({ outcome: 'sent' })
    expect(slack.seenIn('C0NEW')).toHaveLength(1)
  })
})

describe('what cannot be posted', () => {
  test.each([
    [
      'channel_not_found',
      '机器人不能在频道 C0DEALS 里发消息：请在那里用 /invite @drumbeat 邀请它。 [channel_not_found]',
    ],
    ['is_archived', '频道 C0DEALS 已归档。 [is_archived]'],
    ['invalid_auth', 'Slack 不再接受机器人的令牌（invalid_auth）。 [invalid_auth]'],
    ['invalid_blocks', 'Slack 拒收了这条消息（invalid_blocks）。 [invalid_blocks]'],
  ])('%s says why', async (error, sentence) => {
    const { platform, slack } = await startSlackTeam()
    slack.fail('chat.postMessage', { error })
    expect(await platform.deliver(delivery({ channel: 'C0DEALS' }))).toEqual({
      outcome: 'refused',
      error: sentence,
    })
  })

  test('a private channel cannot be joined; a person may not want messages', async () => {
    const { platform, slack } = await startSlackTeam()
    slack.outside.add('C0SECRET')
    slack.fail('conversations.join', { error: 'method_not_supported_for_channel_type' })
    expect(await platform.deliver(delivery({ channel: 'C0SECRET' }, { locale: 'en' }))).toEqual({
      outcome: 'refused',
      error:
        'Slack does not let the bot post in C0SECRET: invite it there with /invite @drumbeat. [not_in_channel]',
    })
    slack.fail('chat.postMessage', { error: 'messages_tab_disabled' })
    expect(await platform.deliver(delivery({ user: LI_LEI.id }, { locale: 'en' }))).toEqual({
      outcome: 'refused',
      error: 'Slack does not let the bot write to U0LILEI. [messages_tab_disabled]',
    })
  })
})

describe('when Slack has troubles', () => {
  test.each([
    [
      'asks to wait',
      { status: 429, retryAfter: 7 },
      { outcome: 'later', afterMs: 7000, error: 'ratelimited' },
    ],
    [
      'asks to wait without saying how long',
      { status: 429 },
      { outcome: 'later', afterMs: 30_000, error: 'ratelimited' },
    ],
    [
      'is rate limited by its own',
      { error: 'rate_limited' },
      { outcome: 'later', afterMs: 30_000, error: 'rate_limited' },
    ],
    ['is down', { status: 503 }, { outcome: 'unknown', error: 'HTTP 503' }],
    ['fails inside', { error: 'fatal_error' }, { outcome: 'unknown', error: 'fatal_error' }],
    ['is hidden by a proxy', { status: 403 }, { outcome: 'later', afterMs: 30_000, error: 'HTTP 403' }],
  ] as const)('it %s', async (_, fault, delivered) => {
    const { platform, slack } = await startSlackTeam()
    slack.fail('chat.postMessage', fault)
    expect(await platform.deliver(delivery({ channel: 'C0DEALS' }))).toEqual(delivered)
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1)
  })

  test.each(['silence', 'answer lost'] as const)('after %s nobody knows', async (fault) => {
    const { platform, slack } = await startSlackTeam()
    slack.fail('chat.postMessage', fault)
    expect(await platform.deliver(delivery({ channel: 'C0DEALS' }))).toMatchObject({ outcome: 'unknown' })
    expect(slack.callsOf('chat.postMessage')).toHaveLength(1)
  })

  test('a connection that was never made has certainly posted nothing', async () => {
    const { platform, slack } = await startSlackTeam()
    await slack.close()
    expect(await platform.deliver(delivery({ channel: 'C0DEALS' }))).toEqual({
      outcome: 'later',
      afterMs: 30_000,
      error: 'ECONNREFUSED',
    })
  })

  test('a form opens while the outbox has to wait', async () => {
    const { platform, slack, people } = await startSlackTeam()
    slack.fail('chat.postMessage', { status: 429, retryAfter: 3600 })
    await platform.deliver(delivery({ channel: 'C0DEALS' }))
    await people.types(LI_LEI.id, '/probe form')
    await eventually(() => slack.modals.size).toBe(1)
  })
})

test('what belongs to another Slack team is not posted here', async () => {
  const { platform, slack } = await startSlackTeam()
  const post = delivery({ channel: 'C0DEALS' }, { home: 'T0OTHER' })
  expect(await platform.deliver(post)).toEqual({
    outcome: 'later',
    afterMs: 3600_000,
    error: '机器人现在没有连接 Slack 团队 T0OTHER。',
  })
  expect(await platform.find?.(post)).toBeUndefined()
  expect(slack.messages).toEqual([])
})

describe('looking a post up', () => {
  test('finds it among newer ones in a busy channel, in a thread, and in a private conversation', async () => {
    const { platform, slack } = await startSlackTeam()
    const inChannel = delivery({ channel: 'C0DEALS' })
    const root = await platform.deliver(inChannel)
    if (root.outcome !== 'sent') throw new Error(root.error)
    const inThread = delivery({ thread: { channel: root.channel, message: root.message } })
    const answer = await platform.deliver(inThread)
    const toPerson = delivery({ user: LI_LEI.id })
    const private_ = await platform.deliver(toPerson)
    for (let at = 0; at < 450; at++)
      slack.messages.push({ ts: slack.timestamp(), channel: 'C0DEALS', text: '', blocks: [], bot_id: 'B9' })
    const { outcome: _, ...where } = root
    expect(await platform.find?.(inChannel)).toEqual(where)
    expect({ outcome: 'sent', ...(await platform.find?.(inThread)) }).toEqual(answer)
    expect({ outcome: 'sent', ...(await platform.find?.(toPerson)) }).toEqual(private_)
    expect(slack.callsOf('conversations.history').length).toBeGreaterThan(2)
  })

  test('finds nothing where nothing was posted', async () => {
    const { platform } = await startSlackTeam()
    expect(await platform.find?.(delivery({ channel: 'C0DEALS' }))).toBeUndefined()
  })
})
