import type { Period, Span } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Factor } from './coefficient.ts'
import { type Fraction, plus, rounded, ZERO } from './fraction.ts'
import type { Override, OverrideLine } from './override.ts'
import type { Balances, PayoutLine } from './payout.ts'
import type { Bonus } from './plan.ts'
import type { Pool } from './pool.ts'
import { shareOut } from './share-out.ts'
import type { Clawback } from './terms.ts'
import type { Slice } from './tiers.ts'
import type { DealFact } from './which-deals.ts'

/** What a person is paid for a period, in minor units, line by line. */
export interface Pay {
  totalMinor: bigint
  /** What has been earned, before the one rounding. */
  exact: Fraction
  lines: PayLine[]
  /** What runs on to the next period, where the plan's terms of payment reach beyond this one. */
  balances?: Balances
}

/** One addend of the pay; the lines' whole minor units add up to the total. */
export type PayLine = Part & { minor: bigint }

/** An addend before the one rounding, in minor units; of a stretch, where the plan has changed within the period. */
export type Part = { exact: Fraction; stretch?: StretchOf } & (
  | ({ kind: 'slice'; rate: Fraction } & Slice)
  | { kind: 'deal-cap'; deal: DealFact }
  | { kind: 'bonus'; bonus: Bonus; deals: number }
  | { kind: 'period-cap' }
  | CollectedPart
  | OverridePart
  | { kind: 'pool-put-in' }
  | PoolSharePart
  | ClawbackPart
  | TermsPart
  | ({ kind: 'coefficient'; goal: string } & Factor)
)

/** The days of a stretch, and how much of what its plan makes of the whole period is paid; all of it where not said. */
export interface StretchOf extends Span {
  weight?: Fraction
}

/** What has come in for deals that were signed in one period and pay by that period's rate. */
export interface CollectedPart {
  kind: 'collected'
  signedIn: Period
  deals: number
  collectedMinor: bigint
  each: readonly CollectedAt[]
  /** Why nothing can be calculated for it; its amount is zero then. */
  unknown?: 'no target'
}

/** What a manager gets of one team's deals. */
interface OverridePart extends Omit<OverrideLine, 'exact'> {
  kind: 'override'
  rate: Fraction
  measure: Override['of']
}

/** What a person gets of a pool, with what all who share it may know of it. */
export interface PoolSharePart {
  kind: 'pool-share'
  scope: Pool['scope']
  sizeMinor: bigint
  /** Of that, what was left over of the period before. */
  carriedInMinor: bigint
  attainment: Fraction
  release: Fraction
  releasedMinor: bigint
  /** How many have a claim, and whether this person has one. */
  eligible: number
  entitled: boolean
}

/** What a refund takes back of what a deal of an earlier period has paid. */
export interface ClawbackPart {
  kind: 'clawback'
  /** The deal's. */
  number: number
  signedIn: Period
  refundedMinor: bigint
  rate: Clawback['rate']
}

/** What the terms of payment add to what was earned, or leave for later: whole minor units. */
export interface TermsPart {
  kind: 'terms'
  line: PayoutLine
}

/** A collection, or (negative) a refund of one, and what a unit of it pays. */
export interface CollectedAt {
  number: number
  on: LocalDate
  minor: bigint
  rate: Fraction
}

export const sumOf = (parts: readonly { exact: Fraction }[]): Fraction =>
  parts.reduce((total, part) => plus(total, part.exact), ZERO)

/** Rounds the sum once, half away from zero; the lines share it by largest remainder. */
export function roundedOnce(parts: readonly Part[]): Pay {
  const exact = sumOf(parts)
  const totalMinor = rounded(exact)
  const shares = shareOut(
    totalMinor,
    parts.map((part) => part.exact),
  )
  return { totalMinor, exact, lines: parts.map((part, index) => ({ ...part, minor: shares[index] ?? 0n })) }
}
