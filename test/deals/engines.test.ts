import { describe, expect, test } from 'vitest'
import { payAfterDeal } from '../../src/commission/pay-after-deal.ts'
import { dealsWith } from '../../src/deals/index.ts'
import { rebuildTotals, setTarget, totalOf } from '../../src/deals/store.ts'
import { plan } from '../commission/arrange.ts'
import { engines } from '../support/databases.ts'
import { startTeam } from '../support/team.ts'

describe.each(engines)('on $name', (engine) => {
  test('a deal goes from the log to the refund, and everything adds up', async () => {
    const database = await engine.open()
    const sales = await startTeam({ database, features: [dealsWith()] })
    await sales.write('赵敏', (scope) => setTarget(scope, sales.id('李雷'), '2026-11', 1_000_000_00))
    await sales.says('李雷', '/deal add 华为 90万 分单=@李雷:60,@韩梅梅:40')
    expect((await sales.says('李雷', '/deal add 小米 5万 日期=昨天')).text).toContain('本月 54% → 59%。')
    await sales.says('李雷', '/deal amend D-1 金额=100万')
    await sales.says('李雷', '/deal collect D-1 30万')
    await sales.says('王经理', '/deal confirm all')
    await sales.says('王经理', '/deal refund D-1 10万 让利')
    await sales.says('李雷', '/deal void D-2 记错了')
    const total = async () => totalOf(await sales.scope('李雷'), sales.id('李雷'), '2026-11')
    expect(await total()).toMatchObject({
      signedMinor: 540_000_00,
      confirmedMinor: 540_000_00,
      collectedMinor: 120_000_00,
      deals: 1,
      newCustomers: 1,
      attainmentPpm: 540_000,
    })
    const kept = await total()
    await sales.write('赵敏', (scope) => rebuildTotals(scope))
    expect(await total()).toEqual(kept)
    expect((await sales.says('李雷', '/deal list')).text).toContain('1 单，签约 54 万')
    expect(sales.failures).toEqual([])
    await database.close()
  })
})

test('with commission beside it, the answer says which line was passed and what it is worth', async () => {
  const sales = await startTeam({ features: [dealsWith({ payAfter: payAfterDeal })] })
  await plan(sales)
  await sales.write('赵敏', (scope) => setTarget(scope, sales.id('李雷'), '2026-11', 1_000_000_00))
  expect((await sales.says('李雷', '/deal add 小米 78万')).text).toContain('本月 0% → 78%，提成暂计 0 元。')
  const said = await sales.says('李雷', '签单 华为 12万 产品=CRM')
  expect(said.text).toContain(
    '记好了：D-2 华为 12 万，CRM，今天签。本月 78% → 90%，过了 80% 线，提成暂计 45,000 元。',
  )
})
