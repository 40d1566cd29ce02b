import type { Kysely } from 'kysely'
import type { Tables } from '../../src/db/tables.ts'
import type { WriteScope } from '../../src/kernel/scope.ts'
import type { Facts } from './company.ts'

/** How one store export is called in our company. */
export type Case =
  | { scoped: (scope: WriteScope, facts: Facts) => unknown }
  /** It takes the tables themselves, because there is no scope yet where it is needed. */
  | { tables: (tables: Kysely<Tables>, facts: Facts) => unknown }
  /** It serves every workspace at once, for the reason given; it changes nothing of another one. */
  | { everyone: (tables: Kysely<Tables>, facts: Facts) => unknown; because: string }
  /** It touches no rows. */
  | { pure: true }

/** The cases of one file, by the name of the export. */
export type Cases = Record<string, Case>

export const scoped = (call: (scope: WriteScope, facts: Facts) => unknown): Case => ({ scoped: call })
export const onTables = (call: (tables: Kysely<Tables>, facts: Facts) => unknown): Case => ({ tables: call })
export const pure: Case = { pure: true }
