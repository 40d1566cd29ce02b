import type { Membership } from '../people/store.ts'
import { ancestorsOf, subtreeOf, type Team } from '../people/teams.ts'
import type { Pool } from './pool.ts'

/** A company on one day: its teams, and who is a member or the manager of which, the earliest first. */
export interface Structure {
  teams: readonly Pick<Team, 'id' | 'name' | 'parent'>[]
  memberships: readonly Membership[]
}

/** A group of people who share a pool: a team's id, or the whole company. */
export type PoolRoot = string

const COMPANY: PoolRoot = ''

/**
 * The group whose pool somebody shares, so that everyone is in one: the team that they joined first; for a department
 * the team above it, unless there are teams below it already; or the company. Undefined: they belong to no team.
 */
export function poolRoot(structure: Structure, person: string, scope: Pool['scope']): PoolRoot | undefined {
  const own = firstTeams(structure).get(person)
  if (own === undefined || scope === 'team') return own
  return scope === 'company' ? COMPANY : departmentOf(structure.teams, own)
}

/** Everybody of that group, in the order in which they joined. */
export function poolMembers(structure: Structure, root: PoolRoot, scope: Pool['scope']): string[] {
  return [...firstTeams(structure).keys()].filter((person) => poolRoot(structure, person, scope) === root)
}

/** The other members of somebody's teams, and of the teams below. */
export function teammates(structure: Structure, person: string): string[] {
  const own = members(structure).filter((one) => one.person === person)
  const teams = new Set(own.flatMap(({ team }) => subtreeOf(structure.teams, team)))
  const found = members(structure).filter(({ team }) => teams.has(team))
  return [...new Set(found.map((one) => one.person))].filter((one) => one !== person)
}

/** The teams that somebody leads themselves, or with all teams below, by name, each with its members. */
export function ledTeams(
  structure: Structure,
  manager: string,
  scope: 'direct' | 'all',
): { team: string; people: string[] }[] {
  const led = structure.memberships.filter((one) => one.part === 'manager' && one.person === manager)
  const ids = new Set(
    led.flatMap(({ team }) => (scope === 'direct' ? [team] : subtreeOf(structure.teams, team))),
  )
  return structure.teams
    .filter(({ id }) => ids.has(id))
    .map(({ id }) => ({
      team: id,
      people: members(structure)
        .filter((one) => one.team === id)
        .map((one) => one.person),
    }))
}

const known = new WeakMap<Structure, Map<string, string>>()

/** The team that everybody has joined first, by person, in the order of their joining. */
function firstTeams(structure: Structure): Map<string, string> {
  const found = known.get(structure) ?? new Map<string, string>()
  if (known.has(structure)) return found
  for (const { person, team } of members(structure)) if (!found.has(person)) found.set(person, team)
  known.set(structure, found)
  return found
}

const members = ({ memberships }: Structure) => memberships.filter((one) => one.part === 'member')

function departmentOf(teams: Structure['teams'], team: string): string {
  const hasTeamsBelow = teams.some((one) => one.parent === team)
  return hasTeamsBelow ? team : (ancestorsOf(teams, team)[1] ?? team)
}
