import { describe, expect, test } from 'vitest'
import { startTeam } from '../support/team.ts'
import { FRIDAY_16, inThread, lastTo, MONDAY_10, teamWithRituals, threads } from './team-with-rituals.ts'

describe('/retro', () => {
  test('opens my form while I have not answered, then shows how it stands', async () => {
    const team = await teamWithRituals()
    expect((await team.says('李雷', '周复盘')).text).toContain('销售一部的下一次复盘 周五 16:00 开。')
    await team.until(FRIDAY_16)
    const mine = await team.says('李雷', '/retro')
    expect(mine.form?.form).toBe('retro.answer')
    await team.submits('李雷', mine.form, { highlight: '好', improvement: '改' })

    const state = await team.says('李雷', '/retro')
    expect(state.text).toContain('销售一部第 47 周的复盘：3 人里 1 人填了，周一 10:00 收。')
    expect(state.text).toContain('已填：李雷')
    expect(state.text).not.toContain('还没填')
    const managers = await team.says('王经理', '复盘')
    expect(managers.text).toMatch(/还没填：(?:张伟、韩梅梅|韩梅梅、张伟)/)
    expect(managers.text).not.toContain('市场部')
    expect((await team.says('陈总', '复盘')).text).toContain('市场部')
  })

  test('where no retro has been set up it says who can do that', async () => {
    const team = await startTeam()
    expect((await team.says('李雷', '/retro')).text).toContain('请管理员设置：战鼓 设置团队')
    expect((await team.says('王经理', '/retro now')).text).toContain('请管理员设置：战鼓 设置团队')
  })
})

describe('/retro now', () => {
  test('opens this week’s at once, and Friday does not repeat it', async () => {
    const team = await teamWithRituals()
    expect((await team.says('王经理', '/retro now')).text).toContain('销售一部的复盘开始了。')
    const [root] = threads(team, '周复盘')
    expect(root?.text).toContain('王经理提前开的。')
    expect(lastTo(team, '李雷').text).toContain('周一 10:00 前都可以')
    expect((await team.says('王经理', '周复盘 现在')).text).toContain('第 47 周的复盘已经开过了')

    await team.until(FRIDAY_16)
    expect(threads(team, '周复盘').map((post) => post.text.split('\n')[0])).toEqual([
      '周复盘 · 销售一部 · 第 47 周',
      '周复盘 · 市场部 · 第 47 周',
    ])
    expect((await team.says('韩梅梅', '/retro')).form).toBeDefined()
    await team.until(MONDAY_10)
    expect(inThread(team, root)).toHaveLength(1)
    await team.until('2026-11-27T08:00:00.000Z')
    expect(threads(team, '周复盘')).toHaveLength(4)
  })

  test('is for who leads a team; who leads several names one', async () => {
    const team = await teamWithRituals()
    expect((await team.says('李雷', '/retro now')).text).toContain('主管或管理员')
    expect((await team.says('陈总', '/retro now')).text).toMatch(
      /是哪个团队？写在后面：(?:市场部、销售一部|销售一部、市场部)/,
    )
    expect((await team.says('王经理', '/retro now 市场部')).text).toContain(
      '没有找到「市场部」的复盘。有这些：销售一部',
    )
    expect((await team.says('陈总', '/retro now 市场部')).text).toContain('市场部的复盘开始了。')
    expect(threads(team, '周复盘')).toHaveLength(1)
  })
})

describe('/retro skip', () => {
  test('leaves this week out, says so, and the next one comes', async () => {
    const team = await teamWithRituals()
    expect((await team.says('王经理', '/retro skip')).text).toContain('第 47 周的复盘不开了，下周照常。')
    expect(team.posts({ in: 'retro' })[0]?.text).toContain('第 47 周的复盘不开了（王经理）。')
    expect((await team.says('王经理', '/retro skip')).text).toContain('已经说好不开了')
    expect((await team.says('王经理', '/retro')).text).toContain('下一次复盘 11 月 27 日 16:00 开。')
    await team.until(MONDAY_10)
    expect(threads(team, '周复盘').map((post) => post.text.split('\n')[0])).toEqual([
      '周复盘 · 市场部 · 第 47 周',
    ])
    await team.until('2026-11-27T08:00:00.000Z')
    expect(threads(team, '周复盘')).toHaveLength(3)
  })

  test('comes too late for what is open, and can be thought better of', async () => {
    const team = await teamWithRituals()
    await team.says('周主管', '/retro skip')
    expect((await team.says('周主管', '/retro now')).text).toContain('市场部的复盘开始了。')
    expect((await team.says('周主管', '/retro skip')).text).toContain('已经开过了')
  })
})

describe('/retro summary', () => {
  test('shows the last one, or the week named, to those it concerns', async () => {
    const team = await teamWithRituals()
    expect((await team.says('李雷', '/retro summary')).text).toContain('还没有开过复盘。')
    await team.until(FRIDAY_16)
    const { form } = await team.says('李雷', '/retro')
    await team.submits('李雷', form, { highlight: '拿下华为', improvement: '先问预算' })
    await team.until('2026-11-27T08:00:00.000Z')

    expect((await team.says('李雷', '/retro summary')).text).toContain('第 48 周')
    const named = await team.says('李雷', '周复盘 总结 W47')
    expect(named.text).toContain('总结 · 销售一部 · 第 47 周')
    expect(named.text).toContain('拿下华为')
    expect((await team.says('李雷', '周复盘 总结 第47周')).text).toContain('拿下华为')
    expect((await team.says('李雷', '/retro summary 2026-W47')).text).toContain('拿下华为')
    expect((await team.says('吴婷', '/retro summary W47')).text).not.toContain('拿下华为')
    expect((await team.says('赵敏', '/retro summary W47 销售一部')).text).toContain('拿下华为')
    expect((await team.says('李雷', '/retro summary W40')).text).toContain('第 40 周没有开过复盘。')
    expect((await team.says('李雷', '/retro summary W77')).text).toContain('「W77」没读懂是哪一周')
  })
})

test('the home tab asks for my words until I have given them', async () => {
  const team = await teamWithRituals()
  expect((await team.opensHome('李雷')).text).not.toContain('你的周复盘还空着')
  await team.until(FRIDAY_16)
  const home = await team.opensHome('李雷')
  expect(home.text).toContain('你的周复盘还空着，周一 10:00 收。')
  const { form } = await team.presses('李雷', home.home ?? never(), 'retro.fill')
  await team.submits('李雷', form, { highlight: '好', improvement: '改' })
  expect((await team.opensHome('李雷')).text).not.toContain('你的周复盘还空着')
})

function never(): never {
  throw new Error('There is no home tab.')
}
