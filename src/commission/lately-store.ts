import { compiledOnce } from '../db/compiled-once.ts'
import type { SixPeriods } from '../deals/store.ts'
import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'

/** Whether the workspace has closed any period yet. */
export async function anyClosed(scope: Scope): Promise<boolean> {
  return (await firstClosed(rowsOf(scope), { workspace: scope.workspace.id })).length > 0
}

const firstClosed = compiledOnce(['workspace'], (tables, { workspace }) =>
  tables.selectFrom('pay_period').select('period').where('workspace', '=', workspace).limit(1),
)

/**
 * What those of a person's six periods that are closed were closed with, in minor units. The same answer is the same
 * object for as long as nobody has committed anything, where the engine remembers its reads.
 */
export async function statedOver(
  scope: Scope,
  person: string,
  [a, b, c, d, e, f]: SixPeriods,
): Promise<ReadonlyMap<Period, number>> {
  if (!(await anyClosed(scope))) return NOTHING_STATED
  const rows = await sixStatements(rowsOf(scope), { workspace: scope.workspace.id, person, a, b, c, d, e, f })
  const known = put.get(rows)
  if (known) return known
  const found = new Map(rows.map((row) => [row.period, row.total_minor]))
  put.set(rows, found)
  return found
}

const NOTHING_STATED: ReadonlyMap<Period, number> = new Map()

/** Answers by the rows that they were put together from: a remembered read gives the same rows once more. */
const put = new WeakMap<object, ReadonlyMap<Period, number>>()

/** In the revisions that hold now. */
const sixStatements = compiledOnce(
  ['workspace', 'person', 'a', 'b', 'c', 'd', 'e', 'f'],
  (tables, { workspace, person, a, b, c, d, e, f }) =>
    tables
      .selectFrom('statement')
      .innerJoin('pay_period', (join) =>
        join
          .onRef('pay_period.workspace', '=', 'statement.workspace')
          .onRef('pay_period.period', '=', 'statement.period')
          .onRef('pay_period.revision', '=', 'statement.revision'),
      )
      .select(['statement.period', 'statement.total_minor'])
      .where('statement.workspace', '=', workspace)
      .where('statement.person', '=', person)
      .where('statement.period', 'in', [a, b, c, d, e, f]),
)

/** A person's statement of a closed period, in the revision that holds now. */
export async function statedFor(
  scope: Scope,
  person: string,
  period: Period,
): Promise<{ revision: number; totalMinor: number; planVersion: number | undefined } | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('statement')
    .innerJoin('pay_period', (join) =>
      join
        .onRef('pay_period.workspace', '=', 'statement.workspace')
        .onRef('pay_period.period', '=', 'statement.period')
        .onRef('pay_period.revision', '=', 'statement.revision'),
    )
    .select(['statement.revision', 'statement.total_minor', 'statement.document'])
    .where('statement.workspace', '=', scope.workspace.id)
    .where('statement.person', '=', person)
    .where('statement.period', '=', period)
    .executeTakeFirst()
  if (!row) return undefined
  const document: { plan?: { version: number } } = JSON.parse(row.document)
  return { revision: row.revision, totalMinor: row.total_minor, planVersion: document.plan?.version }
}
