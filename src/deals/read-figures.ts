import type { Minor } from '../kernel/money.ts'
import { readAmount } from '../kernel/words.ts'

/**
 * What a deal leaves, or what it is without tax: an amount in the deal's currency. `signed`: it may be zero or negative.
 * Undefined: it cannot be read.
 */
export function readFigure(text: string, currency: string, signed: boolean): Minor | undefined {
  const typed = text.normalize('NFKC').trim()
  if (/^0+(\.0+)?$/.test(typed)) return 0
  const negative = signed && /^[-−]/.test(typed)
  const amount = readAmount(negative ? typed.slice(1) : typed, currency)
  if (!amount || amount.currency !== currency) return undefined
  return negative ? -amount.minor : amount.minor
}

const DIGITS = '零一二三四五六七八九'
const PERCENT = /^(\d{1,2}|100)(?:\.(\d{1,2}))?%$/
const ZHE = /^(?:(\d)(?:\.(\d))?|([2-9])(\d))折$/ // 11折 would be nearly a gift: 1.1折 has to be written so
const ZHE_IN_WORDS = /^([一二三四五六七八九])([一二三四五六七八九])?折$/

/**
 * A discount in basis points of the list price: `20%` and `8折` are a fifth off, `九五折` and `9.5折` a twentieth.
 * Undefined for anything else: a bare number could mean either.
 */
export function readDiscount(text: string): number | undefined {
  const typed = text.normalize('NFKC').replace(/\s/g, '')
  const percent = PERCENT.exec(typed)
  if (percent) {
    const bps = Number(percent[1]) * 100 + Number((percent[2] ?? '').padEnd(2, '0'))
    return bps <= 10_000 ? bps : undefined
  }
  const inWords = ZHE_IN_WORDS.exec(typed)
  const figures = inWords
    ? inWords.slice(1).map((digit) => digit && String(DIGITS.indexOf(digit)))
    : undefined
  const found =
    figures ??
    ZHE.exec(typed)
      ?.slice(1)
      .filter((digit) => digit !== undefined) ??
    []
  const [tenths, hundredths] = found
  if (tenths === undefined) return undefined
  const left = Number(tenths) * 1000 + Number(hundredths ?? 0) * 100
  return left > 0 ? 10_000 - left : undefined
}
