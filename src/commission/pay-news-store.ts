import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'

/** One thing that has happened, or one more period whose pay it has changed. Amounts are minor units. */
export interface NewsRow {
  id: string
  person: string
  /** The rows of one message have this in common. */
  message: string
  /** In the person's language; empty in further rows about the same. */
  happened: string
  deal: string | undefined
  changed: ChangedPay | undefined
}

export interface ChangedPay {
  period: Period
  part: 'signed' | 'confirmed'
  /** Undefined: nothing had been calculated. */
  beforeMinor: bigint | undefined
  afterMinor: bigint
  /** Attainment in millionths. */
  beforePpm: number | undefined
  afterPpm: number | undefined
  /** What of it is a line that was crossed, in words. */
  crossed: string | undefined
}

export async function addNews(scope: WriteScope, { changed, ...row }: NewsRow): Promise<void> {
  await rowsOf(scope)
    .insertInto('pay_news')
    .values({
      workspace: scope.workspace.id,
      ...row,
      recorded_at: scope.now,
      deal: row.deal ?? null,
      period: changed?.period ?? null,
      part: changed?.part ?? null,
      before_minor: changed?.beforeMinor === undefined ? null : Number(changed.beforeMinor),
      after_minor: changed ? Number(changed.afterMinor) : null,
      before_ppm: changed?.beforePpm ?? null,
      after_ppm: changed?.afterPpm ?? null,
      crossed: changed?.crossed ?? null,
    })
    .execute()
}

/** The message that a person was, or is about to be, told last. */
export async function lastMessageTo(scope: Scope, person: string): Promise<string | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('pay_news')
    .select('message')
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.message
}

/** Everything that a message tells, in the order in which it happened. */
export async function newsIn(scope: Scope, message: string): Promise<NewsRow[]> {
  const rows = await rowsOf(scope)
    .selectFrom('pay_news')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('message', '=', message)
    .orderBy('id')
    .execute()
  return rows.map(asNews)
}

/** Whether a period's statements are approved: what changes later goes into another one. */
export async function isApproved(scope: Scope, period: Period): Promise<boolean> {
  const row = await rowsOf(scope)
    .selectFrom('pay_period')
    .select('state')
    .where('workspace', '=', scope.workspace.id)
    .where('period', '=', period)
    .executeTakeFirst()
  return row !== undefined && row.state !== 'frozen'
}

function asNews(row: Selectable<Tables['pay_news']>): NewsRow {
  const { id, person, message, happened, period, part, after_minor } = row
  return {
    id,
    person,
    message,
    happened,
    deal: row.deal ?? undefined,
    changed:
      period === null || part === null || after_minor === null
        ? undefined
        : {
            period,
            part,
            beforeMinor: row.before_minor === null ? undefined : BigInt(row.before_minor),
            afterMinor: BigInt(after_minor),
            beforePpm: row.before_ppm ?? undefined,
            afterPpm: row.after_ppm ?? undefined,
            crossed: row.crossed ?? undefined,
          },
  }
}
