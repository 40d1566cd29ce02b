import type { Locale } from './locale.ts'

/** An amount in the currency's minor units: fen for CNY, cents for USD, whole yen for JPY. */
export type Minor = number

const DECIMALS: Record<string, number> = Object.fromEntries([
  ...[
    'BIF',
    'CLP',
    'DJF',
    'GNF',
    'ISK',
    'JPY',
    'KMF',
    'KRW',
    'PYG',
    'RWF',
    'UGX',
    'VND',
    'VUV',
    'XAF',
    'XOF',
    'XPF',
  ].map((code) => [code, 0] as const),
  ...['BHD', 'IQD', 'JOD', 'KWD', 'LYD', 'OMR', 'TND'].map((code) => [code, 3] as const),
])

/** How many decimals a currency has (ISO 4217): 2 for most, 0 for JPY, 3 for KWD. */
export function decimalsOf(currency: string): number {
  return DECIMALS[currency] ?? 2
}

/** Whether a code names a currency that the runtime's ISO 4217 list knows. */
export function isCurrency(code: string): boolean {
  return Intl.supportedValuesOf('currency').includes(code)
}

const SIGNS: Record<string, Record<Locale, string>> = {
  CNY: { 'zh-CN': '', en: '¥' },
  USD: { 'zh-CN': '$', en: '$' },
  EUR: { 'zh-CN': '€', en: '€' },
  GBP: { 'zh-CN': '£', en: '£' },
}

/**
 * An amount for people: `4,675 元`, `4,675.50 元`, `¥4,675`, `$3,000`, `JPY 12,000`. Decimals appear when there are any.
 * Chinese groups by thousands here as well; `showShort` says round ten thousands.
 */
export function showMoney(amount: Minor | bigint, currency: string, locale: Locale): string {
  const number = showNumber(amount < 0 ? -BigInt(amount) : amount, currency)
  const minus = amount < 0 ? '-' : ''
  const sign = SIGNS[currency]?.[locale]
  if (currency === 'CNY' && locale === 'zh-CN') return `${minus}${number} 元`
  return sign === undefined ? `${minus}${currency} ${number}` : `${minus}${sign}${number}`
}

/** An amount without its currency, where that has been said: `4,675`, `-4,675.50`. */
export function showNumber(amount: Minor | bigint, currency: string): string {
  const decimals = decimalsOf(currency)
  const digits = (amount < 0 ? -BigInt(amount) : BigInt(amount)).toString().padStart(decimals + 1, '0')
  const whole = inThousands(digits.slice(0, digits.length - decimals))
  const fraction = decimals > 0 ? digits.slice(-decimals) : ''
  const number = Number(fraction) === 0 ? whole : `${whole}.${fraction}`
  return amount < 0 ? `-${number}` : number
}

/** Minor units as a plain decimal, for files: 1234567 → 12345.67. */
export function plainDecimal(amount: Minor | bigint, currency: string): string {
  const decimals = decimalsOf(currency)
  const digits = (amount < 0 ? -BigInt(amount) : BigInt(amount)).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  return `${amount < 0 ? '-' : ''}${whole}${decimals > 0 ? `.${digits.slice(-decimals)}` : ''}`
}

/** `1234567` as `1,234,567`. */
function inThousands(digits: string): string {
  const first = digits.length % 3 || 3
  let grouped = digits.slice(0, first)
  for (let at = first; at < digits.length; at += 3) grouped += `,${digits.slice(at, at + 3)}`
  return grouped
}

/**
 * A round amount the short way, as it is said: `12 万`, `18.5 万`, `1.2 亿`. Only yuan in Chinese have one; every other
 * amount reads as `showMoney` shows it.
 */
export function showShort(amount: Minor | bigint, currency: string, locale: Locale): string {
  const size = amount < 0 ? -BigInt(amount) : BigInt(amount)
  if (currency !== 'CNY' || locale !== 'zh-CN' || size < 1_000_000n || size % 10_000n !== 0n)
    return showMoney(amount, currency, locale)
  const [unit, name] =
    size >= 10_000_000_000n && size % 100_000_000n === 0n ? [10_000_000_000n, '亿'] : [1_000_000n, '万']
  const whole = inThousands((size / unit).toString())
  const hundredths = ((size % unit) * 100n) / unit
  const fraction = hundredths.toString().padStart(2, '0').replace(/0+$/, '')
  return `${amount < 0 ? '-' : ''}${whole}${fraction && `.${fraction}`} ${name}`
}

/**
 * Splits a whole into parts in proportion to weights, by largest remainder: the parts are whole and add up to the
 * whole exactly, whatever its sign. Ties go to the earlier part. With no weight at all everything goes to the first.
 */
export function allocate(whole: bigint, weights: readonly bigint[]): bigint[] {
  const sum = weights.reduce((total, weight) => total + weight, 0n)
  if (weights.length === 0) return []
  if (sum === 0n) return weights.map((_, index) => (index === 0 ? whole : 0n))
  const size = whole < 0n ? -whole : whole
  const parts = weights.map((weight) => (size * weight) / sum)
  const remainders = weights.map((weight, index) => ({ index, rest: (size * weight) % sum }))
  remainders.sort((a, b) => (b.rest > a.rest ? 1 : b.rest < a.rest ? -1 : a.index - b.index))
  let left = size - parts.reduce((total, part) => total + part, 0n)
  for (const { index } of remainders) {
    if (left === 0n) break
    parts[index] = (parts[index] ?? 0n) + 1n
    left -= 1n
  }
  return whole < 0n ? parts.map((part) => -part) : parts
}
