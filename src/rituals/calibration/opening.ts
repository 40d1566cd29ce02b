import type { Scope } from '../../kernel/scope.ts'
import { ownMembers } from '../audience-store.ts'
import { reviewsWithin } from '../data-review/store.ts'
import type { Ritual } from '../ritual.ts'
import type { Session } from '../session-store.ts'
import { type TeamGoals, teamGoals } from './goals.ts'
import { type Promised, promisedBefore } from './promised.ts'

/** What a calibration's first message shows. */
export interface Opening {
  ritual: Ritual
  session: Session
  goals: TeamGoals
  promised: Promised[]
  /** The data review of this week is held in the same thread. */
  withReview: boolean
  lateMinutes: number
  over: boolean
}

/** The first message of a calibration that has been opened, as it stands now. */
export async function openingOf(scope: Scope, ritual: Ritual, session: Session): Promise<Opening> {
  const members = await ownMembers(scope, ritual.team.id)
  return {
    ritual,
    session,
    goals: await teamGoals(scope, ritual.team.id, members, session.occurrence),
    promised: await promisedBefore(scope, session),
    withReview: (await reviewsWithin(scope, session.ritual, session.occurrence)).length > 0,
    lateMinutes: 0,
    over: session.closedAt !== undefined,
  }
}
