import { joinNames } from '../kernel/locale.ts'
import { type Minor, plainDecimal, showShort } from '../kernel/money.ts'
import { daysBetween } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Block, bold, list, plain, quiet, type Spans, text } from '../view/view.ts'
import type { Deal } from './deal.ts'
import type { Matched } from './schedule.ts'
import { texts } from './texts.ts'

/** A deal's instalments, each with what is open and how late that is; nothing where there are none. */
export function scheduleBlocks(scope: Scope, deal: Deal, instalments: readonly Matched[]): Block[] {
  if (instalments.length === 0) return []
  return [
    text([bold(texts[scope.locale].schedule.title)]),
    list(instalments.map((one) => instalmentLine(scope, deal, one))),
  ]
}

function instalmentLine(scope: Scope, deal: Deal, { dueOn, minor, openMinor }: Matched): Spans {
  const words = texts[scope.locale].schedule
  const money = (amount: Minor) => showShort(amount, deal.currency, scope.locale)
  const state =
    openMinor === 0
      ? words.paid
      : [...(openMinor < minor ? [words.open(money(openMinor))] : []), lateness(scope, dueOn)].join(' · ')
  return [plain(words.part(showPeriod(dueOn, scope.locale, scope.today), money(minor))), quiet(` · ${state}`)]
}

/** `3 days overdue`, `due today`, `due in 5 days`. */
export function lateness({ locale, today }: Scope, dueOn: LocalDate): string {
  const words = texts[locale].schedule
  const late = daysBetween(dueOn, today)
  if (late > 0) return words.late(late)
  return late === 0 ? words.dueToday : words.dueIn(-late)
}

/** `1 Dec ¥60,000, 15 Jan 2027 ¥60,000`. */
export function sayInstalments(scope: Scope, deal: Deal, instalments: readonly Matched[]): string {
  const words = texts[scope.locale].schedule
  const parts = instalments.map(({ dueOn, minor }) =>
    words.part(showPeriod(dueOn, scope.locale, scope.today), showShort(minor, deal.currency, scope.locale)),
  )
  return joinNames(parts, scope.locale)
}

/** Says what a change of the amount has made of the instalments; nothing where there are none. */
export function followed(scope: Scope, deal: Deal, before: Deal, instalments: readonly Matched[]): string[] {
  if (instalments.length === 0 || deal.amountMinor === before.amountMinor) return []
  return [texts[scope.locale].schedule.now(sayInstalments(scope, deal, instalments))]
}

/** Instalments as they can be typed again, one to a line. */
export const typedSchedule = (deal: Deal, instalments: readonly Matched[]): string =>
  instalments.map(({ dueOn, minor }) => `${plainDecimal(minor, deal.currency)}@${dueOn}`).join('\n')
