import { money, type Reader } from './figures.ts'
import { showRate } from './fraction.ts'
import type { Plan } from './plan.ts'
import { PLAIN_TERMS, type Terms } from './terms.ts'
import { termsTexts } from './terms-texts.ts'

/** When what a plan earns is paid, a line each; nothing where all of it is paid at once. */
export function termsInWords(reader: Reader, { period, terms, pay }: Plan): string[] {
  const words = termsTexts[reader.locale]
  const { draw, advance, deferred, negative } = terms
  return [
    ...(draw
      ? [
          words.draw(period, money(reader, draw.amountMinor), draw.forMonths),
          draw.recoverable ? words.drawRecoverable : words.drawKept,
        ]
      : []),
    ...(advance ? [words.advance(period, showRate(advance.share), advance.trueUp)] : []),
    ...(deferred ? deferredInWords(reader, deferred, terms) : []),
    ...(negative === PLAIN_TERMS.negative ? [] : [words.negative[negative]]),
    ...clawbackInWords(reader, terms),
    ...(pay === 'collected' ? [collectionsInWords(reader, terms)] : []),
  ]
}

/** Whether what a period earns is not simply what it pays. */
export const paysInParts = ({ draw, advance, deferred }: Terms): boolean =>
  draw !== undefined || advance !== undefined || deferred !== undefined

function deferredInWords(
  { locale }: Reader,
  { share, release }: NonNullable<Terms['deferred']>,
  { leaving }: Terms,
): string[] {
  const words = termsTexts[locale]
  const held =
    release === 'year-end'
      ? words.deferredUntilYearEnd(showRate(share))
      : words.deferredForMonths(showRate(share), release.afterMonths)
  return [held, words.deferredOnLeaving[leaving.deferred]]
}

function clawbackInWords({ locale }: Reader, { clawback: { rate, attainment } }: Terms): string[] {
  const words = termsTexts[locale]
  const plain = PLAIN_TERMS.clawback
  if (rate === plain.rate && attainment === plain.attainment) return []
  return [`${words.clawback[rate]}${locale === 'en' ? '; ' : '；'}${words.attainment[attainment]}`]
}

function collectionsInWords({ locale }: Reader, { leaving: { collections } }: Terms): string {
  const words = termsTexts[locale]
  return typeof collections === 'string'
    ? words.collectionsAfterLeaving[collections]
    : words.collectionsWithin(collections.days)
}
