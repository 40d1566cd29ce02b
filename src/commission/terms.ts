import type { Fraction } from './fraction.ts'

/**
 * When what has been earned is paid, and what becomes of it later: the plan's terms of payment. What is undefined is not
 * agreed. How they are worked out is told in docs/plans.md; the steps stand in payout.ts and clawback.ts.
 */
export interface Terms {
  draw: Draw | undefined
  advance: Advance | undefined
  deferred: Deferred | undefined
  /** What becomes of a result below zero. */
  negative: Negative
  clawback: Clawback
  leaving: Leaving
}

/** What a period pays at least. */
export interface Draw {
  amountMinor: bigint
  /** Whether what it pays above the earnings is owed, and recovered from later ones. */
  recoverable: boolean
  /** For how many months, from the first day of the period in which the plan began for a person; undefined: always. */
  forMonths: number | undefined
}

/** A share of what each period earns is paid at once; the span's last period pays the rest of the whole span. */
export interface Advance {
  share: Fraction
  trueUp: TrueUp
}

export type TrueUp = 'quarter' | 'year'

/** A share of what each period pays is held back. */
export interface Deferred {
  share: Fraction
  /** At the end of the fiscal year, or so many months after the end of the period. */
  release: 'year-end' | { afterMonths: number }
}

/** It lowers later pay, the statement is negative, or it is gone. */
export type Negative = 'carried' | 'deducted' | 'forgiven'

/** What a refund takes back of the pay for a deal that was signed in an earlier period. */
export interface Clawback {
  /** Work the period of the signing out anew; or take back at that period's rate, or at that of the refund's own. */
  rate: 're-rate' | 'original' | 'current'
  /** Whether it also lowers what attains: with `re-rate` in the period of the signing, else in the refund's own. */
  attainment: 'lowers' | 'keeps'
}

/** What becomes of money that comes after somebody has left. */
export interface Leaving {
  /** What customers pay after that day: all of it still counts, none, or what comes within so many days. */
  collections: 'pay' | 'forfeit' | { days: number }
  /** What is held back: paid in the period of the leaving, or lost. */
  deferred: 'release' | 'forfeit'
}

/** A plan that says nothing pays everything at once; a refund changes the period of the signing. */
export const PLAIN_TERMS: Terms = {
  draw: undefined,
  advance: undefined,
  deferred: undefined,
  negative: 'deducted',
  clawback: { rate: 're-rate', attainment: 'lowers' },
  leaving: { collections: 'pay', deferred: 'release' },
}
