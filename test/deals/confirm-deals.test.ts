import { describe, expect, test } from 'vitest'
import { dealsWith } from '../../src/deals/index.ts'
import { dealByNumber, totalOf } from '../../src/deals/store.ts'
import { changeWorkspace, findTeam, joinTeam, setLocale } from '../../src/people/store.ts'
import { toText } from '../../src/view/text.ts'
import { buttonsOf, startTeam, type Team } from '../support/team.ts'

const team = () => startTeam({ features: [dealsWith()] })

const confirmedOf = async (sales: Team, name: string) => {
  const { confirmedMinor, confirmedDeals } = await totalOf(await sales.scope(name), sales.id(name), '2026-11')
  return [confirmedMinor / 100, confirmedDeals]
}

describe('confirming', () => {
  test('is done by a manager of the owner or an admin, never by the owner', async () => {
    const sales = await team()
    await sales.says('李雷', '/deal add 华为 12万')
    await sales.says('王经理', '/deal add 小米 3万')
    expect((await sales.says('李雷', '/deal confirm D-1')).text).toContain('这件事要主管或管理员来做')
    expect((await sales.says('周主管', '/deal confirm D-1')).text).toContain('D-1 是别人的单')
    expect((await sales.says('王经理', '/deal confirm D-2')).text).toBe(
      'D-2 是你自己的单，要别人来确认：陈总。',
    )
    expect(await confirmedOf(sales, '李雷')).toEqual([0, 0])
    expect((await sales.says('王经理', '/deal confirm D-1')).text).toBe('确认了 1 单，共 12 万。')
    expect(await confirmedOf(sales, '李雷')).toEqual([120_000, 1])
    expect((await sales.says('王经理', '/deal confirm D-1')).text).toBe('D-1 已经确认过了。')
    expect((await sales.says('赵敏', '签单 确认 全部')).text).toBe('确认了 1 单，共 3 万。')
    expect((await sales.says('陈总', '/deal confirm')).text).toBe('没有等你确认的单。')
  })

  test('all at once takes everybody’s but one’s own', async () => {
    const sales = await team()
    for (const name of ['李雷', '韩梅梅', '王经理', '吴婷'])
      await sales.says(name, `/deal add ${name}的客户 1万`)
    expect((await sales.says('王经理', '/deal confirm all')).text).toBe('确认了 2 单，共 2 万。')
    expect(await confirmedOf(sales, '王经理')).toEqual([0, 0])
    expect(await confirmedOf(sales, '吴婷')).toEqual([0, 0])
  })

  test('an amended amount or split waits again, unless the manager amended it', async () => {
    const sales = await team()
    await sales.says('李雷', '/deal add 华为 12万')
    await sales.says('王经理', '/deal confirm D-1')
    expect((await sales.says('李雷', '/deal amend D-1 备注=加急')).text).not.toContain('重新确认')
    expect((await sales.says('王经理', '/deal amend D-1 金额=13万')).text).not.toContain('重新确认')
    expect(await confirmedOf(sales, '李雷')).toEqual([130_000, 1])
    expect((await sales.says('李雷', '/deal amend D-1 金额=15万')).text).toContain('需要重新确认。')
    expect(await confirmedOf(sales, '李雷')).toEqual([0, 0])
  })

  test('small deals confirm themselves where the workspace says so, on record', async () => {
    const sales = await team()
    await sales.write('赵敏', (scope) =>
      changeWorkspace(scope, { settings: { confirmBelowMinor: 10_000_00 } }),
    )
    expect((await sales.says('李雷', '/deal add 华为 1万')).text).toContain('金额不大，已自动确认。')
    expect((await sales.says('李雷', '/deal add 小米 10000.01')).text).toContain('王经理确认后计入工资单。')
    expect(await confirmedOf(sales, '李雷')).toEqual([10_000, 1])
    expect((await sales.says('李雷', '/deal show D-1')).text).toContain('金额不大，自动确认 确认')
  })

  test.each(['产品=CRM', '渠道=转介绍', '客户=小米'])(
    'is asked for again where the owner changes what a plan may pay another rate for: %s',
    async (change) => {
      const sales = await team()
      await sales.says('李雷', '/deal add 华为 12万 产品=看板 渠道=官网')
      await sales.says('王经理', '/deal confirm D-1')
      expect((await sales.says('李雷', `/deal amend D-1 ${change}`)).text).toContain('需要重新确认。')
      expect(await confirmedOf(sales, '李雷')).toEqual([0, 0])
      await sales.says('王经理', '/deal confirm D-1')
      expect((await sales.says('王经理', `/deal amend D-1 ${change}2`)).text).not.toContain('重新确认')
    },
  )
})

describe('the late-afternoon card', () => {
  test('comes once at 17:00 on workdays, with one button for all of it', async () => {
    const sales = await team()
    await sales.says('李雷', '/deal add 华为 12万')
    await sales.says('韩梅梅', '/deal add 小米 3万')
    await sales.says('吴婷', '/deal add 联想 1万')
    await sales.until('2026-11-20T08:59:59.000Z')
    expect(sales.posts({ to: '王经理' })).toEqual([])
    await sales.until('2026-11-20T12:00:00.000Z')
    const cards = sales.posts({ to: '王经理' })
    expect(cards).toHaveLength(1)
    const [card] = cards
    if (!card) throw new Error('no card')
    expect(card.at).toBe('2026-11-20T09:00:00.000Z')
    expect(card.text).toContain('2 单等你确认，共 15 万。')
    expect(sales.posts({ to: '周主管' })).toHaveLength(1)
    expect(sales.posts({ to: '陈总' })).toEqual([])
    const pressed = await sales.presses('王经理', card, '全部确认（2 单）')
    expect(pressed.text).toBe('确认了 2 单，共 15 万。')
    expect(await confirmedOf(sales, '李雷')).toEqual([120_000, 1])
    expect(pressed.replace && toText(pressed.replace, 'zh-CN')).toBe(
      '这张卡上有 2 单已经确认，共 15 万（王经理）。',
    )
  })

  test('what changed after the card was made is not confirmed with it', async () => {
    const sales = await team()
    await sales.says('李雷', '/deal add 华为 12万')
    await sales.says('韩梅梅', '/deal add 小米 3万')
    await sales.until('2026-11-20T09:05:00.000Z')
    await sales.says('李雷', '/deal amend D-1 金额=120万')
    const [card] = sales.posts({ to: '王经理' })
    if (!card) throw new Error('no card')
    const pressed = await sales.presses('王经理', card, 'deal.confirm-all')
    expect(pressed.text).toBe('确认了 1 单，共 3 万。还有 1 单刚刚改过，没有一起确认：签单 确认')
    expect(await confirmedOf(sales, '李雷')).toEqual([0, 0])
  })

  test('keeps the weekend, and comes again on Monday while something waits', async () => {
    const sales = await team()
    await sales.says('李雷', '/deal add 华为 12万')
    await sales.until('2026-11-23T08:00:00.000Z')
    expect(sales.posts({ to: '王经理' }).map((post) => post.at)).toEqual(['2026-11-20T09:00:00.000Z'])
    await sales.until('2026-11-23T09:00:00.000Z')
    expect(sales.posts({ to: '王经理' }).map((post) => post.at)).toEqual([
      '2026-11-20T09:00:00.000Z',
      '2026-11-23T09:00:00.000Z',
    ])
    await sales.says('王经理', '/deal confirm all')
    await sales.until('2026-11-25T09:00:00.000Z')
    expect(sales.posts({ to: '王经理' })).toHaveLength(2)
    expect(await dealByNumber(await sales.scope('李雷'), 1)).toMatchObject({ confirmed: true })
  })

  test('is posted once by two processes', async () => {
    const sales = await team()
    await sales.says('李雷', '/deal add 华为 12万')
    sales.clock.moveTo('2026-11-20T09:00:00.000Z')
    const another = sales.openAnother()
    await Promise.all([sales.app.tick(), another.tick()])
    await sales.app.deliverDue()
    expect(sales.posts({ to: '王经理' })).toHaveLength(1)
  })
})

describe('a card that is kept in step', () => {
  const FIVE = '2026-11-20T09:00:00.000Z'
  const minutesAfter = (count: number) => new Date(Date.parse(FIVE) + count * 60_000).toISOString()

  async function withCard(deals = ['华为 12万', '小米 3万', '联想 1万']) {
    const sales = await team()
    for (const deal of deals) await sales.says('李雷', `/deal add ${deal}`)
    await sales.until(FIVE)
    const card = () => {
      const [first, ...more] = sales.posts({ to: '王经理' })
      if (!first || more.length > 0) throw new Error(`${more.length + (first ? 1 : 0)} cards`)
      return first
    }
    return { sales, card }
  }

  test('follows what is confirmed, voided, refunded and signed elsewhere, on the one card of the day', async () => {
    const { sales, card } = await withCard()
    await sales.says('陈总', '/deal confirm D-1')
    await sales.says('李雷', '/deal void D-2 没签成')
    await sales.says('韩梅梅', '/deal add 海尔 5万')
    await sales.until(minutesAfter(1))
    expect(card().text).toContain('2 单等你确认，共 6 万。')
    expect(card().text).toContain('这张卡上有 1 单已经确认，共 12 万（陈总）。')
    expect(card().text).toContain('1 单作废或退款，不用确认了。')
    expect(card().text).toContain('海尔')
    await sales.says('李雷', '/deal collect D-3 1万')
    await sales.says('李雷', '/deal refund D-3 1万 退货')
    await sales.until(minutesAfter(2))
    expect(card().text).toContain('1 单等你确认，共 5 万。')
    expect(card().text).toContain('2 单作废或退款')
    const pressed = await sales.presses('王经理', card(), '确认')
    expect(pressed.text).toBe('确认了 1 单，共 5 万。')
    expect(await confirmedOf(sales, '韩梅梅')).toEqual([50_000, 1])
    await sales.until(minutesAfter(3))
    expect(buttonsOf(card().view)).toEqual([])
  })

  test('pressed three times it confirms once, and tells the third what has happened', async () => {
    const { sales, card } = await withCard()
    const old = { ...card() }
    const first = await sales.presses('王经理', old, 'deal.confirm-all', 'once')
    const redelivered = await sales.presses('王经理', old, 'deal.confirm-all', 'once')
    expect([first.text, redelivered.text]).toEqual(['确认了 3 单，共 16 万。', '确认了 3 单，共 16 万。'])
    const third = await sales.presses('王经理', old, 'deal.confirm-all')
    expect(third.text).toBe('这张卡上有 3 单已经确认，共 16 万（王经理）。')
    expect(await confirmedOf(sales, '李雷')).toEqual([160_000, 3])
  })

  test('two managers of a team both have it; whoever presses second is told who was first', async () => {
    const sales = await team()
    await sales.write('赵敏', async (scope) => {
      const sales1 = await findTeam(scope, '销售一部')
      await joinTeam(scope, sales1?.id ?? '', sales.id('张伟'), 'manager', '2026-01-01')
    })
    await sales.says('李雷', '/deal add 华为 12万')
    await sales.says('张伟', '/deal add 小米 3万')
    await sales.until(FIVE)
    const [his] = sales.posts({ to: '王经理' })
    const [hers] = sales.posts({ to: '张伟' })
    if (!his || !hers) throw new Error('no cards')
    expect(his.text).toContain('2 单等你确认')
    expect(hers.text).toContain('1 单等你确认，共 12 万。')
    expect(hers.text).not.toContain('小米')
    const [one, two] = [{ ...his }, { ...hers }]
    const both = await Promise.all([
      sales.presses('王经理', one, 'deal.confirm-all'),
      sales.presses('张伟', two, 'deal.confirm-all'),
    ])
    expect(both.map(({ text }) => text).sort()).toEqual([
      '确认了 2 单，共 15 万。',
      '这张卡上有 1 单已经确认，共 12 万（王经理）。',
    ])
    expect(await confirmedOf(sales, '李雷')).toEqual([120_000, 1])
    expect(await confirmedOf(sales, '张伟')).toEqual([30_000, 1])
  })

  test('single deals can be left waiting by the form', async () => {
    const { sales, card } = await withCard()
    const { form } = await sales.presses('王经理', card(), '先留几单')
    const [field] = form?.fields ?? []
    if (field?.kind !== 'choices') throw new Error('no choices')
    expect(field.options.map(({ label }) => label)).toEqual([
      'D-1 李雷：华为 12 万',
      'D-2 李雷：小米 3 万',
      'D-3 李雷：联想 1 万',
    ])
    const said = await sales.submits('王经理', form, { except: [field.options[1]?.value ?? ''] })
    expect(said.text).toBe('确认了 2 单，共 13 万。先留着：D-2。')
    expect(await confirmedOf(sales, '李雷')).toEqual([130_000, 2])
    expect(card().text).toContain('1 单等你确认，共 3 万。')
    await sales.until('2026-11-23T09:00:00.000Z')
    const cards = sales.posts({ to: '王经理' })
    expect(cards).toHaveLength(2)
    expect(cards[1]?.text).toContain('小米')
    expect(cards[0]?.text).toContain('还在等的，见下一张卡。')
    expect(buttonsOf(cards[0]?.view ?? { summary: '', blocks: [] })).toEqual([])
  })

  test('a long list has pages, and the button confirms all of it, never more than was shown', async () => {
    const { sales, card } = await withCard(Array.from({ length: 33 }, (_, at) => `客户${at + 1}号 1万`))
    expect(card().text).toContain('第 1–15 单，共 33 单')
    const second = await sales.presses('王经理', card(), '下一页')
    const third = await sales.presses('王经理', second.replace ?? { summary: '', blocks: [] }, '下一页')
    expect(third.text).toContain('第 31–33 单，共 33 单')
    expect(third.text).toContain('客户33号')
    expect(buttonsOf(third.replace ?? { summary: '', blocks: [] }).map(({ label }) => label)).toEqual([
      '上一页',
      '全部确认（33 单）',
      '先留几单',
    ])
    await sales.until(minutesAfter(5))
    await sales.says('李雷', '/deal amend D-1 金额=2万')
    const done = await sales.presses(
      '王经理',
      third.replace ?? { summary: '', blocks: [] },
      'deal.confirm-all',
    )
    expect(done.text).toBe('确认了 32 单，共 32 万。还有 1 单刚刚改过，没有一起确认：签单 确认')
    expect(await confirmedOf(sales, '李雷')).toEqual([320_000, 32])
  })

  test('a customer who is called like a mention rings nobody, in English too', async () => {
    const { sales, card } = await withCard(['<!channel> 12万'])
    await sales.write('王经理', (scope) => setLocale(scope, sales.id('王经理'), 'en'))
    await sales.says('韩梅梅', '/deal add Apple 2万')
    await sales.until(minutesAfter(1))
    expect(card().text).toContain('2 deals wait for you, ¥140,000 in all.')
    expect(JSON.stringify(card().view)).toContain('{"kind":"plain","text":"<!channel>"}')
    const pressed = await sales.presses('王经理', card(), 'Confirm all 2')
    expect(pressed.text).toBe('Confirmed 2 deals, ¥140,000 in all.')
  })
})
