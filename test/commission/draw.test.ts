import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { drawn } from '../../src/commission/draw.ts'
import { PLAIN_TERMS, type Terms } from '../../src/commission/terms.ts'
import { cents, months, paidBy } from './payouts.ts'

const draw = (recoverable: boolean, forMonths?: number): Terms => ({
  ...PLAIN_TERMS,
  draw: { amountMinor: cents(2_000), recoverable, forMonths },
})

describe('a draw of 2,000 a month', () => {
  // Oracle, Siebel Incentive Compensation Administration Guide 8.0, "Recoverable Draw Scenario", table 4
  test('that is recoverable pays what a vendor’s manual says, month by month', () => {
    const paid = paidBy(draw(true), months('2026-01', [2_750, 3_000, 1_500, 2_375, 3_000, 2_750]))
    expect(paid.map((one) => one.paidMinor)).toEqual(
      [2_750, 3_000, 2_000, 2_000, 2_875, 2_750].map((amount) => cents(amount)),
    )
    expect(paid.map((one) => one.after.owedMinor)).toEqual([0, 0, 500, 125, 0, 0].map(cents))
  })

  test('that is not recoverable is a floor, and nothing is owed', () => {
    const paid = paidBy(draw(false), months('2026-01', [2_750, 1_500, 2_375]))
    expect(paid.map((one) => one.paidMinor)).toEqual([2_750, 2_000, 2_375].map(cents))
    expect(paid.map((one) => one.after.owedMinor)).toEqual([0n, 0n, 0n])
  })

  test('for two months is paid in two, and what is owed then is recovered from all that is earned', () => {
    const paid = paidBy(draw(true, 2), months('2026-01', [500, 0, 1_000, 4_000]))
    expect(paid.map((one) => one.paidMinor)).toEqual([2_000, 2_000, 0, 1_500].map(cents))
    expect(paid.at(-1)?.after.owedMinor).toBe(0n)
  })

  test('lines say what was added, what was recovered, and what is still owed', () => {
    const [first, second] = paidBy(draw(true), months('2026-01', [1_500, 2_300]))
    expect(first?.lines).toEqual([
      { kind: 'drawn', minor: cents(500), recoverable: true, owedMinor: cents(500) },
    ])
    expect(second?.lines).toEqual([{ kind: 'recovered', minor: cents(-300), owedMinor: cents(200) }])
  })

  test('ends with the leaving: what is owed is written off, and later money is paid in full', () => {
    const [left, later] = paidBy(draw(true), months('2026-01', [500, 1_000], { leavesIn: '2026-01' }))
    expect(left?.paidMinor).toBe(cents(2_000))
    expect(left?.lines.at(-1)).toEqual({ kind: 'written-off', minor: 0n, owedMinor: cents(1_500) })
    expect([later?.paidMinor, later?.after.owedMinor]).toEqual([cents(1_000), 0n])
  })
})

test('for all earnings: paid = earned + what is owed, and while it is owed never below the draw', () => {
  const amount = fc.bigInt({ min: -500_000n, max: 500_000n })
  fc.assert(
    fc.property(fc.array(amount), fc.bigInt({ min: 1n, max: 300_000n }), (earnings, amountMinor) => {
      let owed = 0n
      let [earned, paid] = [0n, 0n]
      for (const due of earnings) {
        const after = drawn({ amountMinor, recoverable: true, forMonths: undefined }, owed, due)
        expect(after.paidMinor).toBeGreaterThanOrEqual(amountMinor)
        expect(after.owedMinor).toBeGreaterThanOrEqual(0n)
        expect(after.lines.reduce((sum, line) => sum + line.minor, due)).toBe(after.paidMinor)
        owed = after.owedMinor
        earned += due
        paid += after.paidMinor
      }
      expect(paid).toBe(earned + owed)
    }),
  )
})
