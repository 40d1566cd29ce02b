import type { Locale } from '../kernel/locale.ts'
import { decimalsOf, showMoney, showNumber } from '../kernel/money.ts'
import type { Scope } from '../kernel/scope.ts'
import { type Fraction, fraction, showFraction, showRate, times } from './fraction.ts'
import type { Mark } from './plan.ts'

/** Who reads: their language, and the currency that amounts are in. Any scope is one. */
export interface Reader {
  locale: Locale
  workspace: Pick<Scope['workspace'], 'currency'>
}

/** A height on the ladder: `80%`, or an amount. */
export function showMark(mark: Mark, currency: string, locale: Locale): string {
  return 'share' in mark ? showRate(mark.share) : showMoney(mark.amountMinor, currency, locale)
}

/** Pay as the reader's language says it: 4,675 元; in English the number alone, since the sentence says what it is. */
export function showPay(scope: Reader, amountMinor: bigint | number): string {
  const { currency } = scope.workspace
  return scope.locale === 'en' ? showNumber(amountMinor, currency) : showMoney(amountMinor, currency, 'zh-CN')
}

export function money(scope: Reader, amountMinor: bigint | number): string {
  return showMoney(amountMinor, scope.workspace.currency, scope.locale)
}

const DIGITS_SHOWN = 8n // decimals of an exact amount: more only say that it never ends

/** An amount that need not be whole minor units, in full: `4,675.005 元`; with … where it does not end soon. */
export function exactMoney(scope: Reader, amount: Fraction): string {
  if (amount.den === 1n) return money(scope, amount.num)
  const cut = fraction((amount.num * 10n ** DIGITS_SHOWN) / amount.den, 10n ** DIGITS_SHOWN)
  const ends = cut.num * amount.den === amount.num * cut.den
  const major = showFraction(times(cut, fraction(1n, 10n ** BigInt(decimalsOf(scope.workspace.currency)))))
  const grouped = major.replace(
    /^(-?)(\d+)/,
    (_, minus: string, whole: string) => minus + whole.replace(/\B(?=(\d{3})+$)/g, ','),
  )
  return money(scope, 0).replace('0', ends ? grouped : `${grouped}…`)
}

/** Chinese leaves a space between a figure and the next word, unless the figure ends in a word such as 元 already. */
export function before(amount: string): string {
  return /\p{Script=Han}$/u.test(amount) ? amount : `${amount} `
}
