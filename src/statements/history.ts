import type { AssignedTo } from '../commission/store.ts'
import type { DealIdentity, Entry } from '../deals/deal.ts'
import type { DealCredit } from '../deals/store.ts'
import type { Period, Span } from '../kernel/period.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { RecordedEmployment, RecordedEnd } from '../people/store.ts'
import type { Team } from '../people/teams.ts'

/**
 * Everything that the pay of some people for one period is worked out from, as it was recorded, with the moments of the
 * recording: what counted at any earlier moment can be worked out from it again.
 */
export interface History {
  period: Period
  span: Span
  /** With all their entries; none where `credits` says what they come to. */
  deals: readonly RecordedDeal[]
  /** Whether nothing has been recorded since the earliest moment that is asked for: stored flags hold then. */
  settled: boolean
  /** Everybody's parts of the deals signed in the period, as they have stood since the earliest moment asked for. */
  credits?: ReadonlyMap<string, DealCredit[]>
  /** What people are to sign and to collect in the period. */
  targets: readonly RecordedTarget[]
}

/** Every plan and whom it was given to, who belonged to which team, and since when people are there. */
export interface PlanHistory {
  employments: readonly RecordedEmployment[]
  assignments: readonly RecordedAssignment[]
  versions: readonly RecordedVersion[]
  memberships: readonly RecordedMembership[]
  teams: readonly Team[]
}

export interface Recorded {
  recordedAt: Instant
  recordedBy: string | null
}

export interface RecordedDeal {
  identity: DealIdentity
  entries: readonly Entry[]
  /** As the deal stands now. */
  repeatCustomer: boolean
}

export interface RecordedTarget extends Recorded {
  person: string
  metric: 'signed' | 'collected'
  goal: number
  minor: number
}

export interface RecordedAssignment extends Recorded {
  id: string
  plan: string
  to: AssignedTo
  from: LocalDate
  until: LocalDate | null
}

export interface RecordedVersion extends Recorded {
  plan: string
  version: number
  name: string
  document: string
  effectiveFrom: LocalDate
}

export interface RecordedMembership extends Recorded {
  id: string
  team: string
  person: string
  part: 'member' | 'manager'
  from: LocalDate
  /** As it was said last. */
  until: LocalDate | null
  /** Everything that was said about its end, in order. */
  ends: readonly RecordedEnd[]
}

/** Who belonged to which team, until when, by what had been recorded at a moment. */
export function membershipsBy(memberships: readonly RecordedMembership[], at: Instant): RecordedMembership[] {
  return memberships
    .filter(recordedBy(at))
    .map((one) =>
      one.ends.length === 0 ? one : { ...one, until: one.ends.findLast(recordedBy(at))?.until ?? null },
    )
    .filter((one) => one.until === null || one.until > one.from)
}

export const recordedBy =
  (at: Instant) =>
  ({ recordedAt }: { recordedAt: Instant }): boolean =>
    recordedAt <= at
