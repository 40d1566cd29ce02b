export interface CommissionTables {
  plan_version: {
    workspace: string
    plan: string
    version: number
    name: string
    document: string
    effective_from: string
    status: 'active'
    recorded_at: string
    recorded_by: string | null
  }
  plan_assignment: {
    workspace: string
    id: string
    plan: string
    to_kind: 'everyone' | 'team' | 'person'
    to_id: string
    from_on: string
    until_on: string | null
    recorded_at: string
    recorded_by: string | null
  }
}
