import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'

/** The day on which somebody became a member of their first team; undefined: of none yet. */
export async function memberSince(scope: Scope, person: string): Promise<LocalDate | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('membership')
    .select((eb) => eb.fn.min('from_on').as('from'))
    .where('workspace', '=', scope.workspace.id)
    .where('person', '=', person)
    .where('part', '=', 'member')
    .where((or) => or.or([or('until_on', 'is', null), or('until_on', '>', or.ref('from_on'))]))
    .executeTakeFirst()
  return row?.from ?? undefined
}
