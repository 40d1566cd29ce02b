import type { WriteScope } from '../kernel/scope.ts'
import { teamsWithMembers } from './audience-store.ts'
import { addRitual } from './store.ts'
import { templates } from './templates.ts'

/** Gives every team that has members of its own the usual rituals; what a team has already stays as it is. */
export async function ensureRituals(scope: WriteScope): Promise<void> {
  for (const team of await teamsWithMembers(scope)) {
    for (const template of templates) if (!template.asks) await addRitual(scope, team, template)
  }
}
