import type { DealCredit } from '../deals/store.ts'
import { type Fraction, fraction, ONE, ZERO } from './fraction.ts'
import type { Basis } from './plan.ts'

/** Somebody only imagines the deal: it has no number. */
const isImagined = ({ number }: DealCredit) => number === 0

/** A person's part of the figure that a plan counts, in minor units; undefined: nobody has said it of the deal. */
export function figureOf(credit: DealCredit, basis: Basis): number | undefined {
  if (basis === 'amount' || isImagined(credit)) return credit.minor
  return basis === 'margin' ? credit.marginMinor : credit.exVatMinor
}

/** How much of the figure stands behind one unit of the deal's amount. */
export function figureOfUnit(credit: DealCredit, basis: Basis): Fraction {
  if (basis === 'amount') return ONE
  return credit.minor === 0 ? ZERO : fraction(figureOf(credit, basis) ?? 0, credit.minor)
}

/** The numbers of the deals that count nothing because their figure is unknown; nothing where there are none. */
export function lacking(credits: readonly DealCredit[], basis: Basis): { lacking?: readonly number[] } {
  const numbers = lackingFigure(credits, basis)
  return numbers.length > 0 ? { lacking: numbers } : {}
}

export const lackingFigure = (credits: readonly DealCredit[], basis: Basis): number[] =>
  credits.filter((one) => one.minor !== 0 && figureOf(one, basis) === undefined).map((one) => one.number)
