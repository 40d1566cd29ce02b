export type GoalTables = Record<never, never>
