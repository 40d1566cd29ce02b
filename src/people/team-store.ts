import { newId } from '../kernel/id.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { OwnDays } from '../kernel/workdays.ts'
import { memberships } from './membership-store.ts'
import { subtreeOf, type Team, workdaysOfTeam } from './teams.ts'

export async function allTeams(scope: Scope): Promise<Team[]> {
  const rows = await rowsOf(scope)
    .selectFrom('team')
    .select(['id', 'name', 'parent', 'zone', 'calendar', 'own_days'])
    .where('workspace', '=', scope.workspace.id)
    .orderBy('name')
    .orderBy('id')
    .execute()
  const teams = rows.map((row) => ({
    id: row.id,
    name: row.name,
    ...(row.parent ? { parent: row.parent } : {}),
    ...(row.zone ? { zone: row.zone } : {}),
    ...(row.calendar ? { calendar: row.calendar } : {}),
    ownDays: JSON.parse(row.own_days) as OwnDays,
  }))
  return teams.map((team) => ({
    ...team,
    workdays: workdaysOfTeam(teams, team.id, scope.workspace.workdays),
  }))
}

export async function teamById(scope: Scope, id: string): Promise<Team | undefined> {
  return (await allTeams(scope)).find((team) => team.id === id)
}

export async function findTeam(scope: Scope, name: string): Promise<Team | undefined> {
  const wanted = name.normalize('NFC').trim().toLowerCase()
  return (await allTeams(scope)).find((team) => team.name.toLowerCase() === wanted)
}

/** Adds a team, or finds the one of that name. Gives the id. */
export async function addTeam(
  scope: WriteScope,
  team: { name: string; parent?: string; zone?: string },
): Promise<string> {
  const known = await findTeam(scope, team.name)
  if (known) return known.id
  const id = newId(scope.now)
  await rowsOf(scope)
    .insertInto('team')
    .values({
      workspace: scope.workspace.id,
      id,
      name: team.name.normalize('NFC').trim(),
      parent: team.parent ?? null,
      zone: team.zone ?? null,
      created_at: scope.now,
    })
    .execute()
  await scope.record('team.added', `team:${id}`, undefined, team)
  return id
}

/** The teams that a person is a member of on a day; today when not said. */
export async function teamsOf(scope: Scope, person: string, on: LocalDate = scope.today): Promise<Team[]> {
  return teamsWith(scope, person, 'member', on)
}

/** The teams that a person leads on a day, with all their sub-teams. */
export async function teamsLedBy(scope: Scope, person: string, on: LocalDate = scope.today): Promise<Team[]> {
  const led = await teamsWith(scope, person, 'manager', on)
  if (led.length === 0) return []
  const teams = await allTeams(scope)
  const ids = new Set(led.flatMap((team) => subtreeOf(teams, team.id)))
  return teams.filter((team) => ids.has(team.id))
}

/** The teams in which a person has that part themselves, not the teams below. */
export async function teamsWith(
  scope: Scope,
  person: string,
  part: 'member' | 'manager',
  on: LocalDate = scope.today,
): Promise<Team[]> {
  const own = new Set((await memberships(scope, on, { person, part })).map((one) => one.team))
  return own.size === 0 ? [] : (await allTeams(scope)).filter((team) => own.has(team.id))
}
