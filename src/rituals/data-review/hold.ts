import { dateAt, instantAt } from '../../kernel/calendar.ts'
import { addDays, kindOf, type Period, periodOf, shift } from '../../kernel/period.ts'
import type { Scope, WriteScope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'
import { workdayFrom } from '../../kernel/workdays.ts'
import { almanacOf } from '../almanac.ts'
import type { Ritual, Serving } from '../ritual.ts'
import { addSession, type Session, sessionOf } from '../session-store.ts'
import { gather } from './gather.ts'
import { addReview, type Review } from './store.ts'
import { findingsView, openingView, tellingOf } from './views.ts'

const CLOSE_AT = '18:00'

/** Opens a review: in a thread of its own, or in the thread of the calibration that it is held within. */
export async function holdReview(
  scope: WriteScope,
  serving: Serving,
  closesAt: Instant,
  within?: Session,
): Promise<void> {
  const { ritual, occurrence, lateMinutes } = serving
  const facts = await gather(scope, ritual.team.id, monthReviewed(occurrence, dateAt(scope.now, ritual.zone)))
  const telling = await tellingOf(scope, facts)
  const session = { ritual: ritual.id, occurrence, openedAt: scope.now, closesAt }
  const opening = { ritual, session, lateMinutes, over: false, within: within !== undefined }
  const view = openingView(telling, opening)
  const subject = `review:${ritual.id}:${occurrence}`
  const posts: string[] = []
  if (within)
    for (const thread of within.threads) posts.push(...(await scope.post({ to: { thread }, view, subject })))
  else
    posts.push(
      ...(await scope.post({ to: { channel: ritual.channel, team: ritual.team.id }, view, subject })),
    )
  await addSession(scope, { ...session, threads: within ? [] : posts })
  await addReview(scope, {
    ritual: ritual.id,
    occurrence,
    facts,
    within: within && { ritual: within.ritual, occurrence: within.occurrence },
    posts,
  })
  const found = findingsView(telling, session)
  if (!found) return
  for (const thread of within?.threads ?? posts) await scope.post({ to: { thread }, view: found })
}

/** The month before the one that it is held in, or, by another schedule, the last one that is over. */
export function monthReviewed(occurrence: Period, today: string): Period {
  return shift(kindOf(occurrence) === 'month' ? occurrence : periodOf(today, 'month'), -1)
}

/** The evening of the next workday: a case takes a night's thought. */
export function reviewCloses(scope: Scope, ritual: Ritual): Instant {
  const { zone, calendar } = almanacOf(scope, ritual)
  return instantAt(workdayFrom(calendar, addDays(dateAt(scope.now, zone), 1)), CLOSE_AT, zone)
}

/** The threads in which a review is held: its own, or the calibration's. */
export async function threadsOf(scope: Scope, { ritual, occurrence, within }: Review): Promise<string[]> {
  const session = within
    ? await sessionOf(scope, within.ritual, within.occurrence)
    : await sessionOf(scope, ritual, occurrence)
  return session?.threads ?? []
}
