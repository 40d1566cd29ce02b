import type { Kysely } from 'kysely'
import { compiledOnce } from '../db/compiled-once.ts'
import type { Tables } from '../db/tables.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'

/** The latest of a person's deals in a span of dates, as it is now. A row or two by index. */
export async function latestDeal(
  scope: Scope,
  person: string,
  { from, to }: { from: LocalDate; to: LocalDate },
): Promise<{ number: number; customer: string; signedOn: LocalDate; creditMinor: number } | undefined> {
  const whose = { workspace: scope.workspace.id, person }
  let [row] = await latestCredit(rowsOf(scope), whose)
  if (row && row.signed_on > to) [row] = await latestCreditUntil(rowsOf(scope), { ...whose, to })
  if (row?.number == null || row.customer === null || row.signed_on < from) return undefined
  return {
    number: row.number,
    customer: row.customer,
    signedOn: row.signed_on,
    creditMinor: row.base_minor,
  }
}

/** Without a span, which SQLite plans anew every time: of the current period, the latest of all is the latest. */
const latestCredit = compiledOnce(['workspace', 'person'], (tables, { workspace, person }) =>
  latestCredits(tables, workspace, person),
)

const latestCreditUntil = compiledOnce(['workspace', 'person', 'to'], (tables, { workspace, person, to }) =>
  latestCredits(tables, workspace, person).where('credit.signed_on', '<=', to),
)

function latestCredits(tables: Kysely<Tables>, workspace: string, person: string) {
  return tables
    .selectFrom('credit')
    .select((eb) => {
      const deal = eb
        .selectFrom('deal')
        .whereRef('deal.workspace', '=', 'credit.workspace')
        .whereRef('deal.id', '=', 'credit.deal')
      return [
        'credit.signed_on',
        'credit.base_minor',
        deal.select('deal.number').as('number'),
        deal.select('deal.customer').as('customer'),
      ]
    })
    .where('credit.workspace', '=', workspace)
    .where('credit.person', '=', person)
    .orderBy('credit.signed_on', 'desc')
    .orderBy('credit.deal', 'desc')
    .limit(1)
}
