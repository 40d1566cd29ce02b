import type { Locale } from '../kernel/locale.ts'
import { kindOf, type Period } from '../kernel/period.ts'
import { showPeriod } from '../kernel/show-period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Metric, measureOf } from './goal.ts'
import { isRate } from './goal-words.ts'
import type { Draft } from './read-goal.ts'
import { inUnits, type Quantity } from './read-quantity.ts'
import { showValue } from './show-value.ts'
import { texts } from './texts.ts'

export interface FixContext {
  locale: Locale
  today: LocalDate
  /** What is meant where no period is named. */
  usualPeriod: Period
  currency: string
  /** How a line names whose goal it is: '' for one's own. */
  owner: string
  /** The team that 我们 would be, where who asks leads one. */
  team: string | undefined
}

/** A number as it was typed, so that it is read the same way again. */
export const written = (quantity: Quantity | undefined) =>
  quantity?.text.replace(/ ?(?=[\p{Script=Han}%])|(?<=[\p{Script=Han}¥$€£]) /gu, '') ?? ''

/** The same; of things only how many, because what they are is said beside it. */
export function asWritten(metric: Metric, value: number | undefined, { quantity }: Draft): string {
  if (measureOf(metric) !== 'things' || !quantity) return written(quantity)
  return String(value ?? inUnits(quantity, 0) ?? '')
}

/** An amount such as the metric has. */
export function exampleFor(metric: Metric, { name, quantity }: Draft, { locale }: FixContext): string {
  const { amount: amounts } = texts[locale].line
  if (metric !== 'checkin') return amounts[measureOf(metric)]
  if (isRate(name) && !quantity?.unit) return amounts.percent
  return quantity?.unit && locale === 'zh-CN' ? `30${quantity.unit}` : amounts.checkin
}

/** An amount as it is typed: of things only how many. */
export const typed = (metric: Metric, value: number, unit: string, context: FixContext): string =>
  measureOf(metric) === 'things' ? String(value) : amount(metric, value, unit, context)

export function amount(
  metric: Metric,
  value: number,
  unit: string,
  { currency, locale }: FixContext,
): string {
  return showValue({ metric, unit }, value, currency, locale).replaceAll(
    ' ',
    locale === 'en' && measureOf(metric) === 'things' ? ' ' : '',
  )
}

export function lineFor(draft: Draft, context: FixContext, ...parts: string[]): string {
  return joined(context.owner, periodWord(draft.period, context), ...parts)
}

export const joined = (...parts: string[]) => parts.filter((part) => part !== '').join(' ')

function periodWord(named: Period | undefined, { usualPeriod, locale, today }: FixContext): string {
  const period = named ?? usualPeriod
  switch (kindOf(period)) {
    case 'month': {
      const bare = period.slice(0, 4) === today.slice(0, 4) && period >= today.slice(0, 7)
      return bare ? showPeriod(period, locale, today).replaceAll(' ', '') : period
    }
    case 'year':
      return locale === 'zh-CN' ? `${period}年` : `in ${period}`
    default:
      return period
  }
}
