import type BetterSqlite3 from 'better-sqlite3'
import type { QueryResult } from 'kysely'

/** Longer answers are asked for once: an export's page, a rebuild. */
const MOST_ROWS = 5000
/** Beyond so many rows and answers everything is forgotten: some ten megabytes. */
const MOST_KEPT = 40_000

let commitsHere = 0

/** This process has committed something: whatever is read from now on sees it. */
export function noteCommit(): void {
  commitsHere += 1
}

/**
 * What a read connection has answered since anybody last committed anything: the same question between two commits
 * has the same answer. SQLite's `data_version` changes with every commit of another connection, of this process or of
 * another one; asking for it takes a few microseconds, so it is asked for once in a turn of the event loop, and again
 * after a commit of this process.
 */
export class RememberedReads {
  readonly #version: BetterSqlite3.Statement
  readonly #answers = new Map<string, Map<string, readonly object[]>>()
  #seen: unknown
  #count = 0
  /** How many commits of this process had been made when it was last looked, unless that is a while ago. */
  #lookedAfter: number | undefined

  constructor(sqlite: BetterSqlite3.Database) {
    this.#version = sqlite.prepare('PRAGMA data_version').pluck()
  }

  /** The remembered answer, or the one that `read` gives now. What is remembered is frozen: the next one gets the same. */
  answer<Row>(sql: string, parameters: readonly unknown[], read: () => QueryResult<Row>): readonly Row[] {
    this.#catchUp()
    const asked = this.#answers.get(sql) ?? new Map<string, readonly object[]>()
    this.#answers.set(sql, asked)
    const key = JSON.stringify(parameters)
    const known = asked.get(key)
    if (known) return known as readonly Row[]
    const { rows } = read()
    if (rows.length > MOST_ROWS) return rows
    for (const row of rows) Object.freeze(row)
    asked.set(key, Object.freeze(rows as object[]))
    this.#count += 1 + rows.length
    return rows
  }

  /** What is read without a pause in between, such as one command's questions, is read as of one version. */
  #catchUp(): void {
    if (this.#lookedAfter === commitsHere) return
    const version = this.#version.get()
    if (version !== this.#seen || this.#count > MOST_KEPT) this.#forget(version)
    this.#lookedAfter = commitsHere
    setImmediate(() => {
      this.#lookedAfter = undefined
    })
  }

  #forget(version: unknown): void {
    this.#answers.clear()
    this.#count = 0
    this.#seen = version
  }
}
