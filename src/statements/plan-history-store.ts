import { rowsOf, type Scope } from '../kernel/scope.ts'
import { allTeams, employmentsRecorded, membershipEnds } from '../people/store.ts'
import type { PlanHistory } from './history.ts'

/** Every plan, whom it was ever given to, and who ever belonged to which team: few rows each. */
export async function plansRecorded(scope: Scope): Promise<PlanHistory> {
  const tables = rowsOf(scope)
  const workspace = scope.workspace.id
  const assignments = await tables
    .selectFrom('plan_assignment')
    .selectAll()
    .where('workspace', '=', workspace)
    .orderBy('id')
    .execute()
  const versions = await tables
    .selectFrom('plan_version')
    .selectAll()
    .where('workspace', '=', workspace)
    .where('status', '=', 'active')
    .orderBy('plan')
    .orderBy('version')
    .execute()
  const memberships = await tables
    .selectFrom('membership')
    .selectAll()
    .where('workspace', '=', workspace)
    .orderBy('id')
    .execute()
  const ends = Map.groupBy(await membershipEnds(scope), (one) => one.membership)
  return {
    assignments: assignments.map((row) => ({
      id: row.id,
      plan: row.plan,
      to: row.to_kind === 'everyone' ? { kind: row.to_kind } : { kind: row.to_kind, id: row.to_id },
      from: row.from_on,
      until: row.until_on,
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by,
    })),
    versions: versions.map((row) => ({
      plan: row.plan,
      version: row.version,
      name: row.name,
      document: row.document,
      effectiveFrom: row.effective_from,
      recordedAt: row.recorded_at,
      recordedBy: row.recorded_by,
    })),
    memberships: memberships.map((row) => ({
      id: row.id,
      team: row.team,
      person: row.person,
      part: row.part,
      from: row.from_on,
      until: row.until_on,
      ends: ends.get(row.id) ?? [],
      recordedAt: row.recorded_at,
      recordedBy: null,
    })),
    teams: await allTeams(scope),
    employments: await employmentsRecorded(scope),
  }
}
