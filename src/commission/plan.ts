import type { PeriodKind } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Coefficient } from './coefficient.ts'
import type { Fraction } from './fraction.ts'
import type { Overlay } from './overlay.ts'
import type { Override } from './override.ts'
import type { Pool } from './pool.ts'
import type { Terms } from './terms.ts'

/**
 * A commission plan: what counts, what pays, and the ladder between them. Amounts are minor units of the workspace's
 * currency. What each field means, and in which order they are worked out, is told in docs/plans.md; the steps stand in
 * pay.ts.
 */
export interface Plan {
  name: string
  period: PlanPeriod
  /** What decides the tier. */
  attain: Measure | Metric
  /** What the rate is paid on. */
  pay: Measure
  /** Which amount of a deal counts: its credit, what it leaves, or what it is without tax. */
  basis: Basis
  /** The target of everyone on the plan; undefined: each person's own goal. */
  targetMinor: bigint | undefined
  /** Below this nothing at all is paid. */
  gate: Mark | undefined
  rate: Fraction
  /** Rates of particular deals; the first that fits a deal counts, and `rate` where none does. */
  rates: readonly RateRule[]
  tiers: readonly Tier[]
  bonuses: readonly Bonus[]
  caps: Caps
  overlay: Overlay | undefined
  override: Override | undefined
  pool: Pool | undefined
  terms: Terms
  /** A newcomer's share of the target in each month since joining; whole after the last. */
  ramp: readonly Fraction[]
  /** Whether the target of who joins or leaves within the period is shared by calendar days. */
  proration: 'none' | 'calendar-days'
  /** How the stretches of a period are worked out in which the plan has changed: see stretches.ts. */
  stretches: 'separate' | 'blended'
  /** What the period's pay is multiplied by. */
  coefficient: Coefficient | undefined
}

export type Basis = 'amount' | 'margin' | 'ex-vat'

/** Attains by signing and pays on collection: what a period has earned is paid as the money comes in. */
export const paysLater = ({ attain, pay }: Plan): boolean => attain !== 'collected' && pay === 'collected'

/** Attains and pays by what comes in. */
export const onCollections = ({ attain, pay }: Plan): boolean => attain === 'collected' && pay === 'collected'

/** The span over which credit is added up against one target. */
export type PlanPeriod = Extract<PeriodKind, 'month' | 'quarter' | 'year'>

/**
 * Signed: credit in the period of its signing date. Collected: what has come in, in the period in which it came; on what
 * attains by signing, each collection pays at the rate of the period that its deal was signed in.
 */
export type Measure = 'signed' | 'collected'

/** What people report themselves: the check-in goal of that name. */
export interface Metric {
  metric: string
}

export const metricOf = ({ attain }: Pick<Plan, 'attain'>): string | undefined =>
  typeof attain === 'object' ? attain.metric : undefined

/** Whether a person's days decide how much of the target counts. */
export const lowersTarget = ({ ramp, proration }: Plan): boolean => ramp.length > 0 || proration !== 'none'

/** A rung of the ladder: once unlocked, it pays its rate on the slice of credit that it covers. */
export interface Tier {
  /** Reached at this much of what attains, or more. */
  unlock: Mark
  covers: { from: Mark; to?: Mark }
  /** How its rate comes from the plan's rate. */
  rate: TierRate
}

/** A height on the ladder: a share of the target, or an amount in minor units. */
export type Mark = { share: Fraction } | { amountMinor: bigint }

/** ×1.2 of the deal's rate, the deal's rate +2 points, or a rate of its own. */
export type TierRate = { multiply: Fraction } | { add: Fraction } | { set: Fraction }

export interface RateRule {
  when: Which
  rate: Fraction
}

/** Which deals are meant: those that fit everything that is named. Products and channels are compared without case. */
export interface Which {
  products?: readonly string[]
  channels?: readonly string[]
  customer?: 'new' | 'repeat'
  /** The first and the last signing date. */
  from?: LocalDate
  to?: LocalDate
  /** The least and the most that was given off the list price; a deal without a discount has none. */
  discount?: { from: Fraction; to: Fraction }
}

/** A fixed sum: for each deal of a kind (its shares divide it), or once for reaching a height. */
export type Bonus = { name: string; amountMinor: bigint } & ({ each: Which } | { reach: Mark })

export interface Caps {
  /** The most that a period pays, bonuses among it. */
  periodMinor?: bigint
  /** The most that one deal's credit earns by rate. */
  dealMinor?: bigint
}
