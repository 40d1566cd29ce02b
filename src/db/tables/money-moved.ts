export interface MoneyMovedTables {
  money_moved: {
    workspace: string
    person: string
    moved_on: string
    deal: string
    sequence: number
  }
}
