import { describe, expect, test } from 'vitest'
import { rowsOf } from '../../src/kernel/scope.ts'
import { say } from '../../src/view/view.ts'
import { buttonsOf, type Posted, startTeam, type Team } from '../support/team.ts'

/** The same as a wall time in Shanghai; 2026-11-20 is a Friday. */
const at = (day: string, time: string) => new Date(Date.parse(`${day}T${time}:00.000+08:00`)).toISOString()
const FRIDAY = '2026-11-20'
const MONDAY = '2026-11-23'

const startAt = (day: string, time: string, locale: 'zh-CN' | 'en' = 'zh-CN') =>
  startTeam({ at: at(day, time), locale })

const got = (team: Team, name: string) =>
  team.posts({ to: name }).map((post) => {
    const wall = new Date(Date.parse(post.at) + 8 * 3600_000).toISOString()
    return [wall.slice(5, 16).replace('T', ' '), post.view.summary]
  })

const tell = (team: Team, words: string, more: { kind?: string } = {}, name = '李雷') =>
  team.write('王经理', async (scope) => {
    await scope.post({ to: { person: team.id(name) }, view: say(words), ...more })
  })

describe('what somebody sets for themselves', () => {
  test('is shown, with what is so for everybody', async () => {
    const team = await startAt(FRIDAY, '10:00', 'en')
    const shown = await team.says('李雷', '/drumbeat me')
    expect(shown.text).toMatch(/Time zone\s+Asia\/Shanghai \(as for everybody\)/)
    expect(shown.text).toMatch(/Working hours\s+09:00–19:00 \(as for everybody\)/)
    expect(shown.text).toContain('at most one message an hour')
    expect(shown.text).toContain('always reach you')
    expect((await team.says('李雷', '战鼓 我的设置')).text).toBe(shown.text)
  })

  test.each([
    ['hours 10:00-19:30', /工作时间\s+10:00–19:30\n/],
    ['时间 10点半到22点', /工作时间\s+10:30–22:00\n/],
    ['hours 22-6', /工作时间\s+22:00–06:00\n/],
    ['days mon-thu', /工作日\s+周一、周二、周三、周四\n/],
    ['工作日 周六、周日', /工作日\s+周六、周日\n/],
    ['days fri-mon', /工作日\s+周一、周五、周六、周日\n/],
    ['zone asia/tokyo', /时区\s+Asia\/Tokyo\n/],
    ['quiet reminders', /不告诉你\s+到期提醒/],
    ['静音 到期提醒', /不告诉你\s+到期提醒/],
    ['language en', /Language\s+English/],
  ])('%s', async (typed, shown) => {
    const team = await startAt(FRIDAY, '10:00')
    expect((await team.says('李雷', `/drumbeat me ${typed}`)).text).toMatch(shown)
    expect((await team.says('李雷', '/drumbeat me')).text).toMatch(shown)
  })

  test.each([
    ['hours 9:00-9:30', '剩下不到一小时'],
    ['hours 09:00-09:00', '剩下不到一小时'],
    ['hours soon', '没读懂时间「soon」'],
    ['hours 9-25', '没读懂时间'],
    ['days never', '没读懂工作日「never」'],
    ['days', '没读懂工作日'],
    ['zone Mars/Olympus', '没有「Mars/Olympus」这个时区'],
    ['quiet statements', '「statements」不是能关掉的消息'],
    ['language klingon', '我不会说「klingon」'],
    ['volume 11', '没读懂「volume」'],
  ])('%s changes nothing', async (typed, said) => {
    const team = await startAt(FRIDAY, '10:00')
    const before = (await team.says('李雷', '/drumbeat me')).text
    expect((await team.says('李雷', `/drumbeat me ${typed}`)).text).toContain(said)
    expect((await team.says('李雷', '/drumbeat me')).text).toBe(before)
  })

  test('by form, and “default” takes it back', async () => {
    const team = await startAt(FRIDAY, '10:00')
    const shown = await team.says('李雷', '/drumbeat me')
    const { form } = await team.presses('李雷', shown, '修改')
    const wrong = await team.submits('李雷', form, { from: '9:00', to: '9:30', zone: 'Mars' })
    expect(Object.keys(wrong.errors ?? {})).toEqual(['zone', 'to'])
    const saved = await team.submits('李雷', form, {
      from: '8',
      to: '17:00',
      days: ['1', '2'],
      tell: ['pay-news'],
    })
    expect(saved.text).toMatch(/08:00–17:00\n[\s\S]*周一、周二\n[\s\S]*会告诉你\s+签单和提成变动\n/)
    await team.says('李雷', '/drumbeat me hours default')
    expect((await team.says('李雷', '/drumbeat me days 默认')).text).toMatch(
      /09:00–19:00（默认）[\s\S]*按团队的日历（默认）/,
    )
  })

  test('holds for what waits already: hours, zone, and what is not wanted', async () => {
    const team = await startAt(FRIDAY, '19:30')
    await tell(team, 'news')
    await tell(team, 'reminder', { kind: 'reminders' })
    await team.app.deliverDue()
    await team.says('李雷', '/drumbeat me quiet reminders')
    await team.says('李雷', '/drumbeat me hours 22:00-06:00')
    await team.until(at('2026-11-21', '01:00'))
    expect(got(team, '李雷')).toEqual([['11-20 22:00', 'news']])
    await tell(team, 'later')
    await team.app.deliverDue()
    await team.until(at('2026-11-21', '05:00'))
    expect(got(team, '李雷').at(-1)).toEqual(['11-21 01:00', 'later'])
    await team.until(at('2026-11-21', '06:30'))
    await tell(team, 'held')
    await team.app.deliverDue()
    await team.says('李雷', '/drumbeat me hours default')
    await team.says('李雷', '/drumbeat me zone Pacific/Auckland')
    await team.until(at(MONDAY, '12:00'))
    expect(got(team, '李雷').at(-1)).toEqual(['11-23 04:00', 'held'])
  })
})

describe('a prompt that is put off', () => {
  /** 张伟 says that his pay is off, and 王经理 is asked. */
  async function asked(day: string, time: string) {
    const team = await startAt(day, time)
    await team.says('张伟', '/deal add 华为 12万')
    await team.says('张伟', '/commission flag D-1 少算了')
    const card = team.posts({ to: '王经理' }).at(-1)
    if (!card) throw new Error('Nobody was asked.')
    return { team, card }
  }

  /** The messages that still ask about it. */
  const cards = (team: Team) =>
    team
      .posts({ to: '王经理' })
      .filter((post) => buttonsOf(post.view).some((button) => button.action === 'dispute.accept'))

  async function putOff(team: Team, on: Posted, option: number) {
    const { form } = await team.presses('王经理', on, '稍后')
    const field = form?.fields.find((one) => one.kind === 'choice')
    const options = field?.kind === 'choice' ? field.options : []
    return { options, said: await team.submits('王经理', form, { at: options[option]?.value ?? '' }) }
  }

  test('comes again then; the old message says so', async () => {
    const { team, card } = await asked(FRIDAY, '10:00')
    const { options, said } = await putOff(team, card, 2)
    expect(options.map(({ label }) => label)).toEqual([
      '一小时后（周五 11:00）',
      '今天下午（周五 14:00）',
      '下个工作日（周一 09:00）',
    ])
    expect(said.text).toBe('好，周一 09:00还没处理的话再问你。')
    expect(team.posts({ to: '王经理' }).map((post) => post.text)).toEqual([
      expect.stringContaining('推到周一 09:00'),
    ])
    expect((await team.says('王经理', '/drumbeat me')).text).toContain('推到周一 09:00')
    await team.until(at(MONDAY, '12:00'))
    expect(cards(team).map((post) => post.at)).toEqual([at(MONDAY, '09:00')])
  })

  test('three times, and is never lost', async () => {
    const { team, card } = await asked(FRIDAY, '10:00')
    let on = card
    for (let time = 0; time < 3; time++) {
      await putOff(team, on, 0)
      await team.anHourLater()
      on =
        team
          .posts({ to: '王经理' })
          .findLast((post) => buttonsOf(post.view).some((b) => b.action === 'later')) ?? on
    }
    expect(on.at).toBe(at(FRIDAY, '13:00'))
    await team.presses('王经理', on, 'dispute.accept')
    await team.until(at(MONDAY, '12:00'))
    expect(cards(team)).toHaveLength(1)
  })

  test('answered meanwhile, does not come again', async () => {
    const { team, card } = await asked(FRIDAY, '10:00')
    await putOff(team, card, 0)
    await team.says('王经理', '/commission dispute 1 accept')
    await team.until(at(MONDAY, '12:00'))
    expect(cards(team)).toEqual([])
    expect((await team.says('王经理', '/drumbeat me')).text).not.toContain('推后的')
  })

  test('can be had back at once, and put off once more', async () => {
    const { team, card } = await asked(FRIDAY, '10:00')
    await putOff(team, card, 0)
    const [waiting] = team.posts({ to: '王经理' })
    if (!waiting) throw new Error('The old message is gone.')
    await team.presses('王经理', waiting, '现在看')
    const back = team.posts({ to: '王经理' }).at(-1)
    expect(back?.at).toBe(at(FRIDAY, '10:00'))
    expect(back && buttonsOf(back.view).map((one) => one.action)).toEqual([
      'dispute.accept',
      'dispute.reject',
      'say',
      'later',
    ])
    expect(
      (await team.presses('王经理', waiting, 'later.now').catch(() => undefined))?.text ?? '',
    ).not.toContain('放到下面')
  })

  test('at a minute before the end of the hours, only to the next ones', async () => {
    const { team, card } = await asked(FRIDAY, '18:59')
    const { options } = await putOff(team, card, 0)
    expect(options.map(({ label }) => label)).toEqual(['下个工作日（周一 09:00）'])
  })

  test('nobody else can put it off', async () => {
    const { team, card } = await asked(FRIDAY, '10:00')
    const pressed = await team.presses('李雷', card, 'later')
    expect(pressed.form).toBeUndefined()
    expect(pressed.text).toContain('没有可推的')
  })

  test('as one part of a message, the others stay as they are', async () => {
    const team = await startAt('2026-11-21', '10:00')
    await team.says('张伟', '/deal add 华为 12万')
    await team.says('张伟', '/commission flag D-1 少算了')
    await team.says('李雷', '/deal add 小米 3万')
    await team.says('李雷', '/commission flag D-2 算多了')
    await team.until(at(MONDAY, '09:30'))
    const [both] = team.posts({ to: '王经理' })
    if (!both) throw new Error('Nobody was asked.')
    expect(both.text).toMatch(/少算了[\s\S]*算多了/)
    await putOff(team, both, 0)
    const [first] = team.posts({ to: '王经理' })
    expect(first?.text).toMatch(/推到周一 10:30[\s\S]*算多了/)
    if (first) await team.presses('王经理', first, 'dispute.accept')
    await team.until(at(MONDAY, '12:00'))
    const again = team
      .posts({ to: '王经理' })
      .slice(1)
      .map((post) => post.text)
    expect(again).toEqual([expect.stringContaining('少算了')])
  })

  test('not beyond its sense: a retro until it closes', async () => {
    const team = await startAt('2026-11-19', '10:00')
    const { ensureRituals } = await import('../../src/rituals/ensure.ts')
    await team.write('赵敏', ensureRituals)
    await team.until(at(FRIDAY, '16:00'))
    const [prompt] = team.posts({ to: '李雷' })
    if (!prompt) throw new Error('Nobody was asked.')
    const { form } = await team.presses('李雷', prompt, '稍后')
    expect(JSON.stringify(form)).toContain('周一 10:00之前都可以回答')
    await team.submits('李雷', form, { at: at(MONDAY, '09:00') })
    await team.until(at(MONDAY, '09:59'))
    const again = team.posts({ to: '李雷' }).at(-1)
    if (!again) throw new Error('It is lost.')
    expect((await team.presses('李雷', again, '稍后')).text).toContain('不能再往后推')
    await team.until(at(MONDAY, '20:00'))
    const rows = await rowsOf(await team.scope('李雷'))
      .selectFrom('post')
      .select('status')
      .where('to_id', '=', team.id('李雷'))
      .where('status', '=', 'waiting')
      .execute()
    expect(rows).toEqual([])
  })
})

test('a leaver is asked nothing any more, and still told', async () => {
  const team = await startAt(FRIDAY, '19:30')
  await team.says('张伟', '/deal add 华为 12万')
  await team.says('张伟', '/commission flag D-1 少算了')
  await tell(team, 'news', {}, '王经理')
  await team.app.deliverDue()
  await team.says('赵敏', '/drumbeat left 王经理 2026-11-21')
  await team.until(at('2026-11-24', '12:00'))
  expect(got(team, '王经理').map(([, words]) => words)).toEqual(['news'])
})
