export interface StatementTables {
  pay_period: {
    workspace: string
    period: string
    state: 'frozen' | 'approved' | 'paid'
    revision: number
    frozen_at: string
    frozen_by: string | null
    approved_at: string | null
    approved_by: string | null
    paid_at: string | null
    paid_by: string | null
  }
  statement: {
    workspace: string
    period: string
    person: string
    revision: number
    earned_minor: number
    adjusted_minor: number
    manual_minor: number
    total_minor: number
    currency: string
    document: string
    hash: string
    as_of: string
    reason: string | null
    answer: 'right' | 'off' | null
    answered_at: string | null
    approved_by: string | null
    approved_at: string | null
  }
  statement_deal: {
    workspace: string
    person: string
    period: string
    deal: string
  }
}
