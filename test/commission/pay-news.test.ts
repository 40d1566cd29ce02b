import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { putInForce } from '../../src/commission/put-in-force.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { takeInDeals } from '../../src/imports/import-deals.ts'
import { openTable } from '../../src/imports/table-file.ts'
import { setLocale } from '../../src/people/store.ts'
import { approve, later } from '../statements/arrange.ts'
import { temporaryFolder } from '../support/databases.ts'
import { startTeam, type Team } from '../support/team.ts'
import { plan, signs, target } from './arrange.ts'

describe('a deal that somebody else changes', () => {
  test('a refund is told with before, after, who, why, and what of it is the lost line', async () => {
    const team = await atTarget()
    await team.says('王经理', '/deal refund D-1 6000 客户退货')
    expect(told(team, '李雷')).toEqual([
      'D-1 华为 退款 6,000 元（王经理 登记）。原因：客户退货。11 月 100% → 94%，提成 6,000 元 → 4,700 元（税前），其中 1,000 元是掉出 100% 线。',
    ])
    expect(told(team, '王经理')).toEqual([])
  })

  test('in English for whoever reads English', async () => {
    const team = await atTarget()
    await team.write('李雷', (scope) => setLocale(scope, team.id('李雷'), 'en'))
    await team.says('王经理', '/deal refund D-1 6000 goods returned')
    expect(told(team, '李雷')).toEqual([
      'D-1 华为: ¥6,000 refunded (entered by 王经理). Why: goods returned. November 100% → 94%; pay 6,000 → 4,700 (pre-tax), of which 1,000 is the lost 100% line.',
    ])
  })

  test('the message leads to the calculation and to the deal', async () => {
    const team = await atTarget()
    await team.says('王经理', '/deal refund D-1 6000 客户退货')
    const [post] = team.posts({ to: '李雷' })
    if (!post) throw new Error('Nobody was told.')
    expect((await team.presses('李雷', post, '算法')).text).toContain('11 月提成 4,700 元（税前）')
    expect((await team.presses('李雷', post, '看单')).text).toContain('D-1 华为')
  })

  test('what one does oneself is told to nobody', async () => {
    const team = await atTarget()
    await team.says('李雷', '/deal refund D-1 6000 客户退货')
    await team.says('李雷', '/deal void D-1 记错了')
    await team.until('2026-11-20T03:00:00.000Z')
    expect(told(team, '李雷')).toEqual([])
  })

  test('a new split is told to both, each with their own figures', async () => {
    const team = await atTarget()
    await target(team, '韩梅梅', 40_000)
    await team.says('王经理', '/deal amend D-1 split=@李雷:60,@韩梅梅:40 一起谈的')
    expect(told(team, '李雷')[0]).toContain('11 月 100% → 60%，提成 6,000 元 → 0 元（税前）')
    expect(told(team, '韩梅梅')[0]).toContain('11 月 0% → 100%，提成 0 元 → 2,400 元（税前）')
  })

  test('a void deal and one that somebody logs for another', async () => {
    const team = await atTarget()
    await team.says('王经理', '/deal add 小米 2万 owner=@李雷')
    expect(told(team, '李雷')[0]).toContain('王经理 记了 D-2 小米 2 万，有你的一份。11 月 100% → 120%')
    await later(team, 61)
    await team.says('王经理', '/deal void D-1 没签成')
    expect(told(team, '李雷')[1]).toContain(
      '王经理 把 D-1 华为 作废了。原因：没签成。11 月 120% → 20%，提成 7,500 元 → 0 元（税前）',
    )
  })

  test('a product that changes a deal’s rate changes pay, though not what was signed', async () => {
    const team = await atTarget()
    await team.write('赵敏', (scope) =>
      activatePlan(scope, { ...flat('4%'), rates: [{ when: { product: 'CRM' }, rate: '8%' }] }, '2026-11-01'),
    )
    await team.says('王经理', '/deal amend D-1 product=CRM')
    expect(told(team, '李雷')).toEqual([
      '王经理 改了 D-1 华为：产品 无 → CRM。11 月提成 4,000 元 → 8,000 元（税前）。',
    ])
    await later(team, 61)
    await team.says('王经理', '/deal amend D-1 note=加急')
    expect(told(team, '李雷')).toHaveLength(1)
  })

  test('money that comes in, where that pays', async () => {
    const team = await atTarget()
    await team.write('赵敏', (scope) =>
      activatePlan(scope, { ...flat('5%'), pay: 'collected' }, '2026-11-01'),
    )
    await team.says('王经理', '/deal collect D-1 4万')
    expect(told(team, '李雷')).toEqual([
      'D-1 华为 回款 4 万（王经理 登记）。11 月提成 0 元 → 2,000 元（税前）。',
    ])
  })

  test('of an approved month says where the difference goes', async () => {
    const team = await startTeam()
    await plan(team)
    await target(team, '李雷', 100_000, '2026-10')
    await signs(team, '李雷', 100_000, { on: '2026-10-09' })
    await later(team)
    await approve(team, '2026-10')
    await later(team, 61)
    await team.says('王经理', '/deal refund D-1 6000 客户退货')
    expect(told(team, '李雷').at(-1)).toContain('10 月已经批过，差额算进下一张对账单。')
  })
})

describe('confirming', () => {
  test('is one message for each person, with what of their pay is certain now', async () => {
    const team = await startTeam()
    await plan(team)
    await target(team, '李雷', 100_000)
    for (const [customer, yuan] of [
      ['华为', 40_000],
      ['小米', 30_000],
      ['中兴', 20_000],
      ['联想', 10_000],
    ] as const)
      await signs(team, '李雷', yuan, { customer, confirmed: false })
    await team.says('王经理', '/deal confirm all')
    expect(told(team, '李雷')).toEqual([
      '王经理 确认了 D-1、D-2、D-3 等 4 单。11 月已确认的提成 0 元 → 6,000 元（税前）。',
    ])
    expect(told(team, '韩梅梅')).toEqual([])
  })
})

describe('a target that somebody else changes', () => {
  test('is told with what it does to pay', async () => {
    const team = await withGoal()
    await signs(team, '李雷', 100_000)
    await team.says('赵敏', '/goal adjust G-1 12万 新来两位')
    expect(told(team, '李雷').at(-1)).toBe(
      '改好了：G-1 李雷 11 月签约 100,000 元 → 120,000 元。赵敏：新来两位。11 月 100% → 83.33%，提成 6,000 元 → 5,000 元（税前）。',
    )
  })

  test('also by an approved proposal, and to the one who proposed it', async () => {
    const team = await withGoal()
    await signs(team, '李雷', 80_000)
    const no = await team.says('李雷', '/goal adjust G-1 8万 客户预算冻结')
    await team.presses('李雷', no, '问王经理')
    for (const name of ['王经理', '赵敏']) {
      const card = team.posts({ to: name }).at(-1)
      if (card) await team.presses(name, card, '同意')
    }
    expect(told(team, '李雷')).toEqual([
      'G-1 李雷 11 月签约：100,000 元 → 80,000 元，赵敏同意了。11 月 80% → 100%，提成 4,000 元 → 4,800 元（税前）。',
    ])
  })

  test('a first target is news where it makes pay of what was signed', async () => {
    const team = await startTeam()
    await plan(team)
    await signs(team, '李雷', 100_000)
    await team.says('王经理', '/goal add @李雷 11月 签约 10万')
    await team.says('王经理', '/goal add @韩梅梅 11月 签约 10万')
    expect(told(team, '李雷')).toEqual([
      '王经理 定了 G-1 李雷 11 月签约 100,000 元。11 月提成 6,000 元（税前）。',
    ])
    expect(told(team, '韩梅梅')).toEqual([])
  })
})

describe('many changes', () => {
  test('soon after a message are one more, with the first and the last figure', async () => {
    const team = await atTarget()
    await team.says('王经理', '/deal refund D-1 1000 少发一台')
    for (const minute of [1, 2, 3]) {
      await later(team)
      await team.says('王经理', `/deal refund D-1 ${minute}000 再退`)
    }
    expect(told(team, '李雷')).toHaveLength(1)
    await team.until('2026-11-20T03:10:00.000Z')
    expect(told(team, '李雷')).toHaveLength(2)
    const second = told(team, '李雷')[1]
    expect(second).toContain('有 3 处变动，动了你的提成。11 月 99% → 93%，提成 4,950 元 → 4,650 元（税前）。')
    expect(second).toContain('D-1 华为 退款 3,000 元（王经理 登记）。原因：再退。')
  })

  test('that come to nothing in the end are not told', async () => {
    const team = await atTarget()
    await team.says('王经理', '/deal refund D-1 1000 少发一台')
    await later(team)
    await team.says('王经理', '/deal amend D-1 amount=9万')
    await later(team)
    await team.says('王经理', '/deal amend D-1 amount=9.9万')
    await team.until('2026-11-20T03:00:00.000Z')
    expect(told(team, '李雷')).toHaveLength(1)
  })

  test('of an import are one message for each person, with the count of theirs', async () => {
    const team = await startTeam()
    await plan(team)
    for (const name of ['李雷', '韩梅梅']) await target(team, name, 100_000)
    const names = ['李雷', '韩梅梅', '李雷']
    const rows = Array.from(
      { length: 300 },
      (_, at) => `X-${at},客户${at},1000,2026-11-${String((at % 20) + 1).padStart(2, '0')},${names[at % 3]}`,
    )
    const file = join(temporaryFolder(), 'deals.csv')
    writeFileSync(file, ['编号,客户,金额,签约日期,负责人', ...rows].join('\n'))
    await team.write('赵敏', async (scope) =>
      takeInDeals(scope, await openTable(file), { currency: 'CNY', unknownCustomer: false }),
    )
    await team.app.deliverDue()
    expect(told(team, '李雷')).toEqual([
      '导入了 300 单，其中 200 单有你的份。11 月 0% → 200%，提成 0 元 → 13,500 元（税前），其中 5,000 元是过了 100% 线。',
    ])
    expect(told(team, '韩梅梅')).toEqual([
      '导入了 300 单，其中 100 单有你的份。11 月 0% → 100%，提成 0 元 → 6,000 元（税前），其中 5,000 元是过了 100% 线。',
    ])
    expect(told(team, '张伟')).toEqual([])
  })

  test('a plan that follows a refund waits with it', async () => {
    const team = await atTarget()
    await team.says('王经理', '/deal refund D-1 1000 少发一台')
    await later(team)
    await team.says('王经理', '/deal refund D-1 1000 再退')
    await team.write('赵敏', (scope) => putInForce(scope, builtInPlan('6%'), '2026-11-01'))
    await team.until('2026-11-20T03:10:00.000Z')
    expect(told(team, '李雷')[1]).toContain(
      '有 2 处变动，动了你的提成。11 月 99% → 98%，提成 4,950 元 → 5,880 元（税前）。',
    )
  })
})

const flat = (rate: string) =>
  ({ name: rate, period: 'month', attain: 'signed', pay: 'signed', rate }) as const

/** 李雷 has signed exactly the target of 100,000: 6,000 by the 5% ladder. */
async function atTarget(): Promise<Team> {
  const team = await startTeam()
  await plan(team)
  await target(team, '李雷', 100_000)
  await signs(team, '李雷', 100_000)
  return team
}

async function withGoal(): Promise<Team> {
  const team = await startTeam()
  await plan(team)
  await team.says('王经理', '/goal add @李雷 11月 签约 10万')
  return team
}

const told = (team: Team, name: string) =>
  team.posts({ to: name }).map((post) => post.text.replace(/\n\n〔[\s\S]*|\n\n\[[\s\S]*/, ''))

test('whose customer somebody else had before is told what that has made of their pay', async () => {
  const team = await startTeam()
  const document: PlanDocument = {
    name: '新客',
    period: 'month',
    attain: 'signed',
    pay: 'signed',
    rate: '5%',
    rates: [{ when: { customer: 'new' }, rate: '10%' }],
  }
  await team.write('赵敏', (scope) => activatePlan(scope, document, '2026-11-01'))
  await signs(team, '李雷', 10_000, { on: '2026-11-10' })
  await team.says('韩梅梅', '/deal add 华为 300 日期=2026-11-02')
  expect(team.posts({ to: '李雷' }).map((post) => post.text)).toEqual([
    expect.stringMatching(/^韩梅梅 记了或改了 华为 的另一单.*1,000 元 → 500 元/su),
  ])
  // Whose pay stays as it is, is told nothing.
  await team.says('张伟', '/deal add 华为 700')
  expect(team.posts({ to: '李雷' })).toHaveLength(1)
  expect(team.posts({ to: '韩梅梅' })).toEqual([])
  expect(team.failures).toEqual([])
})
