import type { Ticker } from './feature.ts'
import type { Scope, WriteScope } from './scope.ts'
import type { Instant } from './time.ts'

export interface Reminder {
  /** For whom something is due by now, and since when. */
  due: (scope: Scope) => Promise<{ person: string; at: Instant }[]>
  next: (scope: Scope) => Promise<Instant | undefined>
  /** Takes what is due first, and does nothing when another process has it already. */
  remind: (scope: WriteScope, person: string) => Promise<void>
}

/** Work by the clock that is bundled by person: one job for each one for whom something has fallen due. */
export function reminding(name: string, reminder: Reminder): Ticker {
  return {
    name,
    due: async (scope) =>
      (await reminder.due(scope)).map(({ person, at }) => ({
        at,
        name: `${name} ${person}`,
        run: (writing) => reminder.remind(writing, person),
      })),
    next: reminder.next,
  }
}
