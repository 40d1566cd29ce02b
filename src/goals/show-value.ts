import type { Locale } from '../kernel/locale.ts'
import { decimalsOf, showMoney } from '../kernel/money.ts'
import { type Goal, measureOf } from './goal.ts'

/** A goal's value for people: `80,000 元`, `12 单`, `95%`, `30 次`; `¥80,000`, `12 deals`, `95%`, `30`. */
export function showValue(
  goal: Pick<Goal, 'metric' | 'unit'>,
  value: number,
  currency: string,
  locale: Locale,
): string {
  switch (measureOf(goal.metric)) {
    case 'money':
      return showMoney(value, currency, locale)
    case 'percent':
      return `${hundredths(value)}%`
    case 'things':
      return things(goal.metric, value, locale)
    case 'checkin':
      return goal.unit === '%' ? `${hundredths(value)}%` : `${hundredths(value)} ${goal.unit}`.trim()
  }
}

/** A value where its unit is said right after: `80,000 元`, `12`, `95%`, `30`. Money and percent keep their sign. */
export function showBare(
  goal: Pick<Goal, 'metric' | 'unit'>,
  value: number,
  currency: string,
  locale: Locale,
): string {
  const measure = measureOf(goal.metric)
  if (measure === 'things') return grouped(value)
  return measure === 'checkin' && goal.unit !== '%'
    ? hundredths(value)
    : showValue(goal, value, currency, locale)
}

/** How much of the measure is one whole unit: a yuan, a thing. */
export function wholeUnit(goal: Pick<Goal, 'metric'>, currency: string): number {
  const measure = measureOf(goal.metric)
  return measure === 'money' ? 10 ** decimalsOf(currency) : measure === 'checkin' ? 100 : 1
}

function things(metric: Goal['metric'], value: number, locale: Locale): string {
  const number = grouped(value)
  if (locale === 'zh-CN') return `${number} ${metric === 'deals' ? '单' : '家'}`
  const noun = metric === 'deals' ? 'deal' : 'new customer'
  return `${number} ${noun}${value === 1 ? '' : 's'}`
}

function hundredths(value: number): string {
  const fraction = String(value % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return fraction === ''
    ? grouped(Math.floor(value / 100))
    : `${grouped(Math.floor(value / 100))}.${fraction}`
}

const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',')
