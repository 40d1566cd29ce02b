import type { Acting, Person, Scope } from '../../kernel/scope.ts'
import { allTeams, everyone, memberships, membersOf, teamsOf } from '../../people/store.ts'
import { ancestorsOf, subtreeOf } from '../../people/teams.ts'
import { isAboveTeam } from '../../people/who.ts'
import { leadersOf } from '../audience-store.ts'
import type { Ritual } from '../ritual.ts'
import type { Audience } from './question.ts'

/** Who is asked today: those of the audience who are still here, by name. */
export async function askedToday(scope: Scope, team: string, audience: Audience): Promise<Person[]> {
  if (audience.kind === 'team') return membersOf(scope, team)
  const ids = audience.kind === 'people' ? audience.people : await managersWithin(scope, team)
  return (await everyone(scope)).filter((one) => ids.includes(one.id))
}

/**
 * Whether what was said to everybody is for the actor: in their own team's rituals, in those of the teams that they
 * lead, in those of a team above that ask everybody below, and where they are asked by name or as a manager.
 */
export async function mayRead(
  scope: Acting,
  { team, asks }: Pick<Ritual, 'team' | 'asks'>,
): Promise<boolean> {
  if (await isAboveTeam(scope, team.id)) return true
  const own = (await teamsOf(scope, scope.person.id)).map((one) => one.id)
  if (own.includes(team.id)) return true
  if (!asks) return false
  if (asks.audience.kind === 'people') return asks.audience.people.includes(scope.person.id)
  if (asks.audience.kind === 'managers')
    return (await managersWithin(scope, team.id)).includes(scope.person.id)
  const teams = await allTeams(scope)
  return own.some((id) => ancestorsOf(teams, id).includes(team.id))
}

/** Whether what was said to who leads the team is for the actor: not for admins, unless nobody leads it. */
export async function mayReadPrivate(scope: Acting, { team }: Pick<Ritual, 'team'>): Promise<boolean> {
  return (await leadersOf(scope, team.id)).some((one) => one.id === scope.person.id)
}

async function managersWithin(scope: Scope, team: string): Promise<string[]> {
  const teams = subtreeOf(await allTeams(scope), team)
  return (await memberships(scope, scope.today, { teams, part: 'manager' })).map((one) => one.person)
}
