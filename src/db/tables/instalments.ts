export interface InstalmentTables {
  open_instalment: {
    workspace: string
    deal: string
    due_on: string
    owner: string
    open_minor: number
    ask_at: string
  }
}
