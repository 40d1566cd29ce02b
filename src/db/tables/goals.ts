import type { Generated } from 'kysely'

/** What of a goal, beside its value, can change. */
export type GoalPart =
  | 'weight'
  | 'parent'
  | 'owner'
  | 'lead'
  | 'contributors'
  | 'phases'
  | 'locked'
  | 'unlocked'
  | 'dropped'

export interface GoalTables {
  goal: {
    workspace: string
    id: string
    number: number
    level: 'company' | 'team' | 'person'
    owner: string
    metric:
      | 'signed'
      | 'collected'
      | 'deals'
      | 'new-customers'
      | 'average-deal'
      | 'attainment'
      | 'checkin'
      | 'objective'
    name: string
    unit: string
    period: string
    parent: string | null
    value: number
    created_at: string
    created_by: string | null
    weight: number | null
    weight_kind: 'bps' | 'parts' | null
    lead: string | null
    phases: string | null
    locked_at: string | null
    locked_by: string | null
    dropped: Generated<string>
  }
  goal_contributor: {
    workspace: string
    goal: string
    person: string
    added_at: string
  }
  goal_change: {
    workspace: string
    goal: string
    id: string
    part: GoalPart
    before_change: string
    after_change: string
    recorded_at: string
    recorded_by: string | null
    reason: string | null
    origin: string
  }
  goal_revision: {
    workspace: string
    goal: string
    sequence: number
    value: number
    effective_on: string
    recorded_at: string
    recorded_by: string | null
    reason: string | null
    origin: string
  }
  goal_checkin: {
    workspace: string
    goal: string
    id: string
    value: number
    note: string | null
    confidence: string | null
    recorded_at: string
    recorded_by: string | null
  }
  goal_checkin_claim: {
    workspace: string
    id: string
    goal: string
    value: number
    note: string | null
    confidence: string | null
    entered_at: string
    entered_by: string
    state: 'open' | 'confirmed' | 'declined' | 'replaced'
    decided_at: string | null
    decided_by: string | null
  }
  goal_basis: {
    workspace: string
    goal: string
    value: number
    basis: string
  }
  goal_asked: {
    workspace: string
    goal: string
    since: string
    asked_at: string
  }
  goal_proposal: {
    workspace: string
    id: string
    goal: string
    before_value: number
    value: number
    reason: string
    status: 'open' | 'approved' | 'declined'
    proposed_by: string | null
    proposed_at: string
    manager_by: string | null
    admin_by: string | null
    declined_by: string | null
    decided_at: string | null
    thread: string | null
    phases: Generated<string | null>
  }
}
