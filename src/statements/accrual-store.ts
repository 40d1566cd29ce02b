import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'

/** A person's part of a deal of which not everything has been collected, in the workspace's currency. */
export interface Uncollected {
  number: number
  customer: string
  signedOn: LocalDate
  person: string
  signedMinor: number
  collectedMinor: number
}

/** What is signed and confirmed but not collected, the earliest signed first. */
export async function uncollected(scope: Scope): Promise<Uncollected[]> {
  const rows = await rowsOf(scope)
    .selectFrom('credit')
    .innerJoin('deal', (join) =>
      join.onRef('deal.workspace', '=', 'credit.workspace').onRef('deal.id', '=', 'credit.deal'),
    )
    .select([
      'deal.number',
      'deal.customer',
      'credit.signed_on',
      'credit.person',
      'credit.base_minor',
      'credit.base_collected_minor',
    ])
    .where('credit.workspace', '=', scope.workspace.id)
    .where('credit.confirmed', '=', 1)
    .whereRef('credit.base_minor', '>', 'credit.base_collected_minor')
    .orderBy('credit.signed_on')
    .orderBy('deal.number')
    .orderBy('credit.person')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    customer: row.customer,
    signedOn: row.signed_on,
    person: row.person,
    signedMinor: row.base_minor,
    collectedMinor: row.base_collected_minor,
  }))
}
