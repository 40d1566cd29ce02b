import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'

export interface Nomination {
  badge: string
  month: Period
  team: string
}

export type NominationStatus = 'open' | 'confirmed' | 'empty'

/** Claims a month's end in a team. False: it has been taken care of already. */
export async function claimNomination(
  scope: WriteScope,
  nomination: Nomination,
  status: NominationStatus,
): Promise<boolean> {
  const claimed = await rowsOf(scope)
    .insertInto('nomination')
    .values({ workspace: scope.workspace.id, ...nomination, status, nominated_at: scope.now, award: null })
    .onConflict((conflict) => conflict.columns(['workspace', 'badge', 'month', 'team']).doNothing())
    .returning('team')
    .executeTakeFirst()
  return claimed !== undefined
}

/** The teams whose month's end has been taken care of. */
export async function nominatedTeams(scope: Scope, badge: string, month: Period): Promise<Set<string>> {
  const rows = await rowsOf(scope)
    .selectFrom('nomination')
    .select('team')
    .where('workspace', '=', scope.workspace.id)
    .where('badge', '=', badge)
    .where('month', '=', month)
    .execute()
  return new Set(rows.map((row) => row.team))
}

export async function nominationStatus(
  scope: Scope,
  nomination: Nomination,
): Promise<NominationStatus | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('nomination')
    .select('status')
    .where('workspace', '=', scope.workspace.id)
    .where('badge', '=', nomination.badge)
    .where('month', '=', nomination.month)
    .where('team', '=', nomination.team)
    .executeTakeFirst()
  return row?.status
}

/** Notes what became of a nomination. */
export async function settleNomination(
  scope: WriteScope,
  nomination: Nomination,
  status: NominationStatus,
  award: string | undefined,
): Promise<void> {
  await rowsOf(scope)
    .updateTable('nomination')
    .set({ status, award: award ?? null })
    .where('workspace', '=', scope.workspace.id)
    .where('badge', '=', nomination.badge)
    .where('month', '=', nomination.month)
    .where('team', '=', nomination.team)
    .execute()
}
