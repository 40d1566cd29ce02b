import { type Person, rowsOf, type Scope } from '../kernel/scope.ts'
import { allTeams, everyone, managersOfTeam } from '../people/store.ts'
import { ancestorsOf } from '../people/teams.ts'

/** A team's own members today, by name: not those of its sub-teams, who have rituals of their own. */
export async function ownMembers(scope: Scope, team: string): Promise<Person[]> {
  const ids = (await memberships(scope)).get(team) ?? new Set()
  return (await everyone(scope)).filter((one) => ids.has(one.id))
}

/** The teams that have members of their own today. */
export async function teamsWithMembers(scope: Scope): Promise<string[]> {
  return [...(await memberships(scope)).keys()]
}

/** Who leads a team; where nobody does, who leads the nearest team above; else the admins. */
export async function leadersOf(scope: Scope, team: string): Promise<Person[]> {
  const present = await everyone(scope)
  const here = (people: readonly Person[]) => people.filter((one) => present.some(({ id }) => id === one.id))
  for (const id of ancestorsOf(await allTeams(scope), team)) {
    const leaders = here(await managersOfTeam(scope, id))
    if (leaders.length > 0) return leaders
  }
  return present.filter((one) => one.roles.includes('admin'))
}

async function memberships(scope: Scope): Promise<Map<string, Set<string>>> {
  const rows = await rowsOf(scope)
    .selectFrom('membership')
    .select(['team', 'person'])
    .where('workspace', '=', scope.workspace.id)
    .where('part', '=', 'member')
    .where('from_on', '<=', scope.today)
    .where((or) => or.or([or('until_on', 'is', null), or('until_on', '>', scope.today)]))
    .orderBy('id')
    .execute()
  const teams = new Map<string, Set<string>>()
  for (const { team, person } of rows) teams.set(team, (teams.get(team) ?? new Set()).add(person))
  return teams
}
