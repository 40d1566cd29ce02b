export type RitualTables = Record<never, never>
