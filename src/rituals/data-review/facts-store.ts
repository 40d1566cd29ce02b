import { sql } from 'kysely'
import type { Minor } from '../../kernel/money.ts'
import type { Period, Span } from '../../kernel/period.ts'
import { rowsOf, type Scope } from '../../kernel/scope.ts'
import type { LocalDate } from '../../kernel/time.ts'

/** A deal of a team's people in a month, with the part of it that is theirs. */
export interface TeamDeal {
  deal: string
  minor: Minor
  customer: string
  customerKey: string
  product: string
  channel: string
  signedOn: LocalDate
  repeat: boolean
  currency: string
}

/** The deals of some people that were signed in a span: by their index, never further back than the span. */
export async function dealsOfPeople(
  scope: Scope,
  people: readonly string[],
  { from, to }: Span,
): Promise<TeamDeal[]> {
  if (people.length === 0) return []
  const rows = await rowsOf(scope)
    .selectFrom('credit')
    .innerJoin('deal', (join) =>
      join.onRef('deal.workspace', '=', 'credit.workspace').onRef('deal.id', '=', 'credit.deal'),
    )
    .select(['deal.id', 'deal.customer', 'deal.customer_key', 'deal.product', 'deal.channel'])
    .select(['deal.signed_on', 'deal.repeat_customer', 'deal.currency', 'credit.base_minor'])
    .where('credit.workspace', '=', scope.workspace.id)
    .where('credit.person', 'in', [...people])
    .where('credit.signed_on', '>=', from)
    .where('credit.signed_on', '<=', to)
    .where('deal.voided', '=', 0)
    .orderBy('deal.signed_on')
    .orderBy('deal.number')
    .execute()
  const found = new Map<string, TeamDeal>()
  for (const row of rows) {
    const known = found.get(row.id)
    if (known) known.minor += row.base_minor
    else
      found.set(row.id, {
        deal: row.id,
        minor: row.base_minor,
        customer: row.customer,
        customerKey: row.customer_key,
        product: row.product ?? '',
        channel: row.channel ?? '',
        signedOn: row.signed_on,
        repeat: row.repeat_customer === 1,
        currency: row.currency,
      })
  }
  return [...found.values()]
}

/** What the same people signed in earlier months, summed up by the database: by month, product and channel. */
export async function sumsOfPeople(
  scope: Scope,
  people: readonly string[],
  { from, to }: Span,
): Promise<{ month: Period; product: string; channel: string; minor: Minor; deals: number }[]> {
  if (people.length === 0) return []
  const month = sql<string>`substr(credit.signed_on, 1, 7)`
  const rows = await rowsOf(scope)
    .selectFrom('credit')
    .innerJoin('deal', (join) =>
      join.onRef('deal.workspace', '=', 'credit.workspace').onRef('deal.id', '=', 'credit.deal'),
    )
    .select((row) => [
      month.as('month'),
      'deal.product',
      'deal.channel',
      row.fn.sum<number>('credit.base_minor').as('minor'),
      row.fn.count<number>('credit.deal').distinct().as('deals'),
    ])
    .where('credit.workspace', '=', scope.workspace.id)
    .where('credit.person', 'in', [...people])
    .where('credit.signed_on', '>=', from)
    .where('credit.signed_on', '<=', to)
    .where('deal.voided', '=', 0)
    .groupBy([month, 'deal.product', 'deal.channel'])
    .execute()
  return rows.map((row) => ({
    month: row.month,
    product: row.product ?? '',
    channel: row.channel ?? '',
    minor: Number(row.minor),
    deals: Number(row.deals),
  }))
}

/** Which of these people's money was given back in a span. */
export async function refundedPeople(
  scope: Scope,
  people: readonly string[],
  { from, to }: Span,
): Promise<string[]> {
  if (people.length === 0) return []
  const rows = await rowsOf(scope)
    .selectFrom('money_moved')
    .innerJoin('entry', (join) =>
      join
        .onRef('entry.workspace', '=', 'money_moved.workspace')
        .onRef('entry.deal', '=', 'money_moved.deal')
        .onRef('entry.sequence', '=', 'money_moved.sequence'),
    )
    .select('money_moved.person')
    .distinct()
    .where('money_moved.workspace', '=', scope.workspace.id)
    .where('money_moved.person', 'in', [...people])
    .where('money_moved.moved_on', '>=', from)
    .where('money_moved.moved_on', '<=', to)
    .where('entry.kind', '=', 'refunded')
    .orderBy('money_moved.person')
    .execute()
  return rows.map((row) => row.person)
}

/** Who belonged to a team itself as a member on a day, also those who have left since. */
export async function membersOn(scope: Scope, team: string, on: LocalDate): Promise<string[]> {
  const rows = await rowsOf(scope)
    .selectFrom('membership')
    .select('person')
    .distinct()
    .where('workspace', '=', scope.workspace.id)
    .where('team', '=', team)
    .where('part', '=', 'member')
    .where('from_on', '<=', on)
    .where((or) => or.or([or('until_on', 'is', null), or('until_on', '>', on)]))
    .orderBy('person')
    .execute()
  return rows.map((row) => row.person)
}
