import { showValue } from '../goals/show-value.ts'
import { exactMoney, money, type Reader } from './figures.ts'
import { ceiling } from './fraction.ts'
import type { Facts } from './pay.ts'
import { stretchTexts } from './stretch-texts.ts'
import type { Target } from './tiers.ts'

/** An amount of what attains: money, or so many of a metric's unit: `80,000 元`, `12 条`. */
export function attainedAmount(reader: Reader, { metric }: Pick<Facts, 'metric'>, amount: bigint): string {
  if (!metric) return money(reader, amount)
  const { currency } = reader.workspace
  return showValue({ metric: 'checkin', unit: metric.unit }, Number(amount), currency, reader.locale)
}

/** The same of an amount of money that need not be whole. */
export function exactAttained(reader: Reader, facts: Pick<Facts, 'metric'>, amount: Target): string {
  if (typeof amount === 'bigint') return attainedAmount(reader, facts, amount)
  return facts.metric ? attainedAmount(reader, facts, ceiling(amount)) : exactMoney(reader, amount)
}

/** What attainment is of, where that is a metric: `「线索」`. */
export const ofMetric = ({ locale }: Reader, { metric }: Pick<Facts, 'metric'>): string =>
  metric ? stretchTexts[locale].ofMetric(metric.name) : ''
