import type { Period } from '../kernel/period.ts'
import { showPeriod } from '../kernel/show-period.ts'
import { money, type Reader } from './figures.ts'
import { showRate } from './fraction.ts'
import type { ClawbackPart } from './pay-line.ts'
import type { Balances, PayoutLine } from './payout.ts'
import { termsTexts } from './terms-texts.ts'

/** What the terms of payment have added or taken, in words without the amount. */
export function termsLabel(reader: Reader, line: PayoutLine): string {
  const words = termsTexts[reader.locale]
  const named = (period: Period) => showPeriod(period, reader.locale)
  switch (line.kind) {
    case 'advance':
      return words.advanceRow(showRate(line.share))
    case 'true-up':
      return words.trueUpRow(
        named(line.from),
        named(line.to),
        money(reader, line.earnedMinor),
        money(reader, line.advancedMinor),
      )
    case 'advance-rest':
      return words.advanceRestRow(named(line.from))
    case 'held-back':
      return words.heldBackRow(line.releaseOn)
    case 'released':
      return words.releasedRow(named(line.heldIn))
    case 'forfeited':
      return words.forfeitedRow(named(line.heldIn), money(reader, line.heldMinor))
    case 'drawn':
      return words.drawnRow(line.recoverable ? money(reader, line.owedMinor) : undefined)
    case 'recovered':
      return words.recoveredRow(money(reader, line.owedMinor))
    case 'written-off':
      return words.writtenOffRow(money(reader, line.owedMinor))
    case 'brought-forward':
      return words.broughtForwardRow
    case 'carried-forward':
      return words.carriedForwardRow
    case 'forgiven':
      return words.forgivenRow
  }
}

/** Whose deal, when it was signed, and how much of it has been refunded. */
export function clawbackLabel(reader: Reader, { number, signedIn, refundedMinor }: ClawbackPart): string {
  const period = showPeriod(signedIn, reader.locale)
  return termsTexts[reader.locale].clawbackRow(`D-${number}`, period, money(reader, refundedMinor))
}

/** What runs on after a period, a sentence each: what is owed, held back, still to come off, not advanced yet. */
export function balancesInWords(reader: Reader, balances: Balances): string[] {
  const words = termsTexts[reader.locale]
  const { owedMinor, carriedMinor, held, advanced } = balances
  const heldMinor = held.reduce((sum, one) => sum + one.minor, 0n)
  const releaseOn = held.map((one) => one.releaseOn).sort()[0]
  const waiting = advanced ? advanced.earnedMinor - advanced.paidMinor : 0n
  return [
    ...(owedMinor > 0n ? [words.owed(money(reader, owedMinor))] : []),
    ...(releaseOn === undefined ? [] : [words.heldSoFar(money(reader, heldMinor), releaseOn)]),
    ...(carriedMinor > 0n ? [words.carried(money(reader, carriedMinor))] : []),
    ...(waiting > 0n ? [words.notAdvanced(money(reader, waiting))] : []),
  ]
}
