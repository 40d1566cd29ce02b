import { describe, expect, test } from 'vitest'
import { engines } from '../support/databases.ts'
import { type Said, startTeam } from '../support/team.ts'

const SAVED = '11 月 25 日到 11 月 28 日你不在。复盘、催办和提醒都等你回来，人数也不算你。'

describe.each(engines)('one’s own days off, $name', (engine) => {
  test('are noted, listed and taken back', async () => {
    const team = await startTeam({ database: await engine.open() })
    expect((await team.says('李雷', '请假')).text).toContain('你接下来没有请假')
    expect((await team.says('李雷', '/timeoff 11-25 11-28')).text).toContain(`记好了：${SAVED}`)
    expect((await team.says('李雷', '请假 11-26')).text).toContain('已经记过了：11 月 25 日到 11 月 28 日')
    const shown = await team.says('李雷', '/timeoff')
    expect(shown.text).toContain('- 11 月 25 日到 11 月 28 日')
    expect((await team.presses('李雷', shown, '取消 11 月 25 日到 11 月 28 日')).text).toBe(
      '取消好了：11 月 25 日到 11 月 28 日。',
    )
    expect((await team.presses('李雷', shown, 'timeoff.cancel')).text).toContain('已经取消了')
    expect((await team.says('李雷', '请假 取消')).text).toContain('没有请假可以取消')
  })

  test('that have begun end yesterday when they are taken back', async () => {
    const team = await startTeam({ database: await engine.open() })
    expect((await team.says('李雷', '请假 11-18 11-28')).text).toContain('11 月 18 日到 11 月 28 日你不在')
    expect((await team.says('李雷', '请假 取消 今天')).text).toContain('到此为止')
    expect((await team.says('李雷', '/timeoff')).text).not.toContain('11 月 28 日')
  })
})

test.each([
  ['11-25 到 11-28', '11 月 25 日到 11 月 28 日'],
  ['11月25日到11月28日', '11 月 25 日到 11 月 28 日'],
  ['11/25~11/28', '11 月 25 日到 11 月 28 日'],
  ['2026-11-25 – 2026-11-28', '11 月 25 日到 11 月 28 日'],
  ['明天', '11 月 21 日'],
  ['周一', '11 月 23 日'],
  ['11-05 11-06', '2027 年 11 月 5 日到 2027 年 11 月 6 日'],
  ['12-30 1-3', '12 月 30 日到 2027 年 1 月 3 日'],
])('请假 %s means %s', async (typed, meant) => {
  const team = await startTeam()
  expect((await team.says('李雷', `请假 ${typed}`)).text).toContain(`记好了：${meant}你不在`)
})

test.each([
  ['请假 下下周', '日期「下下周」没读懂，还没记'],
  ['请假 11-25 很久', '从 11 月 25 日起，可是日期「很久」没读懂，还没记'],
  ['请假 11-25 11-28 回老家', '从 11 月 25 日起，可是「回老家」没读懂'],
  ['请假 2026-11-28 2026-11-25', '不是一年以内的一段日子'],
  ['请假 加', '从哪天到哪天'],
  ['请假 @没这人 11-25', '没有找到叫「没这人」的人'],
  ['请假 取消 12-24', '12 月 24 日没有请假，什么都没改'],
  ['请假 取消 随便', '日期「随便」没读懂'],
])('%s is answered, and nothing is noted', async (line, answer) => {
  const team = await startTeam()
  if (line.includes('取消')) await team.says('李雷', '请假 11-25')
  expect((await team.says('李雷', line)).text).toContain(answer)
  const shown = (await team.says('李雷', '/timeoff')).text
  expect(shown.includes('11 月')).toBe(line.includes('取消'))
})

describe('somebody else’s days off', () => {
  test('are entered by who leads them or an admin, who are answered for; the person is told and can take them back', async () => {
    const team = await startTeam()
    expect((await team.says('王经理', '/timeoff @李雷 11-25 11-28')).text).toContain(
      '记好了：李雷 11 月 25 日到 11 月 28 日不在，已经告诉 TA 了。',
    )
    const [told] = team.posts({ to: '李雷' })
    expect(told?.text).toContain('王经理帮你记了请假：11 月 25 日到 11 月 28 日')
    expect((await team.says('王经理', '请假')).text).toContain('李雷：11 月 25 日到 11 月 28 日')
    expect((await team.says('赵敏', '请假')).text).toContain('李雷：11 月 25 日到 11 月 28 日')
    expect((await team.says('韩梅梅', '请假')).text).not.toContain('李雷')
    if (told) expect((await team.presses('李雷', told, 'timeoff.cancel')).text).toContain('取消好了')

    await team.says('赵敏', '请假 @李雷 11-25')
    expect((await team.says('王经理', '请假 取消 @李雷')).text).toContain('取消好了：李雷 11 月 25 日')
    expect(team.posts({ to: '李雷' }).at(-1)?.text).toContain('王经理取消了你的请假')
  })

  test('are nobody else’s to enter or take back', async () => {
    const team = await startTeam()
    await team.says('李雷', '请假 11-25')
    for (const line of ['请假 @李雷 11-26', '请假 取消 @李雷'])
      expect((await team.says('韩梅梅', line)).text).toContain('只有李雷本人、主管和管理员能做')
    const own = await team.says('李雷', '请假')
    expect((await team.presses('周主管', own, 'timeoff.cancel')).text).toContain('只有李雷本人')
  })
})

test('by form, in English; which one is asked where there are several', async () => {
  const team = await startTeam({ locale: 'en' })
  const { form } = await team.presses('李雷', await team.says('李雷', '/timeoff'), 'Enter days off')
  expect((await team.submits('李雷', form, { from: 'soon' })).errors?.from).toContain('I could not read')
  expect((await team.submits('李雷', form, { from: '2026-11-25', to: '2026-11-24' })).errors?.to).toContain(
    'not a span',
  )
  await team.submits('李雷', form, { from: '2026-11-25', to: '2026-11-27' })
  await team.submits('李雷', form, { from: '2026-12-24' })
  const which = await team.says('李雷', '/timeoff cancel')
  expect(which.text).toContain('Which ones?')
  expect((await team.presses('李雷', which, 'Take back 24 Dec')).text).toBe('Taken back: 24 Dec.')
  expect((await team.says('李雷', '/timeoff cancel 11-26')).text).toBe('Taken back: 25 Nov – 27 Nov.')
})

describe('while somebody is on leave', () => {
  test('what is due waits for the first morning at work', async () => {
    const team = await startTeam()
    await team.says('李雷', '/improve add 打电话 due=2026-11-25')
    await team.says('韩梅梅', '/improve add 写方案 due=2026-11-21')
    await team.says('李雷', '请假 11-25 11-27')
    await team.until('2026-12-01T00:00:00.000Z')
    expect(team.posts({ to: '李雷' }).map(({ at }) => at)).toEqual(['2026-11-30T01:30:00.000Z'])
    expect(team.posts({ to: '韩梅梅' }).map(({ at }) => at)).toEqual([
      '2026-11-23T01:30:00.000Z',
      '2026-11-30T01:30:00.000Z', // a week later it is still open
    ])
  })

  test('a reminder waits no longer once the leave is taken back', async () => {
    const team = await startTeam()
    await team.says('李雷', '/improve add 打电话 due=2026-11-23')
    await team.says('李雷', '请假 11-23 12-11')
    await team.until('2026-11-24T02:00:00.000Z')
    expect(team.posts({ to: '李雷' })).toEqual([])
    await team.says('李雷', '请假 取消 今天')
    await team.app.tick()
    await team.app.deliverDue()
    expect(team.posts({ to: '李雷' })).toHaveLength(1)
  })

  test('who comes back in time is asked about what is overdue then; for a long leave the manager is', async () => {
    const team = await startTeam()
    for (const name of ['李雷', '韩梅梅']) {
      const { text } = await team.says(name, `/deal add ${name}的客户 12万`)
      await team.says(name, `/deal schedule ${/D-\d/.exec(text)?.[0]} 50%@2026-11-23 50%@2027-01-15`)
    }
    await team.says('李雷', '请假 11-24 11-25')
    await team.says('韩梅梅', '请假 11-24 12-24')
    await team.until('2026-11-26T02:00:00.000Z')
    const asked = (name: string) =>
      team.posts({ to: name }).filter(({ text }) => text.includes('还没到') || text.includes('还没回款'))
    expect(asked('李雷').map(({ at }) => at)).toEqual(['2026-11-26T01:30:00.000Z'])
    expect(asked('韩梅梅')).toEqual([])
    const [manager, ...more] = asked('王经理')
    expect(more).toEqual([])
    expect(manager?.at).toBe('2026-11-24T01:30:00.000Z')
    expect(manager?.text).toContain('韩梅梅 请假了，下面这些到期还没回款：')
  })

  test('protection that ends meanwhile is the manager’s to renew', async () => {
    const team = await startTeam()
    await team.says('李雷', '/register 华为')
    await team.says('李雷', '请假 12-17 12-31')
    await team.until('2026-12-18T02:00:00.000Z')
    expect(team.posts({ to: '李雷' })).toEqual([])
    const [told] = team.posts({ to: '王经理' })
    expect(told?.text).toContain('李雷 请假了，TA 有 1 家客户的保护期快到了')
    if (told) expect((await team.presses('王经理', told, '续期')).text).toContain('2027 年 1 月 17 日')
  })

  test('the deals of a manager’s people are confirmed by who leads them both', async () => {
    const team = await startTeam()
    await team.says('赵敏', '请假 @王经理 11-20 11-27')
    await team.says('李雷', '/deal add 华为 12万')
    await team.until('2026-11-20T12:00:00.000Z')
    expect(cards(team.posts({ to: '王经理' }))).toEqual([])
    expect(cards(team.posts({ to: '陈总' }))).toHaveLength(1)
  })
})

const cards = (posts: readonly Pick<Said, 'text'>[]) => posts.filter(({ text }) => text.includes('等你确认'))
