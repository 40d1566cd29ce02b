export type CommissionTables = Record<never, never>
