import type BetterSqlite3 from 'better-sqlite3'
import type { QueryResult } from 'kysely'
import { exactInteger } from './exact.ts'

const CACHED_STATEMENTS = 1000 // beyond it the oldest is prepared anew when it comes back

/** Prepared statements by their SQL text. */
export class Statements {
  readonly #sqlite: BetterSqlite3.Database
  readonly #prepared = new Map<string, PreparedStatement>()

  constructor(sqlite: BetterSqlite3.Database) {
    this.#sqlite = sqlite
  }

  get(sql: string): PreparedStatement {
    const known = this.#prepared.get(sql)
    if (known) return known
    const statement = new PreparedStatement(this.#sqlite.prepare(sql))
    this.#prepared.set(sql, statement)
    if (this.#prepared.size > CACHED_STATEMENTS) {
      for (const oldest of this.#prepared.keys()) {
        this.#prepared.delete(oldest)
        break
      }
    }
    return statement
  }
}

class PreparedStatement {
  readonly #statement: BetterSqlite3.Statement
  readonly #integerColumns: readonly string[]

  constructor(statement: BetterSqlite3.Statement) {
    this.#statement = statement
    this.#integerColumns = statement.reader
      ? statement.columns().flatMap(({ name, type }) => (type === 'TEXT' ? [] : [name]))
      : []
  }

  execute<Row>(parameters: readonly unknown[]): QueryResult<Row> {
    if (!this.#statement.reader) {
      return { rows: [], numAffectedRows: BigInt(this.#statement.run(...parameters).changes) }
    }
    const rows = this.#statement.all(...parameters) as Row[]
    for (const row of rows) this.#assertExact(row as Record<string, unknown>)
    return { rows }
  }

  /** An integer beyond 2^53 arrives rounded, but never rounded to a safe one: so nothing inexact gets past. */
  #assertExact(row: Record<string, unknown>) {
    for (const column of this.#integerColumns) {
      const value = row[column]
      if (typeof value === 'number' && (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER)) {
        exactInteger(BigInt(value))
      }
    }
  }
}
