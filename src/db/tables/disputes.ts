export interface DisputeTables {
  dispute: {
    workspace: string
    id: string
    number: number
    person: string
    period: string
    deal: string | null
    state: 'open' | 'accepted' | 'rejected' | 'carried'
    slot: string | null
    opened_at: string
  }
  dispute_event: {
    workspace: string
    dispute: string
    sequence: number
    kind: 'opened' | 'note' | 'accepted' | 'rejected' | 'carried'
    said_by: string | null
    at: string
    note: string | null
  }
  manual_adjustment: {
    workspace: string
    id: string
    number: number
    person: string
    period: string
    amount_minor: number
    reason: string
    state: 'proposed' | 'approved' | 'declined'
    proposed_by: string
    proposed_at: string
    decided_by: string | null
    decided_at: string | null
  }
}
