import { expect, test } from 'vitest'
import { showPercent } from '../../src/kernel/show-percent.ts'

test.each([
  [10_000, 2, '100%'],
  [9_999.99, 2, '99.99%'],
  [9_999, 1, '99.9%'],
  [9_999, 0, '99%'],
  [9_350, 2, '93.5%'],
  [3_334, 2, '33.34%'],
  [5, 2, '0.05%'],
  [5, 1, '0%'],
  [0, 2, '0%'],
  [123_456, 1, '1234.5%'],
] as const)('%s basis points to %s decimals read %s', (bps, decimals, shown) => {
  expect(showPercent(bps, decimals)).toBe(shown)
})
