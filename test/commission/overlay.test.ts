import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fraction } from '../../src/commission/fraction.ts'
import { splitOverlay, teamOverlay, teamOverlayOfDeals } from '../../src/commission/overlay.ts'

const full = { of: 'split', credit: fraction(1n) } as const
const half = { of: 'team', credit: fraction(1n, 2n) } as const

describe('credit beyond one’s share', () => {
  test('of a deal split 60/40 makes it 100% for both: the credits are more than the deal by design', () => {
    const added = [60_000n, 40_000n].map((minor) => splitOverlay(full, { minor, wholeMinor: 100_000n }))
    expect(added).toEqual([40_000n, 60_000n])
  })

  test('leaves a share alone that is larger than the plan’s', () => {
    const added = [60_000n, 40_000n].map((minor) => splitOverlay(half, { minor, wholeMinor: 100_000n }))
    expect(added).toEqual([0n, 10_000n])
  })

  test('of what teammates sign is a part of their sum', () => {
    expect(teamOverlay(half, 100_001n)).toBe(50_001n)
    expect(teamOverlay({ ...half, credit: fraction(1n) }, 100_001n)).toBe(100_001n)
  })

  test('of teammates’ deals adds up to that of their sum', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 1_000_000n }), { maxLength: 20 })
    const credit = fc.integer({ min: 1, max: 30 }).map((parts) => fraction(parts, 30))
    fc.assert(
      fc.property(amounts, credit, (deals, share) => {
        const overlay = { of: 'team', credit: share } as const
        const sum = (all: readonly bigint[]) => all.reduce((total, one) => total + one, 0n)
        expect(sum(teamOverlayOfDeals(overlay, deals))).toBe(
          deals.length ? teamOverlay(overlay, sum(deals)) : 0n,
        )
      }),
    )
  })
})
