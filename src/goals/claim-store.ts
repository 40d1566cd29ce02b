import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { newId } from '../kernel/id.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import type { Confidence } from './confidence.ts'

/** A check-in to a goal that pay depends on, which somebody else has to confirm. */
export interface Claim {
  id: string
  goal: string
  /** In hundredths of the goal's unit. */
  value: number
  note: string | undefined
  confidence: Confidence | undefined
  enteredAt: Instant
  enteredBy: string
  state: 'open' | 'confirmed' | 'declined' | 'replaced'
  /** When it was decided: as what was confirmed it was checked in then. */
  decidedAt: Instant | undefined
}

/** Stores what waits to be confirmed; an earlier one of the same goal no longer does. */
export async function addClaim(
  scope: WriteScope,
  goal: string,
  {
    value,
    note,
    confidence,
  }: { value: number; note: string | undefined; confidence?: Confidence | undefined },
  enteredBy: string,
): Promise<Claim> {
  await replaceClaims(scope, goal)
  const claim: Claim = {
    id: newId(scope.now),
    goal,
    value,
    note,
    confidence,
    enteredAt: scope.now,
    enteredBy,
    state: 'open',
    decidedAt: undefined,
  }
  await rowsOf(scope)
    .insertInto('goal_checkin_claim')
    .values({
      workspace: scope.workspace.id,
      id: claim.id,
      goal,
      value,
      note: note ?? null,
      confidence: confidence ?? null,
      entered_at: scope.now,
      entered_by: enteredBy,
      state: 'open',
      decided_at: null,
      decided_by: null,
    })
    .execute()
  return claim
}

/** What waited for a goal was overtaken by a later check-in. */
export async function replaceClaims(scope: WriteScope, goal: string): Promise<void> {
  await rowsOf(scope)
    .updateTable('goal_checkin_claim')
    .set({ state: 'replaced', decided_at: scope.now, decided_by: scope.person?.id ?? null })
    .where('workspace', '=', scope.workspace.id)
    .where('goal', '=', goal)
    .where('state', '=', 'open')
    .execute()
}

export async function claimById(scope: Scope, id: string): Promise<Claim | undefined> {
  const row = await claims(scope).where('id', '=', id).executeTakeFirst()
  return row && asClaim(row)
}

/** All that was ever to be confirmed of a goal, the latest first. */
export async function claimsOf(scope: Scope, goal: string): Promise<Claim[]> {
  const rows = await claims(scope).where('goal', '=', goal).orderBy('id', 'desc').execute()
  return rows.map(asClaim)
}

/** Stores a decision. False: there was one already. */
export async function decideClaim(
  scope: WriteScope,
  id: string,
  state: 'confirmed' | 'declined',
): Promise<boolean> {
  const changed = await rowsOf(scope)
    .updateTable('goal_checkin_claim')
    .set({ state, decided_at: scope.now, decided_by: scope.person?.id ?? null })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('state', '=', 'open')
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

const claims = (scope: Scope) =>
  rowsOf(scope).selectFrom('goal_checkin_claim').selectAll().where('workspace', '=', scope.workspace.id)

const asClaim = (row: Selectable<Tables['goal_checkin_claim']>): Claim => ({
  id: row.id,
  goal: row.goal,
  value: row.value,
  note: row.note ?? undefined,
  confidence: (row.confidence as Confidence | null) ?? undefined,
  enteredAt: row.entered_at,
  enteredBy: row.entered_by,
  state: row.state,
  decidedAt: row.decided_at ?? undefined,
})
