import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { almanacOf } from './almanac.ts'
import type { Ritual } from './ritual.ts'
import { openingOf } from './run-store.ts'
import { nextOccurrence } from './schedule.ts'

/** The next opening by the clock that has not been claimed before its time. */
export async function nextToCome(scope: Scope, ritual: Ritual): Promise<Instant | undefined> {
  const almanac = almanacOf(scope, ritual)
  const next = nextOccurrence(ritual.schedule, almanac, scope.now)
  if (!next || !(await openingOf(scope, ritual.id, next.occurrence))) return next?.at
  return nextOccurrence(ritual.schedule, almanac, next.at)?.at
}
