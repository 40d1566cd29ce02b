import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'
import type { Membership } from './membership-store.ts'

/** A membership that lasts on a day or begins later. */
export interface LastingMembership extends Membership {
  id: string
  /** The first day on which it no longer lasts; undefined: no end has been said. */
  until: LocalDate | undefined
}

/** What was said about a membership's end, and when. */
export interface RecordedEnd {
  membership: string
  until: LocalDate
  recordedAt: Instant
  recordedBy: string | null
}

/** A person's memberships that last on a day or begin later, oldest first. */
export async function membershipsSince(
  scope: Scope,
  person: string,
  day: LocalDate,
): Promise<LastingMembership[]> {
  const rows = await rowsOf(scope)
    .selectFrom('membership')
    .select(['id', 'team', 'person', 'part', 'from_on', 'until_on'])
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .orderBy('from_on')
    .orderBy('id')
    .execute()
  return rows
    .filter((row) => row.until_on === null || (row.until_on > day && row.until_on > row.from_on))
    .map(({ from_on, until_on, ...row }) => ({ ...row, from: from_on, until: until_on ?? undefined }))
}

/** Ends a membership on the day before a date, never later than was said already; one that begins later never does. */
export async function endMembership(
  scope: WriteScope,
  membership: LastingMembership,
  day: LocalDate,
): Promise<void> {
  const last = day > membership.from ? day : membership.from
  const until = membership.until !== undefined && membership.until < last ? membership.until : last
  const before = (await membershipEnds(scope, membership.id)).length
  await rowsOf(scope)
    .insertInto('membership_end')
    .values({
      workspace: scope.workspace.id,
      membership: membership.id,
      sequence: before + 1,
      until_on: until,
      recorded_at: scope.now,
      recorded_by: scope.person?.id ?? null,
    })
    .execute()
  await rowsOf(scope)
    .updateTable('membership')
    .set({ until_on: until })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', membership.id)
    .execute()
  const { team, part, from } = membership
  await scope.record(
    'team.left',
    `person:${membership.person}`,
    { team, part, from, until: membership.until },
    { team, part, from, until },
  )
}

/** Everything that was ever said about ends, of one membership or all, in order. */
export async function membershipEnds(scope: Scope, membership?: string): Promise<RecordedEnd[]> {
  let query = rowsOf(scope)
    .selectFrom('membership_end')
    .selectAll()
    .where('workspace', '=', scope.workspace.id)
  if (membership !== undefined) query = query.where('membership', '=', membership)
  const rows = await query.orderBy('membership').orderBy('sequence').execute()
  return rows.map((row) => ({
    membership: row.membership,
    until: row.until_on,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }))
}
