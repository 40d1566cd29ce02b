import { describe, expect, test } from 'vitest'
import { dealsWith } from '../../src/deals/index.ts'
import { dealByNumber, setTarget, totalOf } from '../../src/deals/store.ts'
import { startTeam, type TeamOptions } from '../support/team.ts'

const team = (options: TeamOptions = {}) => startTeam({ features: [dealsWith()], ...options })

describe('a deal in one line', () => {
  test('is stored with all that was said, and answered with what it changed', async () => {
    const sales = await team()
    await sales.write('赵敏', (scope) => setTarget(scope, sales.id('李雷'), '2026-11', 1_000_000_00))
    await sales.says('李雷', '/deal add 小米 78万')
    const said = await sales.says('李雷', '/deal add 华为 12万 product=CRM channel=转介绍 date=昨天')
    expect(said.text).toContain('记好了：D-2 华为 12 万，CRM，转介绍，昨天签。本月 78% → 90%。')
    const small = await sales.says('李雷', '/deal add 便利店 4500')
    expect(small.text).toContain('本月 90% → 90.45%。')
    expect(said.text).toContain('一分钟后公布，之前可以撤回。王经理确认后计入工资单。')
    const deal = await dealByNumber(await sales.scope('李雷'), 2)
    expect(deal).toMatchObject({
      customer: '华为',
      amountMinor: 120_000_00,
      currency: 'CNY',
      product: 'CRM',
      channel: '转介绍',
      signedOn: '2026-11-19',
      owner: sales.id('李雷'),
      confirmed: false,
      repeatCustomer: false,
    })
  })

  test('speaks English to who reads English', async () => {
    const sales = await team({ locale: 'en', currency: 'USD' })
    const said = await sales.says('李雷', '/deal add Huawei Technologies 120k product="CRM Pro" date=today')
    expect(said.text).toContain('Logged D-1: Huawei Technologies $120,000, CRM Pro, signed today.')
    expect(said.text).toContain('This month: $120,000 signed so far.')
    expect(said.text.replaceAll('王经理', '')).not.toMatch(/\p{Script=Han}/u)
  })

  test.each([
    ['/deal add 华为 12万', '华为'],
    ['/deal 华为 12万', '华为'],
    ['签单 华为 12万', '华为'],
    ['签单 记一单 华为 12万', '华为'],
    ['/deal add 客户=华为 金额=12万', '华为'],
    ['/deal add 华为 12 万', '华为'],
    ['/deal add 北京 华为　分公司 12万', '北京 华为 分公司'],
    ['/deal add “Acme Holdings Ltd” 12万', 'Acme Holdings Ltd'],
    ['/deal add <!channel> *x* <b> 12万', '<!channel> *x* <b>'],
    ["/deal add Robert'); DROP TABLE deal;-- 12万", "Robert'); DROP TABLE deal;--"],
  ])('%s', async (line, customer) => {
    const sales = await team()
    const said = await sales.says('李雷', line)
    expect(said.text).toContain('12 万')
    expect(await dealByNumber(await sales.scope('李雷'), 1)).toMatchObject({
      customer,
      amountMinor: 120_000_00,
    })
  })

  test('the hostile name is plain text on the card, too', async () => {
    const sales = await team()
    await sales.says('李雷', '/deal add <!channel> *x* <b> 12万')
    await sales.until('2026-11-20T02:02:00.000Z')
    const [card] = sales.posts({ in: 'deals' })
    expect(card?.view.blocks[0]).toMatchObject({
      text: expect.arrayContaining([{ kind: 'bold', text: '<!channel> *x* <b>' }]),
    })
  })

  test('with every field', async () => {
    const sales = await team()
    await sales.says(
      '李雷',
      '签单 记一单 华为 12万 产品=CRM 渠道=转介绍 日期=11-18 转介绍人=老王 合同号=HT-7 首次接触=10-1 备注="先付 三成"',
    )
    expect(await dealByNumber(await sales.scope('李雷'), 1)).toMatchObject({
      product: 'CRM',
      channel: '转介绍',
      signedOn: '2026-11-18',
      referrer: '老王',
      contract: 'HT-7',
      firstContactOn: '2026-10-01',
      note: '先付 三成',
    })
  })
})

describe('what cannot be read', () => {
  test.each([
    ['/deal add 华为 12来万 产品=CRM', '金额「12来万」没读懂，这单还没记。可以写成：签单 华为 12万'],
    ['签单 华为 12来万', '金额「12来万」没读懂，这单还没记。可以写成：签单 华为 12万'],
    ['/deal add 华为', '没写金额，这单还没记。可以写成：签单 华为 12万'],
    ['/deal add 12万', '没写客户，这单还没记。可以写成：签单 华为 12万'],
    ['/deal add', '没写客户；没写金额，这单还没记。可以写成：签单 华为 12万'],
    ['/deal add 华为 -5', '金额「-5」没读懂'],
    ['/deal add 华为 0', '金额「0」没读懂'],
    ['/deal add 华为 12万 date=2026-02-30', '日期「2026-02-30」没读懂，这单还没记。可以写 今天、昨天、11-20'],
    ['/deal add 华为 12万 date=明天', '日期「明天」还没到，这单还没记。签了再记。'],
    ['/deal add 华为 12万 首次接触=今天 日期=昨天', '首次接触晚于签约日期'],
    ['/deal add 华为 12万 prodct=CRM', '没有「prodct」这一项，什么都没有记。是不是想写 product=…？'],
    ['/deal add 华为 12万 天气=晴', '没有「天气」这一项'],
    ['/deal add 华为 12万 split=@李雷:60,@韩梅梅:30', '分单加起来是 90%，不是 100%'],
    ['/deal add 华为 12万 split=@李雷:60,@李雷:40', '分单里「李雷」出现了两次'],
    [
      '/deal add 华为 12万 split=@李雷:60,@韩梅妹:40',
      '没有找到叫「韩梅妹」的人，这单还没记。是不是 @韩梅梅？',
    ],
    [
      '/deal add 华为 12万 split=@李雷:60,@谁也不是:40',
      '没有找到叫「谁也不是」的人，这单还没记。请写团队里的名字，比如 @李雷。',
    ],
    ['/deal add 华为 12万 split=李雷六成', '分单「李雷六成」没读懂'],
    ['/deal add 华为 12万 owner=@韩梅梅', '韩梅梅 的单只有 TA 的主管和管理员能代记'],
    [
      '/deal add 华为 $3,000',
      '还没有 2026-11-20 的 USD 汇率，这单还没记。请管理员 赵敏 记一条：签单 汇率 USD 7.12',
    ],
  ])('%s', async (line, answer) => {
    const sales = await team()
    const said = await sales.says('李雷', line)
    expect(said.text).toContain(answer)
    expect(await dealByNumber(await sales.scope('李雷'), 1)).toBeUndefined()
    expect(sales.failures).toEqual([])
  })

  test('says what was understood', async () => {
    const sales = await team()
    const said = await sales.says('李雷', '/deal add 华为 12来万 product=CRM date=昨天')
    expect(said.text).toContain('读懂的：客户 华为 · 产品 CRM · 日期 2026-11-19')
  })

  test('ten thousand characters are refused, not stored', async () => {
    const sales = await team()
    const said = await sales.says('李雷', `/deal add ${'华'.repeat(10_000)} 12万`)
    expect(said.text).toContain('这条有 10,008 个字，我一次最多读 1,500 个，所以什么都没记')
    expect((await sales.says('李雷', `/deal add ${'华'.repeat(121)} 12万`)).text).toContain(
      '客户超过了 120 个字',
    )
    expect((await sales.says('李雷', '/deal list')).text).toContain('没有签单')
  })

  test('a mistyped subcommand never becomes a customer', async () => {
    const sales = await team()
    await sales.says('李雷', '/deal add 华为 12万')
    for (const line of ['/deal colect D-1 5万', '/deal lst 2026', '/deal amned D-1 金额=15万'])
      expect((await sales.says('李雷', line)).text).toMatch(/^这里没有「.+」，是不是想写：\/deal /)
    expect(await dealByNumber(await sales.scope('李雷'), 2)).toBeUndefined()
  })
})

describe('whose deal it is', () => {
  test('a split is allocated to the cent, the first named owns it', async () => {
    const sales = await team()
    const said = await sales.says('李雷', '/deal add 华为 100.01 split=@李雷:33.33,@韩梅梅:33.33,@张伟:33.34')
    expect(said.text).toContain('分单 李雷 33.33%、韩梅梅 33.33%、张伟 33.34%')
    const scope = await sales.scope('李雷')
    const parts = await Promise.all(
      ['李雷', '韩梅梅', '张伟'].map(
        async (name) => (await totalOf(scope, sales.id(name), '2026-11')).signedMinor,
      ),
    )
    expect(parts).toEqual([3333, 3333, 3335])
    expect((await totalOf(scope, sales.id('李雷'), '2026-11')).deals).toBe(1)
    expect((await totalOf(scope, sales.id('韩梅梅'), '2026-11')).deals).toBe(0)
  })

  test('full-width signs and Chinese commas split as well', async () => {
    const sales = await team()
    await sales.says('李雷', '签单 华为 10万 分单＝@韩梅梅：40％、@李雷：60％')
    expect(await dealByNumber(await sales.scope('李雷'), 1)).toMatchObject({ owner: sales.id('李雷') })
  })

  test('a manager logs for their people, and they are told', async () => {
    const sales = await team()
    const said = await sales.says('王经理', '/deal add 华为 12万 owner=@李雷')
    expect(said.text).toContain('负责人 李雷')
    expect(said.text).toContain('李雷 本月累计签了 12 万。')
    expect(sales.posts({ to: '李雷' })[0]?.text).toBe(
      '王经理 记了 D-1 华为 12 万，有你的一份。本月累计签了 12 万。',
    )
  })

  test('a manager of another team does not', async () => {
    const sales = await team()
    expect((await sales.says('周主管', '/deal add 华为 12万 owner=@李雷')).text).toContain(
      '李雷 的单只有 TA 的主管和管理员能代记',
    )
    expect((await sales.says('陈总', '/deal add 华为 12万 owner=@李雷')).text).toContain('记好了')
    expect((await sales.says('赵敏', '/deal add 华为 12万 split=@李雷:50,@韩梅梅:50')).text).toContain(
      '负责人 李雷',
    )
  })
})

describe('an unusual amount', () => {
  test('asks once, and is stored once when it is right', async () => {
    const sales = await team()
    for (const amount of ['3万', '4万', '2万']) await sales.says('李雷', `/deal add 客户${amount} ${amount}`)
    const asked = await sales.says('李雷', '/deal add 华为 120万 产品=CRM')
    expect(asked.text).toContain('120 万，比你平时最大的一单（4 万）多三倍以上。没写错吧？这单还没记。')
    expect(await dealByNumber(await sales.scope('李雷'), 4)).toBeUndefined()
    const sure = await sales.presses('李雷', asked, '没错，120 万')
    expect(sure.text).toContain('记好了：D-4 华为 120 万，CRM')
    const again = await sales.presses('李雷', asked, '没错，120 万')
    expect(again.text).toContain('这单已经记过了：D-4。')
    expect((await totalOf(await sales.scope('李雷'), sales.id('李雷'), '2026-11')).signedMinor).toBe(
      1_290_000_00,
    )
  })

  test('three times as much, or the first deals, are nothing unusual', async () => {
    const sales = await team()
    for (const line of ['A 1万', 'B 100万', 'C 2万', 'D 300万'])
      expect((await sales.says('李雷', `/deal add ${line}`)).text).toContain('记好了')
  })
})

describe('the minute after', () => {
  test('the card is announced after sixty seconds, in the deals channel', async () => {
    const sales = await team()
    await sales.says('李雷', '/deal add 华为 12万 产品=CRM 渠道=转介绍 分单=@李雷:60,@韩梅梅:40')
    await sales.until('2026-11-20T02:00:59.000Z')
    expect(sales.posts({ in: 'deals' })).toEqual([])
    await sales.until('2026-11-20T02:01:00.000Z')
    const [card] = sales.posts({ in: 'deals' })
    expect(card?.text).toContain('🎉 @李雷 签下 华为 12 万')
    expect(card?.text).toContain('CRM · 转介绍 · 新客户 · 一起签的：@韩梅梅')
    expect(card?.subject).toBe(`deal:${(await dealByNumber(await sales.scope('李雷'), 1))?.id}`)
  })

  test('the author takes it back, and nothing is announced or counted', async () => {
    const sales = await team()
    const said = await sales.says('李雷', '/deal add 华为 12万')
    expect((await sales.presses('韩梅梅', said, '撤回')).text).toContain('只有记单的人能撤回')
    const undone = await sales.presses('李雷', said, '撤回')
    expect(undone.text).toBe('撤回了：D-1 华为 不算，也没有公布。')
    await sales.until('2026-11-20T02:10:00.000Z')
    expect(sales.posts({ in: 'deals' })).toEqual([])
    const total = await totalOf(await sales.scope('李雷'), sales.id('李雷'), '2026-11')
    expect(total).toMatchObject({ signedMinor: 0, deals: 0, newCustomers: 0 })
    expect((await sales.presses('李雷', said, '撤回')).text).toContain('D-1 已经作废')
  })

  test('after the minute it is too late, and the way out is named', async () => {
    const sales = await team()
    const said = await sales.says('李雷', '/deal add 华为 12万')
    await sales.until('2026-11-20T02:02:00.000Z')
    expect((await sales.presses('李雷', said, '撤回')).text).toBe(
      'D-1 已经公布了。不算这单的话：签单 作废 D-1',
    )
  })

  test('or it goes out at once', async () => {
    const sales = await team()
    const said = await sales.says('李雷', '/deal add 华为 12万')
    expect((await sales.presses('李雷', said, '马上公布')).text).toContain('D-1 华为 已经公布。')
    await sales.until('2026-11-20T02:00:01.000Z')
    expect(sales.posts({ in: 'deals' })).toHaveLength(1)
    await sales.until('2026-11-20T02:05:00.000Z')
    expect(sales.posts({ in: 'deals' })).toHaveLength(1)
  })

  test('delivered three times, logged once', async () => {
    const sales = await team()
    const answers = [1, 2, 3].map(() => sales.says('李雷', '/deal add 华为 12万', 'same'))
    const texts = (await Promise.all(answers)).map((one) => one.text)
    expect(new Set(texts).size).toBe(1)
    expect(await dealByNumber(await sales.scope('李雷'), 2)).toBeUndefined()
  })
})

describe('the form', () => {
  test('has the same fields, and says what is wrong at the field', async () => {
    const sales = await team()
    const opened = await sales.says('李雷', '/deal')
    expect(opened.form?.fields.map((field) => 'name' in field && field.name)).toEqual([
      'customer',
      'amount',
      'product',
      'channel',
      'date',
      'split',
      'referrer',
      'contract',
      'firstContact',
      'margin',
      'exVat',
      'discount',
      'note',
    ])
    const wrong = await sales.submits('李雷', opened.form, {
      customer: '华为',
      amount: '12来万',
      split: '@李雷:60',
    })
    expect(wrong.errors).toEqual({
      amount: '金额「12来万」没读懂。可以写 120000、12万、1.5w 或 $3,000。',
      split: '分单加起来是 60%，不是 100%。可以写 @李雷:60,@韩梅梅:40。',
    })
    const right = await sales.submits('李雷', opened.form, {
      customer: '华为',
      amount: '12万',
      product: 'CRM',
    })
    expect(right.text).toContain('记好了：D-1 华为 12 万，CRM，今天签。')
  })

  test('lets a manager choose the owner', async () => {
    const sales = await team()
    const opened = await sales.says('王经理', '/deal')
    const said = await sales.submits('王经理', opened.form, {
      customer: '华为',
      amount: '12万',
      owner: sales.id('张伟'),
    })
    expect(said.text).toContain('负责人 张伟')
  })
})

describe('what a button carries', () => {
  test.each([
    '',
    'null',
    '{',
    '{"id":"x","fields":{"天气":"晴"}}',
    '{"id":"x","fields":{"amount":"-5","customer":"A"}}',
  ])('is read with the same care: %s', async (value) => {
    const sales = await team()
    for (const action of [
      'deal.sure',
      'deal.page',
      'deal.undo',
      'deal.edit',
      'deal.confirm',
      'deal.post-now',
    ])
      await sales.app.receive({
        kind: 'action',
        action,
        value,
        platform: 'test',
        home: sales.home,
        by: { id: sales.id('李雷') },
        at: sales.clock.now(),
        delivery: `${action} ${value}`,
      })
    expect(sales.failures).toEqual([])
    expect(await dealByNumber(await sales.scope('李雷'), 1)).toBeUndefined()
  })
})
