export type PlaygroundTables = Record<never, never>
