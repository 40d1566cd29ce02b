import { describe, expect, test } from 'vitest'
import { say } from '../../../src/view/view.ts'
import { addNeighbour, startPlayground } from './harness.ts'
import { drum } from './small-feature.ts'

const features = [drum]

describe('saying', () => {
  test('a command in a channel is answered to the asker alone, and what it posts stands there for everyone', async () => {
    const { says, messages } = await startPlayground({ features })
    const { said, replies } = await says('李雷', '/drum 开张', 'sales')
    expect(said).toMatchObject({ from: '李雷', in: 'sales', visibility: 'private', text: '/drum 开张' })
    expect(replies).toMatchObject([
      {
        from: 'drumbeat',
        in: 'sales',
        visibility: 'private',
        text: expect.stringMatching(/^李雷 敲了：开张（sales）\n+〔再敲〕$/),
      },
    ])
    expect(replies[0]?.view?.blocks).toHaveLength(2)
    expect((await messages('李雷', 'sales')).map((one) => one.text)).toEqual(['/drum 开张', replies[0]?.text])
    expect(await messages('韩梅梅', 'sales')).toEqual([])
    expect(await messages('韩梅梅', 'deals')).toMatchObject([
      { from: 'drumbeat', visibility: 'everyone', subject: 'beat:开张' },
    ])
  })

  test('in private everything is for the bot, with and without the slash', async () => {
    const { says } = await startPlayground({ features })
    for (const line of ['打鼓 私下', '/drum 私下', '／drum 私下', '/打鼓 私下', '@战鼓 打鼓 私下'])
      expect((await says('李雷', line)).replies[0]?.text).toContain('李雷 敲了：私下（私聊）')
  })

  test('in a channel the bot keeps out of what people say to each other, unless it is mentioned', async () => {
    const { says, messages } = await startPlayground({ features })
    const talk = await says('李雷', '谢谢韩梅梅帮我见客户', 'sales')
    expect(talk.replies).toEqual([])
    expect(talk.said.visibility).toBe('everyone')
    const asked = await says('韩梅梅', '@drumbeat 打鼓 好样的', '#sales')
    expect(asked.replies).toMatchObject([{ visibility: 'private' }])
    expect((await messages('王经理', 'sales')).map((one) => [one.from, one.text])).toEqual([
      ['李雷', '谢谢韩梅梅帮我见客户'],
      ['韩梅梅', '@drumbeat 打鼓 好样的'],
    ])
  })

  test('a colleague named with @ reaches the handler as the person', async () => {
    const { says, team } = await startPlayground({ features })
    const [person] = (await team.app.reading(team.workspace)).workspace
      ? await personsNamed(team, '韩梅梅')
      : []
    const { replies } = await says('李雷', '/drum 谢谢 @韩梅梅:40 和 @谁也不是')
    expect(replies[0]?.text).toContain(`谢谢 <@${person}>:40 和 @谁也不是`)
  })

  test('a thread keeps its answers together, private ones among them', async () => {
    const { says, messages } = await startPlayground({ features })
    const { said } = await says('李雷', '今天签了华为', 'sales')
    await says('韩梅梅', '恭喜', 'sales', { thread: said.id })
    const { replies } = await says('王经理', '/drum 好', 'sales', { thread: said.id })
    const thread = (await messages('王经理', 'sales')).filter((one) => one.thread === said.id)
    expect(thread.map((one) => one.text)).toEqual(['恭喜', '/drum 好', replies[0]?.text])
    expect((await messages('李雷', 'sales')).map((one) => [one.text, one.answers])).toEqual([
      ['今天签了华为', 1],
      ['恭喜', 0],
    ])
  })
})

describe('buttons', () => {
  test('a press answers, and rewrites the message that it stood on', async () => {
    const { says, presses, messages } = await startPlayground({ features })
    const { replies } = await says('李雷', '/drum 开张')
    const pressed = await presses('李雷', replies[0]?.id ?? '', '再敲')
    expect(pressed.replies.map((one) => one.text)).toEqual(['敲过两次了。', '又敲了：开张'])
    expect((await messages('李雷')).map((one) => [one.text, one.edited])).toEqual([
      ['/drum 开张', false],
      ['敲过两次了。', true],
      ['又敲了：开张', false],
    ])
  })

  test('a post knows what it is about when its button is pressed, and answers the presser alone', async () => {
    const { says, presses, messages } = await startPlayground({ features })
    await says('李雷', '/drum 开张')
    const [post] = await messages('韩梅梅', 'deals')
    const { replies } = await presses('韩梅梅', post?.id ?? '', 'drum.cheer')
    expect(replies).toMatchObject([{ text: '韩梅梅 为 beat:开张 喝彩', visibility: 'private', in: 'deals' }])
    expect(await messages('李雷', 'deals')).toHaveLength(1)
  })

  test('a button that is not there, a message of somebody else, and none at all are refused', async () => {
    const { says, tries } = await startPlayground({ features })
    const message = (await says('李雷', '/drum 开张')).replies[0]?.id
    expect(await tries('act', { as: '李雷', message, action: 'deal.void' })).toMatchObject({
      status: 422,
      body: { error: 'The message has no button "deal.void".' },
    })
    expect(await tries('act', { as: '李雷', message, action: 'drum.again', value: '别的' })).toMatchObject({
      status: 422,
      body: { error: 'The message has changed meanwhile, and the button is gone. Nothing was done.' },
    })
    const refused = { status: 404, body: { error: 'There is no such message, or it is not for these eyes.' } }
    expect(await tries('act', { as: '韩梅梅', message, action: '再敲' })).toEqual(refused)
    expect(await tries('act', { as: '李雷', message: 'none', action: '再敲' })).toEqual(refused)
  })
})

describe('forms', () => {
  test('a form is handed out as data and as HTML, and carries its state back', async () => {
    const { says, submits } = await startPlayground({ features })
    const { replies } = await says('王经理', '/drum form', 'retro')
    expect(replies).toMatchObject([
      { from: 'drumbeat', text: '敲鼓', form: { form: 'drum.form', state: 'kept' } },
    ])
    expect(replies[0]?.html).toContain('>李雷</option>')
    const done = await submits('王经理', replies[0]?.id ?? '', { words: '咚' })
    expect(done.replies).toMatchObject([{ text: '咚 kept', in: 'retro', visibility: 'private' }])
  })

  test('it can be submitted by its name, or whole; a submitted one is closed', async () => {
    const { says, submits, tries } = await startPlayground({ features })
    const { replies } = await says('王经理', '/drum form')
    expect((await submits('王经理', 'drum.form', { words: '咚' })).replies[0]?.text).toBe('咚 kept')
    expect(await tries('submit', { as: '王经理', form: 'drum.form', values: { words: '咚' } })).toMatchObject(
      {
        status: 404,
        body: { error: 'No form "drum.form" is open for this person.' },
      },
    )
    const whole = await tries('submit', { as: '王经理', form: replies[0]?.form, values: { words: '再来' } })
    expect(whole.body.replies[0]?.text).toBe('再来 kept')
  })

  test('what is wrong is said by field, and the form stays open', async () => {
    const { says, tries } = await startPlayground({ features })
    const form = (await says('王经理', '/drum form')).replies[0]?.id
    expect(await tries('submit', { as: '王经理', form, values: { words: '吵' } })).toMatchObject({
      status: 422,
      body: { errors: { words: '太吵了。' }, error: '表单里有几处要再看看。' },
    })
    expect(await tries('submit', { as: '王经理', form, values: { words: ' ' } })).toMatchObject({
      status: 422,
      body: { errors: { words: '这里要填一下。' } },
    })
    expect((await tries('submit', { as: '王经理', form, values: { words: '咚' } })).status).toBe(200)
  })

  test("another person's form cannot be submitted", async () => {
    const { says, tries } = await startPlayground({ features })
    const form = (await says('王经理', '/drum form')).replies[0]?.id
    expect((await tries('submit', { as: '李雷', form, values: { words: '咚' } })).status).toBe(404)
  })
})

describe('reactions', () => {
  test('are emoji or their names; any other word in their place is left out', async () => {
    const { says, tries, messages } = await startPlayground({ features })
    const { said } = await says('李雷', '今天签了', 'sales')
    for (const emoji of ['gone fishing', ':nonsense:', '7', ''])
      expect((await tries('react', { as: '王经理', message: said.id, emoji })).status).toBe(400)
    for (const emoji of ['👑', ':tada:', 'heart', '👍🏽'])
      expect((await tries('react', { as: '王经理', message: said.id, emoji })).status).toBe(200)
    const [message] = await messages('李雷', 'sales')
    expect(new Set(message?.reactions.map((one) => one.emoji))).toEqual(new Set(['👑', '🎉', '❤️', '👍🏽']))
  })

  test('stand under the message, reach the app with author and subject, and can be taken back', async () => {
    const { says, reacts, messages, team } = await startPlayground({ features })
    const { said } = await says('李雷', '签了', 'sales')
    const [author] = await personsNamed(team, '李雷')
    expect((await reacts('王经理', said.id, '🥁')).replies).toMatchObject([
      { text: `王经理 true ${author} ` },
    ])
    await reacts('韩梅梅', said.id, '👍')
    await reacts('韩梅梅', said.id, '🥁')
    expect((await messages('李雷', 'sales'))[0]?.reactions).toEqual([
      { emoji: '🥁', people: expect.arrayContaining(['王经理', '韩梅梅']) },
      { emoji: '👍', people: ['韩梅梅'] },
    ])
    team.clock.moveTo('2026-11-20T02:00:01.000Z')
    expect((await reacts('王经理', said.id, '🥁', true)).replies).toMatchObject([
      { text: `王经理 false ${author} ` },
    ])
    expect((await reacts('王经理', said.id, '🥁', true)).replies).toEqual([])
    await says('李雷', '/drum 开张')
    const [post] = await messages('王经理', 'deals')
    expect((await reacts('王经理', post?.id ?? '', '🥁')).replies).toMatchObject([
      { text: '王经理 true  beat:开张' },
    ])
  })
})

describe('the clock', () => {
  test('moves forward through what falls due, and says where it stands', async () => {
    const { says, clockTo, messages, get } = await startPlayground({ features })
    await says('李雷', '/drum later 晚一点')
    expect(await messages('李雷', 'deals')).toEqual([])
    const { now, words } = await clockTo('+2m')
    expect([now, words]).toEqual(['2026-11-20T02:02:00.000Z', '2026年11月20日 周五 10:02'])
    expect(await get('clock')).toEqual({ now, words, short: '11月20日 周五 10:02', zone: 'Asia/Shanghai' })
    const [post, answer] = await messages('李雷', 'deals')
    expect(post).toMatchObject({ at: '2026-11-20T02:01:00.000Z', answers: 1 })
    expect(answer).toMatchObject({ thread: post?.id, text: '跟在「晚一点」后面' })
    expect((await messages('李雷')).at(-1)).toMatchObject({ text: '敲过了：晚一点', visibility: 'private' })
    expect(await messages('韩梅梅')).toEqual([])
  })

  test('does not move back, nor by more than a year, nor to what cannot be read', async () => {
    const { tries } = await startPlayground({ features })
    expect(await tries('clock', { to: '2026-11-19 10:00' })).toMatchObject({
      status: 409,
      body: {
        error: 'The clock only moves forward: 2026年11月19日 周四 10:00 is before 2026年11月20日 周五 10:00.',
      },
    })
    expect((await tries('clock', { to: '2028-01-01' })).status).toBe(422)
    expect(await tries('clock', { to: '+999999w' })).toMatchObject({
      status: 422,
      body: { error: 'The clock moves a year at most in one go.' },
    })
    expect(await tries('clock', { to: 'someday' })).toMatchObject({
      status: 422,
      body: { error: expect.stringContaining('"someday"') },
    })
  })
})

describe('who and where', () => {
  test('everyone is listed with roles, team and initials', async () => {
    const { get } = await startPlayground({ features })
    const { people } = await get<{ people: object[] }>('people')
    expect(people).toHaveLength(10)
    expect(people).toContainEqual({
      id: expect.any(String),
      name: '王经理',
      roles: ['rep', 'manager'],
      team: '销售一部',
      initials: '王',
      workspace: 'acme',
    })
  })

  test('unknown people, channels and workspaces are refused in one sentence', async () => {
    const { tries, team } = await startPlayground({ features })
    await addNeighbour(team)
    const attempts = [
      { as: '谁', text: '/drum 咚' },
      { as: '李雷', text: '/drum 咚', in: 'nowhere' },
      { as: '李雷', text: '/drum 咚', workspace: 'nowhere' },
      { as: '李雷', text: '/drum 咚', workspace: 'other' },
    ]
    for (const attempt of attempts) {
      const { status, body } = await tries('say', attempt)
      expect([status, body.error]).toEqual([404, expect.stringMatching(/^[^\n]+[.]$/)])
    }
  })

  test('a name finds its workspace, and nothing of one is seen in another', async () => {
    const { says, messages, tries, team } = await startPlayground({ features })
    await addNeighbour(team)
    const { said } = await says('李雷', '我们的事', 'sales')
    await says('隔壁老王', '他们的事', 'sales')
    expect((await messages('隔壁老王', 'sales')).map((one) => one.text)).toEqual(['他们的事'])
    expect((await tries('react', { as: '隔壁老王', message: said.id, emoji: '👍' })).status).toBe(404)
  })

  test('a workspace that was imported while the playground runs can be entered at once', async () => {
    const { says, team } = await startPlayground({ features })
    await says('李雷', '/drum 开张')
    await addNeighbour(team)
    await team.database.write((tables) =>
      tables.deleteFrom('home').where('workspace', '=', 'other').execute(),
    )
    expect((await says('隔壁老王', '/drum 来了')).replies[0]?.text).toContain('隔壁老王 敲了：来了')
  })

  test('everyone can be written to from the start, before anybody has opened their page', async () => {
    const { start, team } = await startPlayground({ features })
    await start()
    const post = { to: { person: team.id('王经理') }, view: say('有人找你') }
    expect(await team.write('李雷', (scope) => scope.post(post))).toHaveLength(1)
  })

  test('the language switch changes the answers of the whole workspace', async () => {
    const { says, tries } = await startPlayground({ features })
    expect((await tries('locale', { locale: 'en' })).body).toEqual({ locale: 'en' })
    expect((await says('李雷', '/drum nonsense')).replies[0]?.text).toContain('[再敲]')
    expect((await tries('locale', { locale: 'fr' })).status).toBe(422)
  })

  test('the composer is told only of what the person may do', async () => {
    const { get } = await startPlayground({ features })
    const of = async (as: string) => {
      const { commands } = await get<{ commands: { subcommands: { name: string }[] }[] }>(`commands?as=${as}`)
      return commands[0]?.subcommands.map((one) => one.name)
    }
    expect(await of('李雷')).toEqual(['', 'later'])
    expect(await of('王经理')).toEqual(['', 'later', 'form'])
  })
})

async function personsNamed(
  team: Awaited<ReturnType<typeof startPlayground>>['team'],
  name: string,
): Promise<string[]> {
  const rows = await team.database.reads.selectFrom('person').select('id').where('name', '=', name).execute()
  return rows.map((row) => row.id)
}
