import { newId } from '../kernel/id.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'

/** What one unit of a foreign currency is worth in the workspace's own, from a day on. */
export interface ExchangeRate {
  currency: string
  from: LocalDate
  /** A decimal. */
  rate: string
  /** Who says so. */
  source: string
}

export async function addRate(scope: WriteScope, rate: ExchangeRate): Promise<void> {
  await rowsOf(scope)
    .insertInto('exchange_rate')
    .values({
      workspace: scope.workspace.id,
      id: newId(scope.now),
      currency: rate.currency,
      from_on: rate.from,
      rate: rate.rate,
      source: rate.source,
      recorded_at: scope.now,
      recorded_by: scope.person?.id ?? null,
    })
    .execute()
  await scope.record('rate.set', `currency:${rate.currency}`, undefined, rate)
}

/** The rate that holds on a day: the one with the latest start until then, and of those the one recorded last. */
export async function rateOn(
  scope: Scope,
  currency: string,
  on: LocalDate,
): Promise<ExchangeRate | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('exchange_rate')
    .select(['currency', 'from_on', 'rate', 'source'])
    .where('workspace', '=', scope.workspace.id)
    .where('currency', '=', currency)
    .where('from_on', '<=', on)
    .orderBy('from_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { currency: row.currency, from: row.from_on, rate: row.rate, source: row.source }
}

/** Every stored rate, by currency, the latest first. */
export async function allRates(scope: Scope): Promise<ExchangeRate[]> {
  const rows = await rowsOf(scope)
    .selectFrom('exchange_rate')
    .select(['currency', 'from_on', 'rate', 'source'])
    .where('workspace', '=', scope.workspace.id)
    .orderBy('currency')
    .orderBy('from_on', 'desc')
    .orderBy('recorded_at', 'desc')
    .execute()
  return rows.map((row) => ({
    currency: row.currency,
    from: row.from_on,
    rate: row.rate,
    source: row.source,
  }))
}
