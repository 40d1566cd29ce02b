import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activatePlan } from '../../src/commission/active-plan.ts'
import { dealPays } from '../../src/commission/deal-pay.ts'
import { explain } from '../../src/commission/explain.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import { builtInPlan, READINGS } from '../../src/commission/readings.ts'
import { type DealCredit, logDeal } from '../../src/deals/store.ts'
import { setLocale } from '../../src/people/store.ts'
import { close } from '../statements/arrange.ts'
import { startTeam, type Team } from '../support/team.ts'
import { plan, signs, target } from './arrange.ts'

describe('each deal of an explanation', () => {
  test('has its inputs, its formula and its commission, and they add up to what the rates pay', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 80_000, { customer: '华为', on: '2026-11-03' })
    await signs(team, '李雷', 60_000.33, {
      customer: '中兴',
      on: '2026-11-12',
      confirmed: false,
      shares: [
        { person: team.id('李雷'), bps: 6_000 },
        { person: team.id('韩梅梅'), bps: 4_000 },
      ],
    })
    const { text } = await each(team)
    expect(text).toContain('11 月每一单的提成（税前）')
    // 7,200.015 on 116,000.20: 80,000 of it are 4,965.5189…, 36,000.20 are 2,234.4960…
    expect(text).toContain('7,200.02 元 ÷ 116,000.20 元 ≈ 6.2069%')
    expect(text).toContain(
      '- D-1 华为 11 月 3 日 · 新客\n  80,000 元 × 6.2069% ≈ 4,965.52 元\n' +
        '- D-2 中兴 11 月 12 日 · 新客 · 待确认\n  60,000.33 元 × 60% = 36,000.20 元\n  36,000.20 元 × 6.2069% ≈ 2,234.50 元',
    )
    expect(text).toContain('这一页 7,200.02 元，全部 7,200.02 元。')
  })

  test('leads to the deal itself, and back to the whole', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 90_000)
    const page = await each(team)
    expect((await team.presses('李雷', page, 'D-1')).text).toContain('D-1 华为')
    expect((await team.presses('李雷', page, '整个算法')).text).toContain(
      '11 月提成 4,500 元（税前），是这样算的：',
    )
  })

  test('reads so in English', async () => {
    const team = await withTarget()
    await team.write('李雷', (scope) => setLocale(scope, team.id('李雷'), 'en'))
    await signs(team, '李雷', 120_000)
    const shown = await team.presses('李雷', await team.says('李雷', '/commission explain'), 'Each deal')
    expect(shown.text).toContain('November, deal by deal (pre-tax)')
    expect(shown.text).toContain('- D-1 华为 10 Nov · new customer\n  ¥120,000 × 6.25% = ¥7,500')
  })

  test('in another currency names its rate of exchange', async () => {
    const team = await withTarget()
    await team.write('李雷', (scope) =>
      logDeal(scope, {
        customer: 'Acme',
        amountMinor: 1_000_000,
        currency: 'USD',
        exchange: { rate: '9', source: 'bank' },
        signedOn: '2026-11-12',
        owner: team.id('李雷'),
        shares: [{ person: team.id('李雷'), bps: 10_000 }],
        source: 'import',
      }),
    )
    expect((await each(team)).text).toContain('$10,000 × 9 = 90,000 元\n  90,000 元 × 5% = 4,500 元')
  })

  test('names its own rate where deals have rates of their own', async () => {
    const team = await withTarget()
    await team.write('赵敏', (scope) => activatePlan(scope, RATES, '2026-11-01'))
    await signs(team, '李雷', 50_000, { customer: '华为' })
    await signs(team, '李雷', 30_000, { customer: '华为', on: '2026-11-15' })
    const { text } = await each(team)
    expect(text).toContain('D-1 华为 11 月 10 日 · 新客 · 自己的比例 6%\n  50,000 元 × 6% = 3,000 元')
    expect(text).toContain('D-2 华为 11 月 15 日 · 老客 · 自己的比例 4%\n  30,000 元 × 4% = 1,200 元')
    expect(text).toContain('全部 4,200 元。')
  })

  test('says what it will pay where the money has to come in first', async () => {
    const team = await withTarget()
    await team.write('赵敏', (scope) =>
      activatePlan(scope, { ...RATES, rates: [], bonuses: [], pay: 'collected' }, '2026-11-01'),
    )
    await signs(team, '李雷', 50_000)
    const { text } = await each(team)
    expect(text).toContain('这里是每一单全部回款后发多少。')
    expect(text).toContain('50,000 元 × 4% = 2,000 元')
  })

  test('comes in pages of eight', async () => {
    const team = await withTarget()
    for (let day = 1; day <= 9; day++) await signs(team, '李雷', 10_000, { on: `2026-11-0${day}` })
    const first = await each(team)
    expect(first.text).toContain('这一页 4,000 元，全部 4,500 元。')
    const second = await team.presses('李雷', first, '更多单')
    expect(second.text).toContain('D-9 华为')
    expect(second.text).not.toContain('D-8 ')
    expect((await team.presses('李雷', second, '更多单')).text).toContain('第 1 页，共 2 页')
  })

  test('of somebody else is for those who may see their pay', async () => {
    const team = await withTarget()
    await signs(team, '李雷', 90_000)
    const his = await team.presses('王经理', await team.says('王经理', '/commission explain @李雷'), '每一单')
    expect(his.text).toContain('李雷 11 月每一单的提成')
    expect((await team.presses('韩梅梅', his, '整个算法')).text).toContain('李雷的提成只有本人')
  })
})

test('of a closed month it says which version of the plan its statement was made by', async () => {
  const team = await withTarget()
  await target(team, '李雷', 100_000, '2026-10')
  await signs(team, '李雷', 90_000, { on: '2026-10-09' })
  await close(team, '2026-10')
  await plan(team, '6%', '2026-11-01')
  const { text } = await team.says('李雷', '/commission explain 2026-10')
  expect(text).toContain('10 月已关账：对账单第 1 版 4,500 元，按方案第 1 版算。')
  expect((await team.says('李雷', '/commission explain')).text).not.toContain('已关账')
})

const credits = fc.array(fc.integer({ min: 1, max: 50_000_000 }), { minLength: 1, maxLength: 30 })

test('whatever the deals, the plan and the cap, the deals add up to the lines by rate, to the cent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...READINGS),
      fc.option(fc.integer({ min: 1, max: 5_000 }), { nil: undefined }),
      fc.array(fc.integer({ min: 1, max: 99_999 }), { maxLength: 4 }),
      credits,
      fc.integer({ min: 1, max: 100_000_000 }),
      (reading, cap, bonuses, parts, targetMinor) => {
        const document: PlanDocument = {
          ...builtInPlan('4.99%', reading),
          bonuses: bonuses.map((cents, at) => ({ name: `b${at}`, each: {}, amount: String(cents / 100) })),
          ...(cap === undefined ? {} : { caps: { deal: String(cap) } }),
        }
        const plan = planFrom(document, 'CNY')
        const given = parts.map(creditOf)
        const explained = explain(plan, targetMinor, given)
        if (explained === 'no target') throw new Error('there is a target')
        const pays = dealPays(plan, explained.facts, given, explained.lines) ?? []
        const byRate = explained.lines.filter((line) => line.kind === 'slice' || line.kind === 'deal-cap')
        const sum = (of: readonly { minor: bigint }[]) => of.reduce((total, one) => total + one.minor, 0n)
        expect(sum(pays)).toBe(sum(byRate))
        for (const { minor, rate, credit } of pays) {
          const exact = Number(rate.num * BigInt(credit.minor)) / Number(rate.den)
          expect(Math.abs(Number(minor) - exact)).toBeLessThan(2)
        }
      },
    ),
  )
})

const RATES: PlanDocument = {
  name: '新客户方案',
  period: 'month',
  attain: 'signed',
  pay: 'signed',
  rate: '4%',
  rates: [{ when: { customer: 'new' }, rate: '6%' }],
  bonuses: [{ name: '新客奖', each: { customer: 'new' }, amount: '300' }],
}

function creditOf(minor: number, at: number): DealCredit {
  return {
    deal: `deal-${at}`,
    number: at + 1,
    customer: '华为',
    product: undefined,
    channel: undefined,
    signedOn: '2026-11-10',
    shareBps: 10_000,
    minor,
    collectedMinor: 0,
    confirmed: true,
    repeatCustomer: true,
    currency: 'CNY',
    dealMinor: minor,
  }
}

const each = async (team: Team) =>
  team.presses('李雷', await team.says('李雷', '/commission explain'), '每一单')

async function withTarget(): Promise<Team> {
  const team = await startTeam()
  await plan(team)
  await target(team, '李雷', 100_000)
  return team
}
