import { describe, expect, test } from 'vitest'
import { dm } from './fake-slack.ts'
import { wordsOf } from './slack-people.ts'
import { eventually, HAN, LI_LEI, startSlackTeam, TRANSPORTS, WANG, ZHAO } from './slack-team.ts'

describe.each(TRANSPORTS)('over %s', (transport) => {
  test('a command is answered in its acknowledgement, without a further call for who is known', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    await people.types(ZHAO.id, '/probe')
    const first = await people.types(LI_LEI.id, '/probe')
    expect(first.body).toMatchObject({ response_type: 'ephemeral', text: 'I am 李雷.' })
    const calls = slack.calls.length
    const second = await people.types(LI_LEI.id, '/probe')
    expect(wordsOf(second.body)).toContain('I am 李雷.')
    expect(slack.calls).toHaveLength(calls)
  })

  test('what people type arrives as they meant it', async () => {
    const { people } = await startSlackTeam({ transport })
    const answer = await people.types(
      LI_LEI.id,
      '/probe echo &lt;!channel&gt; 华为 &amp; <https://huawei.com|huawei.com> <#C1|general> 🐉 12万',
    )
    expect(answer.body.text).toContain('&lt;!channel&gt; 华为 &amp; huawei.com #general 🐉 12万')
    expect(wordsOf(answer.body)).toBe('李雷 in C0SALES: <!channel> 华为 & huawei.com #general 🐉 12万')
    expect(JSON.stringify(answer.body.blocks)).not.toContain('broadcast')
  })

  test('a person whom nobody knew is taken in when they are mentioned, and rings in the answer', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    const answer = await people.types(LI_LEI.id, `/probe greet <@${HAN.id}|hanmeimei>`)
    expect(wordsOf(answer.body)).toContain(`<@${HAN.id}>`)
    expect(slack.callsOf('users.info').map(({ user }) => user)).toEqual([LI_LEI.id, HAN.id])
    expect((await people.types(HAN.id, '/probe')).body.text).toBe('I am 韩梅梅.')
  })

  test('a long answer comes on several pages, in order', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    const answer = await people.types(LI_LEI.id, '/probe long')
    await eventually(() => slack.responses.length).toBe(1)
    const pages = [answer.body, ...slack.responses.map(({ body }) => body)]
    expect(pages.every((page) => page.response_type === 'ephemeral')).toBe(true)
    expect(
      pages
        .map(wordsOf)
        .join('\n')
        .match(/block \d+/g),
    ).toEqual(Array.from({ length: 60 }, (_, at) => `block ${at}`))
  })

  test('long work is acknowledged while it goes on, and its answer follows', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    const acknowledged = await people.types(LI_LEI.id, '/probe work')
    expect(acknowledged.body).toMatchObject({
      response_type: 'ephemeral',
      text: '这要一会儿，好了就在这里告诉你。',
    })
    await eventually(() => slack.responses.length).toBe(1)
    const answer = slack.responses[0]?.body
    expect(answer).toMatchObject({ response_type: 'ephemeral', text: 'All done.' })
    await people.presses(LI_LEI.id, { status: 200, body: answer }, 'Again')
    await eventually(() => slack.responses.length).toBe(3)
    expect(slack.responses.slice(1).map(({ body }) => [body.replace_original, body.text])).toEqual([
      [true, '这要一会儿，好了就在这里告诉你。'],
      [true, 'Done again.'],
    ])
  })

  test('a command opens its form; the submitted form is answered where it was asked for', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    await people.types(HAN.id, '/probe')
    const asked = await people.types(LI_LEI.id, '/probe form')
    expect(asked.body === '' || Object.keys(asked.body).length === 0).toBe(true)
    await eventually(() => slack.modals.size).toBe(1)
    const [modal] = slack.modals.values()
    const wrong = await people.submits(LI_LEI.id, modal, { word: 'bad' })
    expect(wrong.body).toEqual({ response_action: 'errors', errors: { word: 'Not this one. And that.' } })
    const next = await people.submits(LI_LEI.id, modal, { word: 'next' })
    expect(next.body).toMatchObject({ response_action: 'update', view: { title: { text: 'Second' } } })
    await people.submits(LI_LEI.id, modal, { who: HAN.id, others: [WANG.id, LI_LEI.id] })
    await eventually(() => slack.seenBy(LI_LEI.id).length).toBe(1)
    const [answer] = slack.seenBy(LI_LEI.id)
    expect(answer).toMatchObject({ channel: 'C0SALES', ephemeralTo: LI_LEI.id })
    const [, , chosen] = /^1 (\S+) (\S+) carried "state"\n第二行$/.exec(wordsOf(answer)) ?? []
    const ids = chosen?.split(',') ?? []
    expect(new Set(ids).size).toBe(3)
    expect(ids.some((id) => id.startsWith('U0'))).toBe(false)
  })

  test('a form submitted twice counts once', async () => {
    const { people, slack, counted } = await startSlackTeam({ transport })
    await people.types(LI_LEI.id, '/probe form')
    await eventually(() => slack.modals.size).toBe(1)
    const [modal] = slack.modals.values()
    await people.submits(LI_LEI.id, modal)
    await people.submits(LI_LEI.id, modal)
    expect(await counted()).toBe(1)
    await people.submits(LI_LEI.id, modal, { word: 'other' })
    expect(await counted()).toBe(2)
  })

  test('a button replaces the message that it stands on, tells privately, or opens a form', async () => {
    const { people, slack, counted } = await startSlackTeam({ transport })
    const answer = await people.types(LI_LEI.id, '/probe')
    const pressed = await people.presses(LI_LEI.id, answer, 'Count')
    await eventually(() => slack.responses.length).toBe(1)
    expect(slack.responses[0]?.body).toMatchObject({ replace_original: true, text: '1 by button no subject' })
    await people.presses(LI_LEI.id, answer, 'Count', { again: pressed.trigger_id })
    expect(await counted()).toBe(1)
    await people.presses(LI_LEI.id, answer, 'Tell')
    await eventually(() => slack.seenBy(LI_LEI.id).map(wordsOf)).toEqual(['Only for you: a secret'])
    await people.presses(LI_LEI.id, answer, 'Ask')
    await eventually(() => slack.modals.size).toBe(1)
  })

  test('a direct message and a mention are understood as text, in Chinese, too', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    await people.writesToBot(LI_LEI.id, '探针 echo 12万')
    await people.mentions(LI_LEI.id, '探针 echo 13万', { thread: '1.000001' })
    expect(slack.seenBy(LI_LEI.id).map(wordsOf)).toEqual(['李雷 in private: 12万', '李雷 in C0SALES: 13万'])
    expect(slack.messages[0]).toMatchObject({ channel: dm(LI_LEI.id) })
    expect(slack.messages[1]).toMatchObject({
      channel: 'C0SALES',
      ephemeralTo: LI_LEI.id,
      thread_ts: '1.000001',
    })
  })

  test('a form that was asked for in a message opens by a button', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    await people.writesToBot(LI_LEI.id, '探针 表单')
    const [invitation] = slack.seenBy(LI_LEI.id)
    expect(wordsOf(invitation)).toContain('这件事要填一张表。')
    await people.presses(LI_LEI.id, invitation, '打开表单')
    await eventually(() => slack.modals.size).toBe(1)
  })

  test('such a button still knows who was mentioned', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    await people.writesToBot(LI_LEI.id, `探针 表单 <@${HAN.id}>`)
    await people.presses(LI_LEI.id, slack.seenBy(LI_LEI.id)[0], '打开表单')
    await eventually(() => slack.modals.size).toBe(1)
    const [modal] = slack.modals.values()
    expect(JSON.stringify(modal)).toContain(`"initial_user":"${HAN.id}"`)
  })

  test('messages of bots, edited ones, and ones in channels are none of its business', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    await people.writesToBot(LI_LEI.id, '探针', { bot_id: 'B9' })
    await people.writesToBot(LI_LEI.id, '探针', { subtype: 'message_changed' })
    await people.writesToBot(LI_LEI.id, '探针', { channel_type: 'channel', channel: 'C0SALES' })
    await people.writesToBot('U0BOT', '探针')
    const edited = { user: LI_LEI.id, ts: slack.timestamp() }
    await people.event({
      type: 'app_mention',
      user: LI_LEI.id,
      text: '<@U0BOT> 探针',
      ts: '1.1',
      channel: 'C1',
      event_ts: '1.1',
      edited,
    })
    expect(slack.messages).toEqual([])
  })

  test('a reaction reaches the author of a message, even one who has never spoken to the bot', async () => {
    const { people, slack, app } = await startSlackTeam({ transport })
    await people.reacts(WANG.id, 'crown', { channel: 'C0SALES', ts: '1.1', author: HAN.id })
    const author = await app.personOf('slack', 'T0ACME', HAN.id)
    expect(slack.seenBy(WANG.id).map(wordsOf)).toEqual([`1 👑 added no subject ${author}`])
  })

  test('bots and people of other companies are nobody here', async () => {
    const { people, slack, app } = await startSlackTeam({ transport })
    slack.users.set('U0OTHER', { id: 'U0OTHER', name: 'Other', team: 'T0OTHER' })
    slack.users.set('U0ROBOT', { id: 'U0ROBOT', name: 'Robot', isBot: true })
    await people.reacts('U0OTHER', 'crown', { channel: 'C0SALES', ts: '1.1', author: LI_LEI.id })
    await people.reacts('U0ROBOT', 'crown', { channel: 'C0SALES', ts: '1.1', author: LI_LEI.id })
    expect(await app.workspaces()).toEqual([])
  })

  test('the home tab shows the person’s own, and again after a button on it', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    const home = await people.opensHome(LI_LEI.id)
    expect(wordsOf(home)).toContain('李雷 counts 0')
    await people.presses(LI_LEI.id, home, 'Count')
    await eventually(() => wordsOf(slack.homes.get(LI_LEI.id))).toContain('李雷 counts 1')
  })

  test('the first admin is who administers the Slack team, even if others were first', async () => {
    const { people, app, workspace } = await startSlackTeam({ transport })
    await people.types(LI_LEI.id, `/probe greet <@${ZHAO.id}>`)
    expect(await app.lacksAdmin('slack', 'T0ACME')).toBe(true)
    await people.types(ZHAO.id, '/probe')
    expect(await app.lacksAdmin('slack', 'T0ACME')).toBe(false)
    expect(
      (await app.workspaces()).map(({ id, name, locale, zone }) => ({ id, name, locale, zone })),
    ).toEqual([{ id: workspace, name: 'Acme', locale: 'zh-CN', zone: 'Asia/Shanghai' }])
  })

  test('when Slack does not say who somebody is, they are served under the name that came along', async () => {
    const { people, slack } = await startSlackTeam({ transport })
    slack.fail('users.info', { status: 503 })
    expect((await people.types(LI_LEI.id, '/probe')).body.text).toBe('I am u0lilei.')
  })

  test('logs hold no words of people and no secrets', async () => {
    const { people, logged, slack } = await startSlackTeam({ transport })
    slack.fail('users.info', { status: 503 })
    await people.types(LI_LEI.id, '/probe echo a very private matter')
    await people.writesToBot(LI_LEI.id, 'another private matter')
    expect(logged.join('')).not.toMatch(/private matter|xoxb-|xapp-/)
  })
})
