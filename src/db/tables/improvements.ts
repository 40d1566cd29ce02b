export interface ImprovementTables {
  improvement_event: {
    workspace: string
    id: string
    improvement: string
    kind: 'opened' | 'reworded' | 'assigned' | 'postponed' | 'done' | 'dropped'
    person: string | null
    at: string
    was: string | null
    became: string | null
    reason: string | null
  }
}
