import type { Scope, WriteScope } from '../../kernel/scope.ts'
import type { Ritual } from '../ritual.ts'
import { claim, stageWaits, takeStage } from '../run-store.ts'
import type { Occurrence } from '../schedule.ts'
import type { Session } from '../session-store.ts'
import { closeReview } from './close.ts'
import { holdReview } from './hold.ts'
import { reviewsWithin } from './store.ts'
import { going, unclaimedThisWeek } from './where.ts'

/** A team's review that falls into this week, and that a calibration opening now takes in. */
export interface TakenIn {
  review: Ritual
  /** To be claimed before its time; or `waits`: it was claimed, and waits for the calibration. */
  due: Occurrence
  waits: boolean
}

export async function reviewOfThisWeek(scope: Scope, { team }: Ritual): Promise<TakenIn | undefined> {
  const review = await going(scope, team.id, 'monthly-data-review')
  if (!review) return undefined
  const waiting = await stageWaits(scope, review.id, 'hold')
  if (waiting) return { review, due: waiting, waits: true }
  const [due] = await unclaimedThisWeek(scope, review)
  return due && { review, due, waits: false }
}

/** Holds it in the calibration's thread, by the same claim as the clock: its own time does not hold it again. */
export async function takeIn(
  scope: WriteScope,
  { review, due, waits }: TakenIn,
  calibration: Session,
): Promise<void> {
  const { occurrence, at } = due
  const taken = waits
    ? await takeStage(scope, { ritual: review.id, occurrence, stage: 'hold' })
    : await claim(scope, { ritual: review.id, occurrence, at, status: 'done' })
  if (!taken) return
  await holdReview(scope, { ritual: review, occurrence, lateMinutes: 0 }, calibration.closesAt, calibration)
}

/** Ends the reviews that are held within a calibration, with it. */
export async function closeReviewsWithin(
  scope: WriteScope,
  calibration: Pick<Session, 'ritual' | 'occurrence'>,
): Promise<void> {
  for (const review of await reviewsWithin(scope, calibration.ritual, calibration.occurrence))
    await closeReview(scope, review, 0)
}
