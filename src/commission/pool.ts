import { type Fraction, fraction } from './fraction.ts'

/** A pool that the members of a team share, as a plan says it. Amounts are minor units. */
export interface Pool {
  /** Who puts the money in: the company, every member of their commission, or every member of a bonus. */
  source: 'on-top' | 'held-back' | 'bonus'
  /** The name of the bonus that feeds it. */
  bonus: string | undefined
  /** A share of the members' commission (or of that bonus), or an amount for the whole pool. */
  size: { share: Fraction } | { amountMinor: bigint }
  /** Whose attainment releases it. */
  scope: 'team' | 'department' | 'company'
  curve: Curve
  /** Who is below this share of their own target gets nothing. */
  eligible: Fraction | undefined
  divide: 'equally' | 'by-commission' | 'by-weights'
  weights: readonly Weight[]
  unreleased: 'forfeited' | 'carried'
}

/** Nothing below `from`, then as much as the attainment, at most `to`; or steps, of which the highest reached counts. */
export type Curve = { from: Fraction; to: Fraction } | readonly { at: Fraction; releases: Fraction }[]

/** Somebody's weight: a name as it is written in a file, or the id that it has been found to mean. */
interface Weight {
  person: string | undefined
  name: string | undefined
  weight: Fraction
}

/** What a pool does where a plan does not say more. */
export const DEFAULT_CURVE: Curve = { from: fraction(80n, 100n), to: fraction(120n, 100n) }
