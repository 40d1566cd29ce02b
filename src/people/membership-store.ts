import { newId } from '../kernel/id.ts'
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
