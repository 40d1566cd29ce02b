import { type Expression, sql } from 'kysely'
import { compiledOnce } from '../db/compiled-once.ts'
import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Movements, PeriodSums } from './movements.ts'
import { noTotal, type Total } from './total.ts'

export async function totalOf(scope: Scope, person: string, period: Period): Promise<Total> {
  const [row] = await oneTotal(rowsOf(scope), { workspace: scope.workspace.id, person, period })
  return row ? asTotal(row) : noTotal(person, period)
}

const oneTotal = compiledOnce(['workspace', 'person', 'period'], (tables, { workspace, person, period }) =>
  tables
    .selectFrom('total')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('person', '=', person)
    .where('period', '=', period),
)

/** Six periods, the earliest first. */
export type SixPeriods = readonly [Period, Period, Period, Period, Period, Period]

/**
 * A person's sums of six periods, of those that there are any of, in one read. The same answer is the same object for as
 * long as nobody has committed anything, where the engine remembers its reads.
 */
export async function totalsOver(
  scope: Scope,
  person: string,
  [a, b, c, d, e, f]: SixPeriods,
): Promise<ReadonlyMap<Period, Total>> {
  const rows = await sixTotals(rowsOf(scope), { workspace: scope.workspace.id, person, a, b, c, d, e, f })
  const known = put.get(rows)
  if (known) return known
  const found = new Map(rows.map((row) => [row.period, asTotal(row)]))
  put.set(rows, found)
  return found
}

/** Answers by the rows that they were put together from: a remembered read gives the same rows once more. */
const put = new WeakMap<object, ReadonlyMap<Period, Total>>()

const sixTotals = compiledOnce(
  ['workspace', 'person', 'a', 'b', 'c', 'd', 'e', 'f'],
  (tables, { workspace, person, a, b, c, d, e, f }) =>
    tables
      .selectFrom('total')
      .selectAll()
      .where('workspace', '=', workspace)
      .where('person', '=', person)
      .where('period', 'in', [a, b, c, d, e, f]),
)

/** The sums of a period for everyone who has any, or for the people named; by person. */
export async function totalsOf(scope: Scope, period: Period, people?: readonly string[]): Promise<Total[]> {
  if (people?.length === 0) return []
  let query = rowsOf(scope)
    .selectFrom('total')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('period', '=', period)
  if (people) query = query.where('person', 'in', [...people])
  const rows = await query.execute()
  // SQLite would rather go through everybody's sums of all times than sort those of one period.
  return rows.sort((a, b) => (a.person < b.person ? -1 : 1)).map(asTotal)
}

/** The sums of several periods, for everyone who has any, or for the people named. */
export async function totalsIn(
  scope: Scope,
  periods: readonly Period[],
  people?: readonly string[],
): Promise<Total[]> {
  if (periods.length === 0 || people?.length === 0) return []
  let query = rowsOf(scope)
    .selectFrom('total')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('period', 'in', [...periods])
  if (people) query = query.where('person', 'in', [...people])
  return (await query.execute()).map(asTotal)
}

/** Sets or (null) takes away what a person is to sign in a period; attainment follows. */
export async function setTarget(
  scope: WriteScope,
  person: string,
  period: Period,
  targetMinor: number | null,
): Promise<void> {
  await rowsOf(scope)
    .insertInto('total')
    .values({
      workspace: scope.workspace.id,
      person,
      period,
      target_minor: targetMinor,
      attainment_ppm: targetMinor !== null && targetMinor > 0 ? 0 : null,
    })
    .onConflict((conflict) =>
      conflict.columns(['workspace', 'person', 'period']).doUpdateSet((row) => ({
        target_minor: row.ref('excluded.target_minor'),
        attainment_ppm: attainmentPpm(row.ref('total.signed_minor'), row.ref('excluded.target_minor')),
      })),
    )
    .execute()
}

const ROWS_AT_ONCE = 500

/** Adds movements to the sums. Gives the sums of every period that they touch, as they are now. */
export async function addToTotals(scope: WriteScope, movements: Movements): Promise<Total[]> {
  const found: Total[] = []
  const sums = movements.byPeriod(scope.workspace.fiscalStartMonth)
  for (let start = 0; start < sums.length; start += ROWS_AT_ONCE)
    found.push(...(await addSums(scope, sums.slice(start, start + ROWS_AT_ONCE))))
  return found
}

async function addSums(scope: WriteScope, sums: PeriodSums[]): Promise<Total[]> {
  const rows = await rowsOf(scope)
    .insertInto('total')
    .values(
      sums.map((one) => ({
        workspace: scope.workspace.id,
        person: one.person,
        period: one.period,
        signed_minor: one.signedMinor,
        confirmed_minor: one.confirmedMinor,
        collected_minor: one.collectedMinor,
        deals: one.deals,
        confirmed_deals: one.confirmedDeals,
        new_customers: one.newCustomers,
        target_minor: null,
        attainment_ppm: null,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['workspace', 'person', 'period']).doUpdateSet((row) => ({
        signed_minor: row('total.signed_minor', '+', row.ref('excluded.signed_minor')),
        confirmed_minor: row('total.confirmed_minor', '+', row.ref('excluded.confirmed_minor')),
        collected_minor: row('total.collected_minor', '+', row.ref('excluded.collected_minor')),
        deals: row('total.deals', '+', row.ref('excluded.deals')),
        confirmed_deals: row('total.confirmed_deals', '+', row.ref('excluded.confirmed_deals')),
        new_customers: row('total.new_customers', '+', row.ref('excluded.new_customers')),
        attainment_ppm: attainmentPpm(
          sql<number>`(${row.ref('total.signed_minor')} + ${row.ref('excluded.signed_minor')})`,
          row.ref('total.target_minor'),
        ),
      })),
    )
    .returningAll()
    .execute()
  return rows.map(asTotal)
}

/**
 * Signed × 1,000,000 ÷ target, floored, three digits at a time: the product itself would not fit into 64 bits. A target
 * of next to nothing gives a million times the target at most, which still is exact. Null without a target.
 */
function attainmentPpm(signed: Expression<number>, target: Expression<number | null>) {
  return sql<number | null>`case
    when ${target} <= 0 then null
    when ${signed} / ${target} >= 1000000 then 1000000000000
    else ${signed} / ${target} * 1000000
      + ${signed} % ${target} * 1000 / ${target} * 1000
      + ${signed} % ${target} * 1000 % ${target} * 1000 / ${target} end`
}

function asTotal(row: {
  person: string
  period: string
  signed_minor: number
  confirmed_minor: number
  collected_minor: number
  deals: number
  confirmed_deals: number
  new_customers: number
  target_minor: number | null
  attainment_ppm: number | null
}): Total {
  return {
    person: row.person,
    period: row.period,
    signedMinor: row.signed_minor,
    confirmedMinor: row.confirmed_minor,
    collectedMinor: row.collected_minor,
    deals: row.deals,
    confirmedDeals: row.confirmed_deals,
    newCustomers: row.new_customers,
    targetMinor: row.target_minor ?? undefined,
    attainmentPpm: row.attainment_ppm ?? undefined,
  }
}
