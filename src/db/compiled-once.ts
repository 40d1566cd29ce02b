import type { Compilable, CompiledQuery, Kysely } from 'kysely'
import { ReadAdapter } from './sqlite-driver.ts'
import type { Tables } from './tables.ts'

/**
 * A query that is built and compiled once for each engine, and then run with other values: for what every command
 * asks, where building it would cost more than running it. `build` gets a stand-in for each value and may do nothing
 * with it but compare it. The rows are not the caller's to change.
 */
export function compiledOnce<Row, const Names extends string>(
  names: readonly Names[],
  build: (tables: Kysely<Tables>, stand: Record<Names, string>) => Compilable<Row>,
): (tables: Kysely<Tables>, values: Record<Names, string>) => Promise<readonly Row[]> {
  const compiled = new WeakMap<object, CompiledQuery<Row>>()
  const standIns = new Map<unknown, Names>(names.map((name) => [standIn(name), name]))
  const stand = Object.fromEntries(names.map((name) => [name, standIn(name)])) as Record<Names, string>

  return (tables, values) => {
    const engine = tables.getExecutor().adapter
    let query = compiled.get(engine)
    if (!query) {
      query = build(tables, stand).compile()
      compiled.set(engine, query)
    }
    const parameters = query.parameters.map((parameter) => {
      const name = standIns.get(parameter)
      return name === undefined ? parameter : values[name]
    })
    if (engine instanceof ReadAdapter) return Promise.resolve(engine.rows<Row>(query.sql, parameters))
    return tables.executeQuery<Row>({ ...query, parameters }).then(({ rows }) => rows)
  }
}

const standIn = (name: string) => `\0${name}`
