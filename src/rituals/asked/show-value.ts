import type { Locale } from '../../kernel/locale.ts'
import { showPeriod } from '../../kernel/show-period.ts'
import type { LocalDate } from '../../kernel/time.ts'
import type { Question, Value } from './question.ts'

/** An answer as people read it. `names` are people's, by id. */
export function showValue(
  { answer }: Pick<Question, 'answer'>,
  value: Value,
  { names, locale, today }: { names: ReadonlyMap<string, string>; locale: Locale; today: LocalDate },
): string {
  switch (answer.type) {
    case 'number':
      return showNumber(Number(value), answer.unit)
    case 'choices':
      return [value].flat().join(locale === 'en' ? ', ' : '、')
    case 'scale':
      return `${value} / ${answer.to}`
    case 'person':
      return names.get(String(value)) ?? String(value)
    case 'date':
      return showPeriod(String(value), locale, today)
    case 'deal':
      return `D-${value}`
    case 'text':
    case 'long-text':
    case 'choice':
      return String(value)
  }
}

/** `12,000.5 万元`, `30%`. */
export function showNumber(value: number, unit: string): string {
  const number = value.toLocaleString('en-US', { maximumFractionDigits: 6 })
  return unit === '' ? number : /^[%‰°]/.test(unit) ? `${number}${unit}` : `${number} ${unit}`
}
