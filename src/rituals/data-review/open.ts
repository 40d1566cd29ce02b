import { dateAt } from '../../kernel/calendar.ts'
import type { WriteScope } from '../../kernel/scope.ts'
import { secondsAfter } from '../../kernel/time.ts'
import { onLeave } from '../../people/store.ts'
import { ownMembers } from '../audience-store.ts'
import type { Serving, Stage } from '../ritual.ts'
import { planStages } from '../run-store.ts'
import { sessionOf } from '../session-store.ts'
import { holdReview, reviewCloses } from './hold.ts'
import { calibrationToCome, openCalibration } from './where.ts'

/** After the calibration's hour a review that waited for it in vain is held by itself. */
const WAIT_SECONDS = 300

/**
 * Opens a review. In the week of a calibration it joins that one's thread, or waits for it where it comes later in the
 * week; who asks for a review now gets it now.
 */
export async function openReview(scope: WriteScope, serving: Serving): Promise<Stage[] | undefined> {
  const { ritual } = serving
  const members = await ownMembers(scope, ritual.team.id)
  const away = await onLeave(scope, dateAt(scope.now, ritual.zone))
  if (members.every((one) => away.has(one.id))) return undefined
  const calibration = await openCalibration(scope, ritual)
  if (calibration) {
    await holdReview(scope, serving, calibration.closesAt, calibration)
    return []
  }
  const comesAt = scope.person ? undefined : await calibrationToCome(scope, ritual)
  if (comesAt) return [{ name: 'hold', dueAt: secondsAfter(comesAt, WAIT_SECONDS) }]
  const closesAt = reviewCloses(scope, ritual)
  await holdReview(scope, serving, closesAt)
  return [{ name: 'close', dueAt: closesAt }]
}

/** The end of the waiting: unless a calibration has taken it in, the review is held by itself. */
export async function holdAlone(scope: WriteScope, serving: Serving): Promise<void> {
  const { ritual, occurrence } = serving
  if (await sessionOf(scope, ritual.id, occurrence)) return
  const closesAt = reviewCloses(scope, ritual)
  await holdReview(scope, serving, closesAt)
  await planStages(scope, ritual.id, occurrence, [{ name: 'close', dueAt: closesAt }])
}
