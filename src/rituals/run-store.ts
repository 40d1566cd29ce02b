import type { Tables } from '../db/tables.ts'
import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import { type Instant, secondsAfter } from '../kernel/time.ts'
import type { Stage } from './ritual.ts'

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

/** Notes that what was claimed to be opened is left out after all: somebody may still ask for it. */
export async function leaveOut(scope: WriteScope, ritual: string, occurrence: Period): Promise<void> {
  await rowsOf(scope)
    .updateTable('ritual_run')
    .set({ status: 'skipped' })
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('occurrence', '=', occurrence)
    .where('stage', '=', 'open')
    .execute()
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

/** Whether an occurrence was left out: skipped by somebody, or because nobody was there. */
export async function isLeftOut(scope: Scope, ritual: string, occurrence: Period): Promise<boolean> {
  return (await openingOf(scope, ritual, occurrence))?.status === 'skipped'
}

/** What has become of a ritual's latest occurrences, the latest first. */
export async function runsOf(
  scope: Scope,
  ritual: string,
  limit: number,
): Promise<{ occurrence: Period; status: RunStatus; dueAt: Instant; at: Instant }[]> {
  const rows = await rowsOf(scope)
    .selectFrom('ritual_run')
    .select(['occurrence', 'status', 'due_at', 'at'])
    .where('workspace', '=', scope.workspace.id)
    .where('ritual', '=', ritual)
    .where('stage', '=', 'open')
    .orderBy('due_at', 'desc')
    .orderBy('occurrence', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ due_at, ...row }) => ({ ...row, dueAt: due_at }))
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

/** The occurrence of a ritual whose stage of that name waits, with the moment when the opening was due. */
export async function stageWaits(
  scope: Scope,
  ritual: string,
  stage: string,
): Promise<{ occurrence: Period; at: Instant } | undefined> {
  const row = await waiting(scope)
    .where('ritual', '=', ritual)
    .where('stage', '=', stage)
    .orderBy('due_at')
    .limit(1)
    .executeTakeFirst()
  return row && { occurrence: row.occurrence, at: row.due_at }
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

const waiting = (scope: Scope) =>
  rowsOf(scope)
    .selectFrom('ritual_run')
    .select(['ritual', 'occurrence', 'stage', 'due_at'])
    .where('workspace', '=', scope.workspace.id)
    .where('status', '=', 'waiting')
