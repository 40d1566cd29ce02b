import type { Person, Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { memberships } from './membership-store.ts'
import { everyone, personById } from './person-store.ts'
import { allTeams } from './team-store.ts'
import { ancestorsOf, subtreeOf } from './teams.ts'

/** The members of a team and of all its sub-teams on a day, each once, by name. */
export async function membersOf(scope: Scope, team: string, on: LocalDate = scope.today): Promise<Person[]> {
  const members = new Set(
    (await memberships(scope, on, { teams: subtreeOf(await allTeams(scope), team), part: 'member' })).map(
      (one) => one.person,
    ),
  )
  return (await everyone(scope)).filter((one) => members.has(one.id))
}

/** Who leads a team itself, not the teams above it. */
export async function managersOfTeam(
  scope: Scope,
  team: string,
  on: LocalDate = scope.today,
): Promise<Person[]> {
  const ids = (await memberships(scope, on, { teams: [team], part: 'manager' })).map((one) => one.person)
  const people = await Promise.all(ids.map((id) => personById(scope, id)))
  return people.filter((one) => one !== undefined)
}

/** Who leads the teams that a person belongs to or leads, and the teams above; the nearest first, never oneself. */
export async function managersOf(
  scope: Scope,
  person: string,
  on: LocalDate = scope.today,
): Promise<Person[]> {
  const own = await memberships(scope, on, { person })
  if (own.length === 0) return []
  const teams = await allTeams(scope)
  const upwards = own.flatMap(({ team }) =>
    ancestorsOf(teams, team).map((id, distance) => ({ id, distance })),
  )
  upwards.sort((a, b) => a.distance - b.distance)
  const above = await memberships(scope, on, { teams: upwards.map((one) => one.id), part: 'manager' })
  const ids = new Set<string>()
  for (const { id } of upwards) {
    for (const one of above) if (one.team === id && one.person !== person) ids.add(one.person)
  }
  const people = await Promise.all([...ids].map((id) => personById(scope, id)))
  return people.filter((one) => one !== undefined)
}

/** Of a person's managers those who lead the same, nearest team. */
export async function nearestManagersOf(
  scope: Scope,
  person: string,
  on: LocalDate = scope.today,
): Promise<Person[]> {
  const teams = await allTeams(scope)
  const own = await memberships(scope, on, { person })
  const upwards = own
    .flatMap(({ team }) => ancestorsOf(teams, team).map((id, distance) => ({ id, distance })))
    .sort((a, b) => a.distance - b.distance)
  for (const { id } of upwards) {
    const others = (await managersOfTeam(scope, id, on)).filter((one) => one.id !== person)
    if (others.length > 0) return others
  }
  return []
}

/** Whether one leads another, directly or from a team above. */
export async function leads(scope: Scope, manager: string, person: string): Promise<boolean> {
  return (await managersOf(scope, person)).some((one) => one.id === manager)
}
