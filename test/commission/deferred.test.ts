import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Held, heldBack } from '../../src/commission/deferred.ts'
import { fraction } from '../../src/commission/fraction.ts'
import type { Deferred } from '../../src/commission/terms.ts'
import { PLAIN_TERMS, type Terms } from '../../src/commission/terms.ts'
import { shift } from '../../src/kernel/period.ts'
import { cents, months, paidBy } from './payouts.ts'

const FIFTH = fraction(1, 5)
const terms = (release: Deferred['release'], deferred: 'release' | 'forfeit' = 'release'): Terms => ({
  ...PLAIN_TERMS,
  deferred: { share: FIFTH, release },
  leaving: { collections: 'pay', deferred },
})

describe('a fifth held back', () => {
  test('until the year’s end comes with December’s pay, which holds nothing back itself', () => {
    const paid = paidBy(terms('year-end'), months('2026-10', [1_000, 2_000, 500, 1_000]))
    expect(paid.map((one) => one.paidMinor)).toEqual([800, 1_600, 1_100, 800].map(cents))
    expect(paid[2]?.lines).toEqual([
      { kind: 'released', minor: cents(200), heldIn: '2026-10' },
      { kind: 'released', minor: cents(400), heldIn: '2026-11' },
    ])
  })

  test('follows the fiscal year', () => {
    const year = months('2026-02', [1_000, 1_000, 1_000]).map((one) => ({ ...one, fiscalStartMonth: 4 }))
    const paid = paidBy(terms('year-end'), year)
    expect(paid.map((one) => one.paidMinor)).toEqual([800, 1_200, 800].map(cents))
  })

  test('for six months comes in the sixth month after', () => {
    const paid = paidBy(terms({ afterMonths: 6 }), months('2026-01', [1_000, 0, 0, 0, 0, 0, 0, 0]))
    expect(paid.map((one) => one.paidMinor)).toEqual([800, 0, 0, 0, 0, 0, 200, 0].map(cents))
    expect(paid[0]?.lines).toEqual([{ kind: 'held-back', minor: cents(-200), releaseOn: '2026-07-31' }])
  })

  test('is rounded down to whole cents', () => {
    const [paid] = paidBy(terms('year-end'), months('2026-01', [0.99]))
    expect(paid?.after.held).toMatchObject([{ minor: 19n }])
  })

  test('is not taken of a result below zero', () => {
    const [paid] = paidBy(terms('year-end'), months('2026-01', [-100]))
    expect([paid?.paidMinor, paid?.after.held]).toEqual([cents(-100), []])
  })

  test('is released with the pay of the month of leaving', () => {
    const paid = paidBy(terms('year-end'), months('2026-01', [1_000, 500, 100], { leavesIn: '2026-02' }))
    expect(paid.map((one) => one.paidMinor)).toEqual([800, 700, 100].map(cents))
  })

  test('is lost on leaving where the plan says so, and the statement says how much', () => {
    const early = months('2026-01', [1_000, 500], { leavesIn: '2026-02' })
    const paid = paidBy(terms('year-end', 'forfeit'), early)
    expect(paid.map((one) => one.paidMinor)).toEqual([800, 500].map(cents))
    expect(paid[1]?.lines).toEqual([
      { kind: 'forfeited', minor: 0n, heldIn: '2026-01', heldMinor: cents(200) },
    ])
  })
})

test('for all amounts and plans: held = released + forfeited + still held', () => {
  fc.assert(
    fc.property(
      fc.array(fc.bigInt({ min: -50_000n, max: 500_000n }), { maxLength: 30 }),
      fc.integer({ min: 1, max: 100 }),
      fc.oneof(
        fc.constant('year-end' as const),
        fc.integer({ min: 1, max: 20 }).map((afterMonths) => ({ afterMonths })),
      ),
      fc.integer({ min: 0, max: 40 }),
      fc.constantFrom('release', 'forfeit') as fc.Arbitrary<'release' | 'forfeit'>,
      (dues, percent, release, leavesAfter, deferred) => {
        let held: Held[] = []
        let [heldMinor, releasedMinor, forfeitedMinor] = [0n, 0n, 0n]
        for (const [index, dueMinor] of dues.entries()) {
          const at = { period: shift('2026-03', index), fiscalStartMonth: 4, gone: index >= leavesAfter }
          const share = fraction(percent, 100)
          const after = heldBack({ share, release }, { deferred }, held, { ...at, dueMinor })
          held = after.held
          for (const line of after.lines) {
            if (line.kind === 'held-back') heldMinor -= line.minor
            if (line.kind === 'released') releasedMinor += line.minor
            if (line.kind === 'forfeited') forfeitedMinor += line.heldMinor
          }
          expect(after.lines.reduce((sum, line) => sum + line.minor, dueMinor)).toBe(after.dueMinor)
        }
        const still = held.reduce((sum, one) => sum + one.minor, 0n)
        expect(heldMinor).toBe(releasedMinor + forfeitedMinor + still)
      },
    ),
  )
})
