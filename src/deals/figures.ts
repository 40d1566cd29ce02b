import type { Minor } from '../kernel/money.ts'
import { convert } from './convert.ts'

/** What may be known of a deal beside its amount; null: nobody has said. */
export interface Figures {
  /** What the deal leaves, and what it is without tax: in its own currency, and (`base`) in the workspace's. */
  marginMinor: Minor | null
  baseMarginMinor: Minor | null
  exVatMinor: Minor | null
  baseExVatMinor: Minor | null
  /** 2000: a fifth off the list price. */
  discountBps: number | null
}

/** The figures as people say them. */
export type SaidFigures = Partial<Pick<Figures, 'marginMinor' | 'exVatMinor' | 'discountBps'>>

export const NO_FIGURES: Figures = {
  marginMinor: null,
  baseMarginMinor: null,
  exVatMinor: null,
  baseExVatMinor: null,
  discountBps: null,
}

/** What was said, with its worth in the workspace's currency at the deal's rate. */
export function figuresFrom(
  { marginMinor, exVatMinor, discountBps }: SaidFigures,
  exchange: { from: string; to: string; rate: string },
): Partial<Figures> {
  const inBase = (minor: Minor | null) =>
    minor === null ? null : convert(minor, exchange.from, exchange.to, exchange.rate)
  return {
    ...(marginMinor === undefined ? {} : { marginMinor, baseMarginMinor: inBase(marginMinor) }),
    ...(exVatMinor === undefined ? {} : { exVatMinor, baseExVatMinor: inBase(exVatMinor) }),
    ...(discountBps === undefined ? {} : { discountBps }),
  }
}

/** In another currency the figures have to be said anew. */
export const figuresElsewhere = ({ marginMinor, exVatMinor }: Figures, said: SaidFigures): SaidFigures => ({
  ...(marginMinor === null ? {} : { marginMinor: null }),
  ...(exVatMinor === null ? {} : { exVatMinor: null }),
  ...said,
})

/** What a refund leaves of the figures: as much as it leaves of the amount, a half away from zero. */
export function figuresLeft(
  { marginMinor, exVatMinor }: Figures,
  { before, after }: { before: Minor; after: Minor },
): SaidFigures {
  const left = (minor: Minor) => Number(roundedShare(BigInt(minor), BigInt(after), BigInt(before)))
  return {
    ...(marginMinor === null ? {} : { marginMinor: left(marginMinor) }),
    ...(exVatMinor === null ? {} : { exVatMinor: left(exVatMinor) }),
  }
}

/** Which of the figures is more than the whole amount. */
export const aboveAmount = (
  amountMinor: Minor,
  { marginMinor, exVatMinor }: SaidFigures,
): 'margin' | 'exVat' | undefined =>
  (marginMinor ?? 0) > amountMinor ? 'margin' : (exVatMinor ?? 0) > amountMinor ? 'exVat' : undefined

function roundedShare(whole: bigint, part: bigint, of: bigint): bigint {
  if (of === 0n) return 0n
  const size = ((whole < 0n ? -whole : whole) * part * 2n + of) / (of * 2n)
  return whole < 0n ? -size : size
}
