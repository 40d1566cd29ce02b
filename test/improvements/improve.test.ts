import { describe, expect, test } from 'vitest'
import { startTeam } from '../support/team.ts'

/** Friday 2026-11-20, 10:00 in Shanghai: when the usual company begins. */
describe('writing one down', () => {
  test('with a date, or for the next Friday', async () => {
    const team = await startTeam()
    expect((await team.says('李雷', '/improve add 给两家老客户打电话 due=11-25')).text).toContain(
      '记好了：I-1 给两家老客户打电话，11 月 25 日前。',
    )
    expect((await team.says('李雷', '改进 加 更新报价单')).text).toContain('I-2 更新报价单，11 月 27 日前。')
    const mine = await team.says('李雷', '改进')
    expect(mine.text).toMatch(
      /你有 2 条改进还没做完。[\s\S]*I-1 给两家老客户打电话 · 11 月 25 日前[\s\S]*I-2 更新报价单/,
    )
    expect((await team.says('韩梅梅', '改进')).text).toContain('你没有没做完的改进。')
  })

  test('for one’s people, who are told; not for others', async () => {
    const team = await startTeam()
    expect((await team.says('王经理', '改进 加 跟进华为 负责人=@李雷 截止=周三')).text).toContain(
      '给李雷记好了：I-1 跟进华为，11 月 25 日前。',
    )
    expect(team.posts({ to: '李雷' })[0]?.text).toContain(
      '王经理给你记了一条改进：I-1 跟进华为，11 月 25 日前。',
    )
    expect((await team.says('周主管', '改进 加 跟进华为 负责人=李雷')).text).toContain(
      '只有李雷的主管和管理员能给 TA 记改进。',
    )
    expect((await team.says('韩梅梅', '改进 加 跟进华为 负责人=李雷')).text).toContain('只有李雷')
    expect((await team.says('王经理', '改进 团队')).text).toMatch(
      /团队有 1 条改进还没做完。[\s\S]*@李雷 I-1 跟进华为/,
    )
    expect((await team.says('李雷', '改进 团队')).text).toContain('你没有带团队。')
  })

  test.each([
    ['改进 加', '想改进什么？'],
    ['改进 加 打电话 截止=大后年', '日期「大后年」没读懂，这条还没记。'],
    ['改进 加 打电话 截止=2026-11-01', '11 月 1 日已经过了，这条还没记。'],
    ['改进 加 打电话 负责人=李磊磊', '没有找到叫「李磊磊」的人'],
  ])('%s stores nothing and says why', async (typed, answer) => {
    const team = await startTeam()
    expect((await team.says('王经理', typed)).text).toContain(answer)
    expect((await team.says('王经理', '改进')).text).toContain('你没有没做完的改进。')
  })
})

describe('settling one', () => {
  test('its own full stop does not end the sentence about it', async () => {
    const team = await startTeam()
    expect((await team.says('李雷', '改进 加 更新报价单。')).text).toContain(
      'I-1 更新报价单，11 月 27 日前。',
    )
    expect((await team.says('李雷', '改进 做了 I-1')).text).toBe('I-1 做完了：更新报价单。')
  })

  test('done, postponed, dropped, each by its command', async () => {
    const team = await startTeam()
    for (const what of ['打电话', '写方案', '约拜访']) await team.says('李雷', `改进 加 ${what}`)
    expect((await team.says('李雷', '/improve done I-1')).text).toContain('I-1 做完了：打电话。')
    expect((await team.says('李雷', '改进 推迟 i2 12-04 客户出差')).text).toContain(
      'I-2 推到 12 月 4 日：写方案。',
    )
    expect((await team.says('李雷', '改进 不做了 I-3')).text).toContain('为什么不做了？把原因也写上')
    expect((await team.says('李雷', '改进 不做了 I-3 客户走了')).text).toContain(
      'I-3 不做了：约拜访。原因：客户走了',
    )
    const mine = await team.says('李雷', '改进')
    expect(mine.text).toContain('你有 1 条改进还没做完。')
    expect(mine.text).toContain('I-2 写方案 · 12 月 4 日前 · 推迟过 1 次')
    expect((await team.says('李雷', '改进 做了 I-1')).text).toContain('I-1 已经结束了。')
  })

  test('by the buttons of the list, which then shows what is left', async () => {
    const team = await startTeam()
    await team.says('李雷', '改进 加 打电话')
    await team.says('李雷', '改进 加 写方案')
    const list = await team.says('李雷', '改进')
    const left = await team.presses('李雷', list, '做了')
    expect(left.text).toContain('I-1 做完了：打电话。你有 1 条改进还没做完。')
    const later = await team.presses('李雷', left.replace ?? never(), '推到下周')
    expect(later.text).toContain('I-2 推到 11 月 27 日：写方案。')
    const asked = await team.presses('李雷', later.replace ?? never(), '不做了')
    expect((await team.submits('李雷', asked.form, {})).errors).toHaveProperty('reason')
    expect((await team.submits('李雷', asked.form, { reason: '客户走了' })).text).toContain('原因：客户走了')
    expect((await team.says('李雷', '改进')).text).toContain('你没有没做完的改进。')
    expect((await team.presses('李雷', list, '做了')).text).toContain('I-1 已经结束了。')
  })

  test('by who leads the person, who is told; not by colleagues', async () => {
    const team = await startTeam()
    await team.says('李雷', '改进 加 打电话')
    expect((await team.says('韩梅梅', '改进 做了 I-1')).text).toContain(
      '这条只有李雷本人、主管和管理员能改。',
    )
    expect((await team.says('周主管', '改进 做了 I-1')).text).toContain('这条只有李雷本人')
    expect((await team.says('王经理', '改进 做了 I-1')).text).toContain('I-1 做完了')
    expect(team.posts({ to: '李雷' })[0]?.text).toContain('王经理：I-1 做完了：打电话。')
  })

  test.each([
    ['改进 做了', '是哪一条？写上编号：改进 做了 I-7'],
    ['改进 做了 那条', '「那条」没读懂，写上编号'],
    ['改进 做了 I-9', '没有 I-9 这一条。'],
    ['改进 推迟 I-1 13-77', '日期「13-77」没读懂'],
    ['改进 推迟 I-1 2026-01-01', '已经过了'],
    ['改进 作了', '是不是想写：改进'],
  ])('%s changes nothing and says why', async (typed, answer) => {
    const team = await startTeam()
    await team.says('李雷', '改进 加 打电话')
    expect((await team.says('李雷', typed)).text).toContain(answer)
    expect((await team.says('李雷', '改进')).text).toContain('I-1 打电话 · 11 月 27 日前')
  })
})

describe('reminding', () => {
  test('on the day it is due at 09:30, one message for all of them, and only once', async () => {
    const team = await startTeam()
    await team.says('李雷', '改进 加 打电话 截止=11-25')
    await team.says('李雷', '改进 加 写方案 截止=11-25')
    await team.says('李雷', '改进 加 约拜访 截止=11-26')
    await team.says('李雷', '改进 加 早做完 截止=11-25')
    await team.says('李雷', '改进 做了 I-4')
    await team.until('2026-11-25T01:29:00.000Z')
    expect(team.posts({ to: '李雷' })).toEqual([])
    await team.until('2026-11-25T01:30:00.000Z')
    const [reminder, ...more] = team.posts({ to: '李雷' })
    expect(more).toEqual([])
    expect(reminder?.at).toBe('2026-11-25T01:30:00.000Z')
    expect(reminder?.text).toMatch(/今天有 2 条到期，做了吗？[\s\S]*打电话[\s\S]*写方案/)
    expect(reminder?.text).not.toContain('早做完')
    await team.presses('李雷', reminder ?? never(), '推到下周')
    await team.until('2026-11-26T12:00:00.000Z')
    expect(team.posts({ to: '李雷' }).map((post) => post.text.split('\n')[0])).toHaveLength(2)
    await team.until('2026-12-04T02:00:00.000Z')
    expect(team.posts({ to: '李雷' }).at(-1)?.text).toContain('I-1 打电话')
  })

  test('by two processes at the same instant, once; after downtime it says so', async () => {
    const team = await startTeam()
    await team.says('李雷', '改进 加 打电话 截止=11-25')
    team.clock.moveTo('2026-11-27T04:00:00.000Z')
    const second = team.openAnother()
    await Promise.all([team.app.tick(), second.tick()])
    await team.app.deliverDue()
    expect(team.posts({ to: '李雷' })).toHaveLength(1)
    expect(team.posts({ to: '李雷' })[0]?.text).toContain('这条到期时我不在线，做了吗？')
    expect(team.posts({ to: '李雷' })[0]?.text).toContain('过期 2 天')
  })

  test('not those who have left', async () => {
    const team = await startTeam()
    await team.says('张伟', '改进 加 打电话 截止=11-25')
    await team.database.write(async (tables) => {
      await tables.updateTable('person').set({ left_on: '2026-11-24' }).where('name', '=', '张伟').execute()
    })
    await team.until('2026-11-26T00:00:00.000Z')
    expect(team.posts({ to: '张伟' })).toEqual([])
  })
})

test('the home tab shows what I still mean to do', async () => {
  const team = await startTeam({ locale: 'en' })
  await team.says('李雷', '/improve add call two old customers due=11-25')
  expect((await team.opensHome('李雷')).text).toMatch(
    /My improvement items[\s\S]*I-1 call two old customers · due 25 Nov/,
  )
})

function never(): never {
  throw new Error('There is no such message.')
}
