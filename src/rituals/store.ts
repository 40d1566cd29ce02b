import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { newId } from '../kernel/id.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { allTeams } from '../people/store.ts'
import type { Team } from '../people/teams.ts'
import type { Asks } from './asked/question.ts'
import type { Ritual, Template, TemplateName } from './ritual.ts'
import { readSchedule } from './schedule.ts'

/** Every ritual of the workspace, paused ones too. */
export async function allRituals(scope: Scope): Promise<Ritual[]> {
  return asRituals(scope, await rituals(scope).where('removed_at', 'is', null).orderBy('id').execute())
}

/** Those that were removed, which can be brought back. */
export async function removedRituals(scope: Scope): Promise<Ritual[]> {
  return asRituals(scope, await rituals(scope).where('removed_at', 'is not', null).orderBy('id').execute())
}

export async function ritualById(scope: Scope, id: string): Promise<Ritual | undefined> {
  const row = await rituals(scope).where('removed_at', 'is', null).where('id', '=', id).executeTakeFirst()
  return row && asRitual(scope, row, await allTeams(scope))[0]
}

/** The rituals of one kind. */
export async function ritualsOf(scope: Scope, template: TemplateName): Promise<Ritual[]> {
  return (await allRituals(scope)).filter((ritual) => ritual.template === template)
}

/** Gives a team a ritual, unless it has this kind already. Its first occurrence is the first one after now. */
export async function addRitual(scope: WriteScope, team: string, template: Template): Promise<void> {
  await rowsOf(scope)
    .insertInto('ritual')
    .values({
      workspace: scope.workspace.id,
      id: newId(scope.now),
      template: template.name,
      schedule: template.schedule,
      team,
      zone: null,
      channel: template.channel,
      catch_up_hours: template.catchUpHours,
      settled_until: scope.now,
      created_at: scope.now,
    })
    .onConflict((conflict) => conflict.columns(['workspace', 'template', 'team', 'slot']).doNothing())
    .execute()
}

/** Changes a ritual's schedule, and since when its occurrences are to be looked at by it. */
export async function changeSchedule(
  scope: WriteScope,
  ritual: string,
  change: { schedule: string; settledUntil: Instant },
): Promise<void> {
  await rowsOf(scope)
    .updateTable('ritual')
    .set({ schedule: change.schedule, settled_until: change.settledUntil })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', ritual)
    .execute()
}

/** Stops a ritual, or lets it go on. False: that is so already. */
export async function setPaused(scope: WriteScope, ritual: string, paused: boolean): Promise<boolean> {
  const changed = await rowsOf(scope)
    .updateTable('ritual')
    .set({ paused: paused ? 1 : 0 })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', ritual)
    .where('removed_at', 'is', null)
    .where('paused', '=', paused ? 0 : 1)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Takes a ritual away, or brings it back as one that is paused. False: that is so already. */
export async function setRemoved(scope: WriteScope, ritual: string, removed: boolean): Promise<boolean> {
  const changed = await rowsOf(scope)
    .updateTable('ritual')
    .set({ removed_at: removed ? scope.now : null, paused: 1 })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', ritual)
    .where('removed_at', removed ? 'is' : 'is not', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

/** Notes that every occurrence up to a moment has been dealt with. */
export async function settleUntil(scope: WriteScope, ritual: string, moment: Instant): Promise<void> {
  await rowsOf(scope)
    .updateTable('ritual')
    .set({ settled_until: moment })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', ritual)
    .execute()
}

const rituals = (scope: Scope) =>
  rowsOf(scope).selectFrom('ritual').selectAll().where('workspace', '=', scope.workspace.id)

async function asRituals(scope: Scope, rows: readonly Selectable<Tables['ritual']>[]): Promise<Ritual[]> {
  if (rows.length === 0) return []
  const teams = await allTeams(scope)
  return rows.flatMap((row) => asRitual(scope, row, teams))
}

function asRitual(scope: Scope, row: Selectable<Tables['ritual']>, teams: readonly Team[]): Ritual[] {
  const schedule = readSchedule(row.schedule)
  const team = teams.find((one) => one.id === row.team)
  if (!schedule || !team) return []
  return [
    {
      id: row.id,
      template: row.template as TemplateName,
      name: row.name ?? undefined,
      asks: row.asks === null ? undefined : (JSON.parse(row.asks) as Asks),
      schedule,
      team,
      zone: row.zone ?? team.zone ?? scope.workspace.zone,
      channel: row.channel,
      catchUpHours: row.catch_up_hours,
      paused: row.paused === 1,
      settledUntil: row.settled_until,
      createdAt: row.created_at,
    },
  ]
}
