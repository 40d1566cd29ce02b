import type { Flag } from '../tables.ts'

export interface ConfirmCardTables {
  confirm_card: {
    workspace: string
    manager: string
    on_date: string
    deals: string
    shown: string
    open: Flag
    posted_at: string
  }
}
