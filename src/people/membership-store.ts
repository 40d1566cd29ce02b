import { newId } from '../kernel/id.ts'
import type { Span } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'

/** Puts a person into a team, as a member or as its manager, from a date on; nothing changes where that is so already. */
export async function joinTeam(
  scope: WriteScope,
  team: string,
  person: string,
  part: 'member' | 'manager',
  from: LocalDate,
): Promise<void> {
  const known = await memberships(scope, from, { person, part })
  if (known.some((one) => one.team === team)) return
  await rowsOf(scope)
    .insertInto('membership')
    .values({
      workspace: scope.workspace.id,
      id: newId(scope.now),
      team,
      person,
      part,
      from_on: from,
      until_on: null,
      recorded_at: scope.now,
    })
    .execute()
  await scope.record('team.joined', `person:${person}`, undefined, { team, part, from })
}

export interface Membership {
  team: string
  person: string
  part: 'member' | 'manager'
  from: LocalDate
}

/** Who belongs to which team on a day, as far as it is asked for; oldest first. */
export async function memberships(
  scope: Scope,
  on: LocalDate,
  where: { person?: string; teams?: readonly string[]; part?: Membership['part'] } = {},
): Promise<Membership[]> {
  let query = rowsOf(scope)
    .selectFrom('membership')
    .select(['team', 'person', 'part', 'from_on as from'])
    .where('workspace', '=', scope.workspace.id)
    .where('from_on', '<=', on)
    .where((or) => or.or([or('until_on', 'is', null), or('until_on', '>', on)]))
  if (where.person !== undefined) query = query.where('person', '=', where.person)
  if (where.teams) query = query.where('team', 'in', [...where.teams])
  if (where.part) query = query.where('part', '=', where.part)
  return query.orderBy('id').execute()
}

/** The days on which a person came into a team as a member, or was no longer in it. */
export async function membershipDays(scope: Scope, person: string): Promise<LocalDate[]> {
  const rows = await rowsOf(scope)
    .selectFrom('membership')
    .select(['from_on', 'until_on'])
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .where('part', '=', 'member')
    .execute()
  return rows.flatMap(({ from_on, until_on }) => (until_on === null ? [from_on] : [from_on, until_on]))
}

/** Who becomes a member of a team, or stops being one, after the first day of a span. */
export async function movingWithin(scope: Scope, { from, to }: Span): Promise<Set<string>> {
  const rows = await rowsOf(scope)
    .selectFrom('membership')
    .select('person')
    .distinct()
    .where('workspace', '=', scope.workspace.id)
    .where('part', '=', 'member')
    .where((or) =>
      or.or([
        or.and([or('from_on', '>', from), or('from_on', '<=', to)]),
        or.and([or('until_on', '>', from), or('until_on', '<=', to)]),
      ]),
    )
    .execute()
  return new Set(rows.map((row) => row.person))
}
