import { dateAt, instantAt } from '../kernel/calendar.ts'
import { spanOf } from '../kernel/period.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { type Instant, secondsAfter } from '../kernel/time.ts'
import { almanacOf } from './almanac.ts'
import { changePlan, type Plan } from './made-store.ts'
import type { Ritual } from './ritual.ts'
import { openingOf } from './run-store.ts'
import { type Occurrence, occurrences, readSchedule, servedOn } from './schedule.ts'
import { hold, serve } from './serve.ts'
import { ritualById, settleUntil } from './store.ts'

/** What became of an occurrence whose new time is over already and that has not been held by the old one. */
export type Overtaken = { opened: Occurrence } | { leftOut: Occurrence } | undefined

/**
 * Changes how a ritual takes place, without repeating or skipping anything: what is due by the old plan is served
 * first; the running period is then looked at again by the new one, and what it has had already is claimed. If its new
 * time is over, it opens at once within the catch-up window; beyond that it is left to who made the change.
 */
export async function replan(scope: WriteScope, ritual: Ritual, plan: Plan): Promise<Overtaken> {
  await serve(scope, ritual.id)
  const schedule = readSchedule(plan.schedule)
  if (!schedule) throw new Error(`Not a schedule: ${plan.schedule}`)
  const zone = plan.zone ?? ritual.team.zone ?? scope.workspace.zone
  const changed = { ...ritual, zone, schedule }
  const moved = zone !== ritual.zone || JSON.stringify(schedule) !== JSON.stringify(ritual.schedule)
  const since = moved
    ? lookedAtSince(scope, ritual, changed)
    : ((await ritualById(scope, ritual.id))?.settledUntil ?? scope.now)
  await changePlan(scope, ritual.id, plan, since)
  const now = await ritualById(scope, ritual.id)
  return moved && now && !now.paused ? catchUp(scope, now, since) : undefined
}

/** The start of the running period; where other periods are served from now on, nothing before now has been promised. */
function lookedAtSince(scope: WriteScope, before: Ritual, after: Ritual): Instant {
  const almanac = almanacOf(scope, after)
  const running = servedOn(after.schedule, dateAt(scope.now, after.zone), almanac)
  const { from } = spanOf(running, almanac.fiscalStartMonth)
  const since =
    after.schedule.every === before.schedule.every ? instantAt(from, '00:00', after.zone) : scope.now
  const [, later = since] = [before.createdAt, since].sort()
  return later
}

async function catchUp(scope: WriteScope, ritual: Ritual, since: Instant): Promise<Overtaken> {
  const past = occurrences(ritual.schedule, almanacOf(scope, ritual), since, scope.now)
  let overtaken: Overtaken
  for (const one of past) {
    if (await openingOf(scope, ritual.id, one.occurrence)) continue
    const recent = one.at >= secondsAfter(scope.now, -ritual.catchUpHours * 3600)
    const opened = recent && (await hold(scope, ritual, { ...one, lateMinutes: 0 }))
    overtaken = opened ? { opened: one } : { leftOut: one }
  }
  await settleUntil(scope, ritual.id, scope.now)
  return overtaken
}
