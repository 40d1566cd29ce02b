import type { Scope } from '../kernel/scope.ts'
import type { Workdays } from '../kernel/workdays.ts'
import { teamById, teamsOf, teamsWith } from './team-store.ts'

/**
 * By which workdays somebody counts: a team by its own; a person by those of the team that they belong to or lead;
 * nobody in particular by the workspace's.
 */
export async function workdaysFor(
  scope: Scope,
  whose: { team?: string; person?: string },
): Promise<Workdays> {
  const team = whose.team === undefined ? undefined : await teamById(scope, whose.team)
  const [own] = whose.person === undefined ? [] : await teamsOf(scope, whose.person)
  const [led] = whose.person === undefined || own ? [] : await teamsWith(scope, whose.person, 'manager')
  return (team ?? own ?? led)?.workdays ?? scope.workspace.workdays
}
