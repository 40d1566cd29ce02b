import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { newId } from '../kernel/id.ts'
import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import { type Instant, secondsAfter } from '../kernel/time.ts'
import { allTeams } from '../people/store.ts'
import type { Team } from '../people/teams.ts'
import type { Ritual, Stage, Template, TemplateName } from './ritual.ts'
import { readSchedule } from './schedule.ts'

/** Every ritual of the workspace, paused ones too. */
export async function allRituals(scope: Scope): Promise<Ritual[]> {
  const rows = await rituals(scope).orderBy('id').execute()
  if (rows.length === 0) return []
  const teams = await allTeams(scope)
  return rows.flatMap((row) => asRitual(scope, row, teams))
}

export async function ritualById(scope: Scope, id: string): Promise<Ritual | undefined> {
  const row = await rituals(scope).where('id', '=', id).executeTakeFirst()
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
    .onConflict((conflict) => conflict.columns(['workspace', 'template', 'team']).doNothing())
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

/** Stops a ritual, or lets it go on with the first occurrence after now. */
export async function setPaused(scope: WriteScope, ritual: string, paused: boolean): Promise<void> {
  await rowsOf(scope)
    .updateTable('ritual')
    .set(paused ? { paused: 1 } : { paused: 0, settled_until: scope.now })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', ritual)
    .execute()
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

/** Two machines' clocks differ by seconds; one that is ahead by this much was wrong. */
const CLOCK_AHEAD_SECONDS = 3600

export type RunStatus = Tables['ritual_run']['status']

/**
 * Claims the opening of an occurrence: done by who claims it, missed, or skipped. False: it has been claimed before.
 * A claim with one of the statuses in `over` gives way, and so does a miss that was noted in what is now the future
 * (by a clock that ran ahead).
 */
export async function claim(
  scope: WriteScope,
  opening: { ritual: string; occurrence: Period; at: Instant; status: 'done' | 'missed' | 'skipped' },
  over: readonly ('missed' | 'skipped')[] = [],
): Promise<boolean> {
  const { ritual, occurrence, at, status } = opening
  const claimed = await rowsOf(scope)
    .insertInto('ritual_run')
    .values({
      workspace: scope.workspace.id,
      ritual,
      occurrence,
      stage: 'open',
      status,
      due_at: at,
      at: scope.now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace', 'ritual', 'occurrence', 'stage'])
        .doUpdateSet({ status, due_at: at, at: scope.now })
        .where((run) =>
          run.or([
            run.and([
              run('ritual_run.status', '=', 'missed'),
              run('ritual_run.at', '>', secondsAfter(scope.now, CLOCK_AHEAD_SECONDS)),
            ]),
            ...over.map((given) => run('ritual_run.status', '=', given)),
          ]),
        ),
    )
    .returning('status')
    .executeTakeFirst()
  return claimed !== undefined
}

/** What has become of the opening of an occurrence; undefined: nothing yet. */
export async function openingOf(
  scope: Scope,
  ritual: string,
  occurrence: Period,
): Promise<{ status: RunStatus; at: Instant } | undefined> {
  return rowsOf(scope)
    .selectFrom('ritual_run')
    .select(['status', 'at'])
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .where('stage', '=', 'open')
    .executeTakeFirst()
}

/** Plans the later stages of what has been opened. */
export async function planStages(
  scope: WriteScope,
  ritual: string,
  occurrence: Period,
  stages: readonly Stage[],
): Promise<void> {
  for (const stage of stages) {
    await rowsOf(scope)
      .insertInto('ritual_run')
      .values({
        workspace: scope.workspace.id,
        ritual,
        occurrence,
        stage: stage.name,
        status: 'waiting',
        due_at: stage.dueAt,
        at: scope.now,
      })
      .execute()
  }
}

/** The stages that wait for a moment that has come, the earliest first. */
export async function stagesDue(
  scope: Scope,
): Promise<{ ritual: string; occurrence: Period; stage: string; at: Instant }[]> {
  const rows = await waiting(scope).where('due_at', '<=', scope.now).orderBy('due_at').execute()
  return rows.map((row) => ({
    ritual: row.ritual,
    occurrence: row.occurrence,
    stage: row.stage,
    at: row.due_at,
  }))
}

/** The moment of the next stage after now. */
export async function nextStageAt(scope: Scope): Promise<Instant | undefined> {
  const row = await waiting(scope)
    .where('due_at', '>', scope.now)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row?.due_at
}

/** Takes a waiting stage. False: somebody else has it. */
export async function takeStage(
  scope: WriteScope,
  run: { ritual: string; occurrence: Period; stage: string },
  status: 'done' | 'skipped' = 'done',
): Promise<boolean> {
  const taken = await rowsOf(scope)
    .updateTable('ritual_run')
    .set({ status, at: scope.now })
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', run.ritual)
    .where('occurrence', '=', run.occurrence)
    .where('stage', '=', run.stage)
    .where('status', '=', 'waiting')
    .executeTakeFirst()
  return taken.numUpdatedRows > 0n
}

const rituals = (scope: Scope) =>
  rowsOf(scope).selectFrom('ritual').selectAll().where('workspace', '=', scope.workspace.id)

const waiting = (scope: Scope) =>
  rowsOf(scope)
    .selectFrom('ritual_run')
    .select(['ritual', 'occurrence', 'stage', 'due_at'])
    .where('workspace', '=', scope.workspace.id)
    .where('status', '=', 'waiting')

function asRitual(scope: Scope, row: Selectable<Tables['ritual']>, teams: readonly Team[]): Ritual[] {
  const schedule = readSchedule(row.schedule)
  const team = teams.find((one) => one.id === row.team)
  if (!schedule || !team) return []
  return [
    {
      id: row.id,
      template: row.template,
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
