import type { Expression, ExpressionBuilder, SqlBool } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Span } from '../kernel/period.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { Deal } from './deal.ts'
import { asDeal } from './deal-store.ts'

export interface DealFilter {
  /** Only deals in which one of these people has a share. */
  people?: readonly string[]
  /** Only those that wait for confirmation, or only those that do not. */
  confirmed?: boolean
  limit?: number
  offset?: number
}

/** The deals signed in a span that have not been voided; the latest first. */
export async function dealsBetween(scope: Scope, span: Span, filter: DealFilter = {}): Promise<Deal[]> {
  if (filter.people?.length === 0) return []
  let query = rowsOf(scope)
    .selectFrom('deal')
    .selectAll()
    .where((deal) => within(deal, scope, span, filter))
    .orderBy('signed_on', 'desc')
    .orderBy('number', 'desc')
  if (filter.limit !== undefined) query = query.limit(filter.limit)
  if (filter.offset !== undefined) query = query.offset(filter.offset)
  return (await query.execute()).map(asDeal)
}

/** How many deals `dealsBetween` would give without a limit. */
export async function countDealsBetween(scope: Scope, span: Span, filter: DealFilter = {}): Promise<number> {
  if (filter.people?.length === 0) return 0
  const { count } = await rowsOf(scope)
    .selectFrom('deal')
    .select((deal) => deal.fn.countAll<number>().as('count'))
    .where((deal) => within(deal, scope, span, filter))
    .executeTakeFirstOrThrow()
  return Number(count)
}

function within(
  deal: ExpressionBuilder<Tables, 'deal'>,
  scope: Scope,
  span: Span,
  { people, confirmed }: DealFilter,
): Expression<SqlBool> {
  const conditions = [
    deal('workspace', '=', scope.workspace.id),
    deal('signed_on', '>=', span.from),
    deal('signed_on', '<=', span.to),
    deal('voided', '=', 0),
  ]
  if (confirmed !== undefined) conditions.push(deal('confirmed', '=', confirmed ? 1 : 0))
  if (people) {
    const shared = deal
      .selectFrom('credit')
      .select('credit.deal')
      .where('credit.workspace', '=', scope.workspace.id)
      .where('credit.person', 'in', [...people])
      .where('credit.signed_on', '>=', span.from)
      .where('credit.signed_on', '<=', span.to)
    conditions.push(deal('id', 'in', shared))
  }
  return deal.and(conditions)
}
