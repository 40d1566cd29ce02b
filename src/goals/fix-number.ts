import { decimalsOf } from '../kernel/money.ts'
import { kindOf } from '../kernel/period.ts'
import { amount, asWritten, type FixContext, joined, typed, written } from './fix-line.ts'
import { type Metric, measureOf } from './goal.ts'
import type { Draft } from './read-goal.ts'
import { inUnits, type Quantity } from './read-quantity.ts'
import type { Smart, SmartFacts } from './smart.ts'
import type { Fix } from './smart-fix.ts'
import { texts } from './texts.ts'

export type Line = (...parts: string[]) => string

/** 每周 10 家 is 40 in a month: so much of each, times how many there are. */
export function wholeOf(
  metric: Metric,
  draft: Draft,
  facts: SmartFacts,
  context: FixContext,
  line: Line,
): Fix[] | undefined {
  const { rate, quantity, period } = draft
  const kind = period ? (kindOf(period) as 'month' | 'quarter' | 'year') : 'month'
  const times = rate === 'day' ? facts.workdays : rate === 'person' ? facts.people : rate && TIMES[rate][kind]
  if (!rate || !quantity) return undefined
  if (!times) return [{ body: line(asWritten(metric, undefined, draft)) }]
  const digits = quantity.digits * BigInt(times)
  const value = inUnits({ ...quantity, digits }, measureOf(metric) === 'things' ? 0 : 2)
  if (value === undefined) return undefined
  const unit = metric === 'checkin' || quantity.money ? quantity.unit : ''
  const whole = measureOf(metric) === 'money' ? moneyMinor(digits, quantity, context) : value
  const shown = amount(metric, whole, unit, context)
  const because = texts[context.locale].because.rate(written(quantity), times, rate, shown)
  return [{ body: line(typed(metric, whole, unit, context)), because }]
}

const TIMES = { week: { month: 4, quarter: 13, year: 52 }, month: { month: 1, quarter: 3, year: 12 } }

const moneyMinor = (digits: bigint, { decimals }: Quantity, { currency }: FixContext) =>
  Number((digits * 10n ** BigInt(decimalsOf(currency))) / 10n ** BigInt(decimals))

/** A tenth more than the average of the periods before, in round figures. */
export function fromHistory(
  metric: Metric,
  { history, before }: SmartFacts,
  context: FixContext,
  line: Line,
): Fix[] | undefined {
  if (history.length === 0) return undefined
  const average = history.reduce((sum, one) => sum + BigInt(one), 0n) / BigInt(history.length)
  if (average <= 0n) return undefined
  const value = roundUp((average * 11n) / 10n + 1n, measureOf(metric) === 'things' ? 1n : 100n)
  const shown = amount(metric, Number(value), before?.unit ?? '', context)
  const known = amount(metric, Number(average), before?.unit ?? '', context)
  const because = texts[context.locale].because.history(history.length, known, shown)
  return [{ body: line(typed(metric, Number(value), before?.unit ?? '', context)), because }]
}

/** Two leading digits, the rest zeros, and whole steps. */
function roundUp(value: bigint, step: bigint): bigint {
  const places = BigInt(10) ** BigInt(Math.max(0, value.toString().length - 2))
  const size = places > step ? places : step
  return ((value + size - 1n) / size) * size
}

/** A half-year as its two quarters, with half of the amount each. */
export function halves(draft: Draft, { specific, measurable }: Smart, context: FixContext): Fix[] {
  const words = texts[context.locale]
  const metric = 'metric' in specific ? specific.metric : 'signed'
  const word = metric === 'checkin' ? draft.name : words.line.metric[metric]
  const value = 'value' in measurable ? measurable.value : undefined
  const unit = draft.quantity?.percent ? '%' : (draft.quantity?.unit ?? '')
  const ratio = draft.quantity?.percent || metric === 'average-deal'
  const parts =
    value === undefined
      ? undefined
      : ratio
        ? [value, value]
        : [value - Math.floor(value / 2), Math.floor(value / 2)]
  const step = measureOf(metric) === 'checkin' && !ratio ? 100 : 1
  const whole = parts?.every((part) => part % step === 0) ? parts : undefined
  const quarters = draft.odd?.kind === 'half' ? draft.odd.quarters : []
  return quarters.map((period, at) => ({
    body: joined(
      context.owner,
      period,
      word,
      whole ? amount(metric, whole[at] ?? 0, unit, context) : words.line.amount[measureOf(metric)],
    ),
    ...(whole ? {} : { example: true as const }),
  }))
}
