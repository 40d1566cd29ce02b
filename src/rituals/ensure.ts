import type { WriteScope } from '../kernel/scope.ts'
import { allTeams, channelsOf } from '../people/store.ts'
import { ancestorsOf } from '../people/teams.ts'
import { teamsWithMembers } from './audience-store.ts'
import { dailyReport } from './daily-report/template.ts'
import { addRitual } from './store.ts'
import { templates } from './templates.ts'

/** Gives every team that has members of its own the usual rituals, and departments their report; what a team has already stays as it is. */
export async function ensureRituals(scope: WriteScope): Promise<void> {
  for (const team of await teamsWithMembers(scope)) {
    for (const template of templates) if (!template.asks) await addRitual(scope, team, template)
  }
  for (const team of await teamsAboveWithChannel(scope)) await addRitual(scope, team, dailyReport)
}

/** A department has a report of its teams where it has a channel of its own to read it in. */
async function teamsAboveWithChannel(scope: WriteScope): Promise<string[]> {
  const teams = await allTeams(scope)
  const peopled = new Set((await teamsWithMembers(scope)).flatMap((team) => ancestorsOf(teams, team)))
  const channels = await channelsOf(scope)
  return channels.flatMap(({ team, purpose }) => (purpose === 'sales' && peopled.has(team) ? [team] : []))
}
