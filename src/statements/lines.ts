import type { NegativeLine } from '../commission/negative.ts'
import { termsLabel } from '../commission/terms-line-words.ts'
import { joinNames, type Locale } from '../kernel/locale.ts'
import { showMoney } from '../kernel/money.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { nameOf } from '../people/who.ts'
import type { Adjustment } from './adjustment.ts'
import type { Manual } from './document.ts'
import { texts } from './texts.ts'

/** A line beside what was earned, in words: what it is for, and its amount. */
export interface ShownLine {
  label: string
  minor: bigint
}

const DEALS_NAMED = 5 // more were an import: their number says enough

/** Adjustments and what was added by hand, each with its cause and who did it, and what is carried over. */
export async function linesOf(
  scope: Scope,
  {
    adjustments,
    manual,
    carried,
  }: {
    adjustments: readonly Adjustment[]
    manual: readonly Manual[]
    carried: readonly NegativeLine[]
  },
): Promise<ShownLine[]> {
  const words = texts[scope.locale]
  const lines: ShownLine[] = []
  for (const { period, minor, cause } of adjustments) {
    const label = words.adjustment({
      period: showPeriod(period, scope.locale, scope.today),
      deals: dealsNamed(cause.deals, scope.locale),
      cause: words.causes[cause.kind],
      by: cause.by === null ? undefined : await nameOf(scope, cause.by),
      reason: cause.reason ?? undefined,
    })
    lines.push({ label, minor })
  }
  for (const { number, minor, reason, by, approvedBy } of manual) {
    const [proposer, approver] = [await nameOf(scope, by), await nameOf(scope, approvedBy)]
    lines.push({ label: words.manual(number, reason, proposer, approver), minor })
  }
  for (const line of carried) lines.push({ label: termsLabel(scope, line), minor: line.minor })
  return lines
}

/** An amount that is added or taken off, with its sign. */
export const signed = (minor: bigint, currency: string, locale: Locale): string =>
  `${minor > 0n ? '+' : ''}${showMoney(minor, currency, locale)}`

function dealsNamed(deals: readonly number[], locale: Locale): string {
  const names = deals.slice(0, DEALS_NAMED).map((number) => `D-${number}`)
  const more = deals.length - names.length
  return joinNames(more > 0 ? [...names, texts[locale].andMore(more)] : names, locale)
}
