export interface RegistrationTables {
  registration: {
    workspace: string
    customer_key: string
    customer: string
    holder: string
    note: string | null
    from_on: string
    until_on: string
    remind_at: string | null
    splits: string
  }
  registration_case: {
    workspace: string
    id: string
    customer_key: string
    customer: string
    holder: string
    claimant: string
    deals: string
    opened_at: string
    verdict: 'keep' | 'give' | 'share' | null
    reason: string | null
    ruled_by: string | null
    ruled_at: string | null
  }
}
