import { kindOf, type Period, periodOf } from '../kernel/period.ts'
import { rowsOf, type WriteScope } from '../kernel/scope.ts'

/**
 * Adds everybody's months up to quarters and years anew, after the fiscal year has got another start: the months' own
 * sums say everything, no deal is read. Nobody may have a target for a quarter or a year.
 */
export async function regroupTotals(scope: WriteScope, fiscalStartMonth: number): Promise<void> {
  const rows = await rowsOf(scope)
    .selectFrom('total')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .execute()
  const longer = rows.filter((row) => ['quarter', 'year'].includes(kindOf(row.period)))
  for (const { person, period } of longer)
    await rowsOf(scope)
      .deleteFrom('total')
      .where('workspace', '=', scope.workspace.id)
      .where('person', '=', person)
      .where('period', '=', period)
      .execute()
  const sums = new Map<string, (typeof rows)[number]>()
  for (const row of rows.filter((one) => kindOf(one.period) === 'month'))
    for (const kind of ['quarter', 'year'] as const)
      addTo(sums, row, periodOf(`${row.period}-01`, kind, fiscalStartMonth))
  for (const sum of sums.values()) await rowsOf(scope).insertInto('total').values(sum).execute()
}

function addTo<
  Row extends {
    person: string
    period: Period
    signed_minor: number
    confirmed_minor: number
    collected_minor: number
    deals: number
    confirmed_deals: number
    new_customers: number
  },
>(sums: Map<string, Row>, row: Row, period: Period): void {
  const key = JSON.stringify([row.person, period])
  const known = sums.get(key)
  const sum = (pick: (one: Row) => number) => pick(row) + (known ? pick(known) : 0)
  sums.set(key, {
    ...row,
    period,
    signed_minor: sum((one) => one.signed_minor),
    confirmed_minor: sum((one) => one.confirmed_minor),
    collected_minor: sum((one) => one.collected_minor),
    deals: sum((one) => one.deals),
    confirmed_deals: sum((one) => one.confirmed_deals),
    new_customers: sum((one) => one.new_customers),
    target_minor: null,
    attainment_ppm: null,
  })
}
