import { describe, expect, test } from 'vitest'
import { dealsWith } from '../../src/deals/index.ts'
import { dealByNumber, totalOf } from '../../src/deals/store.ts'
import { changeWorkspace } from '../../src/people/store.ts'
import { startTeam, type Team } from '../support/team.ts'

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
    expect((await sales.presses('王经理', card, 'deal.confirm-all')).text).toBe('没有等你确认的单。')
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
