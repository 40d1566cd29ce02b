import type { Locale } from '../kernel/locale.ts'
import type { Draft } from './read-goal.ts'
import { inUnits } from './read-quantity.ts'
import { texts } from './texts.ts'

/** What to count instead of something that should become less: its counterpart, or what brings it about. */
export function turnedRound(draft: Draft, locale: Locale): string[] {
  const words = texts[locale]
  const { quantity, text } = draft
  const share = quantity?.percent ? inUnits(quantity, 2) : undefined
  if (/流失|\bchurn\b/i.test(text) && share !== undefined && share > 0 && share < 10_000)
    return [`${words.retention} ${percent(10_000 - share)}`]
  const wish = TURNED.find(([pattern]) => pattern.test(text))?.[1]
  return [...words.turned[wish ?? 'complaints']]
}

export type Turned = 'complaints' | 'time' | 'cost' | 'churn' | 'debts'

const TURNED: [RegExp, Turned][] = [
  [/流失|\bchurn\b/i, 'churn'],
  [/逾期|欠款|应收|账期|\b(?:overdue|receivables?|outstanding|DSO|arrears)\b/i, 'debts'],
  [/周期|时间|时长|响应|天|小时|\b(?:cycle|time|days?|hours?|response)\b/i, 'time'],
  [/成本|费用|花费|折扣|\b(?:costs?|CAC|spend|expenses?|budget|discounts?)\b/i, 'cost'],
]

function percent(hundredths: number): string {
  const fraction = String(hundredths % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  return `${Math.floor(hundredths / 100)}${fraction && `.${fraction}`}%`
}
