import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allocate, decimalsOf, isCurrency, showMoney } from '../../src/kernel/money.ts'

describe('amounts are shown with the decimals of their currency', () => {
  test.each([
    [467_500, 'CNY', 'zh-CN', '4,675 元'],
    [467_550, 'CNY', 'zh-CN', '4,675.50 元'],
    [467_500, 'CNY', 'en', '¥4,675'],
    [-1, 'USD', 'en', '-$0.01'],
    [12_000, 'JPY', 'en', 'JPY 12,000'],
    [12_345, 'KWD', 'en', 'KWD 12.345'],
    [0, 'CNY', 'zh-CN', '0 元'],
    [9_007_199_254_740_991, 'USD', 'en', '$90,071,992,547,409.91'],
  ] as const)('%s minor units of %s in %s: %s', (minor, currency, locale, text) => {
    expect(showMoney(minor, currency, locale)).toBe(text)
  })
})

test('currencies have 0, 2 or 3 decimals', () => {
  expect(['JPY', 'CNY', 'KWD'].map(decimalsOf)).toEqual([0, 2, 3])
  expect(isCurrency('CNY')).toBe(true)
  expect(isCurrency('RMB')).toBe(false)
})

describe('shares by largest remainder', () => {
  test.each([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [-100n, [1n, 1n, 1n], [-34n, -33n, -33n]],
    [3_200_000n, [60n, 25n, 15n], [1_920_000n, 800_000n, 480_000n]],
    [7n, [0n, 0n], [7n, 0n]],
    [7n, [], []],
  ])('%s over %s is %s', (whole, weights, parts) => {
    expect(allocate(whole, weights)).toEqual(parts)
  })

  test('always add up, and are never a unit or more off', () => {
    const weights = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), weights, (whole, shares) => {
        const parts = allocate(whole, shares)
        const sum = shares.reduce((total, share) => total + share, 0n)
        expect(parts.reduce((total, part) => total + part, 0n)).toBe(whole)
        if (sum === 0n) return
        parts.forEach((part, index) => {
          const off = part * sum - whole * (shares[index] ?? 0n)
          expect(off < sum && off > -sum).toBe(true)
        })
      }),
    )
  })
})
