import { describe, expect, test } from 'vitest'
import { awardsOf, historyOf } from '../../src/badges/store.ts'
import { subjectOf } from '../../src/deals/deal.ts'
import { logDeal } from '../../src/deals/store.ts'
import { say } from '../../src/view/view.ts'
import { buttonsOf, startTeam, type Team } from '../support/team.ts'

const message = { by: '韩梅梅', message: 'hello-1' }

const held = async (team: Team, name: string) => awardsOf(await team.scope('赵敏'), team.id(name))

/** Moves the clock by minutes, through everything that falls due. */
const later = (team: Team, minutes: number) =>
  team.until(new Date(Date.parse(team.clock.now()) + minutes * 60_000).toISOString())

function signs(team: Team, name: string, yuan: number, on: string, beside?: string) {
  const own = { person: team.id(name), bps: beside ? 6_000 : 10_000 }
  return team.write(name, (scope) =>
    logDeal(scope, {
      customer: `客户${yuan}`,
      amountMinor: yuan * 100,
      currency: 'CNY',
      signedOn: on,
      owner: team.id(name),
      shares: beside ? [own, { person: team.id(beside), bps: 4_000 }] : [own],
      source: 'import',
    }),
  )
}

describe('a reaction', () => {
  test('by the manager awards the author, and is announced five minutes later', async () => {
    const team = await startTeam()
    const answer = await team.reacts('王经理', message, '👑')
    expect(answer.text).toContain('韩梅梅，11 月签单王。五分钟后公布')
    expect(team.posts({ in: 'sales' })).toEqual([])
    expect((await team.says('李雷', '/badge @韩梅梅')).text).toContain('韩梅梅还没有勋章')
    await later(team, 5)
    const [announcement, ...more] = team.posts({ in: 'sales' })
    expect(announcement?.text).toContain('11 月签单王：@韩梅梅')
    expect(announcement?.text).toContain('王经理颁发')
    expect(more).toEqual([])
    expect((await team.says('李雷', '/badge @韩梅梅')).text).toContain('签单王')
    expect((await team.says('韩梅梅', '勋章')).text).toContain('我的勋章')
    expect((await team.opensHome('韩梅梅')).text).toContain('签单王')
  })

  test('the same in English', async () => {
    const team = await startTeam({ locale: 'en' })
    const answer = await team.reacts('王经理', message, '🌟')
    expect(answer.text).toContain('韩梅梅: Star of Service, November. It is announced in five minutes')
    await later(team, 5)
    expect(team.posts({ in: 'sales' })[0]?.text).toContain('Star of Service, November: @韩梅梅')
  })

  test('delivered three times awards once', async () => {
    const team = await startTeam()
    for (const _ of [1, 2, 3]) await team.reacts('王经理', message, '🌟', 'same-delivery')
    await team.reacts('王经理', message, '🌟', 'another-delivery')
    await later(team, 6)
    expect(await held(team, '韩梅梅')).toHaveLength(1)
    expect(team.posts({ in: 'sales' })).toHaveLength(1)
  })

  test('taken away in time, nobody hears of it; given again, it is announced once', async () => {
    const team = await startTeam()
    await team.reacts('王经理', message, '👑')
    await later(team, 1)
    expect((await team.unreacts('王经理', message, '👑')).text).toContain('收回了：韩梅梅的签单王')
    await later(team, 10)
    expect(team.posts({ in: 'sales' })).toEqual([])
    expect(await held(team, '韩梅梅')).toEqual([])
    await team.reacts('王经理', message, '👑')
    await later(team, 6)
    expect(team.posts({ in: 'sales' })).toHaveLength(1)
    const [award] = await held(team, '韩梅梅')
    const history = await historyOf(await team.scope('赵敏'), award?.id ?? '')
    expect(history.map((one) => one.kind)).toEqual(['awarded', 'revoked', 'awarded'])
  })

  test('taken away after the announcement, the announcement says so', async () => {
    const team = await startTeam()
    await team.reacts('王经理', message, '👑')
    await later(team, 10)
    await team.unreacts('王经理', message, '👑')
    expect(team.posts({ in: 'sales' })[0]?.text).toContain('11 月签单王：这枚已收回')
  })

  test('taken away once its month is over, it stays', async () => {
    const team = await startTeam()
    await team.reacts('王经理', message, '🌟')
    await team.until('2026-12-02T02:00:00.000Z')
    expect((await team.unreacts('王经理', message, '🌟')).text).toContain('那枚服务之星就留着了')
    expect(await held(team, '韩梅梅')).toHaveLength(1)
  })

  test('another manager’s reaction neither doubles it nor takes it away', async () => {
    const team = await startTeam()
    await team.reacts('王经理', message, '🌟')
    expect((await team.reacts('陈总', message, '🌟')).text).toContain('已经有这枚服务之星了')
    await team.unreacts('陈总', message, '🌟')
    expect(await held(team, '韩梅梅')).toHaveLength(1)
  })

  test('for oneself does not count', async () => {
    const team = await startTeam()
    const own = { by: '王经理', message: 'mine' }
    expect((await team.reacts('王经理', own, '👑')).text).toContain('给自己的这枚不算')
    expect(await held(team, '王经理')).toEqual([])
  })

  test('by somebody who may not is answered politely and privately', async () => {
    const team = await startTeam()
    expect((await team.reacts('李雷', message, '👑')).text).toContain(
      '签单王由主管来发。觉得 TA 该得，可以告诉王经理',
    )
    expect((await team.reacts('周主管', message, '👑')).text).toContain('由主管来发')
    await later(team, 6)
    expect(await held(team, '韩梅梅')).toEqual([])
    expect(team.posts()).toEqual([])
  })

  test('an admin may award anybody', async () => {
    const team = await startTeam()
    await team.reacts('赵敏', message, '🌟')
    expect(await held(team, '韩梅梅')).toHaveLength(1)
  })

  test('on a message of nobody that we know is answered with the way by name', async () => {
    const team = await startTeam()
    const stranger = { by: '路人', message: 'x' }
    expect((await team.reacts('王经理', stranger, '👑')).text).toContain('不知道这条消息是谁写的')
  })

  test('with any other emoji means nothing', async () => {
    const team = await startTeam()
    expect((await team.reacts('王经理', message, '👍')).view).toBeUndefined()
  })

  test('a monthly badge has one holder in a team, and one in each team', async () => {
    const team = await startTeam()
    await team.reacts('王经理', message, '👑')
    const second = await team.reacts('王经理', { by: '李雷', message: 'hello-2' }, '👑')
    expect(second.text).toContain('11 月签单王已经是韩梅梅的了')
    await team.reacts('周主管', { by: '吴婷', message: 'hello-3' }, '👑')
    expect(await held(team, '李雷')).toEqual([])
    expect(await held(team, '吴婷')).toHaveLength(1)
    await team.unreacts('王经理', message, '👑')
    await team.reacts('王经理', { by: '李雷', message: 'hello-4' }, '👑')
    expect(await held(team, '李雷')).toHaveLength(1)
  })

  test('on a deal’s card awards the owner and names who had a part', async () => {
    const team = await startTeam()
    const { deal } = await signs(team, '李雷', 120_000, '2026-11-20', '韩梅梅')
    await team.write('李雷', async (scope) => {
      await scope.post({ to: { channel: 'deals' }, view: say('D-1'), subject: subjectOf(deal) })
    })
    await later(team, 1)
    const [card] = team.posts({ in: 'deals' })
    if (!card) throw new Error('There is no card.')
    await team.reacts('王经理', card, '👑')
    await later(team, 6)
    const [announcement] = team.posts({ in: 'sales' })
    expect(announcement?.text).toContain('11 月签单王：@李雷')
    expect(announcement?.text).toContain('一起拿下的还有 韩梅梅')
    expect(await held(team, '韩梅梅')).toEqual([])
  })
})

describe('by name', () => {
  test('with a reason, and undone with the button', async () => {
    const team = await startTeam()
    const answer = await team.says('王经理', '/badge award @韩梅梅 服务之星 陪客户调到半夜')
    expect(answer.text).toContain('韩梅梅，11 月服务之星')
    expect((await team.presses('王经理', answer, '收回')).text).toContain('收回了')
    expect((await team.presses('王经理', answer, '收回')).text).toContain('已经收回了')
    expect(await held(team, '韩梅梅')).toEqual([])
    await team.says('王经理', '勋章 颁发 韩梅梅 服务之星 陪客户调到半夜')
    await later(team, 6)
    expect(team.posts({ in: 'sales' })[0]?.text).toContain('陪客户调到半夜')
  })

  test('only who gave it, or an admin, takes it back', async () => {
    const team = await startTeam()
    const answer = await team.says('王经理', '/badge award @韩梅梅 服务之星')
    expect((await team.presses('韩梅梅', answer, '收回')).text).toContain('只有颁发的人或管理员')
    expect(await held(team, '韩梅梅')).toHaveLength(1)
    await team.presses('赵敏', answer, '收回')
    expect(await held(team, '韩梅梅')).toEqual([])
  })

  test.each([
    ['王经理', '/badge award', '写上给谁、哪一枚、为什么'],
    ['王经理', '/badge award @韩梅梅', '写上给谁、哪一枚、为什么'],
    ['王经理', '/badge award @韩梅梅 最佳射手', '没有「最佳射手」这枚勋章，现有：签单王、服务之星'],
    ['王经理', '/badge award @韩眉眉 服务之星', '没有找到'],
    ['王经理', '/badge award @王经理 签单王', '给自己的这枚不算'],
    ['李雷', '/badge award @韩梅梅 服务之星', '由主管来发'],
  ])('%s: %s is refused with a way on', async (who, line, reason) => {
    const team = await startTeam()
    expect((await team.says(who, line)).text).toContain(reason)
    expect(await held(team, '韩梅梅')).toEqual([])
  })

  test('the catalog says how one gets them', async () => {
    const team = await startTeam()
    const { text } = await team.says('李雷', '勋章 目录')
    expect(text).toContain('每个团队每月一枚，每月一号按数据提名')
    expect((await team.says('李雷', '/badge')).text).toContain('你还没有勋章')
  })
})

describe('on the first of the month', () => {
  const NINE = '2026-12-01T01:00:00.000Z'

  test('the manager is asked privately about who signed most, and confirms with one button', async () => {
    const team = await startTeam()
    await signs(team, '韩梅梅', 452_000, '2026-11-12')
    await signs(team, '李雷', 418_000, '2026-11-13')
    await team.until(NINE)
    const card = nominationOf(team, '王经理')
    expect(card.text).toContain('11 月签单王：韩梅梅 452,000 元，第二李雷 418,000 元。')
    expect(team.posts({ to: '周主管' }).filter((post) => post.text.includes('签单王'))).toEqual([])
    const given = await team.presses('王经理', card, '确认')
    expect(given.text).toContain('韩梅梅，11 月签单王')
    await later(team, 6)
    expect(team.posts({ in: 'sales' }).at(-1)?.text).toContain('11 月签单王：@韩梅梅')
    expect((await held(team, '韩梅梅'))[0]?.month).toBe('2026-11')
    expect((await team.presses('王经理', card, '确认')).text).toContain('已经定了')
  })

  test('a tie is shown, and somebody else can be chosen', async () => {
    const team = await startTeam()
    await signs(team, '韩梅梅', 300_000, '2026-11-12')
    await signs(team, '李雷', 300_000, '2026-11-13')
    await team.until(NINE)
    const card = nominationOf(team, '王经理')
    expect(card.text).toContain('11 月签单王并列：')
    expect(card.text).toContain('给李雷')
    const { form } = await team.presses('王经理', card, '换人')
    await team.submits('王经理', form, { person: team.id('张伟'), reason: '带出了两位新人' })
    expect(await held(team, '张伟')).toHaveLength(1)
  })

  test('a confirmation undone asks again', async () => {
    const team = await startTeam()
    await signs(team, '韩梅梅', 300_000, '2026-11-12')
    await team.until(NINE)
    const given = await team.presses('王经理', nominationOf(team, '王经理'), '确认')
    const again = await team.presses('王经理', given.replace ?? given, '收回')
    expect(again.text).toContain('11 月签单王：韩梅梅 300,000 元')
    await team.presses('王经理', again.replace ?? again, '确认')
    expect(await held(team, '韩梅梅')).toHaveLength(1)
  })

  test('nobody but the manager or an admin confirms', async () => {
    const team = await startTeam()
    await signs(team, '韩梅梅', 300_000, '2026-11-12')
    await team.until(NINE)
    await team.presses('韩梅梅', nominationOf(team, '王经理'), '确认')
    await team.presses('周主管', nominationOf(team, '王经理'), '确认')
    expect(await held(team, '韩梅梅')).toEqual([])
  })

  test('it goes to nobody outside the team, and a stranger learns nobody’s sales', async () => {
    const team = await startTeam()
    await signs(team, '韩梅梅', 300_000, '2026-11-12')
    await team.until(NINE)
    const card = nominationOf(team, '王经理')
    const kept = buttonsOf(card.view).find((button) => button.action === 'badge.confirm')
    const value = kept?.value?.replace(team.id('韩梅梅'), team.id('吴婷')) ?? ''
    const forged = say('…', { label: '…', action: 'badge.confirm', value })
    for (const who of ['周主管', '赵敏'])
      expect((await team.presses(who, forged, 'badge.confirm')).text).toContain('只给这个团队的人')
    for (const who of ['周主管', '李雷']) {
      const { form, text } = await team.presses(who, card, '换人')
      expect(form).toBeUndefined()
      expect(text).toContain('由销售一部的主管和管理员来定')
    }
    expect(await held(team, '吴婷')).toEqual([])
    await team.presses('王经理', card, '确认')
    expect(await held(team, '韩梅梅')).toHaveLength(1)
  })

  test('two processes ask once, and a month that was honored already is not asked about', async () => {
    const team = await startTeam()
    await signs(team, '韩梅梅', 300_000, '2026-11-12')
    await signs(team, '吴婷', 300_000, '2026-11-12')
    await team.reacts('周主管', { by: '吴婷', message: 'hi' }, '👑')
    team.clock.moveTo(NINE)
    const second = team.openAnother()
    await Promise.all([team.app.tick(), second.tick()])
    await team.app.deliverDue()
    const asked = team.posts().filter((post) => post.text.includes('第二') || post.text.includes('〔换人〕'))
    expect(asked.map((post) => post.place)).toEqual(['王经理'])
  })

  function nominationOf(team: Team, manager: string) {
    const card = team.posts({ to: manager }).find((post) => post.text.includes('换人'))
    if (!card) throw new Error(`${manager} was not asked.`)
    return card
  }
})

describe('the wall’s address', () => {
  test('a manager gets it, an admin renews it, a rep is told who can help', async () => {
    const team = await startTeam()
    const key = async () => (await team.scope('赵敏')).workspace.settings.wallKey
    expect((await team.says('李雷', '/badge wall')).text).toContain('主管或管理员')
    const first = await team.says('王经理', '/badge wall')
    const before = await key()
    expect(before).toMatch(/^[\w-]{24}$/)
    expect(first.text).toContain(`/wall/${before}`)
    await team.says('王经理', '/badge wall new')
    expect(await key()).toBe(before)
    await team.says('赵敏', '勋章 荣誉墙 换新')
    expect(await key()).not.toBe(before)
  })
})
