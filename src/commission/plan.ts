import type { PeriodKind } from '../kernel/period.ts'
import type { Fraction } from './fraction.ts'

/**
 * A commission plan: what counts, what pays, and the ladder between them. Later parts of a plan (caps, pool, draws)
 * stand beside `tiers` as fields of their own; what pays is worked out in steps, one for each of them (pay.ts).
 */
export interface Plan {
  name: string
  period: PlanPeriod
  /** What decides the tier. */
  attain: Measure
  /** What the rate is paid on. */
  pay: Measure
  rate: Fraction
  tiers: readonly Tier[]
}

/** The span over which credit is added up against one target. */
export type PlanPeriod = Extract<PeriodKind, 'month' | 'quarter' | 'year'>

/** Signed credit in the period of its signing date. */
type Measure = 'signed'

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

/** ×1.2 of the plan's rate, the plan's rate +2 points, or a rate of its own. */
export type TierRate = { multiply: Fraction } | { add: Fraction } | { set: Fraction }
