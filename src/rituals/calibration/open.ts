import { dateAt, instantAt } from '../../kernel/calendar.ts'
import { addDays } from '../../kernel/period.ts'
import type { WriteScope } from '../../kernel/scope.ts'
import { type Instant, secondsAfter } from '../../kernel/time.ts'
import { workdayFrom } from '../../kernel/workdays.ts'
import { onLeave } from '../../people/store.ts'
import { almanacOf } from '../almanac.ts'
import { ownMembers } from '../audience-store.ts'
import { reviewOfThisWeek, takeIn } from '../data-review/take-in.ts'
import type { Serving, Stage } from '../ritual.ts'
import type { Almanac } from '../schedule.ts'
import { addSession } from '../session-store.ts'
import { openingOf } from './opening.ts'
import { openingView } from './views.ts'

const CLOSE_AT = '18:00'
const CLOSE_NEXT_DAY_AT = '10:00'
/** People need an hour at least to say something. */
const LEAST_SECONDS = 3600
/** So long before the close those are reminded on whom a proposal waits. */
const REMIND_SECONDS = 3600

/** Opens the thread with the goals of the team; where nobody is there, nothing. Takes in the week's data review. */
export async function openCalibration(scope: WriteScope, serving: Serving): Promise<Stage[] | undefined> {
  const { ritual, occurrence, lateMinutes } = serving
  const members = await ownMembers(scope, ritual.team.id)
  const away = await onLeave(scope, dateAt(scope.now, ritual.zone))
  if (members.every((one) => away.has(one.id))) return undefined
  const closesAt = closingOf(scope.now, almanacOf(scope, ritual))
  const review = await reviewOfThisWeek(scope, ritual)
  const planned = {
    ritual: ritual.id,
    occurrence,
    openedAt: scope.now,
    closesAt,
    closedAt: undefined,
    threads: [],
  }
  const opening = await openingOf(scope, ritual, planned)
  const threads = await scope.post({
    to: { channel: ritual.channel, team: ritual.team.id },
    view: await openingView(scope, { ...opening, withReview: review !== undefined, lateMinutes }),
    subject: `calibration:${ritual.id}:${occurrence}`,
  })
  await addSession(scope, { ...planned, threads })
  if (review) await takeIn(scope, review, { ...planned, threads })
  return [
    { name: 'remind', dueAt: remindingOf(scope.now, closesAt) },
    { name: 'close', dueAt: closesAt },
  ]
}

/** The evening of the same day, or the next workday's morning where that is too soon. */
export function closingOf(opened: Instant, { zone, calendar }: Almanac): Instant {
  const today = dateAt(opened, zone)
  const evening = instantAt(today, CLOSE_AT, zone)
  if (evening >= secondsAfter(opened, LEAST_SECONDS)) return evening
  return instantAt(workdayFrom(calendar, addDays(today, 1)), CLOSE_NEXT_DAY_AT, zone)
}

/** An hour before the close, or half-way where that is too soon. */
function remindingOf(opened: Instant, closesAt: Instant): Instant {
  const seconds = (Date.parse(closesAt) - Date.parse(opened)) / 1000
  return secondsAfter(closesAt, -Math.min(REMIND_SECONDS, Math.floor(seconds / 2)))
}
