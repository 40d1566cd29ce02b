import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compare, fraction, readFraction, times, ZERO } from '../../src/commission/fraction.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import type { Pool } from '../../src/commission/pool.ts'
import { type PoolMember, poolAccount, releaseAt } from '../../src/commission/pool-account.ts'
import type { PoolDocument } from '../../src/commission/pool-document.ts'

describe('a team pool', () => {
  test('of 32,000 by weights 60, 25 and 15 gives 19,200, 8,000 and 4,800: a published pool example', () => {
    const weights = [60, 25, 15].map((weight, at) => ({ id: `p${at}`, weight: String(weight) }))
    const pool = rules({ source: 'on-top', size: '32000', divide: 'by-weights', weights })
    const account = poolAccount(pool, [member(0), member(1), member(2)])
    expect(account.sharesMinor).toEqual([1_920_000n, 800_000n, 480_000n])
    expect(account).toMatchObject({ companyMinor: 3_200_000n, releasedMinor: 3_200_000n, toppedUpMinor: 0n })
  })

  test('held back is a tenth of each one’s commission, and comes back as far as the team attains', () => {
    const account = poolAccount(rules({ size: '10%' }), [
      member(0, { attained: 120_000, commission: 960_000 }),
      member(1, { attained: 60_000, commission: 480_000 }),
    ])
    expect(account.putInMinor).toEqual([96_000n, 48_000n])
    expect(account.attainment).toEqual(fraction(9n, 10n))
    expect(account).toMatchObject({ releasedMinor: 129_600n, forfeitedMinor: 14_400n, eligible: 2 })
    expect(account.sharesMinor).toEqual([64_800n, 64_800n])
  })

  test.each([
    [79_999, 0n, 100_000n, 0n],
    [80_000, 80_000n, 20_000n, 0n],
    [100_000, 100_000n, 0n, 0n],
    [115_000, 115_000n, 0n, 15_000n],
    [300_000, 120_000n, 0n, 20_000n],
  ])('at %i of 100,000 it releases %i, forfeits %i and is topped up by %i', (attained, ...expected) => {
    const { releasedMinor, forfeitedMinor, toppedUpMinor } = poolAccount(rules({ size: '10%' }), [
      member(0, { attained, commission: 1_000_000 }),
    ])
    expect([releasedMinor, forfeitedMinor, toppedUpMinor]).toEqual(expected)
  })

  test('that is not released in full goes on to the next period', () => {
    const pool = rules({ source: 'on-top', size: '1000', unreleased: 'carried' })
    const first = poolAccount(pool, [member(0, { attained: 50_000 })])
    expect(first).toMatchObject({ releasedMinor: 0n, carriedMinor: 100_000n, forfeitedMinor: 0n })
    const second = poolAccount(pool, [member(0)], first.carriedMinor)
    expect(second).toMatchObject({ carriedInMinor: 100_000n, sizeMinor: 200_000n, releasedMinor: 200_000n })
  })

  test('of which nobody has a claim releases nothing', () => {
    const pool = rules({ size: '10%', eligible: '50%' })
    const account = poolAccount(pool, [member(0, { target: 0 }), member(1, { attained: 49_999 })])
    expect(account).toMatchObject({ eligible: 0, releasedMinor: 0n, sharesMinor: [0n, 0n] })
    expect(account.forfeitedMinor).toBe(account.sizeMinor)
  })

  test('gives a member below half of their target nothing, and the others all of it', () => {
    const pool = rules({ source: 'on-top', size: '100', eligible: '50%' })
    const account = poolAccount(pool, [
      member(0, { attained: 250_000 }),
      member(1, { attained: 49_999 }),
      member(2, { attained: 50_000 }),
    ])
    expect(account.eligible).toBe(2)
    expect(account.sharesMinor).toEqual([5_834n, 0n, 5_833n]) // 349,999 ÷ 300,000 of 10,000, halved
  })

  test('gives missing cents to the larger remainder, then to the larger part, then by weight, then to who came first', () => {
    const thirds = poolAccount(rules({ source: 'on-top', size: '1' }), [member(0), member(1), member(2)])
    expect(thirds.sharesMinor).toEqual([34n, 33n, 33n])
    const parts = poolAccount(rules({ source: 'on-top', size: '0.05', divide: 'by-commission' }), [
      member(0, { commission: 100 }),
      member(1, { commission: 300 }),
    ])
    expect(parts.sharesMinor).toEqual([1n, 4n]) // 1.25 and 3.75
    const even = poolAccount(rules({ source: 'on-top', size: '0.02', divide: 'by-commission' }), [
      member(0, { commission: 100 }),
      member(1, { commission: 300 }),
    ])
    expect(even.sharesMinor).toEqual([0n, 2n]) // 0.5 and 1.5: the larger part gets the cent
    const weights = [
      { id: 'p1', weight: '1' },
      { id: 'p0', weight: '1' },
    ]
    const named = poolAccount(rules({ source: 'on-top', size: '0.03', divide: 'by-weights', weights }), [
      member(0),
      member(1),
    ])
    expect(named.sharesMinor).toEqual([1n, 2n])
  })

  test('counts nobody without a target in the attainment, though they put in', () => {
    const account = poolAccount(rules({ size: '10%' }), [
      member(0, { target: 0, attained: 500_000, commission: 50_000 }),
      member(1, { attained: 80_000, commission: 50_000 }),
    ])
    expect(account.attainment).toEqual(fraction(4n, 5n))
    expect(account.putInMinor).toEqual([5_000n, 5_000n])
  })

  test('without any target is released only by a step at 0%', () => {
    const nobody = [member(0, { target: 0, commission: 10_000 })]
    expect(poolAccount(rules({ size: '10%' }), nobody)).toMatchObject({ releasedMinor: 0n, eligible: 1 })
    const always = rules({ size: '10%', curve: [{ at: '0%', releases: '100%' }] })
    expect(poolAccount(always, nobody)).toMatchObject({ attainment: undefined, releasedMinor: 1_000n })
  })

  test('that a bonus feeds takes no more than has been earned', () => {
    const pool = rules({ source: 'bonus', bonus: 'New logo', size: '100%' })
    const account = poolAccount(pool, [
      member(0, { commission: 90_000, bonus: 30_000 }),
      member(1, { commission: 10_000, bonus: 30_000 }),
      member(2, { commission: -500, bonus: 0 }),
    ])
    expect(account.putInMinor).toEqual([30_000n, 10_000n, 0n])
  })
})

describe('a curve', () => {
  test('of steps releases what the highest step reached says', () => {
    const { curve } = rules({
      curve: [
        { at: '80%', releases: '50%' },
        { at: '100%', releases: '100%' },
      ],
    })
    const released = ['79.99%', '80%', '99.99%', '100%', '200%'].map((at) => releaseAt(curve, exact(at)))
    expect(released).toEqual([ZERO, exact('50%'), exact('50%'), exact('100%'), exact('100%')])
  })
})

describe('for every pool', () => {
  test('what goes in comes out, to the cent', () => {
    fc.assert(
      fc.property(somePool, someMembers, carried, (document, members, carriedIn) => {
        const account = poolAccount(rules(document), members, carriedIn)
        const shares = sum(account.sharesMinor)
        expect(sum(account.putInMinor) + account.companyMinor + carriedIn + account.toppedUpMinor).toBe(
          account.releasedMinor + account.forfeitedMinor + account.carriedMinor,
        )
        expect(shares).toBe(account.releasedMinor)
        for (const share of account.sharesMinor) expect(share).toBeGreaterThanOrEqual(0n)
        if (account.eligible === 0) expect(account.releasedMinor).toBe(0n)
      }),
      { numRuns: 2_000 },
    )
  })

  test('nobody puts in more than they have earned, and the order decides no more than a cent', () => {
    fc.assert(
      fc.property(somePool, someMembers, (document, members) => {
        const pool = rules(document)
        const account = poolAccount(pool, members)
        const backwards = poolAccount(pool, members.toReversed())
        account.putInMinor.forEach((minor, at) => {
          const earned = members[at]?.commission ?? ZERO
          expect(minor === 0n || compare(fraction(minor), earned) <= 0).toBe(true)
        })
        backwards.sharesMinor.toReversed().forEach((share, at) => {
          const difference = share - (account.sharesMinor[at] ?? 0n)
          expect(difference >= -1n && difference <= 1n).toBe(true)
        })
      }),
      { numRuns: 1_000 },
    )
  })
})

const exact = (text: string) => readFraction(text) ?? ZERO
const sum = (amounts: readonly bigint[]) => amounts.reduce((total, one) => total + one, 0n)

function rules(pool: Partial<PoolDocument>): Pool {
  const given = {
    source: 'held-back',
    size: '10%',
    scope: 'team',
    divide: 'equally',
    unreleased: 'forfeited',
  }
  const plan = { name: 'x', period: 'month', attain: 'signed', pay: 'signed', rate: '5%' }
  const read = planFrom({ ...plan, pool: { ...given, ...pool } }, 'CNY').pool
  if (!read) throw new Error('there is a pool')
  return read
}

interface Done {
  attained?: number
  target?: number
  commission?: number
  bonus?: number
}

/** A member who has exactly attained a target of 100,000, unless something else is said; minor units. */
function member(at: number, done: Done = {}): PoolMember {
  const { attained = 100_000, target = 100_000, commission = 10_000, bonus = 0 } = done
  return {
    person: `p${at}`,
    attained: fraction(attained),
    target: fraction(target),
    commission: fraction(commission),
    bonus: fraction(bonus),
  }
}

const carried = fc.bigInt({ min: 0n, max: 10_000_000n })
const percent = fc.integer({ min: 1, max: 200 }).map((value) => `${value}%`)

const somePool: fc.Arbitrary<Partial<PoolDocument>> = fc
  .record({
    source: fc.constantFrom('on-top' as const, 'held-back' as const, 'bonus' as const),
    size: fc.oneof(
      fc.integer({ min: 1, max: 100 }).map((value) => `${value}%`),
      fc.integer({ min: 1, max: 1_000_000 }).map(String),
    ),
    eligible: fc.option(percent, { nil: undefined }),
    divide: fc.constantFrom('equally' as const, 'by-commission' as const, 'by-weights' as const),
    unreleased: fc.constantFrom('forfeited' as const, 'carried' as const),
    curve: fc.oneof(
      fc.constant({ from: '80%', to: '120%' }),
      fc.array(fc.record({ at: percent, releases: percent }), { minLength: 1, maxLength: 3 }),
    ),
    weights: fc
      .array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 6 })
      .map((weights) => weights.map((weight, at) => ({ id: `p${at}`, weight: String(weight) }))),
  })
  .map(({ eligible, ...pool }) => (eligible === undefined ? pool : { ...pool, eligible }))

const minor = fc.integer({ min: -50_000, max: 5_000_000 })
const someMembers: fc.Arbitrary<PoolMember[]> = fc
  .array(
    fc.record({
      attained: fc.integer({ min: 0, max: 300_000 }),
      target: fc.constantFrom(0, 70_001, 100_000, 130_000),
      commission: minor,
      parts: fc.integer({ min: 1, max: 7 }),
      bonus: fc.integer({ min: 0, max: 90_000 }),
    }),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(({ parts, ...done }, at) => {
      const one = member(at, done)
      return { ...one, commission: times(one.commission, fraction(1n, parts)) }
    }),
  )
