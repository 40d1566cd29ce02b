import { describe, expect, test } from 'vitest'
import { secondsAfter } from '../../../src/kernel/time.ts'
import { setChannel } from '../../../src/people/store.ts'
import { say } from '../../../src/view/view.ts'
import { BOT_USER, type Fault } from './fake-slack.ts'
import { wordsOf } from './slack-people.ts'
import { eventually, HAN, LI_LEI, startSlackTeam } from './slack-team.ts'

/** A workspace whose deals channel is known, with one card waiting for Slack. */
async function withCard() {
  const team = await startSlackTeam()
  await team.people.types(LI_LEI.id, '/probe')
  await team.people.types(HAN.id, '/probe')
  await team.app.writing(team.workspace, undefined, 'test', async (scope) => {
    await setChannel(scope, { platform: 'slack', home: 'T0ACME', purpose: 'deals', externalId: 'C0DEALS' })
    await scope.post({ to: { channel: 'deals' }, view: say('card'), subject: 'deal:d1' })
  })
  return team
}

describe('the outbox through Slack', () => {
  test.each<[string, Fault[], calls: number]>([
    ['is down twice', [{ status: 503 }, { status: 503 }], 3],
    ['asks to wait', [{ status: 429, retryAfter: 20 }], 2],
    ['never answers', ['silence'], 2],
    ['drops the connection after posting', ['answer lost'], 1],
  ])('posts once although Slack %s', async (_, faults, calls) => {
    const { app, slack, clock } = await withCard()
    slack.fail('chat.postMessage', ...faults)
    for (let round = 0; round < 4; round++) {
      await app.deliverDue()
      clock.moveTo(secondsAfter(clock.now(), 60))
    }
    expect(slack.seenIn('C0DEALS').map(({ text }) => text)).toEqual(['card'])
    expect(slack.callsOf('chat.postMessage')).toHaveLength(calls)
  })

  test('keeps to about one message per second and channel', async () => {
    expect((await withCard()).platform.paceMs).toBeGreaterThan(1000)
  })

  test('waits as long as Slack asks for', async () => {
    const { app, slack, clock } = await withCard()
    slack.fail('chat.postMessage', { status: 429, retryAfter: 20 })
    await app.deliverDue()
    clock.moveTo(secondsAfter(clock.now(), 19))
    await app.deliverDue()
    expect(slack.seenIn('C0DEALS')).toEqual([])
    clock.moveTo(secondsAfter(clock.now(), 2))
    await app.deliverDue()
    expect(slack.seenIn('C0DEALS')).toHaveLength(1)
  })
})

describe('a reaction on the bot’s own message', () => {
  test('finds what the message is about', async () => {
    const { app, slack, people } = await withCard()
    await app.deliverDue()
    const [card] = slack.seenIn('C0DEALS')
    await people.reacts(HAN.id, 'crown', { channel: 'C0DEALS', ts: card?.ts ?? '', author: BOT_USER })
    expect(slack.seenBy(HAN.id).map(wordsOf)).toEqual(['1 👑 added deal:d1 no author'])
    expect(slack.callsOf('conversations.replies')).toEqual([])
  })

  test('finds it even before the message’s id is stored, because the message says it itself', async () => {
    const { app, slack, people } = await withCard()
    slack.fail('chat.postMessage', 'answer lost')
    await app.deliverDue()
    const [card] = slack.seenIn('C0DEALS')
    await people.reacts(HAN.id, 'crown', { channel: 'C0DEALS', ts: card?.ts ?? '', author: BOT_USER })
    expect(slack.seenBy(HAN.id).map(wordsOf)).toEqual(['1 👑 added deal:d1 no author'])
  })

  test('does without when Slack cannot say', async () => {
    const { slack, people } = await withCard()
    slack.fail('conversations.replies', { status: 503 })
    await people.reacts(HAN.id, 'crown', { channel: 'C0DEALS', ts: '1.1', author: BOT_USER })
    expect(slack.seenBy(HAN.id).map(wordsOf)).toEqual(['1 👑 added no subject no author'])
  })

  test('takes nobody else’s word for it', async () => {
    const { slack, people } = await withCard()
    const metadata = { event_type: 'drumbeat_post', event_payload: { post: 'x', subject: 'deal:forged' } }
    slack.messages.push({ ts: '1.1', channel: 'C0DEALS', text: '', blocks: [], bot_id: 'B0OTHER', metadata })
    await people.reacts(HAN.id, 'crown', { channel: 'C0DEALS', ts: '1.1' })
    expect(slack.seenBy(HAN.id).map(wordsOf)).toEqual(['1 👑 added no subject no author'])
  })
})

test('a button on a card knows the post', async () => {
  const { app, slack, people, workspace } = await withCard()
  await app.writing(workspace, undefined, 'test', async (scope) => {
    const view = say('with a button', { label: 'Count', action: 'probe.count', value: 'pressed' })
    await scope.post({ to: { channel: 'deals' }, view, subject: 'deal:d2' })
  })
  await app.deliverDue()
  await people.presses(HAN.id, slack.seenIn('C0DEALS')[1], 'Count')
  await eventually(() => slack.responses.map(({ body }) => body.text)).toEqual(['1 pressed deal:d2'])
})
