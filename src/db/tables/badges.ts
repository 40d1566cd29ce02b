export type BadgeTables = Record<never, never>
