import { PostgresQueryCompiler, SqliteQueryCompiler } from 'kysely'

/**
 * Integers are exact on their way in and out. Drivers are not: better-sqlite3 silently loses the digits
 * of an integer beyond 2^53, and stores a fraction in an integer column.
 */
export class ExactSqliteCompiler extends SqliteQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(exactParameter(parameter))
  }
}

export class ExactPostgresCompiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(exactParameter(parameter))
  }
}

/** An integer beyond 2^53, which no number keeps exactly: money adds up to it only where somebody typed too many zeros. */
export class TooLarge extends RangeError {}

/** A parameter that both engines store and return unchanged; throws a RangeError or a TypeError otherwise. */
function exactParameter(parameter: unknown): unknown {
  if (typeof parameter === 'string' || parameter === null) return parameter
  if (typeof parameter === 'number') {
    if (Number.isSafeInteger(parameter)) return parameter
    const message = `${parameter} is not an integer that can be stored exactly.`
    throw Number.isInteger(parameter) ? new TooLarge(message) : new RangeError(message)
  }
  if (typeof parameter === 'bigint') return exactInteger(parameter)
  if (parameter instanceof Uint8Array) return parameter
  throw new TypeError(`A ${typeof parameter} cannot be stored: texts, integers, null and bytes can.`)
}

/** An integer from the database as a number; throws TooLarge where a number would lose digits. */
export function exactInteger(value: string | bigint): number {
  const number = Number(value)
  if (number <= Number.MAX_SAFE_INTEGER && number >= Number.MIN_SAFE_INTEGER) return number
  throw new TooLarge(`${value} is too large an integer to be exact.`)
}
