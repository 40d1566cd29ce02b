import { compiledOnce } from '../db/compiled-once.ts'
import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'

/** Six periods, the earliest first. */
export type SixPeriods = readonly [Period, Period, Period, Period, Period, Period]

/** What a person's periods were closed with, or else what they signed against which target; in minor units. */
export interface Lately {
  period: Period
  statedMinor?: number
  signedMinor?: number
  targetMinor?: number
}

/**
 * A person's six periods as far as anything is known of them, in two queries by key. The same answer is the same object
 * for as long as nobody has committed anything, where the engine remembers its reads.
 */
export async function latelyOf(
  scope: Scope,
  person: string,
  six: SixPeriods,
): Promise<ReadonlyMap<Period, Lately>> {
  const [a, b, c, d, e, f] = six
  const values = { workspace: scope.workspace.id, person, a, b, c, d, e, f }
  const [totals, statements] = [
    await sixTotals(rowsOf(scope), values),
    await sixStatements(rowsOf(scope), values),
  ]
  const kept = put.get(totals)
  if (kept?.statements === statements) return kept.found
  const found = new Map<Period, Lately>()
  for (const { period, signed_minor, target_minor } of totals)
    found.set(period, {
      period,
      signedMinor: signed_minor,
      ...(target_minor === null ? {} : { targetMinor: target_minor }),
    })
  for (const { period, total_minor } of statements)
    found.set(period, { ...found.get(period), period, statedMinor: total_minor })
  put.set(totals, { statements, found })
  return found
}

/** Answers by the rows that they were put together from: a remembered read gives the same rows once more. */
const put = new WeakMap<object, { statements: object; found: ReadonlyMap<Period, Lately> }>()

const NAMES = ['workspace', 'person', 'a', 'b', 'c', 'd', 'e', 'f'] as const

const sixTotals = compiledOnce(NAMES, (tables, { workspace, person, a, b, c, d, e, f }) =>
  tables
    .selectFrom('total')
    .select(['period', 'signed_minor', 'target_minor'])
    .where('workspace', '=', workspace)
    .where('person', '=', person)
    .where('period', 'in', [a, b, c, d, e, f]),
)

/** In the revisions that hold now. */
const sixStatements = compiledOnce(NAMES, (tables, { workspace, person, a, b, c, d, e, f }) =>
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
