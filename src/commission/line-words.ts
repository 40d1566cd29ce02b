import { showPeriod } from '../kernel/show-period.ts'
import { exactMoney, money, type Reader } from './figures.ts'
import { type Fraction, fraction, times, ZERO } from './fraction.ts'
import type { PayLine } from './pay-line.ts'
import { planTexts } from './plan-texts.ts'
import { showRateShort } from './plan-words.ts'
import { stretchTexts } from './stretch-texts.ts'
import { teamPayTexts } from './team-pay-texts.ts'
import { clawbackLabel, termsLabel } from './terms-line-words.ts'

/** A line that is not a slice of credit: a bonus, or what a cap takes off; undefined for a slice. */
export function labelOf(
  reader: Reader,
  line: PayLine,
  numberOf: (deal: string | undefined) => number | undefined,
  teamOf: (team: string) => string | undefined = () => undefined,
): string | undefined {
  const label = plainLabel(reader, line, numberOf, teamOf)
  return label === undefined ? undefined : inStretch(reader, line, label)
}

/** With the days of its stretch, and the stretch's weight, where the plan has changed within the period. */
export function inStretch({ locale }: Reader, { stretch }: Pick<PayLine, 'stretch'>, label: string): string {
  if (!stretch) return label
  const words = stretchTexts[locale]
  const days = words.stretch(stretch.from, stretch.to)
  const weighted = stretch.weight ? words.weighted(label, showRateShort(stretch.weight)) : label
  return words.inStretch(days, weighted)
}

function plainLabel(
  reader: Reader,
  line: PayLine,
  numberOf: (deal: string | undefined) => number | undefined,
  teamOf: (team: string) => string | undefined,
): string | undefined {
  const [words, teamWords] = [planTexts[reader.locale], teamPayTexts[reader.locale]]
  switch (line.kind) {
    case 'slice':
      return undefined
    case 'bonus':
      return words.bonusRow(line.bonus.name, line.deals)
    case 'deal-cap':
      return words.dealCapRow(numberOf(line.deal.deal))
    case 'period-cap':
      return words.periodCapRow
    case 'clawback':
      return clawbackLabel(reader, line)
    case 'terms':
      return termsLabel(reader, line.line)
    case 'collected':
      return words.collectedRow(
        showPeriod(line.signedIn, reader.locale),
        line.deals,
        money(reader, line.collectedMinor),
        line.unknown ? undefined : showRateShort(averageRate(line)),
      )
    case 'coefficient': {
      const { coefficientMissing, coefficientRow } = stretchTexts[reader.locale]
      const factor = showRateShort(line.factor)
      if (line.missing) return coefficientMissing[line.missing](line.goal, factor)
      return coefficientRow(line.goal, showRateShort(line.attainment ?? ZERO), factor)
    }
    case 'override':
      return teamWords.overrideRow({
        team: teamOf(line.team),
        people: line.people,
        measure: line.measure,
        of: exactMoney(reader, line.of),
        rate: showRateShort(line.rate),
      })
    case 'pool-put-in':
      return teamWords.poolPutIn
    case 'pool-share':
      return teamWords.poolShare
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
  return inStretch(reader, line, `${slice} × ${showRateShort(line.rate)} = ${amount}`)
}
