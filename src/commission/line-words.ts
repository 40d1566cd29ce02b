import { exactMoney, money, type Reader } from './figures.ts'
import type { PayLine } from './pay-line.ts'
import { planTexts } from './plan-texts.ts'
import { showRateShort } from './plan-words.ts'

/** A line that is not a slice of credit: a bonus, or what a cap takes off; undefined for a slice. */
export function labelOf(
  reader: Reader,
  line: PayLine,
  numberOf: (deal: string | undefined) => number | undefined,
) {
  const words = planTexts[reader.locale]
  switch (line.kind) {
    case 'slice':
      return undefined
    case 'bonus':
      return words.bonusRow(line.bonus.name, line.deals)
    case 'deal-cap':
      return words.dealCapRow(numberOf(line.deal.deal))
    case 'period-cap':
      return words.periodCapRow
  }
}

/** A line as a sum to be checked in the head: `0 元 – 80,000 元 × 5% = 4,000 元`. */
export function lineInWords(reader: Reader, line: PayLine): string {
  const amount = money(reader, line.minor)
  if (line.kind !== 'slice') return `${labelOf(reader, line, () => undefined)}: ${amount}`
  const slice = `${exactMoney(reader, line.from)} – ${exactMoney(reader, line.to)}`
  return `${slice} × ${showRateShort(line.rate)} = ${amount}`
}
