import type { WriteScope } from '../../kernel/scope.ts'
import { closeReviewsWithin } from '../data-review/take-in.ts'
import type { Serving } from '../ritual.ts'
import { closeSession, postInThread } from '../session-store.ts'
import { openingOf } from './opening.ts'
import { outcomeOf } from './outcome.ts'
import { outcomeView } from './outcome-view.ts'
import { openingView } from './views.ts'

/**
 * Ends a calibration: what changed and why goes into the thread, after what came out of a data review that was held
 * there. A proposal left open can still be decided.
 */
export async function closeCalibration(scope: WriteScope, serving: Serving): Promise<void> {
  const { ritual, occurrence, lateMinutes } = serving
  const session = await closeSession(scope, ritual.id, occurrence)
  if (!session) return
  await closeReviewsWithin(scope, session)
  const outcome = await outcomeOf(scope, ritual, session, lateMinutes)
  await postInThread(scope, session, await outcomeView(scope, outcome))
  const over = await openingView(scope, await openingOf(scope, ritual, session))
  for (const thread of session.threads) await scope.revise(thread, over)
}

/** Where a calibration is taken away while it is open, the data review in its thread ends with it. */
export async function abandonCalibration(
  scope: WriteScope,
  { ritual, occurrence }: Pick<Serving, 'ritual' | 'occurrence'>,
): Promise<void> {
  await closeReviewsWithin(scope, { ritual: ritual.id, occurrence })
}
