import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { builtInPlan } from '../../src/commission/readings.ts'
import { paidIn, type Sale } from './settled.ts'

const MONTHS = ['2026-10', '2026-11', '2026-12']
const flat: PlanDocument = { name: 'x', period: 'month', attain: 'signed', pay: 'signed', rate: '7%' }

describe('a sale that is refunded', () => {
  const sold: Sale = { number: 1, on: '2026-10-05', minor: 6_000_001 }
  const kept: Sale = { number: 2, on: '2026-10-06', minor: 6_000_000 }
  const refunded: Sale = { ...sold, refunds: [{ on: '2026-11-05', minor: 6_000_001 }] }
  const targets = { '2026-10': 10_000_000, '2026-11': 10_000_000, '2026-12': 10_000_000 }
  const paid = (clawback: NonNullable<PlanDocument['clawback']>, sales: Sale[]) =>
    paidIn({ ...builtInPlan('5%'), clawback }, { sales, targets }, MONTHS.slice(0, 2))

  test('lowers its own month under re-rate, the tier with it unless the plan keeps that', async () => {
    expect(await paid({ rate: 're-rate' }, [refunded, kept])).toEqual([0n, 0n])
    // 60,000 stay, at the 6% that 120,000.01 had unlocked.
    expect(await paid({ rate: 're-rate', attainment: 'keeps' }, [refunded, kept])).toEqual([360_000n, 0n])
  })

  test('leaves its own month alone under original, and takes its part back in the month of the refund', async () => {
    expect(await paid({ rate: 'original' }, [refunded, kept])).toEqual([750_000n, -375_000n])
  })

  test('in the month of its signing lowers that month under every policy', async () => {
    const early = { ...sold, refunds: [{ on: '2026-10-20', minor: 6_000_001 }] }
    for (const rate of ['re-rate', 'original', 'current'] as const)
      expect(await paid({ rate }, [early, kept])).toEqual([0n, 0n])
  })

  test('below the gate has paid nothing, so nothing is taken back', async () => {
    expect(await paid({ rate: 'original' }, [refunded])).toEqual([0n, 0n])
  })

  test('is taken back at the rate of its quarter where an advance trues that up', async () => {
    const plan: PlanDocument = {
      ...flat,
      advance: { share: '50%', trueUp: 'quarter' },
      clawback: { rate: 'original' },
    }
    const sale = {
      number: 1,
      on: '2026-10-05',
      minor: 10_001,
      refunds: [{ on: '2027-01-09', minor: 10_001 }],
    }
    expect(await paidIn(plan, { sales: [sale] }, [...MONTHS, '2027-01'])).toEqual([350n, 0n, 350n, -350n])
    expect(await paidIn(plan, { sales: [sale] }, ['2027-03'])).toEqual([-350n])
  })
})

test('for all plans and deals: what is sold and refunded at the original rate pays nothing in the end, to the cent', async () => {
  await fc.assert(
    fc.asyncProperty(
      somePlan,
      someSales,
      fc.bigInt({ min: 1n, max: 40_000_000n }),
      async (plan, sales, target) => {
        const document: PlanDocument = { ...plan, clawback: { rate: 'original' } }
        const targets = { '2026-10': Number(target), '2026-11': 1, '2026-12': 1 }
        const [sold, ...back] = await paidIn(document, { sales, targets }, MONTHS)
        const taken = back.reduce((sum, one) => sum + one, 0n)
        expect((sold ?? 0n) + taken).toBe(0n)
        const unrefunded = sales.map(({ refunds: _, ...sale }) => sale)
        expect((await paidIn(document, { sales: unrefunded, targets }, MONTHS))[0]).toBe(sold)
      },
    ),
    { numRuns: 300 },
  )
})

test('for all plans and deals: the current rate never takes back more than the deals had paid', async () => {
  await fc.assert(
    fc.asyncProperty(somePlan, someSales, async (plan, sales) => {
      const document: PlanDocument = { ...plan, clawback: { rate: 'current' } }
      const targets = { '2026-10': 10_000_000, '2026-11': 1, '2026-12': 1 }
      const [sold = 0n, ...back] = await paidIn(document, { sales, targets }, MONTHS)
      expect(sold + back.reduce((sum, one) => sum + one, 0n)).toBeGreaterThanOrEqual(0n)
    }),
    { numRuns: 100 },
  )
})

test('for all months alike: a true-up pays what the months earn by themselves', async () => {
  await fc.assert(
    fc.asyncProperty(somePlan, fc.integer({ min: 1, max: 30_000_000 }), async (plan, minor) => {
      const sales = MONTHS.map((month, index) => ({
        number: index + 1,
        on: `${month}-09`,
        minor,
        product: 'A',
      }))
      const targets = Object.fromEntries(MONTHS.map((month) => [month, 10_000_000]))
      const alone = await paidIn(plan, { sales, targets }, MONTHS)
      const document: PlanDocument = { ...plan, advance: { share: '80%', trueUp: 'quarter' } }
      const trued = await paidIn(document, { sales, targets }, MONTHS)
      const sum = (of: readonly bigint[]) => of.reduce((total, one) => total + one, 0n)
      const difference = sum(trued) - sum(alone) // roundings: once for the quarter, or once for each month
      expect(difference >= -2n && difference <= 2n).toBe(true)
    }),
    { numRuns: 200 },
  )
})

const someRate = fc.integer({ min: 1, max: 3_000 }).map((bps) => `${bps}/10000`)
const someHeight = fc.oneof(
  fc.integer({ min: 0, max: 150 }).map((percent) => `${percent}%`),
  fc.integer({ min: 1, max: 200_000 }).map((whole) => `${whole}.25`),
)
const someTier = fc.record({
  unlock: someHeight,
  covers: fc.record({ from: someHeight }),
  rate: fc.oneof(
    fc.record({ multiply: someRate }),
    fc.record({ add: someRate }),
    fc.record({ set: someRate }),
  ),
})
const somePlan: fc.Arbitrary<PlanDocument> = fc
  .record({
    tiers: fc.option(fc.array(someTier, { minLength: 1, maxLength: 4 })),
    rates: fc.option(fc.constant([{ when: { product: 'A' }, rate: '11%' }])),
    caps: fc.option(fc.constantFrom({ deal: '900' }, { period: '2500' }, { deal: '700', period: '1500.01' })),
    bonuses: fc.option(
      fc.constant([
        { name: 'each', each: { product: 'A' }, amount: '100.01' },
        { name: 'height', reach: '50000', amount: '333.33' },
      ]),
    ),
  })
  .map((given) => ({
    ...flat,
    ...Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null)),
  }))
const someSales: fc.Arbitrary<Sale[]> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 10, max: 28 }),
      minor: fc.integer({ min: 1, max: 9_000_000 }),
      product: fc.constantFrom('A', 'B'),
      split: fc.integer({ min: 0, max: 100 }),
      later: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((sales) =>
    sales.map(({ day, minor, product, split, later }, index) => {
      const first = Math.floor((minor * split) / 100)
      return {
        number: index + 1,
        on: `2026-10-${day}`,
        minor,
        product,
        refunds: [
          { on: '2026-11-03', minor: first },
          { on: later ? '2026-12-03' : '2026-11-04', minor: minor - first },
        ].filter((one) => one.minor > 0),
      }
    }),
  )
