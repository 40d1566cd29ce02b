import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { kindOf, type Period, type PeriodKind } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'

/** A period that has been closed; one that is not stored is open. */
export interface ClosedPeriod {
  period: Period
  state: 'frozen' | 'approved' | 'paid'
  revision: number
  /** What was recorded up to this moment is in its statements. */
  frozenAt: Instant
  approvedAt: Instant | undefined
  paidAt: Instant | undefined
}

/** Every closed period of a kind, the earliest first. */
export async function closedPeriods(scope: Scope, kind?: PeriodKind): Promise<ClosedPeriod[]> {
  const rows = await rowsOf(scope)
    .selectFrom('pay_period')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .orderBy('period')
    .execute()
  return rows.map(asClosed).filter((one) => kind === undefined || kindOf(one.period) === kind)
}

export async function closedPeriod(scope: Scope, period: Period): Promise<ClosedPeriod | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('pay_period')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
    .where('period', '=', period)
    .executeTakeFirst()
  return row && asClosed(row)
}

/** A closed period that nobody else moves on until this transaction ends. */
export async function lockPeriod(scope: WriteScope, period: Period): Promise<ClosedPeriod | undefined> {
  const row = await rowsOf(scope)
    .updateTable('pay_period')
    .set((eb) => ({ revision: eb.ref('revision') }))
    .where('workspace', '=', scope.workspace.id)
    .where('period', '=', period)
    .returningAll()
    .executeTakeFirst()
  return row && asClosed(row)
}

/** Freezes an open period as it was recorded until a moment. False: somebody else has done so. */
export async function freezePeriod(scope: WriteScope, period: Period, until: Instant): Promise<boolean> {
  const row = await rowsOf(scope)
    .insertInto('pay_period')
    .values({
      workspace: scope.workspace.id,
      period,
      state: 'frozen',
      revision: 1,
      frozen_at: until,
      frozen_by: scope.person?.id ?? null,
    })
    .onConflict((conflict) => conflict.columns(['workspace', 'period']).doNothing())
    .returning('period')
    .executeTakeFirst()
  return row !== undefined
}

/** Gives a frozen period, which the caller has locked, its next revision. */
export async function freezeAgain(
  scope: WriteScope,
  { period, revision }: ClosedPeriod,
  until: Instant,
): Promise<number> {
  await rowsOf(scope)
    .updateTable('pay_period')
    .set({ revision: revision + 1, frozen_at: until, frozen_by: scope.person?.id ?? null })
    .where('workspace', '=', scope.workspace.id)
    .where('period', '=', period)
    .execute()
  return revision + 1
}

/** Moves a period, which the caller has locked, on. */
export async function movePeriod(
  scope: WriteScope,
  { period }: ClosedPeriod,
  state: 'approved' | 'paid',
): Promise<void> {
  const by = scope.person?.id ?? null
  await rowsOf(scope)
    .updateTable('pay_period')
    .set(
      state === 'approved'
        ? { state, approved_at: scope.now, approved_by: by }
        : { state, paid_at: scope.now, paid_by: by },
    )
    .where('workspace', '=', scope.workspace.id)
    .where('period', '=', period)
    .execute()
}

function asClosed(row: Selectable<Tables['pay_period']>): ClosedPeriod {
  return {
    period: row.period,
    state: row.state,
    revision: row.revision,
    frozenAt: row.frozen_at,
    approvedAt: row.approved_at ?? undefined,
    paidAt: row.paid_at ?? undefined,
  }
}
