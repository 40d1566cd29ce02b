import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plus, readFraction, ZERO } from '../../src/commission/fraction.ts'
import { nextTier } from '../../src/commission/next-tier.ts'
import { attainmentPpm, pay } from '../../src/commission/pay.ts'
import type { Plan } from '../../src/commission/plan.ts'
import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import {
  builtInPlan,
  READINGS,
  type Reading,
  readingsCompared,
  readRate,
} from '../../src/commission/readings.ts'
import { oraclePay } from './oracle.ts'

const TARGET = '100000'

describe('the default plan, 5% on a target of 100,000', () => {
  test.each([
    ['79999.99', '0'],
    ['80000', '4000'],
    ['90000', '4500'],
    ['99999.99', '5000.00'],
    ['100000', '6000'],
    ['120000', '7500'],
  ])('%s signed pays %s', (signed, pays) => {
    expect(paid('whole', signed)).toBe(cents(pays))
  })
})

describe('the other readings of the same words', () => {
  test.each([
    ['bands', '90000', '4600'],
    ['bands', '100000', '5200'],
    ['bands', '120000', '6700'],
    ['points', '90000', '4500'],
    ['points', '100000', '7000'],
    ['points', '120000', '9000'],
  ] as const)('%s: %s signed pays %s', (reading, signed, pays) => {
    expect(paid(reading, signed)).toBe(cents(pays))
  })

  test('are set side by side for set-up', () => {
    expect(readingsCompared('5%')).toEqual([
      { reading: 'whole', paysMinor: [450_000, 600_000, 750_000] },
      { reading: 'bands', paysMinor: [460_000, 520_000, 670_000] },
      { reading: 'points', paysMinor: [450_000, 700_000, 900_000] },
    ])
  })

  test('pay nothing below the gate, whichever is chosen', () => {
    for (const reading of READINGS) expect(paid(reading, '79999.99')).toBe(0n)
  })
})

describe('other ladders that the language can say', () => {
  test('marginal 5% to 100k, 6% to 125k, 7% above: 150k pays 8,250', () => {
    const plan = planFrom(
      marginal(['0', '100000', '5%'], ['100000', '125000', '6%'], ['125000', undefined, '7%']),
      'USD',
    )
    expect(total(plan, undefined, cents('150000'))).toBe(cents('8250'))
  })

  test('marginal 5% to 10k, 7% to 25k, 10% above: 30k pays 2,050', () => {
    const plan = planFrom(
      marginal(['0', '10000', '5%'], ['10000', '25000', '7%'], ['25000', undefined, '10%']),
      'USD',
    )
    expect(total(plan, undefined, cents('30000'))).toBe(cents('2050'))
  })

  test('a gate at 70% of 1,000,000 and 10% on everything', () => {
    const plan = planFrom(
      {
        ...builtInPlan('10%'),
        tiers: [{ unlock: '70%', covers: { from: '0' }, rate: { multiply: '1' } }],
      },
      'CNY',
    )
    const pays = ['500000', '690000', '700000', '900000'].map((signed) =>
      total(plan, cents('1000000'), cents(signed)),
    )
    expect(pays).toEqual([0n, 0n, cents('70000'), cents('90000')])
  })

  test('an amount as a height is told in the currency’s own units', () => {
    const plan = planFrom(marginal(['0', '100000', '5%']), 'JPY')
    expect(total(plan, undefined, 200_000n)).toBe(5_000n)
  })
})

describe('the next tier', () => {
  test('names the gap, the pay on reaching it, and what that adds', () => {
    expect(nextTier(ladder('whole'), signed('93500'))).toMatchObject({
      gapMinor: cents('6500'),
      payMinor: cents('6000'),
      moreMinor: cents('1325'),
    })
  })

  test('counts up to the least whole cent that reaches it', () => {
    const facts = { targetMinor: 9_999n, attainedMinor: 7_999n, creditMinor: 7_999n }
    expect(nextTier(ladder('whole'), facts)).toMatchObject({ gapMinor: 1n })
    expect(pay(ladder('whole'), { ...facts, attainedMinor: 8_000n, creditMinor: 8_000n })).toMatchObject({
      totalMinor: 400n,
    })
  })

  test('is none on the top rung', () => {
    expect(nextTier(ladder('whole'), signed('100000'))).toBeUndefined()
  })
})

describe('no target', () => {
  test.each([undefined, 0n])('%s: nothing is calculated', (targetMinor) => {
    const facts = { targetMinor, attainedMinor: 5_000_000n, creditMinor: 5_000_000n }
    expect(pay(ladder('whole'), facts)).toBe('no target')
    expect(nextTier(ladder('whole'), facts)).toBeUndefined()
    expect(attainmentPpm(ladder('whole'), facts)).toBeUndefined()
  })
})

test('rounding happens once, on the total, half away from zero', () => {
  const plan = ladder('whole')
  expect(total(plan, 100n, 90n)).toBe(5n) // 4.5 cents
  const above = pay(plan, { targetMinor: 99n, attainedMinor: 110n, creditMinor: 110n })
  // 99 × 6% = 5.94 and 11 × 7.5% = 0.825: 6.765 in all
  expect(above).toMatchObject({ totalMinor: 7n, lines: [{ minor: 6n }, { minor: 1n }] })
})

test('attainment is floored: 99.9999% is never 100%', () => {
  expect(attainmentPpm(ladder('whole'), signed('99999.99'))).toBe(999_999)
  const facts = { targetMinor: 3_000_000_000n, attainedMinor: 2_999_999_999n, creditMinor: 0n }
  expect(attainmentPpm(ladder('whole'), facts)).toBe(999_999)
})

describe('rates as people type them', () => {
  test.each([
    ['5%', '5%'],
    ['5', '5%'],
    ['2.5％', '2.5%'],
    ['100%', '100%'],
  ])('%s is read as %s', (typed, rate) => expect(readRate(typed)).toBe(rate))

  test.each(['', 'five', '0%', '-5%', '101%', '0.05', '5%%', '1/20', '1e3'])('%s is not', (typed) =>
    expect(readRate(typed)).toBeUndefined(),
  )
})

describe('for every plan and every amount', () => {
  test('the pay agrees with the oracle to the cent', () => {
    fc.assert(
      fc.property(somePlan, amount, amount, (document, target, credit) => {
        expect(total(planFrom(document, 'CNY'), target, credit)).toBe(
          oraclePay(document, target, credit, credit),
        )
      }),
      { numRuns: 3_000 },
    )
  })

  test('more signed never pays less, on the built-in ladders', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...READINGS),
        someRate,
        amount,
        amount,
        amount,
        (reading, rate, target, credit, more) => {
          const plan = planFrom(builtInPlan(rate, reading), 'CNY')
          expect(total(plan, target, credit + more)).toBeGreaterThanOrEqual(total(plan, target, credit))
        },
      ),
      { numRuns: 2_000 },
    )
  })

  test('the lines add up to the total, exactly before rounding and to the cent after it', () => {
    fc.assert(
      fc.property(somePlan, amount, amount, (document, target, credit) => {
        const paid = pay(planFrom(document, 'CNY'), facts(target, credit))
        if (paid === 'no target') throw new Error('there is a target')
        expect(paid.lines.reduce((sum, line) => sum + line.minor, 0n)).toBe(paid.totalMinor)
        expect(paid.lines.map((line) => line.exact).reduce(plus, ZERO)).toEqual(paid.exact)
        for (const line of paid.lines) expect(line.minor).toBeGreaterThanOrEqual(0n)
      }),
      { numRuns: 1_000 },
    )
  })

  test('the next tier is unlocked by its gap and not by a cent less', () => {
    fc.assert(
      fc.property(fc.constantFrom(...READINGS), amount, amount, (reading, target, credit) => {
        const plan = ladder(reading)
        const next = nextTier(plan, facts(target, credit))
        if (!next) return
        const after = facts(target, credit + next.gapMinor)
        expect(next.gapMinor).toBeGreaterThan(0n)
        expect(total(plan, target, credit + next.gapMinor)).toBe(next.payMinor)
        expect(nextTier(plan, after)?.unlock).not.toEqual(next.unlock)
        expect(nextTier(plan, facts(target, credit + next.gapMinor - 1n))?.unlock).toEqual(next.unlock)
      }),
    )
  })
})

const amount = fc.bigInt({ min: 1n, max: 100_000_000_00n })
const someRate = fc.integer({ min: 1, max: 3_000 }).map((bps) => `${bps}/10000`)
const someHeight = fc.oneof(
  fc.integer({ min: 0, max: 200 }).map((percent) => `${percent}%`),
  fc.integer({ min: 1, max: 50_000_000 }).map((whole) => `${whole}.25`),
)
const someTier = fc.record({
  unlock: someHeight,
  covers: fc.oneof(fc.record({ from: someHeight }), fc.record({ from: someHeight, to: someHeight })),
  rate: fc.oneof(
    fc.record({ multiply: someRate.map((rate) => rate) }),
    fc.record({ add: someRate }),
    fc.record({ set: someRate }),
  ),
})
const somePlan: fc.Arbitrary<PlanDocument> = fc.record({
  name: fc.constant('any'),
  period: fc.constant('month' as const),
  attain: fc.constant('signed' as const),
  pay: fc.constant('signed' as const),
  rate: someRate,
  tiers: fc.array(someTier, { minLength: 1, maxLength: 6 }),
})

const ladder = (reading: Reading) => planFrom(builtInPlan('5%', reading), 'CNY')
const facts = (target: bigint | undefined, credit: bigint) => ({
  targetMinor: target,
  attainedMinor: credit,
  creditMinor: credit,
})
const signed = (amountText: string) => facts(cents(TARGET), cents(amountText))
const paid = (reading: Reading, amountText: string) =>
  total(ladder(reading), cents(TARGET), cents(amountText))

function total(plan: Plan, target: bigint | undefined, credit: bigint): bigint {
  const result = pay(plan, facts(target, credit))
  if (result === 'no target') throw new Error('no target')
  return result.totalMinor
}

function cents(text: string): bigint {
  const value = readFraction(text)
  if (!value) throw new Error(text)
  return (value.num * 100n) / value.den
}

function marginal(...bands: [from: string, to: string | undefined, rate: string][]): PlanDocument {
  return {
    ...builtInPlan('1%'),
    tiers: bands.map(([from, to, rate]) => ({
      unlock: from,
      covers: { from, ...(to === undefined ? {} : { to }) },
      rate: { set: rate },
    })),
  }
}
