import type { EntryKind } from '../deals/deal.ts'
import type { Period } from '../kernel/period.ts'
import type { Instant } from '../kernel/time.ts'

/** What a later event has changed of an approved period's pay, in minor units. */
export interface Adjustment {
  /** The approved period. */
  period: Period
  minor: bigint
  cause: Cause
}

/** What happened: `other` is what is left where none of the known causes explains it. */
export interface Cause {
  kind: EntryKind | 'target' | 'plan' | 'team' | 'employment' | 'check-in' | 'other'
  /** The deals' numbers, the least first. */
  deals: readonly number[]
  by: string | null
  reason: string | null
  at: Instant
}
