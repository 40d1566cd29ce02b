import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import type { Manual } from './document.ts'

/** An amount that somebody wants to add to a person's pay, or take off, in minor units of the workspace's currency. */
export interface ManualAdjustment {
  id: string
  number: number
  person: string
  period: Period
  amountMinor: number
  reason: string
  state: 'proposed' | 'approved' | 'declined'
  proposedBy: string
}

export async function proposeManual(
  scope: WriteScope,
  { id, number, person, period, amountMinor, reason, proposedBy }: Omit<ManualAdjustment, 'state'>,
): Promise<void> {
  await rowsOf(scope)
    .insertInto('manual_adjustment')
    .values({
      workspace: scope.workspace.id,
      id,
      number,
      person,
      period,
      amount_minor: amountMinor,
      reason,
      state: 'proposed',
      proposed_by: proposedBy,
      proposed_at: scope.now,
      decided_by: null,
      decided_at: null,
    })
    .execute()
}

export async function manualById(scope: Scope, id: string): Promise<ManualAdjustment | undefined> {
  const row = await adjustments(scope).where('id', '=', id).executeTakeFirst()
  return row && asManual(row)
}

/** Decides an adjustment that nobody has decided yet, and puts it into the period that is open. False: it is decided. */
export async function decideManual(
  scope: WriteScope,
  id: string,
  state: 'approved' | 'declined',
  period: Period,
): Promise<boolean> {
  const row = await rowsOf(scope)
    .updateTable('manual_adjustment')
    .set({ state, period, decided_by: scope.person?.id ?? null, decided_at: scope.now })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('state', '=', 'proposed')
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** What was approved for a period by a moment, by person. */
export async function manualIn(
  scope: Scope,
  period: Period,
  until: Instant,
  person?: string,
): Promise<Map<string, Manual[]>> {
  let query = adjustments(scope)
    .where('period', '=', period)
    .where('state', '=', 'approved')
    .where('decided_at', '<=', until)
    .orderBy('number')
  if (person !== undefined) query = query.where('person', '=', person)
  const found = new Map<string, Manual[]>()
  for (const row of await query.execute()) {
    const manual = {
      number: row.number,
      minor: BigInt(row.amount_minor),
      reason: row.reason,
      by: row.proposed_by,
      approvedBy: row.decided_by ?? '',
    }
    found.set(row.person, [...(found.get(row.person) ?? []), manual])
  }
  return found
}

const adjustments = (scope: Scope) =>
  rowsOf(scope).selectFrom('manual_adjustment').selectAll().where('workspace', '=', scope.workspace.id)

function asManual(row: Selectable<Tables['manual_adjustment']>): ManualAdjustment {
  return {
    id: row.id,
    number: row.number,
    person: row.person,
    period: row.period,
    amountMinor: row.amount_minor,
    reason: row.reason,
    state: row.state,
    proposedBy: row.proposed_by,
  }
}
