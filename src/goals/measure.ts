import { decimalsOf } from '../kernel/money.ts'
import { type Goal, measureOf } from './goal.ts'
import { inUnits, type Quantity } from './read-quantity.ts'

/** Why a number is none that a goal can have. */
export type Unfit =
  /** 20: deals, or an amount of 20? */
  | 'unit'
  /** An amount is needed and something else was given, and so on. */
  | 'money'
  | 'things'
  | 'percent'
  | 'whole'
  | 'currency'
  | 'zero'
  | 'huge'

/** A quantity in a metric's measure, or why it cannot be one. */
export function measuredValue(
  metric: Goal['metric'],
  quantity: Quantity,
  currency: string,
): { value: number } | { missing: Unfit } {
  const problem = mismatch(metric, quantity, currency)
  if (problem) return { missing: problem }
  const value = inUnits(quantity, decimalsFor(metric, currency))
  if (value === undefined) return { missing: quantity.decimals > 0 ? 'whole' : 'huge' }
  return value > 0 ? { value } : { missing: 'zero' }
}

/** The smallest amount that a target is rounded to: a whole unit of money, one thing, a hundredth of a percent. */
export function stepOf(metric: Goal['metric'], currency: string): bigint {
  return measureOf(metric) === 'money'
    ? 10n ** BigInt(decimalsOf(currency))
    : measureOf(metric) === 'checkin'
      ? 100n
      : 1n
}

/** With how many decimals a metric's values are stored. */
function decimalsFor(metric: Goal['metric'], currency: string): number {
  switch (measureOf(metric)) {
    case 'money':
      return decimalsOf(currency)
    case 'things':
      return 0
    case 'percent':
    case 'checkin':
      return 2
  }
}

function mismatch(metric: Goal['metric'], quantity: Quantity, currency: string): Unfit | undefined {
  const { money, percent, unit } = quantity
  switch (measureOf(metric)) {
    case 'money':
      if (percent || unit !== '') return 'money'
      if (money && money !== currency && !(quantity.text.startsWith('¥') && currency === 'JPY'))
        return 'currency'
      return !money && /^\d{1,3}$/.test(quantity.text) ? 'unit' : undefined
    case 'things':
      return money || percent ? 'things' : undefined
    case 'percent':
      return money || unit !== '' ? 'percent' : undefined
    case 'checkin':
      return undefined
  }
}
