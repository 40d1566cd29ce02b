import { describe, expect, test } from 'vitest'
import { engines } from '../support/databases.ts'
import type { Team } from '../support/team.ts'
import { answers, asks, makes, SURVEY } from './made.ts'
import { inThread, lastTo, teamWithRituals, threads } from './team-with-rituals.ts'

const FRIDAY_17 = '2026-11-20T09:00:00.000Z'
/** Asked to at 09:30, but within an hour of the weekly retro's own reminder. */
const MONDAY_NUDGE = '2026-11-23T02:00:00.000Z'
const MONDAY_18 = '2026-11-23T10:00:00.000Z'

/** 客户之声, every Friday at five, with a question of each kind. */
async function survey(team: Team) {
  const made = await makes(team, '王经理', {
    template: 'custom-questions',
    name: '客户之声',
    schedule: '每周五下午5点',
  })
  const last = await asks(team, '王经理', made.form, ...SURVEY)
  return team.presses('王经理', last, '开始用')
}

const thread = (team: Team) => threads(team, '客户之声 · 销售一部')[0]

describe.each(engines)('questions of one’s own, $name', (engine) => {
  test('are asked once, nudged once, summed up by their type, and what is late is marked', async () => {
    const team = await teamWithRituals({ database: await engine.open() })
    expect((await survey(team)).text).toContain('下次周五 17:00')
    await team.until(FRIDAY_17)
    expect(thread(team)?.text).toContain('已私下问 3 人，周一 18:00 收')
    const prompt = lastTo(team, '李雷')
    expect(prompt.text).toContain('客户之声：有 8 个问题想问你')

    const { form } = await team.presses('李雷', prompt, '填写')
    const wrong = await answers(team, '李雷', form, { 拜访了几家: '好多', 心情: '9', 卡在哪: '别的' })
    expect(Object.values(wrong.errors ?? {})).toEqual([
      '这一项要填。',
      '「好多」没读懂，不像一个数，比如可以写 12.5 或 3万。',
      '请从给出的选项里选。',
      '请从给出的选项里选。',
    ])
    const li = {
      本周客户反馈: '都嫌价格高',
      拜访了几家: '12家',
      心情: '4',
      卡在哪: '<!channel>',
      谁帮了你: team.id('韩梅梅'),
      只对主管说: '想换区域',
      下周改一件事: '先问预算',
      改好日期: '2026-12-04',
    }
    const saved = await answers(team, '李雷', form, li)
    expect(saved.text).toContain('记好了。已发到讨论串。记成改进 I-1。')
    expect((await answers(team, '李雷', form, li)).text).toContain('没有改动')
    expect(inThread(team, thread(team)).map(({ text }) => text)).toEqual([
      expect.stringMatching(
        /^@李雷\n+本周客户反馈：都嫌价格高[\s\S]*拜访了几家：12 家[\s\S]*谁帮了你：韩梅梅/,
      ),
    ])
    expect(inThread(team, thread(team))[0]?.text).not.toMatch(/想换区域|心情/)
    expect((await team.says('李雷', '/improve')).text).toContain('I-1 先问预算 · 12 月 4 日前')
    await answers(team, '韩梅梅', (await team.says('韩梅梅', '/ritual answer')).form, {
      本周客户反馈: '交付慢',
      拜访了几家: '5',
      心情: '2',
      谁帮了你: team.id('李雷'),
    })

    await team.until(MONDAY_NUDGE)
    expect(lastTo(team, '张伟').text).toContain('就差你的了')
    expect(team.posts({ to: '李雷' }).filter(({ text }) => text.includes('客户之声'))).toHaveLength(1)
    await team.until(MONDAY_18)
    const summary = inThread(team, thread(team)).at(-1)
    expect(summary?.text).toContain('3 人里 2 人答了。')
    expect(summary?.text).toContain('平均 8.5 家 · 中位数 8.5 家 · 最小 5 家 最大 12 家 · 2 人')
    expect(summary?.text).toContain('不到 3 人答')
    expect(summary?.text).toMatch(/价格 1 人里 0 人[\s\S]*<!channel> 1 人里 1 人/)
    expect(summary?.text).not.toContain('想换区域')
    expect(lastTo(team, '王经理').text).toMatch(/只给你看[\s\S]*@李雷 想换区域/)
    expect(thread(team)?.text).toContain('已经收了：3 人里 2 人答了')

    const prompted = team.posts({ to: '张伟' }).find(({ text }) => text.includes('客户之声'))
    const late = await team.presses('张伟', prompted ?? prompt, '填写')
    expect(late.form?.fields).toHaveLength(7)
    expect((await answers(team, '张伟', late.form, { 本周客户反馈: '竞品降价' })).text).toContain('标了迟交')
    expect(inThread(team, thread(team)).at(-1)?.text).toContain('@张伟 · 迟交')
    expect(inThread(team, thread(team)).find(({ id }) => id === summary?.id)?.text).toContain(
      '3 人里 3 人答了，其中 1 人迟交',
    )
    expect((await answers(team, '李雷', form, { ...li, 拜访了几家: '13' })).text).toContain('按原来的')
    await team.until('2026-11-27T09:00:00.000Z')
    expect(threads(team, '客户之声 · 销售一部')).toHaveLength(2)
    expect(team.failures).toEqual([])
  }, 60_000)

  test('without a name are nobody’s once they are closed', async () => {
    const team = await teamWithRituals({ database: await engine.open() })
    await survey(team)
    await team.until(FRIDAY_17)
    for (const [who, mood] of [
      ['李雷', '1'],
      ['韩梅梅', '4'],
      ['张伟', '4'],
    ] as const)
      await answers(team, who, (await team.says(who, '仪式 回答')).form, { 本周客户反馈: '还行', 心情: mood })
    await team.until(MONDAY_18)
    const summary = inThread(team, thread(team)).at(-1)
    expect(summary?.text).toMatch(
      /心情[\s\S]*1 1 · 2 0 · 3 0 · 4 2 · 5 0[\s\S]*1 · 很差；5 · 很好；平均 3 · 3 人/,
    )
    const rows = await team.database.reads
      .selectFrom('asked_answer')
      .select(['person', 'answered_at', 'visible'])
      .where('visible', 'in', ['anonymous', 'sealed'])
      .execute()
    expect(rows).toEqual(Array(3).fill({ person: '', answered_at: MONDAY_18, visible: 'anonymous' }))
  }, 60_000)
})

test('who is on leave is neither asked nor counted; nobody there, and it is left out', async () => {
  const team = await teamWithRituals()
  await survey(team)
  await team.says('李雷', '/timeoff 11-20 11-24')
  await team.until(FRIDAY_17)
  expect(thread(team)?.text).toContain('已私下问 2 人')
  await team.until(MONDAY_18)
  expect(inThread(team, thread(team)).at(-1)?.text).toContain('问了 2 人，还没有人答')
  for (const who of ['李雷', '韩梅梅', '张伟']) await team.says(who, '/timeoff 11-26 11-30')
  await team.until('2026-11-30T10:00:00.000Z')
  expect(threads(team, '客户之声 · 销售一部')).toHaveLength(1)
  expect((await team.says('王经理', '/ritual history 客户之声')).text).toMatch(/第 48 周[^\n]+没开/)
})

test('where everybody of its audience has left, it is left out', async () => {
  const team = await teamWithRituals()
  const named = { audience: 'people', people: [team.id('李雷')], schedule: '每周五下午5点', name: '客户之声' }
  await makes(team, '王经理', { template: 'pdca', ...named })
  await team.says('赵敏', '/drumbeat left @李雷 2026-11-19')
  await team.until(FRIDAY_17)
  expect(thread(team)).toBeUndefined()
  expect((await team.says('王经理', '/ritual history 客户之声')).text).toMatch(/第 47 周[^\n]+没开/)
  expect((await team.says('王经理', '/ritual preview 客户之声')).text).toContain('问的人都已经不在了')
  expect(team.failures).toEqual([])
})

test('two processes at the same moment open one thread, and a removed one asks nobody any more', async () => {
  const team = await teamWithRituals()
  await survey(team)
  team.clock.moveTo(FRIDAY_17)
  const other = team.openAnother()
  await Promise.all([team.app.tick(), other.tick()])
  await team.app.deliverDue()
  expect(threads(team, '客户之声 · 销售一部')).toHaveLength(1)
  expect(team.posts({ to: '李雷' }).filter(({ text }) => text.includes('客户之声'))).toHaveLength(1)

  const { form } = await team.says('李雷', '/ritual answer')
  const asked = await team.says('王经理', '/ritual remove 客户之声')
  await team.presses('王经理', asked, '不再开')
  expect(thread(team)).toBeUndefined()
  expect(
    team
      .posts({ to: '李雷' })
      .map(({ text }) => text)
      .join(),
  ).toContain('客户之声不开了。')
  expect((await answers(team, '李雷', form, { 本周客户反馈: '晚了' })).text).toContain('已经收了')
  await team.until(MONDAY_18)
  expect(team.posts().filter(({ text }) => text.includes('总结 · 客户之声'))).toEqual([])
})

test('in English all of it is said in English', async () => {
  const team = await teamWithRituals({ locale: 'en' })
  const made = await makes(team, '王经理', { template: 'four-ls', schedule: 'every Friday at 5pm' })
  expect(made.text).toMatch(/4L retro · 销售一部 is there. The first one: Friday 17:00/)
  await team.until(FRIDAY_17)
  const { form } = await team.says('李雷', '/ritual answer')
  await team.submits('李雷', form, { liked: 'the demo', longed: 'more time' })
  await team.until(MONDAY_18)
  const summary = inThread(team, threads(team, '4L retro')[0]).at(-1)
  expect(summary?.text).toMatch(
    /1 of 3 answered\.[\s\S]*Liked: what went well\?[\s\S]*@李雷 the demo[\s\S]*Improvement items[\s\S]*I-1 more time/,
  )
})
