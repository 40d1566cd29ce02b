import type { Period } from '../../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../../kernel/scope.ts'
import type { LocalDate } from '../../kernel/time.ts'

/** A line that waits to be written. */
export interface WaitingLine {
  person: string
  date: LocalDate
  ritual: string
  changesOnly: boolean
  lateMinutes: number
}

/** The share of a pool that a person knows of. */
export interface KnownShare {
  period: Period
  poolMinor: number
  poolBps: number
}

const ROWS_AT_ONCE = 500

/** Plans the lines of a day; who has one of that day already, from another of their teams, keeps it. */
export async function planLines(scope: WriteScope, lines: readonly WaitingLine[]): Promise<void> {
  for (let at = 0; at < lines.length; at += ROWS_AT_ONCE) {
    const rows = lines.slice(at, at + ROWS_AT_ONCE).map((line) => ({
      workspace: scope.workspace.id,
      person: line.person,
      on_date: line.date,
      ritual: line.ritual,
      status: 'waiting' as const,
      changes_only: line.changesOnly ? (1 as const) : (0 as const),
      late_minutes: line.lateMinutes,
      period: null,
      pool_minor: null,
      pool_bps: null,
      at: scope.now,
    }))
    await rowsOf(scope)
      .insertInto('daily_line')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['workspace', 'person', 'on_date']).doNothing())
      .execute()
  }
}

/** The lines that wait, one team's people together: what their pay has in common is worked out once. */
export async function waitingLines(scope: Scope, limit?: number): Promise<WaitingLine[]> {
  let query = rowsOf(scope)
    .selectFrom('daily_line')
    .select(['person', 'on_date', 'ritual', 'changes_only', 'late_minutes'])
    .where('workspace', '=', scope.workspace.id)
    .where('status', '=', 'waiting')
    .orderBy('ritual')
    .orderBy('person')
  if (limit !== undefined) query = query.limit(limit)
  return (await query.execute()).map((row) => ({
    person: row.person,
    date: row.on_date,
    ritual: row.ritual,
    changesOnly: row.changes_only === 1,
    lateMinutes: row.late_minutes,
  }))
}

/** Takes a waiting line. False: somebody else has it. */
export async function takeLine(
  scope: WriteScope,
  line: Pick<WaitingLine, 'person' | 'date'>,
  status: 'said' | 'nothing' | 'left out',
  share?: KnownShare,
): Promise<boolean> {
  const taken = await rowsOf(scope)
    .updateTable('daily_line')
    .set({
      status,
      at: scope.now,
      period: share?.period ?? null,
      pool_minor: share?.poolMinor ?? null,
      pool_bps: share?.poolBps ?? null,
    })
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', line.person)
    .where('on_date', '=', line.date)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

/** The share of a period's pool that a person has been told last; undefined: none yet. */
export async function shareKnownBy(
  scope: Scope,
  person: string,
  period: Period,
): Promise<KnownShare | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('daily_line')
    .select(['pool_minor', 'pool_bps'])
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .where('period', '=', period)
    .where('pool_minor', 'is not', null)
    .orderBy('on_date', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.pool_minor == null
    ? undefined
    : { period, poolMinor: row.pool_minor, poolBps: row.pool_bps ?? 0 }
}
