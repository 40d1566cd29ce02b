export interface EmploymentTables {
  employment: {
    workspace: string
    person: string
    sequence: number
    joined_on: string | null
    left_on: string | null
    recorded_at: string
    recorded_by: string | null
  }
}
