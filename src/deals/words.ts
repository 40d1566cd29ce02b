import type { Locale } from '../kernel/locale.ts'
import { decimalsOf, type Minor, plainDecimal, showShort } from '../kernel/money.ts'
import { addDays } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPercent } from '../kernel/show-percent.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Deal, Share } from './deal.ts'
import type { SaidFigures } from './figures.ts'
import { texts } from './texts.ts'

/** `D-12` */
export const numberOf = (deal: { number: number }): string => `D-${deal.number}`

/** A deal's amount in its own currency, as said: `12 万`, `¥120,000`, `$3,000`. */
export const amountOf = (deal: Pick<Deal, 'amountMinor' | 'currency'>, locale: Locale): string =>
  showShort(deal.amountMinor, deal.currency, locale)

/** An amount of the workspace's currency. */
export const inOwn = (scope: Scope, minor: Minor, locale: Locale = scope.locale): string =>
  showShort(minor, scope.workspace.currency, locale)

/** 今天, 昨天, or the date; `today`, `19 Nov`. */
export function sayDate(date: LocalDate, today: LocalDate, locale: Locale): string {
  const words = texts[locale]
  if (date === today) return words.today
  if (date === addDays(today, -1)) return words.yesterday
  return showPeriod(date, locale, today)
}

/** An amount as it can be typed again: `120000`, `120000.50`, with its currency where it is a foreign one. */
export function typedAmount(deal: Pick<Deal, 'amountMinor' | 'currency'>, ownCurrency: string): string {
  const decimals = decimalsOf(deal.currency)
  const digits = String(deal.amountMinor).padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction =
    /[1-9]/.test(digits.slice(digits.length - decimals)) && decimals > 0 ? `.${digits.slice(-decimals)}` : ''
  return `${whole}${fraction}${deal.currency === ownCurrency ? '' : ` ${deal.currency}`}`
}

/** The figures beside the amount as they can be typed again. */
export function typedFigures(
  deal: SaidFigures & { currency: string },
): Partial<Record<'margin' | 'exVat' | 'discount', string>> {
  const { currency, marginMinor, exVatMinor, discountBps } = deal
  return {
    ...(marginMinor == null ? {} : { margin: plainDecimal(marginMinor, currency) }),
    ...(exVatMinor == null ? {} : { exVat: plainDecimal(exVatMinor, currency) }),
    ...(discountBps == null ? {} : { discount: showPercent(discountBps) }),
  }
}

/** The figures beside the amount as people read them. */
export function sayFigures(
  deal: SaidFigures & { currency: string },
  locale: Locale,
): Record<'margin' | 'exVat' | 'discount', string | null> {
  const money = (minor: Minor | null | undefined) =>
    minor == null ? null : showShort(minor, deal.currency, locale)
  return {
    margin: money(deal.marginMinor),
    exVat: money(deal.exVatMinor),
    discount: deal.discountBps == null ? null : showPercent(deal.discountBps),
  }
}

/** `李雷 60%`, for each share. */
export const sayShares = (shares: readonly Share[], names: ReadonlyMap<string, string>): string[] =>
  shares.map((share) => `${names.get(share.person) ?? share.person} ${showPercent(share.bps)}`)
