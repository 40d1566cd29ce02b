import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { convert } from '../../src/deals/convert.ts'
import { dealsWith } from '../../src/deals/index.ts'
import { dealByNumber, totalOf } from '../../src/deals/store.ts'
import { startTeam } from '../support/team.ts'

const team = () => startTeam({ features: [dealsWith()] })

describe('another currency', () => {
  test('counts at the rate of the signing date, whose source is said', async () => {
    const sales = await team()
    expect((await sales.says('赵敏', '/deal rate USD 7.1234 from=2026-11-01')).text).toBe(
      '记好了：2026-11-01 起，1 USD = 7.1234 CNY。',
    )
    await sales.says('赵敏', '签单 汇率 usd 8')
    const said = await sales.says('李雷', '/deal add 华为 $3,000 date=11-15')
    expect(said.text).toContain('D-1 华为 $3,000，按 7.1234 折 21,370.20 元（赵敏，2026-11-01 起）')
    expect(await dealByNumber(await sales.scope('李雷'), 1)).toMatchObject({
      currency: 'USD',
      amountMinor: 3_000_00,
      baseMinor: 21_370_20,
    })
    await sales.says('李雷', '/deal collect D-1 1000')
    await sales.says('李雷', '/deal collect D-1 all')
    const total = await totalOf(await sales.scope('李雷'), sales.id('李雷'), '2026-11')
    expect(total).toMatchObject({ signedMinor: 21_370_20, collectedMinor: 21_370_20 })
    await sales.says('李雷', '/deal refund D-1 1234.56 让利')
    await sales.says('李雷', '/deal refund D-1 不做了')
    expect(await totalOf(await sales.scope('李雷'), sales.id('李雷'), '2026-11')).toMatchObject({
      signedMinor: 0,
      collectedMinor: 0,
    })
  })

  test('without a rate for the day, says which line the admin can type', async () => {
    const sales = await team()
    await sales.says('赵敏', '/deal rate USD 7.12')
    expect((await sales.says('李雷', '/deal add 华为 3000 USD date=昨天')).text).toContain(
      '还没有 2026-11-19 的 USD 汇率，这单还没记。请管理员 赵敏 记一条：签单 汇率 USD 7.12 起=2026-11-19',
    )
    await sales.says('赵敏', '签单 汇率 USD 7.12 起=2026-11-19')
    expect((await sales.says('李雷', '/deal add 华为 3000 USD date=昨天')).text).toContain('记好了')
  })

  test.each([
    ['赵敏', '/deal rate', '还没有汇率'],
    ['赵敏', '/deal rate XYZ 7', '币种「XYZ」没读懂'],
    ['赵敏', '/deal rate USD', '还没写 USD 的汇率'],
    ['赵敏', '/deal rate USD 0', '汇率「0」没读懂'],
    ['赵敏', '/deal rate USD -7', '汇率「-7」没读懂'],
    ['赵敏', '/deal rate USD 7.12 from=soon', '日期「soon」没读懂'],
    ['赵敏', '/deal rate CNY 1', 'CNY 就是本公司的币种'],
    ['李雷', '/deal rate USD 7', '这件事要管理员来做'],
  ])('%s: %s', async (name, line, answer) => {
    const sales = await team()
    expect((await sales.says(name, line)).text).toContain(answer)
  })
})

describe('conversion', () => {
  test('is exact, rounded half away from zero, with each currency’s own decimals', () => {
    expect(convert(300_000, 'USD', 'CNY', '7.1234')).toBe(2_137_020)
    expect(convert(1, 'USD', 'CNY', '7.5')).toBe(8)
    expect(convert(-1, 'USD', 'CNY', '7.5')).toBe(-8)
    expect(convert(12_000, 'JPY', 'CNY', '0.0478')).toBe(57_360)
    expect(convert(100, 'CNY', 'JPY', '20.9')).toBe(21)
    expect(convert(1_000, 'KWD', 'USD', '3.25')).toBe(325)
  })

  test('there and back again at one is the same amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 14), max: 10 ** 14 }), (minor) => {
        expect(convert(minor, 'CNY', 'USD', '1')).toBe(minor)
      }),
    )
  })
})
