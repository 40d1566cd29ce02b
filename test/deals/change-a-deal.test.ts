import { describe, expect, test } from 'vitest'
import { dealsWith } from '../../src/deals/index.ts'
import { creditsOf, dealByNumber, totalOf } from '../../src/deals/store.ts'
import { startTeam, type Team } from '../support/team.ts'

/** A team in which 李雷 has signed 华为 for 12万 this morning, announced by now. */
async function withHuawei(line = '/deal add 华为 12万') {
  const sales = await startTeam({ features: [dealsWith()] })
  await sales.says('李雷', line)
  await sales.until('2026-11-20T03:00:00.000Z')
  return sales
}

const month = async (sales: Team, name: string, period = '2026-11') =>
  totalOf(await sales.scope(name), sales.id(name), period)

describe('amending', () => {
  test('changes what is said and nothing else, on the card as well', async () => {
    const sales = await withHuawei('/deal add 华为 12万 产品=CRM')
    const said = await sales.says('李雷', '签单 改单 D-1 金额=15万 日期=11-18 客户加购')
    expect(said.text).toContain('改好了：D-1 金额 12 万 → 15 万，签约日期 2026-11-20 → 2026-11-18。')
    expect(await month(sales, '李雷')).toMatchObject({ signedMinor: 150_000_00, deals: 1 })
    expect(await month(sales, '李雷', '2026-11-20')).toMatchObject({ signedMinor: 0, deals: 0 })
    expect(await month(sales, '李雷', '2026-11-18')).toMatchObject({ signedMinor: 150_000_00, deals: 1 })
    await sales.app.deliverDue()
    expect(sales.posts({ in: 'deals' })).toHaveLength(1)
    expect(sales.posts({ in: 'deals' })[0]?.text).toContain('签下 华为 15 万')
    expect((await sales.says('李雷', '/deal show D-1')).text).toContain('李雷 改单 +30,000 元 客户加购')
  })

  test('an amount alone is enough', async () => {
    const sales = await withHuawei()
    expect((await sales.says('李雷', '签单 改单 1 15万')).text).toContain('金额 12 万 → 15 万')
  })

  test('a new split moves the credit, and who is affected is told why', async () => {
    const sales = await withHuawei()
    await sales.says('王经理', '/deal amend D-1 split=@李雷:60,@韩梅梅:40 一起谈下来的')
    expect(await month(sales, '李雷')).toMatchObject({ signedMinor: 72_000_00, deals: 1 })
    expect(await month(sales, '韩梅梅')).toMatchObject({ signedMinor: 48_000_00, deals: 0 })
    expect(sales.posts({ to: '李雷' })[0]?.text).toBe(
      '王经理 改了 D-1 华为：分单 李雷 100% → 李雷 60%、韩梅梅 40%。本月累计签了 7.2 万。原因：一起谈下来的',
    )
    expect(sales.posts({ to: '韩梅梅' })[0]?.text).toContain('本月累计签了 4.8 万。')
    expect(sales.posts({ to: '王经理' })).toEqual([])
  })

  test('a new owner takes an unsplit deal over', async () => {
    const sales = await withHuawei()
    await sales.says('王经理', '/deal amend D-1 owner=@张伟')
    expect(await month(sales, '李雷')).toMatchObject({ signedMinor: 0, deals: 0, newCustomers: 0 })
    expect(await month(sales, '张伟')).toMatchObject({ signedMinor: 120_000_00, deals: 1, newCustomers: 1 })
  })

  test.each([
    ['韩梅梅', '/deal amend D-1 金额=15万', 'D-1 是别人的单'],
    ['孙会计', '/deal amend D-1 金额=15万', '只有 李雷 本人、TA 的主管和管理员能改'],
    ['周主管', '/deal amend D-1 金额=15万', 'D-1 是别人的单'],
    ['李雷', '/deal amend D-1 金额=12万', 'D-1 本来就是这样，没有变化'],
    ['李雷', '/deal amend D-1', 'D-1 本来就是这样，没有变化'],
    ['李雷', '/deal amend D-1 金额=十来万', '金额「十来万」没读懂'],
    ['李雷', '/deal amend D-1 owner=@张伟', '张伟 的单只有 TA 的主管和管理员能代记'],
    ['李雷', '/deal amend D-1 日期=明天', '日期「明天」还没到'],
    ['李雷', '/deal amend D-9 金额=15万', '没有 D-9 这一单'],
    ['李雷', '/deal amend', '是哪一单？可以写成：签单 改单 D-12'],
  ])('%s: %s is refused', async (name, line, answer) => {
    const sales = await withHuawei()
    expect((await sales.says(name, line)).text).toContain(answer)
    expect(await month(sales, '李雷')).toMatchObject({ signedMinor: 120_000_00 })
  })

  test('the button opens the form as the deal stands', async () => {
    const sales = await startTeam({ features: [dealsWith()] })
    const said = await sales.says('李雷', '/deal add 华为 12万 产品=CRM 分单=@李雷:60,@韩梅梅:40')
    const opened = await sales.presses('李雷', said, '改')
    const submitted = await sales.submits('李雷', opened.form, {
      amount: '15万',
      product: '',
      reason: '加购',
    })
    expect(submitted.text).toContain('改好了：D-1 金额 12 万 → 15 万，产品 CRM → 无。')
    const unchanged = await sales.submits('李雷', (await sales.presses('李雷', said, '改')).form, {})
    expect(unchanged.text).toContain('没有变化')
  })
})

describe('amending to an unusual amount', () => {
  async function askedAbout(line: string) {
    const sales = await withHuawei()
    for (const amount of ['3万', '4万']) await sales.says('李雷', `/deal add 客户${amount} ${amount}`)
    return { sales, asked: await sales.says('李雷', line) }
  }
  const signed = async (sales: Team) => (await dealByNumber(await sales.scope('李雷'), 1))?.amountMinor

  test('asks once, and changes it once when it is right', async () => {
    const { sales, asked } = await askedAbout('/deal amend D-1 金额=120万 日期=昨天 少写一个零')
    expect(asked.text).toContain('120 万，比你平时最大的一单（12 万）多三倍以上')
    expect(await signed(sales)).toBe(120_000_00)
    await sales.until('2026-11-21T03:00:00.000Z')
    const sure = await sales.presses('李雷', asked, '没错，120 万')
    expect(sure.text).toContain('金额 12 万 → 120 万，签约日期 2026-11-20 → 2026-11-19')
    expect(await signed(sales)).toBe(1_200_000_00)
    expect((await sales.says('李雷', '/deal show D-1')).text).toContain('少写一个零')
    expect((await sales.presses('李雷', asked, '没错，120 万')).text).toContain('没有变化')
  })

  test('asks in the form as well, and is stored by those who may change the deal only', async () => {
    const sales = await withHuawei()
    for (const amount of ['3万', '4万']) await sales.says('李雷', `/deal add 客户${amount} ${amount}`)
    const shown = await sales.says('李雷', '/deal show D-1')
    const { form } = await sales.presses('李雷', shown, '改')
    const asked = await sales.submits('李雷', form, { amount: '900万' })
    expect((await sales.presses('韩梅梅', asked, '没错，900 万')).text).toContain('D-1 是')
    expect(await signed(sales)).toBe(120_000_00)
    expect((await sales.presses('王经理', asked, '没错，900 万')).text).toContain('→ 900 万')
  })

  test('a yes from before another change is too late', async () => {
    const { sales, asked } = await askedAbout('/deal amend D-1 120万')
    await sales.says('李雷', '/deal amend D-1 13万')
    await sales.presses('李雷', asked, '没错，120 万')
    expect(await signed(sales)).toBe(130_000_00)
  })

  test.each(['/deal amend D-1 36万', '/deal amend D-1 1万'])('%s is nothing unusual', async (line) => {
    const { asked } = await askedAbout(line)
    expect(asked.text).toContain('改好了')
  })
})

describe('collecting', () => {
  test('counts in the period of the collection', async () => {
    const sales = await withHuawei('/deal add 华为 12万 日期=10-15')
    const first = await sales.says('李雷', '/deal collect D-1 5万 date=10-31')
    expect(first.text).toBe('记好了：D-1 华为 回款 5 万，10 月 31 日。已回 5 万，还差 7 万。')
    const second = await sales.says('李雷', '签单 回款 D-1 全部')
    expect(second.text).toBe('记好了：D-1 华为 回款 7 万，今天。12 万 全部回齐。')
    expect((await month(sales, '李雷', '2026-10')).collectedMinor).toBe(50_000_00)
    expect((await month(sales, '李雷', '2026-11')).collectedMinor).toBe(70_000_00)
    expect((await month(sales, '李雷', '2026')).collectedMinor).toBe(120_000_00)
  })

  test.each([
    ['李雷', '/deal collect D-1 13万', '超过了 D-1 的未回金额：已回 0 元，还差 12 万。这笔回款还没记。'],
    ['李雷', '/deal collect D-1', '没写金额，这单还没记。可以写成：签单 回款 D-12 5万'],
    ['李雷', '/deal collect D-1 5来万', '金额「5来万」没读懂'],
    ['李雷', '/deal collect D-1 $500', 'D-1 是 CNY 的单'],
    ['李雷', '/deal collect D-1 5万 date=明天', '日期「明天」还没到'],
    ['韩梅梅', '/deal collect D-1 5万', 'D-1 是别人的单'],
  ])('%s: %s is refused', async (name, line, answer) => {
    const sales = await withHuawei()
    expect((await sales.says(name, line)).text).toContain(answer)
    expect((await month(sales, '李雷')).collectedMinor).toBe(0)
  })
})

describe('refunding', () => {
  test('lowers what was signed, and what was collected with it, with the card', async () => {
    const sales = await withHuawei('/deal add 华为 12万 日期=10-15')
    await sales.says('李雷', '/deal collect D-1 5万 date=10-31')
    const said = await sales.says('王经理', '/deal refund D-1 6万 客户退货')
    expect(said.text).toBe('记好了：D-1 华为 退款 6 万。还剩签约 6 万，其中已回款 0 元。')
    expect(await month(sales, '李雷', '2026-10')).toMatchObject({
      signedMinor: 60_000_00,
      collectedMinor: 50_000_00,
    })
    expect(await month(sales, '李雷', '2026-11')).toMatchObject({
      signedMinor: 0,
      collectedMinor: -50_000_00,
    })
    expect(sales.posts({ to: '李雷' })[0]?.text).toBe(
      'D-1 华为 退款 6 万（王经理 登记）。10 月累计签了 6 万。原因：客户退货',
    )
    await sales.app.deliverDue()
    expect(sales.posts({ in: 'deals' })[0]?.text).toContain('签下 华为 12 万')
    expect(sales.posts({ in: 'deals' })[0]?.text).toContain('其中 6 万 已退款。')
  })

  test('without an amount, all of it: the deal counts no more', async () => {
    const sales = await withHuawei()
    await sales.says('李雷', '/deal collect D-1 12万')
    await sales.says('李雷', '/deal refund D-1 不做了')
    expect(await month(sales, '李雷')).toMatchObject({
      signedMinor: 0,
      collectedMinor: 0,
      deals: 0,
      newCustomers: 0,
    })
    expect((await sales.says('李雷', '/deal refund D-1 再退')).text).toContain(
      'D-1 现在只有 0 元，退不了更多',
    )
  })

  test('more than was signed is refused, and a mistyped amount never refunds everything', async () => {
    const sales = await withHuawei()
    expect((await sales.says('李雷', '/deal refund D-1 13万')).text).toContain(
      'D-1 现在只有 12 万，退不了更多',
    )
    const bare = await sales.says('李雷', '/deal refund D-1')
    expect(bare.text).toContain('全退吗？写上原因：签单 退款 D-1 原因')
    expect(bare.text).toContain('退款还没记')
    expect((await sales.says('李雷', '/deal refund D-1 6k8x 退货')).text).toContain('金额「6k8x」没读懂')
    expect((await month(sales, '李雷')).signedMinor).toBe(120_000_00)
  })
})

describe('voiding', () => {
  test('counts for nothing, and the card says so', async () => {
    const sales = await withHuawei()
    const said = await sales.says('李雷', '/deal void D-1 记错了')
    expect(said.text).toBe('D-1 华为（12 万）已作废，不再计算。')
    expect(await month(sales, '李雷')).toMatchObject({ signedMinor: 0, deals: 0, newCustomers: 0 })
    await sales.app.deliverDue()
    expect(sales.posts({ in: 'deals' })[0]?.text).toContain('这单后来作废了。')
    expect((await sales.says('李雷', '/deal amend D-1 金额=15万')).text).toContain('D-1 已经作废，不能再改了')
    expect((await sales.says('李雷', '/deal collect D-1 1万')).text).toContain('D-1 已经作废')
    expect(
      await creditsOf(await sales.scope('李雷'), sales.id('李雷'), { from: '2026-11-01', to: '2026-11-30' }),
    ).toEqual([])
  })

  test('before it is announced, it never is', async () => {
    const sales = await startTeam({ features: [dealsWith()] })
    await sales.says('李雷', '/deal add 华为 12万')
    await sales.says('李雷', '/deal void D-1 记错了')
    await sales.until('2026-11-20T03:00:00.000Z')
    expect(sales.posts({ in: 'deals' })).toEqual([])
  })
})

describe('new and repeat customers', () => {
  test('are told apart by the folded name, whatever order the deals arrive in', async () => {
    const sales = await withHuawei('/deal add 华为 12万 日期=11-10')
    const repeat = await sales.says('韩梅梅', '/deal add ＨＵＡＷＥＩ 5万 日期=11-12')
    expect(repeat.text).not.toContain('老客户')
    const folded = await sales.says('韩梅梅', '/deal add 华　为 5万 日期=11-12')
    expect(folded.text).toContain('老客户')
    expect((await month(sales, '李雷')).newCustomers).toBe(1)
    await sales.says('张伟', '/deal add 华为 1万 日期=11-01')
    expect((await month(sales, '李雷')).newCustomers).toBe(0)
    expect((await month(sales, '张伟')).newCustomers).toBe(1)
    expect(await dealByNumber(await sales.scope('李雷'), 1)).toMatchObject({ repeatCustomer: true })
    await sales.says('张伟', '/deal void D-4')
    expect((await month(sales, '李雷')).newCustomers).toBe(1)
    await sales.says('李雷', '/deal amend D-1 客户=小米')
    expect((await month(sales, '韩梅梅')).newCustomers).toBe(2)
  })
})

describe('what the public card may show', () => {
  test('a workspace hides amounts and customers', async () => {
    const sales = await startTeam({ features: [dealsWith()] })
    await sales.write('赵敏', async (scope) => {
      const { changeWorkspace } = await import('../../src/people/store.ts')
      await changeWorkspace(scope, { settings: { hideAmounts: true, hideCustomers: true } })
    })
    await sales.says('李雷', '/deal add 华为 12万 产品=CRM')
    await sales.until('2026-11-20T02:02:00.000Z')
    await sales.says('李雷', '/deal refund D-1 2万 让利')
    const [card] = sales.posts({ in: 'deals' })
    expect(JSON.stringify(card?.view)).not.toMatch(/华为|12|2 万/)
    expect(card?.text).toContain('@李雷 签下 一单')
    expect(card?.text).toContain('后来退了一部分款。')
  })

  test('a team with a deals channel of its own reads it there', async () => {
    const sales = await startTeam({ features: [dealsWith()] })
    await sales.write('赵敏', async (scope) => {
      const { findTeam, setChannel } = await import('../../src/people/store.ts')
      const teamId = (await findTeam(scope, '市场部'))?.id ?? ''
      const channel = { platform: 'test', home: sales.home, purpose: 'deals', team: teamId } as const
      await setChannel(scope, { ...channel, externalId: 'market-deals' })
    })
    await sales.says('吴婷', '/deal add 华为 12万')
    await sales.says('李雷', '/deal add 小米 12万')
    await sales.until('2026-11-20T02:02:00.000Z')
    expect(sales.posts({ in: 'market-deals' }).map((post) => post.view.summary)).toEqual([
      '吴婷 签下 华为 12 万',
    ])
    expect(sales.posts({ in: 'deals' }).map((post) => post.view.summary)).toEqual(['李雷 签下 小米 12 万'])
  })
})
