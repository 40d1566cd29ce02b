import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction } from '../../src/commission/fraction.ts'
import { aboveZero } from '../../src/commission/negative.ts'
import type { Balances, Payout } from '../../src/commission/payout.ts'
import { NO_BALANCES } from '../../src/commission/payout.ts'
import { PLAIN_TERMS, type Terms } from '../../src/commission/terms.ts'
import { cents, months, paidBy } from './payouts.ts'

describe('a result below zero', () => {
  const paid = (negative: Terms['negative']) =>
    paidBy({ ...PLAIN_TERMS, negative }, months('2026-01', [-300, 100, 500])).map((one) => one.paidMinor)

  test('that is carried pays nothing and lowers what follows', () => {
    expect(paid('carried')).toEqual([0, 0, 300].map(cents))
  })

  test('that is deducted stands as it is', () =>
    expect(paid('deducted')).toEqual([-300, 100, 500].map(cents)))

  test('that is forgiven is gone', () => expect(paid('forgiven')).toEqual([0, 100, 500].map(cents)))

  test('that an earlier plan has carried lowers pay under a draw as far as the draw', () => {
    expect(aboveZero('carried', cents(900), cents(2_500), cents(2_000))).toMatchObject({
      paidMinor: cents(2_000),
      carriedMinor: cents(400),
    })
  })
})

test('a plan that says nothing pays what is earned, and nothing runs on', () => {
  for (const { paidMinor, lines, after } of paidBy(PLAIN_TERMS, months('2026-01', [100.01])))
    expect([paidMinor, lines, after]).toEqual([10_001n, [], NO_BALANCES])
})

test('a draw is compared with what is left when the deferred share has been held back', () => {
  const terms: Terms = {
    ...PLAIN_TERMS,
    deferred: { share: fraction(1, 5), release: 'year-end' },
    draw: { amountMinor: cents(2_000), recoverable: true, forMonths: undefined },
  }
  const [first, second] = paidBy(terms, months('2026-01', [2_000, 3_000]))
  expect([first?.paidMinor, first?.after.owedMinor]).toEqual([2_000, 400].map(cents))
  expect([second?.paidMinor, second?.after.owedMinor]).toEqual([2_000, 0].map(cents))
})

test('an advance that is short of the draw is filled up, and the true-up recovers it', () => {
  const terms: Terms = {
    ...PLAIN_TERMS,
    advance: { share: fraction(4, 5), trueUp: 'quarter' },
    draw: { amountMinor: cents(1_000), recoverable: true, forMonths: undefined },
  }
  const paid = paidBy(terms, months('2026-10', [1_000, 1_000, 4_000]))
  expect(paid.map((one) => one.paidMinor)).toEqual([1_000, 1_000, 4_000].map(cents))
})

test('for all terms and earnings: earned = paid + what is held, advanced later, carried or given up − owed', () => {
  fc.assert(
    fc.property(someTerms, someEarnings, fc.integer({ min: 0, max: 40 }), (terms, earnings, leaves) => {
      const leavesIn = months('2026-01', new Array(leaves + 1).fill(0)).at(-1)?.period ?? ''
      const earned = months('2026-01', earnings, { leavesIn })
      const paid = paidBy(terms, earned)
      for (const [index, one] of paid.entries())
        expect(one.lines.reduce((sum, line) => sum + line.minor, earned[index]?.earnedMinor ?? 0n)).toBe(
          one.paidMinor,
        )
      const sum = (of: (one: Payout) => bigint) => paid.reduce((total, one) => total + of(one), 0n)
      const all = earned.reduce((total, one) => total + one.earnedMinor, 0n)
      const last = paid.at(-1)?.after ?? NO_BALANCES
      expect(sum((one) => one.paidMinor) - sum(givenUp) + held(last) - last.carriedMinor).toBe(
        all + last.owedMinor - waiting(last),
      )
    }),
    { numRuns: 500 },
  )
})

const held = (balances: Balances) => balances.held.reduce((sum, one) => sum + one.minor, 0n)
const waiting = ({ advanced }: Balances) => (advanced ? advanced.earnedMinor - advanced.paidMinor : 0n)

/** What nobody pays back: a draw that is no loan, what is forgiven or written off; less what is forfeited. */
const givenUp = ({ lines }: Payout) =>
  lines.reduce((sum, line) => {
    if (line.kind === 'forgiven' || (line.kind === 'drawn' && !line.recoverable)) return sum + line.minor
    if (line.kind === 'written-off') return sum + line.owedMinor
    return line.kind === 'forfeited' ? sum - line.heldMinor : sum
  }, 0n)

const percent = fc.integer({ min: 1, max: 100 }).map((value) => fraction(value, 100))
const someTerms: fc.Arbitrary<Terms> = fc.record({
  draw: fc.option(
    fc.record({
      amountMinor: fc.bigInt({ min: 1n, max: 300_000n }),
      recoverable: fc.boolean(),
      forMonths: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
    }),
    { nil: undefined },
  ),
  advance: fc.option(fc.record({ share: percent, trueUp: fc.constantFrom('quarter', 'year') }), {
    nil: undefined,
  }),
  deferred: fc.option(
    fc.record({
      share: percent,
      release: fc.oneof(
        fc.constant('year-end' as const),
        fc.record({ afterMonths: fc.integer({ min: 1, max: 15 }) }),
      ),
    }),
    { nil: undefined },
  ),
  negative: fc.constantFrom('carried', 'deducted', 'forgiven'),
  clawback: fc.constant(PLAIN_TERMS.clawback),
  leaving: fc.record({ collections: fc.constant('pay'), deferred: fc.constantFrom('release', 'forfeit') }),
})
const someEarnings = fc.array(fc.integer({ min: -2_000, max: 8_000 }), { maxLength: 30 })
