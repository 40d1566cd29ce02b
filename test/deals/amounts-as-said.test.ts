import { expect, test } from 'vitest'
import { typedAmount } from '../../src/deals/words.ts'
import { showShort } from '../../src/kernel/money.ts'
import { readAmount } from '../../src/kernel/words.ts'

test.each([
  [120_000_00, '12 万'],
  [185_000_00, '18.5 万'],
  [120_500_00, '12.05 万'],
  [120_050_00, '120,050 元'],
  [120_000_50, '120,000.50 元'],
  [9_999_00, '9,999 元'],
  [10_000_00, '1 万'],
  [100_000_000_00, '1 亿'],
  [123_000_000_00, '1.23 亿'],
  [123_450_000_00, '12,345 万'],
  [-50_000_00, '-5 万'],
  [0, '0 元'],
])('%s fen are said as %s', (minor, said) => {
  expect(showShort(minor, 'CNY', 'zh-CN')).toBe(said)
})

test('other currencies and English have no short way', () => {
  expect(showShort(120_000_00, 'USD', 'zh-CN')).toBe('$120,000')
  expect(showShort(120_000_00, 'CNY', 'en')).toBe('¥120,000')
})

test.each([
  [120_000_00, 'CNY', '120000'],
  [1, 'CNY', '0.01'],
  [3_000_00, 'USD', '3000 USD'],
  [12_000, 'JPY', '12000 JPY'],
])('%s %s is typed as %s, and read back', (amountMinor, currency, typed) => {
  expect(typedAmount({ amountMinor, currency }, 'CNY')).toBe(typed)
  expect(readAmount(typed, 'CNY')).toEqual({ minor: amountMinor, currency })
})
