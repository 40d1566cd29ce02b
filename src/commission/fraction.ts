/** An exact ratio of whole numbers in lowest terms; `den` is always positive. */
export interface Fraction {
  readonly num: bigint
  readonly den: bigint
}

export function fraction(num: bigint | number, den: bigint | number = 1n): Fraction {
  const [top, bottom] = [BigInt(num), BigInt(den)]
  if (bottom === 1n) return { num: top, den: bottom }
  if (bottom === 0n) throw new Error('A fraction needs a denominator other than zero')
  const common = divisor(abs(top), abs(bottom)) * (bottom < 0n ? -1n : 1n)
  return { num: top / common, den: bottom / common }
}

export const ZERO = fraction(0n)
export const ONE = fraction(1n)

/**
 * A rate or a factor as people write it in a plan: `5%`, `1.2`, `12.5%`, `1/20`. Exact, never by way of a float.
 * Undefined: it cannot be read.
 */
export function readFraction(text: string): Fraction | undefined {
  const ratio = /^(-?\d+)\/(\d+)$/.exec(text.trim())
  if (ratio?.[1] && ratio[2])
    return BigInt(ratio[2]) === 0n ? undefined : fraction(BigInt(ratio[1]), BigInt(ratio[2]))
  const decimal = /^(-?)(\d+)(?:\.(\d+))?\s*([%％]?)$/.exec(text.trim())
  if (!decimal) return undefined
  const [, minus, whole = '', digits = '', percent] = decimal
  const size = fraction(BigInt(whole + digits), 10n ** BigInt(digits.length) * (percent ? 100n : 1n))
  return minus ? times(size, fraction(-1n)) : size
}

/** The same of text that has been checked before. Throws on what cannot be read. */
export function exactly(text: string): Fraction {
  const value = readFraction(text)
  if (!value) throw new Error(`Not an exact number: ${text}`)
  return value
}

export const plus = (a: Fraction, b: Fraction) => fraction(a.num * b.den + b.num * a.den, a.den * b.den)
export const minus = (a: Fraction, b: Fraction) => fraction(a.num * b.den - b.num * a.den, a.den * b.den)
export const times = (a: Fraction, b: Fraction) => fraction(a.num * b.num, a.den * b.den)

/** Negative, zero or positive as `a` is less than, equal to or more than `b`. */
export function compare(a: Fraction, b: Fraction): number {
  const [left, right] = a.den === b.den ? [a.num, b.num] : [a.num * b.den, b.num * a.den]
  return left < right ? -1 : left > right ? 1 : 0
}

export const least = (a: Fraction, b: Fraction) => (compare(a, b) <= 0 ? a : b)

export function floor(value: Fraction): bigint {
  const whole = value.num / value.den
  return value.num < 0n && whole * value.den !== value.num ? whole - 1n : whole
}

export const ceiling = (value: Fraction) => -floor({ num: -value.num, den: value.den })

/** The nearest whole number; a half goes away from zero, as on a payslip. */
export function rounded(value: Fraction): bigint {
  const size = (abs(value.num) * 2n + value.den) / (value.den * 2n)
  return value.num < 0n ? -size : size
}

/** As a decimal where it ends (`0.075`), else as a ratio (`1/3`). */
export function showFraction(value: Fraction): string {
  const places = decimalPlaces(value.den)
  if (places === undefined) return `${value.num}/${value.den}`
  const digits = ((abs(value.num) * 10n ** BigInt(places)) / value.den).toString().padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  return `${value.num < 0n ? '-' : ''}${whole}${places > 0 ? `.${digits.slice(-places)}` : ''}`
}

/** A rate as per cent: `5%`, `7.5%`; cut where it never ends: `33.33…%`, `0.0033…%`. */
export function showRate(value: Fraction): string {
  const percent = times(value, fraction(100n))
  if (decimalPlaces(percent.den) !== undefined) return `${showFraction(percent)}%`
  const digits = abs(percent.num) >= percent.den ? 2 : 4
  const scale = 10n ** BigInt(digits)
  const cut = ((abs(percent.num) * scale) / percent.den).toString().padStart(digits + 1, '0')
  return `${percent.num < 0n ? '-' : ''}${cut.slice(0, -digits)}.${cut.slice(-digits)}…%`
}

/** How many decimals it takes to write 1/den in full; undefined: it never ends. */
function decimalPlaces(den: bigint): number | undefined {
  let places = 0
  let rest = den
  while (rest % 10n === 0n) [rest, places] = [rest / 10n, places + 1]
  while (rest % 2n === 0n) [rest, places] = [rest / 2n, places + 1]
  while (rest % 5n === 0n) [rest, places] = [rest / 5n, places + 1]
  return rest === 1n ? places : undefined
}

function divisor(a: bigint, b: bigint): bigint {
  let [left, right] = [a, b]
  while (right !== 0n) [left, right] = [right, left % right]
  return left
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value
}
