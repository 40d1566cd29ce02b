import { describe, expect, test } from 'vitest'
import {
  FRIDAY_16,
  inThread,
  lastTo,
  MONDAY_9,
  MONDAY_10,
  THURSDAY,
  teamWithRituals,
  threads,
} from './team-with-rituals.ts'

describe('a week, from Friday to Monday', () => {
  test('in Chinese: the thread opens, everyone is asked, the answers appear, and Monday closes it', async () => {
    const team = await teamWithRituals()
    await team.says('李雷', '改进 加 找两家老客户转介绍 截止=周五')
    await team.says('李雷', '/deal add 华为 12万')
    await team.says('王经理', '/improve add 更新报价单 owner=@韩梅梅 due=11-30')
    await team.until('2026-11-20T07:59:00.000Z')
    expect(threads(team, '周复盘')).toEqual([])
    expect(lastTo(team, '李雷').text).toContain('今天到期，做了吗？')

    await team.until(FRIDAY_16)
    const [root, other, ...more] = threads(team, '周复盘')
    expect(more).toEqual([])
    expect(other?.text).toContain('市场部')
    expect(root?.place).toBe('retro')
    expect(root?.at).toBe(FRIDAY_16)
    expect(root?.text).toMatch(/签单\s+1/)
    expect(root?.text).toMatch(/签约额\s+12 万/)
    expect(root?.text).toMatch(
      /先看没做完的改进\n\n- @李雷 I-1 找两家老客户转介绍[^\n]+\n- @韩梅梅 I-2 更新报价单/,
    )
    expect(root?.text).toContain('3 位都会收到私信表单')

    const prompt = lastTo(team, '李雷')
    expect(prompt.text).toContain('这周 1 单、12 万。上次说要找两家老客户转介绍，做了吗？')
    expect(prompt.text).toContain('〔做了〕 〔推到下周〕 〔不做了〕')
    expect(prompt.text).toContain('再写一条亮点、一条想改的就行，周一 10:00 前都可以。')
    expect(lastTo(team, '张伟').text).toContain('写一条亮点、一条想改的就行')
    expect(lastTo(team, '王经理').text).not.toContain('复盘')

    const settled = await team.presses('李雷', prompt, '做了')
    expect(settled.view?.summary).toBe('I-1 做完了：找两家老客户转介绍。')
    const { form } = await team.presses('李雷', prompt, '填写')
    expect(form?.fields[0]).toEqual({ kind: 'note', text: '这周 1 单、12 万。' })
    const said = await team.submits('李雷', form, {
      highlight: '拿下华为',
      improvement: '报价前先问预算',
      shortfall: '跟进慢了',
    })
    expect(said.text).toContain('想改的记成了 I-3，11 月 27 日前，到那天我提醒你。不足只发给了主管。')

    const [answer] = inThread(team, root)
    expect(answer?.text).toMatch(/@李雷[\s\S]*亮点：拿下华为[\s\S]*改进：报价前先问预算 · I-3，11 月 27 日前/)
    expect(answer?.text).not.toContain('跟进慢了')
    expect(lastTo(team, '王经理').text).toMatch(/李雷第 47 周的复盘，只给你看：[\s\S]*不足：跟进慢了/)
    expect(lastTo(team, '李雷').text).toContain('你的已经填好了，周一 10:00 前都可以改。')

    await team.until(MONDAY_9)
    expect(lastTo(team, '韩梅梅').text).toContain('你的周复盘还空着，周一 10:00 收。')
    expect(team.posts({ to: '李雷' }).filter((post) => post.text.includes('还空着'))).toEqual([])
    const late = await team.presses('韩梅梅', lastTo(team, '韩梅梅'), '填写')
    await team.submits('韩梅梅', late.form, { highlight: '老客户续约', improvement: '周三前约好拜访' })

    await team.until(MONDAY_10)
    const summary = inThread(team, root).at(-1)
    expect(summary?.at).toBe(MONDAY_10)
    expect(summary?.text).toContain('总结 · 销售一部 · 第 47 周')
    expect(summary?.text).toContain('3 人里 2 人参与，要跟进的改进 3 条。')
    expect(summary?.text).toMatch(/亮点\n\n- @李雷 拿下华为\n- @韩梅梅 老客户续约/)
    expect(summary?.text).toMatch(
      /改进清单\n\n- @李雷 I-3 报价前先问预算 · 11 月 27 日前 · 来自第 47 周复盘\n- @韩梅梅 I-4 周三前约好拜访/,
    )
    expect(summary?.text).toMatch(/之前留下的\n\n- @韩梅梅 I-2 更新报价单/)
    expect(threads(team, '周复盘')[0]?.text).toContain('已经收了：3 人里 2 人参与，总结在讨论串里。')
    expect(team.posts({ to: '张伟' })[0]?.text).toContain('这次复盘已经收了')

    expect(team.failures).toEqual([])
  })

  test('in English', async () => {
    const team = await teamWithRituals({ locale: 'en', currency: 'USD' })
    await team.says('李雷', '/improve add ask two customers for referrals due=friday')
    await team.says('李雷', '/deal add Huawei 120k')
    await team.until(FRIDAY_16)

    const [root] = threads(team, 'Weekly retro')
    expect(root?.text).toContain('Weekly retro · 销售一部 · week 47')
    expect(root?.text).toContain('First, what is still open')
    const prompt = lastTo(team, '李雷')
    expect(prompt.text).toContain(
      '1 deal, $120,000 this week. Last time you meant to: ask two customers for referrals. Done?',
    )
    expect(prompt.text).toContain(
      'Then one highlight and one thing to improve, any time before Monday 10:00.',
    )

    const { form } = await team.presses('李雷', prompt, 'Fill in')
    const item = form?.fields.find((field) => field.kind === 'choice')
    await team.submits('李雷', form, {
      highlight: 'Huawei is in',
      improvement: 'ask for the budget first',
      ...(item?.kind === 'choice' ? { [item.name]: 'next-week' } : {}),
    })
    expect((await team.says('李雷', '/improve')).text).toMatch(
      /I-1 ask two customers for referrals · due 27 Nov · postponed once/,
    )

    await team.until(MONDAY_10)
    const summary = inThread(team, root).at(-1)
    expect(summary?.text).toContain('1 of 3 took part, 2 improvements to follow up.')
    expect(summary?.text).toMatch(
      /Improvement list\n\n- @李雷 I-2 ask for the budget first · due 27 Nov · retro of week 47/,
    )
    expect(summary?.text).toMatch(/Carried over\n\n- @李雷 I-1 ask two customers/)
    expect(team.failures).toEqual([])
  })
})

describe('answering', () => {
  test('the same submission three times, and by two processes, is one answer', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    const { form } = await team.presses('李雷', lastTo(team, '李雷'), '填写')
    const words = { highlight: '拿下华为', improvement: '先问预算', shortfall: '慢' }
    await team.submits('李雷', form, words, 'same')
    await team.submits('李雷', form, words, 'same')
    const again = await team.submits('李雷', form, words, 'another')
    expect(again.text).toContain('已经是这样了，没有变化。')

    const second = team.openAnother()
    const event = (delivery: string) => ({
      kind: 'submit' as const,
      form: 'retro.answer',
      values: { highlight: '续约', improvement: '早点拜访' },
      state: form?.state ?? '',
      platform: 'test',
      home: team.home,
      by: { id: team.id('韩梅梅') },
      at: FRIDAY_16,
      delivery,
    })
    await Promise.all([team.app.receive(event('x')), second.receive(event('y'))])
    await team.app.deliverDue()

    const [root] = threads(team, '周复盘')
    expect(inThread(team, root)).toHaveLength(2)
    expect(team.posts({ to: '王经理' })).toHaveLength(1)
    expect((await team.says('李雷', '改进')).text).toContain('你有 1 条改进还没做完。')
    expect((await team.says('韩梅梅', '改进')).text).toContain('你有 1 条改进还没做完。')
  })

  test('an answer can be changed until the close: thread, item and the private word follow', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    const { form } = await team.presses('李雷', lastTo(team, '李雷'), '填写')
    const first = await team.submits('李雷', form, {
      highlight: '拿下华为',
      improvement: '先问预算',
      shortfall: '慢',
    })

    const reopened = await team.presses('李雷', first, '修改')
    expect(
      reopened.form?.fields.find((field) => 'name' in field && field.name === 'improvement'),
    ).toMatchObject({
      initial: '先问预算',
    })
    await team.submits('李雷', reopened.form, { improvement: '先问预算和决策人', share: ['share'] })

    const [root] = threads(team, '周复盘')
    const [answer, ...more] = inThread(team, root)
    expect(more).toEqual([])
    expect(answer?.text).toContain('改过')
    expect(answer?.text).toContain('改进：先问预算和决策人 · I-1')
    expect(answer?.text).toContain('不足：慢')
    expect(team.posts({ to: '王经理' }).map((post) => post.text)).toEqual(['李雷已经把这段发到讨论串了。'])
    expect((await team.says('李雷', '改进')).text).toContain('I-1 先问预算和决策人')

    const back = await team.presses('李雷', first, '修改')
    await team.submits('李雷', back.form, { share: [], shortfall: '还是慢' })
    expect(lastTo(team, '王经理').text).toContain('不足：还是慢')
    expect(inThread(team, root)[0]?.text).not.toContain('不足')
  })

  test('highlight and improvement are needed, and a reason for what is dropped', async () => {
    const team = await teamWithRituals()
    await team.says('李雷', '改进 加 打电话')
    await team.until(FRIDAY_16)
    const { form } = await team.presses('李雷', lastTo(team, '李雷'), '填写')
    const empty = await team.submits('李雷', form, { highlight: ' ' })
    expect(empty.errors).toEqual({ highlight: '写一句做得好的地方。', improvement: '写一句想改的。' })

    const item = form?.fields.find((field) => field.kind === 'choice')
    const name = item && 'name' in item ? item.name : ''
    const words = { highlight: '好', improvement: '改', [name]: 'dropped' }
    expect((await team.submits('李雷', form, words)).errors).toEqual({
      drop_reason: '写几个字，为什么不做了。',
    })
    await team.submits('李雷', form, { ...words, drop_reason: '客户走了' })
    expect((await team.says('李雷', '改进')).text).not.toContain('打电话')
  })

  test('who was not asked is told so kindly', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    const [root] = threads(team, '周复盘')
    const answer = await team.presses('吴婷', root ?? never(), '填我的')
    expect(answer.form).toBeUndefined()
    expect(answer.text).toContain('这次复盘没有邀请你填')
  })

  test('a customer-like hostile text stays text', async () => {
    const team = await teamWithRituals()
    await team.until(FRIDAY_16)
    const { form } = await team.presses('李雷', lastTo(team, '李雷'), '填写')
    const hostile = '<!channel> *x* <b>'
    const endless = { highlight: '长'.repeat(10_000), improvement: '长'.repeat(301) }
    expect(Object.keys((await team.submits('李雷', form, endless)).errors ?? {})).toEqual(['highlight'])
    const long = { ...endless, highlight: `${hostile} ${'长'.repeat(2_900)}` }
    expect((await team.submits('李雷', form, long)).errors?.improvement).toContain('超过了 300 个字')
    await team.submits('李雷', form, { ...long, improvement: hostile })
    const [root] = threads(team, '周复盘')
    expect(JSON.stringify(inThread(team, root)[0]?.view)).toContain(
      '"kind":"plain","text":"<!channel> *x* <b>',
    )
    expect(team.failures).toEqual([])
  })
})

test('who lives in another zone is asked in the morning there, not at night', async () => {
  const team = await teamWithRituals()
  await team.database.write(async (tables) => {
    await tables.updateTable('person').set({ zone: 'America/New_York' }).where('name', '=', '张伟').execute()
  })
  await team.until(FRIDAY_16)
  expect(team.posts({ to: '张伟' })).toEqual([])
  await team.until('2026-11-20T14:00:00.000Z')
  expect(team.posts({ to: '张伟' })[0]?.at).toBe('2026-11-20T14:00:00.000Z')
})

test('a team in another zone opens on its own Friday afternoon', async () => {
  const team = await teamWithRituals()
  await team.database.write(async (tables) => {
    await tables.updateTable('team').set({ zone: 'Europe/Berlin' }).where('name', '=', '市场部').execute()
  })
  await team.until('2026-11-20T15:00:00.000Z')
  expect(threads(team, '周复盘').map((post) => post.at)).toEqual([FRIDAY_16, '2026-11-20T15:00:00.000Z'])
})

test('who joins later is asked the next time, and who has left is not nudged', async () => {
  const team = await teamWithRituals({ at: THURSDAY })
  await team.until(FRIDAY_16)
  await team.database.write(async (tables) => {
    await tables.updateTable('person').set({ left_on: '2026-11-21' }).where('name', '=', '张伟').execute()
  })
  await team.until(MONDAY_9)
  expect(team.posts({ to: '张伟' })).toHaveLength(1)
  await team.until('2026-11-27T08:00:00.000Z')
  expect(team.posts({ to: '张伟' })).toHaveLength(1)
  expect(threads(team, '周复盘').at(-2)?.text).toContain('2 位都会收到私信表单')
})

function never(): never {
  throw new Error('There is no thread.')
}
