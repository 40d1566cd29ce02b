import { dateAt } from '../../kernel/calendar.ts'
import type { Scope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'
import { everyone, onLeave } from '../../people/store.ts'
import type { Ritual } from '../ritual.ts'
import type { Session } from '../session-store.ts'
import type { Part } from './store.ts'

/** Who is on leave on a team's date at a moment, by id. */
export const awayAt = (scope: Scope, ritual: Pick<Ritual, 'zone'>, at: Instant): Promise<Set<string>> =>
  onLeave(scope, dateAt(at, ritual.zone))

/**
 * Who counts as having been asked: everybody who has answered, and of the others those who are still in the company,
 * whose prompt has not been taken back, and who were on leave neither when the retro was opened nor at its end; so far
 * that is now.
 */
export async function countedIn(
  scope: Scope,
  ritual: Ritual,
  session: Session,
  parts: readonly Part[],
): Promise<Part[]> {
  const opened = await awayAt(scope, ritual, session.openedAt)
  const closed = await awayAt(scope, ritual, session.closedAt ?? scope.now)
  const present = new Set((await everyone(scope)).map((one) => one.id))
  return parts.filter(
    ({ answeredAt, person, away }) =>
      answeredAt !== undefined ||
      (present.has(person) && away !== 'taken-back' && !opened.has(person) && !closed.has(person)),
  )
}
