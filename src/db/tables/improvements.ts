export interface ImprovementTables {
  improvement_event: {
    workspace: string
    id: string
    item: string
    kind: 'opened' | 'reworded' | 'assigned' | 'postponed' | 'done' | 'dropped'
    person: string | null
    at: string
    was: string | null
    became: string | null
    reason: string | null
  }
}
