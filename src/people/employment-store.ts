import { addDays } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'

/** The first and the last day of somebody's employment; undefined: not known, or none yet. */
export interface Employment {
  joinedOn: LocalDate | undefined
  lastDay: LocalDate | undefined
}

/** What somebody has said about it, and when. */
export interface RecordedEmployment extends Employment {
  person: string
  recordedAt: Instant
  recordedBy: string | null
}

/** From when until when a person is there, as it was said last. */
export async function employmentOf(scope: Scope, person: string): Promise<Employment> {
  const last = (await employmentsRecorded(scope, person)).at(-1)
  return { joinedOn: last?.joinedOn, lastDay: last?.lastDay }
}

/** Everything that was ever said, one person's or everybody's, in order. */
export async function employmentsRecorded(scope: Scope, person?: string): Promise<RecordedEmployment[]> {
  let query = rowsOf(scope).selectFrom('employment').selectAll().where('workspace', '=', scope.workspace.id)
  if (person !== undefined) query = query.where('person', '=', person)
  const rows = await query.orderBy('person').orderBy('sequence').execute()
  return rows.map((row) => ({
    person: row.person,
    joinedOn: row.joined_on ?? undefined,
    lastDay: row.left_on === null ? undefined : addDays(row.left_on, -1),
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }))
}

/**
 * Records a person's first or last day; what is not named stays as it was. From the day after the last one they count
 * as somebody who has left.
 */
export async function recordEmployment(
  scope: WriteScope,
  person: string,
  said: Partial<Employment>,
): Promise<void> {
  const known = await employmentsRecorded(scope, person)
  const before = known.at(-1)
  const { joinedOn, lastDay } = { joinedOn: before?.joinedOn, lastDay: before?.lastDay, ...said }
  const leftOn = lastDay === undefined ? null : addDays(lastDay, 1)
  await rowsOf(scope)
    .insertInto('employment')
    .values({
      workspace: scope.workspace.id,
      person,
      sequence: known.length + 1,
      joined_on: joinedOn ?? null,
      left_on: leftOn,
      recorded_at: scope.now,
      recorded_by: scope.person?.id ?? null,
    })
    .execute()
  await rowsOf(scope)
    .updateTable('person')
    .set({ left_on: leftOn })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', person)
    .execute()
  await scope.record(
    'person.employment',
    `person:${person}`,
    { joinedOn: before?.joinedOn, lastDay: before?.lastDay },
    { joinedOn, lastDay },
  )
}
