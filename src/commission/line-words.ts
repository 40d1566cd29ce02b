import { showPeriod } from '../kernel/show-period.ts'
import { exactMoney, money, type Reader } from './figures.ts'
import { type Fraction, fraction, times, ZERO } from './fraction.ts'
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
    case 'collected':
      return words.collectedRow(
        showPeriod(line.signedIn, reader.locale),
        line.deals,
        money(reader, line.collectedMinor),
        line.unknown ? undefined : showRateShort(averageRate(line)),
      )
  }
}

/** What a unit of the money that came in has earned. */
const averageRate = ({ exact, collectedMinor }: { exact: Fraction; collectedMinor: bigint }): Fraction =>
  collectedMinor === 0n ? ZERO : times(exact, fraction(1n, collectedMinor))

/** A line as a sum to be checked in the head: `0 元 – 80,000 元 × 5% = 4,000 元`. */
export function lineInWords(reader: Reader, line: PayLine): string {
  const amount = money(reader, line.minor)
  if (line.kind !== 'slice') return `${labelOf(reader, line, () => undefined)}: ${amount}`
  const slice = `${exactMoney(reader, line.from)} – ${exactMoney(reader, line.to)}`
  return `${slice} × ${showRateShort(line.rate)} = ${amount}`
}
