import { dateAt } from '../../kernel/calendar.ts'
import type { Scope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'
import { onLeave } from '../../people/store.ts'
import type { Ritual } from '../ritual.ts'
import type { Session } from '../session-store.ts'
import type { Part } from './store.ts'

/** Who is on leave on a team's date at a moment, by id. */
export const awayAt = (scope: Scope, ritual: Pick<Ritual, 'zone'>, at: Instant): Promise<Set<string>> =>
  onLeave(scope, dateAt(at, ritual.zone))

/**
 * Who counts as having been asked: everybody who has answered, and of the others those who were on leave neither when
 * the retro was opened nor at its end; so far that is now.
 */
export async function countedIn(
  scope: Scope,
  ritual: Ritual,
  session: Session,
  parts: readonly Part[],
): Promise<Part[]> {
  const opened = await awayAt(scope, ritual, session.openedAt)
  const closed = await awayAt(scope, ritual, session.closedAt ?? scope.now)
  return parts.filter(({ answers, person }) => answers || !(opened.has(person) || closed.has(person)))
}
