import type { NegativeLine } from '../commission/negative.ts'
import type { DealCredit } from '../deals/store.ts'
import type { Period } from '../kernel/period.ts'
import type { Adjustment } from './adjustment.ts'
import type { Calculation } from './calculation.ts'
import type { Manual } from './document.ts'
import { type StatedTerms, statedTerms } from './stated-terms.ts'

type StatedDeal = Pick<DealCredit, 'number' | 'customer' | 'signedOn' | 'shareBps' | 'minor'>

/** A stored statement's document, as far as it is shown. */
export interface Stated {
  period: Period
  plan: { version: number; from: string } | undefined
  notCalculated: Extract<Calculation['pay'], string> | undefined
  deals: StatedDeal[]
  unconfirmed: number[]
  adjustments: Adjustment[]
  manual: Manual[]
  terms: StatedTerms
  carried: NegativeLine[]
}

/** Reads a document that we have stored. */
export function statedIn(document: string): Stated {
  const stated = JSON.parse(document)
  const exactly = <Line extends { minor: string }>(lines: Line[]) =>
    lines.map((line) => ({ ...line, minor: BigInt(line.minor) }))
  return {
    ...stated,
    adjustments: exactly(stated.adjustments),
    manual: exactly(stated.manual),
    terms: statedTerms(stated),
    carried: exactly(stated.carried ?? []),
  }
}
