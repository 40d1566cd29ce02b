import fc from 'fast-check'
import { expect, test } from 'vitest'
import { explain } from '../../src/commission/explain.ts'
import { fraction, plus, ZERO } from '../../src/commission/fraction.ts'
import { payStanding } from '../../src/commission/pay-of.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import { builtInPlan, READINGS } from '../../src/commission/readings.ts'
import { type DealCredit, logDeal } from '../../src/deals/store.ts'
import { setLocale } from '../../src/people/store.ts'
import { rowsIn } from '../support/rows.ts'
import { startTeam, type Team } from '../support/team.ts'
import { plan, signs, target } from './arrange.ts'

test('/commission explain goes line by line from the plan to the same cent', async () => {
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
  const { text, view } = await team.says('李雷', '提成 算法')
  expect(text).toContain('11 月提成 7,200.02 元（税前），是这样算的：')
  expect(text).toContain('方案：第 1 版，2026-01-01 起，比例 5%')
  expect(text).toContain('达到 80% 起：全部签约 × 5%')
  expect(text).toContain('达到 100% 起：100% 以内的部分 × 6%（5% × 1.2）')
  expect(text).toContain('达到 100% 起：超过 100% 的部分 × 7.5%（5% × 1.5）')
  expect(text).toContain('目标：100,000 元（目标 G-1，王经理 2026-11-20 定）')
  expect(text).toContain('达成：116,000.20 元 ÷ 100,000 元 = 116%')
  expect(rowsIn(view)).toEqual([
    ['D-1', '华为', '2026-11-03', '80,000 元', '100%', '80,000 元', ''],
    ['D-2', '中兴', '2026-11-12', '60,000.33 元', '60%', '36,000.20 元', '待确认'],
    ['合计', '', '', '', '', '116,000.20 元', ''],
    ['0 元 – 100,000 元', '100,000 元', '6%（5% × 1.2）', '6,000 元'],
    ['100,000 元 – 116,000.20 元', '16,000.20 元', '7.5%（5% × 1.5）', '1,200.02 元'],
    ['合计', '116,000.20 元', '', '7,200.02 元'],
  ])
  expect(text).toContain('只在合计上四舍五入一次：7,200.015 元 → 7,200.02 元')
  expect(text).toContain('只算已确认的 80,000 元是 4,000 元，其余 3,200.02 元等确认。')
  const paid = await payStanding(await team.scope('李雷'), team.id('李雷'), '2026-11')
  expect(paid).toMatchObject({ earnedMinor: 720_002n, provisionalMinor: 320_002n })
})

test('reads so in English', async () => {
  const team = await withTarget()
  await team.write('李雷', (scope) => setLocale(scope, team.id('李雷'), 'en'))
  await signs(team, '李雷', 120_000)
  const { text } = await team.says('李雷', '/commission explain')
  expect(text).toContain('November comes to 7,500 (pre-tax). This is how:')
  expect(text).toContain('Plan: version 1, from 2026-01-01, rate 5%')
  expect(text).toContain('from 100%: the part above 100% at 5% × 1.5 = 7.5%')
  expect(text).toContain('Nothing to round.')
})

test('a foreign deal counts at its stored rate, in the workspace’s currency', async () => {
  const team = await withTarget()
  await team.write('李雷', async (scope) => {
    await logDeal(scope, {
      customer: 'Acme',
      amountMinor: 1_000_000,
      currency: 'USD',
      exchange: { rate: '7.1234', source: 'bank' },
      signedOn: '2026-11-12',
      owner: team.id('李雷'),
      shares: [{ person: team.id('李雷'), bps: 10_000 }],
      source: 'import',
    })
  })
  const { view } = await team.says('李雷', '/commission explain')
  expect(rowsIn(view)[0]).toEqual(['D-1', 'Acme', '2026-11-12', '$10,000', '100%', '71,234 元', ''])
})

test('below the gate it says what is missing', async () => {
  const team = await withTarget()
  await signs(team, '李雷', 10_000)
  expect((await team.says('李雷', '提成 算法')).text).toContain('没到 80%，这里没有能算的部分。')
})

test('many deals come in pages, the rest as one sum', async () => {
  const team = await withTarget()
  for (let day = 1; day <= 20; day++)
    await signs(team, '李雷', 1_000, { on: `2026-11-${String(day).padStart(2, '0')}` })
  for (let more = 0; more < 5; more++) await signs(team, '李雷', 10_000, { on: '2026-11-20' })
  const first = await team.says('李雷', '提成 算法')
  expect(rowsIn(first.view).slice(19, 22)).toEqual([
    ['D-20', '华为', '2026-11-20', '1,000 元', '100%', '1,000 元', ''],
    ['其他页的 5 单', '', '', '', '', '50,000 元', ''],
    ['合计', '', '', '', '', '70,000 元', ''],
  ])
  const second = await team.presses('李雷', first, '更多单')
  expect(second.text).toContain('第 2 页，共 2 页')
  expect(rowsIn(second.view)[0]?.[0]).toBe('D-21')
  expect((await team.presses('李雷', second, '更多单')).text).toContain('第 1 页，共 2 页')
})

test('a new version of the plan counts from its date, and past months keep theirs', async () => {
  const team = await withTarget()
  await target(team, '李雷', 100_000, '2026-10')
  await signs(team, '李雷', 90_000, { on: '2026-10-10' })
  await signs(team, '李雷', 90_000)
  await plan(team, '10%', '2026-11-01')
  expect((await team.says('李雷', '/commission')).text).toContain('提成暂计 9,000 元')
  expect((await team.says('李雷', '/commission 2026-10')).text).toContain('提成暂计 4,500 元')
  expect((await team.says('李雷', '/commission explain')).text).toContain(
    '方案：第 2 版，2026-11-01 起，比例 10%',
  )
})

const credits = fc.array(
  fc.record({ minor: fc.integer({ min: -5_000_000, max: 50_000_000 }), confirmed: fc.boolean() }),
  { maxLength: 30 },
)
const someTarget = fc.integer({ min: 1, max: 100_000_000 })

test('whatever the deals, the explanation adds up: lines, rounding, total', () => {
  fc.assert(
    fc.property(fc.constantFrom(...READINGS), credits, someTarget, (reading, parts, targetMinor) => {
      const all = explained(reading, parts, targetMinor)
      expect(all.lines.reduce((sum, line) => sum + line.minor, 0n)).toBe(all.totalMinor)
      const exact = all.lines.map((line) => line.exact).reduce(plus, ZERO)
      expect(plus(exact, all.rounding)).toEqual(fraction(all.totalMinor))
      const { num, den } = all.rounding
      expect((num < 0n ? -num : num) * 2n).toBeLessThanOrEqual(den)
    }),
  )
})

test('whatever the order of the deals, the pay is the same', () => {
  const shuffled = credits.chain((parts) =>
    fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length })),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...READINGS),
      shuffled,
      someTarget,
      (reading, [parts, other], targetMinor) => {
        const one = explained(reading, parts, targetMinor)
        const two = explained(reading, other, targetMinor)
        expect([two.totalMinor, two.lines, two.confirmed]).toEqual([one.totalMinor, one.lines, one.confirmed])
      },
    ),
  )
})

function explained(
  reading: (typeof READINGS)[number],
  parts: { minor: number; confirmed: boolean }[],
  targetMinor: number,
) {
  const found = explain(planFrom(builtInPlan('5%', reading), 'CNY'), targetMinor, parts.map(asCredit))
  if (found === 'no target') throw new Error('there is a target')
  return found
}

function asCredit({ minor, confirmed }: { minor: number; confirmed: boolean }, index: number): DealCredit {
  return {
    deal: String(index),
    number: index + 1,
    customer: '华为',
    product: undefined,
    channel: undefined,
    signedOn: '2026-11-01',
    shareBps: 10_000,
    minor,
    collectedMinor: 0,
    confirmed,
    repeatCustomer: false,
    currency: 'CNY',
    dealMinor: minor,
  }
}

async function withTarget(): Promise<Team> {
  const team = await startTeam()
  await plan(team)
  await target(team, '李雷', 100_000)
  return team
}
