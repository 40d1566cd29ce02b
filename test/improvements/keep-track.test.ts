import { describe, expect, test } from 'vitest'
import { median } from '../../src/improvements/stats.ts'
import { type Posted, startTeam, type Team } from '../support/team.ts'

const AFTER_WEEKS = '2026-12-08T03:00:00.000Z'

describe('what happens to an item', () => {
  test('is kept with who, when and why, and shown by its number', async () => {
    const team = await startTeam()
    await team.says('李雷', '改进 加 更新报价单 截止=11-25')
    await team.says('李雷', '改进 推迟 I-1 11-27 客户出差')
    await team.says('王经理', '改进 推迟 I-1 12-04')
    await team.says('李雷', '改进 交给 I-1 @韩梅梅 我去出差')
    team.clock.moveTo('2026-11-24T02:00:00.000Z')
    await team.says('韩梅梅', '改进 不做了 I-1 客户走了')
    const shown = await team.says('张伟', '改进 I-1')
    expect(shown.text).toContain(
      [
        '- 11 月 20 日 李雷 记下，11 月 25 日前',
        '- 11 月 20 日 李雷 从 11 月 25 日 推到 11 月 27 日 · 客户出差',
        '- 11 月 20 日 王经理 从 11 月 27 日 推到 12 月 4 日',
        '- 11 月 20 日 李雷 从李雷交给韩梅梅 · 我去出差',
        '- 11 月 24 日 韩梅梅 不做了 · 客户走了',
      ].join('\n'),
    )
    expect(shown.text).not.toContain('〔')
    expect((await team.says('吴婷', '/improve I-1')).text).toContain('只有负责人、同团队的人和主管能看')
    expect((await team.says('李雷', '/improve show I-9')).text).toContain('没有 I-9 这一条')
  })

  test('in English, by buttons', async () => {
    const team = await startTeam({ locale: 'en' })
    const asked = await team.presses('李雷', await team.says('李雷', '/improve'), 'Write one down')
    expect(
      (await team.submits('李雷', asked.form, { due: '2026-11-01', what: 'call' })).errors,
    ).toHaveProperty('due')
    expect((await team.submits('李雷', asked.form, { what: ' ' })).errors).toHaveProperty('what')
    const refused = await team.submits('李雷', asked.form, { what: 'call', owner: team.id('吴婷') })
    expect(refused.errors).toHaveProperty('owner')
    await team.submits('李雷', asked.form, { what: 'call', due: '2026-11-25' })

    const item = await team.presses('李雷', await team.says('李雷', '/improve'), 'More')
    const dated = await team.presses('李雷', item, 'Other date')
    expect((await team.submits('李雷', dated.form, { due: 'soon' })).errors).toHaveProperty('due')
    await team.submits('李雷', dated.form, { due: '2026-12-01', reason: 'travelling' })
    const given = await team.presses('李雷', item, 'Give it to someone')
    expect((await team.submits('李雷', given.form, { owner: team.id('韩梅梅') })).text).toContain(
      'I-1 is now 韩梅梅’s: call, due 1 Dec.',
    )
    expect((await team.says('韩梅梅', '/improve I-1')).text).toMatch(
      /李雷 written down, due 25 Nov\n[^\n]*moved from 25 Nov to 1 Dec · travelling\n[^\n]*handed from 李雷 to 韩梅梅/,
    )
  })
})

describe('handing over', () => {
  test('tells who has it now and who had it, and asks on the day', async () => {
    const team = await startTeam()
    await team.says('李雷', '改进 加 更新报价单 截止=11-25')
    const said = await team.says('王经理', '改进 交给 I-1 @张伟 李雷休假')
    expect(said.text).toContain('I-1 现在归张伟：更新报价单，11 月 25 日前。')
    expect(last(team, '张伟').text).toContain(
      '王经理把 I-1 交给你：更新报价单，11 月 25 日前。原因：李雷休假',
    )
    expect(last(team, '李雷').text).toContain('王经理：I-1 现在归张伟')
    expect((await team.says('李雷', '改进')).text).toContain('你没有没做完的改进。')
    await team.until('2026-11-25T02:00:00.000Z')
    expect(last(team, '张伟').text).toContain('今天到期，做了吗？')
    expect(team.posts({ to: '李雷' })).toHaveLength(1)
  })

  test.each([
    ['李雷', '改进 交给 I-1', 'I-1 交给谁？'],
    ['李雷', '改进 交给 I-1 @李磊磊', '没有找到叫「李磊磊」的人'],
    ['李雷', '改进 交给 I-1 @吴婷', '吴婷都不是'],
    ['李雷', '改进 交给 I-1 @李雷', 'I-1 已经是李雷的了'],
    ['韩梅梅', '改进 交给 I-1 @韩梅梅', '这条只有李雷本人、主管和管理员能改。'],
    ['周主管', '改进 交给 I-1 @吴婷', '这条只有李雷本人'],
  ])('%s: %s changes nothing and says why', async (who, typed, answer) => {
    const team = await startTeam()
    await team.says('李雷', '改进 加 打电话')
    expect((await team.says(who, typed)).text).toContain(answer)
    expect((await team.says('李雷', '改进 I-1')).text).not.toContain('交给韩')
    expect((await team.says('李雷', '改进')).text).toContain('I-1 打电话')
  })

  test('by two at once, both happen one after the other, and both are kept', async () => {
    const team = await startTeam()
    await team.says('李雷', '改进 加 打电话')
    const said = await Promise.all([
      team.says('李雷', '改进 交给 I-1 @韩梅梅'),
      team.says('王经理', '改进 交给 I-1 @张伟'),
    ])
    expect(said.filter(({ text }) => text.includes('现在归'))).toHaveLength(2)
    const { text } = await team.says('王经理', '改进 I-1')
    expect(text.match(/交给/g)?.length).toBeGreaterThanOrEqual(2)
  })
})

describe('what stays open', () => {
  test('shows its age and is asked about again each week, on days at work', async () => {
    const team = await startTeam()
    await team.says('李雷', '改进 加 打电话 截止=11-25')
    await team.says('李雷', '改进 加 写方案 截止=2027-01-29')
    await team.until('2026-11-25T01:30:00.000Z')
    expect(last(team, '李雷').text).toContain('今天到期')
    await team.says('李雷', '请假 12-02')
    await team.until('2026-12-02T12:00:00.000Z')
    expect(team.posts({ to: '李雷' })).toHaveLength(1)
    await team.until('2026-12-03T01:30:00.000Z')
    expect(last(team, '李雷').text).toContain('这条还开着，还留着吗？')
    expect(last(team, '李雷').text).toContain('过期 8 天 · 开了 9 个工作日')
    await team.says('李雷', '改进 推迟 I-1 12-11')
    await team.says('李雷', '改进 推迟 I-1 12-18')
    expect((await team.says('李雷', '改进')).text).toContain('开了 9 个工作日 · 推迟过 2 次')
    await team.until('2026-12-11T12:00:00.000Z')
    expect(team.posts({ to: '李雷' })).toHaveLength(2)
  })

  test('with somebody who has left, their manager is asked who takes over', async () => {
    const team = await startTeam()
    await team.says('张伟', '改进 加 打电话 截止=11-25')
    await team.says('赵敏', '/drumbeat left @张伟 2026-11-23')
    await team.until('2026-11-25T02:00:00.000Z')
    expect(team.posts({ to: '张伟' })).toEqual([])
    const asked = last(team, '王经理')
    expect(asked.text).toContain('张伟已经离开，还有 1 条改进开着，谁来接？')
    expect((await team.says('王经理', '改进 团队')).text).toContain('@张伟 I-1 打电话')
    const { form } = await team.presses('王经理', await team.presses('王经理', asked, '更多'), '交给别人')
    await team.submits('王经理', form, { owner: team.id('李雷') })
    expect(last(team, '李雷').text).toContain('王经理把 I-1 交给你')
  })
})

describe('figures', () => {
  test('by person and by month, with their sizes', async () => {
    const team = await startTeam()
    for (const what of ['一', '二', '三', '四']) await team.says('李雷', `改进 加 ${what} 截止=11-25`)
    await team.says('韩梅梅', '改进 加 五 截止=12-31')
    await team.says('吴婷', '改进 加 六')
    team.clock.moveTo('2026-11-24T03:00:00.000Z')
    await team.says('李雷', '改进 做了 I-1')
    team.clock.moveTo('2026-11-30T03:00:00.000Z')
    await team.says('李雷', '改进 做了 I-2')
    await team.says('李雷', '改进 不做了 I-3 客户走了')
    team.clock.moveTo(AFTER_WEEKS)
    await team.says('李雷', '改进 加 七')

    const mine = await team.says('李雷', '/improve stats')
    expect(mine.text).toContain('我的：六个月里新开 5 条，结束 3 条，现在还开着 2 条。')
    expect(mine.text).toContain('做完的 2 条里 50% 按时。')
    expect(mine.text).toContain('只做完 2 条，样本太少')
    expect(mine.text).toMatch(/做完用时\s+4（2 条）/)
    expect(mine.text).toMatch(/已开天数\s+6（2 条）/)

    const managers = await team.says('王经理', '改进 数字')
    expect(rows(managers.text, /^(?:李雷|韩梅梅|吴婷) /)).toEqual([
      '李雷 5 1 1 1 2 6（2 条） 4（2 条）',
      '韩梅梅 1 0 0 0 1 12（1 条） –',
    ])
    expect(rows(managers.text, /^1[12] 月 /)).toEqual(['11 月 5 1 1 1 4（2 条）', '12 月 1 0 0 0 –'])
    expect((await team.says('赵敏', '改进 数字 市场部')).text).toContain('市场部：六个月里新开 1 条')
    expect((await team.says('韩梅梅', '改进 数字 @李雷')).text).toContain(
      '李雷的数字只有本人、主管和管理员能看',
    )
    expect((await team.says('王经理', '改进 数字 市场部')).text).toContain('市场部的数字只有')
    expect((await team.says('王经理', '改进 数字 火星')).text).toContain('没有找到叫「火星」的人')
    expect((await team.says('陈总', '改进 数字 我')).text).toContain('最近六个月没有记过改进。')
  })

  test('the median of an even number lies between the two in the middle', () => {
    expect([median([]), median([7]), median([9, 1]), median([5, 1, 30])]).toEqual([undefined, 7, 5, 5])
  })
})

const rows = (text: string, shape: RegExp) =>
  text
    .split('\n')
    .map((line) =>
      line
        .trim()
        .replace(/\s+/g, ' ')
        .replace(/（(\d+) ?条）/g, '（$1 条）'),
    )
    .filter((line) => shape.test(line))

function last(team: Team, name: string): Posted {
  const found = team.posts({ to: name }).at(-1)
  if (!found) throw new Error(`${name} has got no private message.`)
  return found
}
