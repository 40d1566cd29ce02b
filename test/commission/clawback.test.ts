import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clawedBack, countsAfterLeaving } from '../../src/commission/clawback.ts'
import { compare, fraction, plus, ZERO } from '../../src/commission/fraction.ts'
import { cents } from './payouts.ts'

/** A deal of 100,000 that had paid 6,000 in its own period; the period of the refund pays 4%. */
const refund = {
  creditMinor: cents(100_000),
  paidMinor: cents(6_000),
  refundedBeforeMinor: 0n,
  refundedMinor: cents(50_000),
  currentRate: fraction(4, 100),
}

describe('a refund of half of a deal takes back', () => {
  test('at the original rate half of what the deal had paid', () => {
    expect(clawedBack({ rate: 'original' }, refund)).toEqual(fraction(cents(3_000)))
  })

  test('at the current rate what as much credit earns now', () => {
    expect(clawedBack({ rate: 'current' }, refund)).toEqual(fraction(cents(2_000)))
  })

  test('at a higher current rate no more than the deal had paid', () => {
    expect(clawedBack({ rate: 'current' }, { ...refund, currentRate: fraction(1, 10) })).toEqual(
      fraction(cents(3_000)),
    )
  })

  test('nothing where the period of the signing is worked out anew', () => {
    expect(clawedBack({ rate: 're-rate' }, refund)).toEqual(ZERO)
  })

  test.each(['original', 'current'] as const)(
    'nothing at the %s rate of a deal that paid nothing',
    (rate) => {
      expect(clawedBack({ rate }, { ...refund, paidMinor: 0n })).toEqual(ZERO)
    },
  )
})

test('for all deals: refunding all of it, in any parts, takes back exactly what it had paid', () => {
  const amount = fc.bigInt({ min: 1n, max: 10_000_000n })
  fc.assert(
    fc.property(
      fc.array(amount, { minLength: 1, maxLength: 8 }),
      amount,
      amount,
      (parts, paidMinor, rate) => {
        const creditMinor = parts.reduce((sum, part) => sum + part, 0n)
        const currentRate = fraction(rate, 10_000_000n)
        let before = 0n
        let [original, current] = [ZERO, ZERO]
        for (const part of parts) {
          const one = {
            creditMinor,
            paidMinor,
            refundedBeforeMinor: before,
            refundedMinor: part,
            currentRate,
          }
          const [first, second] = [
            clawedBack({ rate: 'original' }, one),
            clawedBack({ rate: 'current' }, one),
          ]
          expect(first.den).toBe(1n)
          expect(compare(second, first)).toBeLessThanOrEqual(0)
          expect(compare(second, ZERO)).toBeGreaterThanOrEqual(0)
          original = plus(original, first)
          current = plus(current, second)
          before += part
        }
        expect(original).toEqual(fraction(paidMinor))
      },
    ),
  )
})

describe('what customers pay after somebody has left', () => {
  const counts = (collections: 'pay' | 'forfeit' | { days: number }, on: string) =>
    countsAfterLeaving({ collections }, '2026-11-10', on)

  test.each([
    ['pay', '2027-12-31', true],
    ['forfeit', '2026-11-10', true],
    ['forfeit', '2026-11-11', false],
    [{ days: 90 }, '2027-02-08', true],
    [{ days: 90 }, '2027-02-09', false],
  ] as const)('%j: what comes on %s counts: %s', (collections, on, expected) => {
    expect(counts(collections, on)).toBe(expected)
  })

  test('counts for who is still there', () => {
    expect(countsAfterLeaving({ collections: 'forfeit' }, undefined, '2026-11-11')).toBe(true)
  })
})
