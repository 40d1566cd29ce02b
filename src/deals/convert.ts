import { decimalsOf, type Minor } from '../kernel/money.ts'

/** What an amount is worth in another currency at a rate (a decimal as text), rounded half away from zero. */
export function convert(minor: Minor, from: string, to: string, rate: string): Minor {
  const [whole = '0', fraction = ''] = rate.split('.')
  const exact = BigInt(minor) * BigInt(whole + fraction) * 10n ** BigInt(decimalsOf(to))
  return Number(divideRounded(exact, 10n ** BigInt(fraction.length + decimalsOf(from))))
}

function divideRounded(value: bigint, by: bigint): bigint {
  const size = value < 0n ? -value : value
  const rounded = (2n * size + by) / (2n * by)
  return value < 0n ? -rounded : rounded
}
