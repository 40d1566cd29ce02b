import { dateAt, instantAt } from '../kernel/calendar.ts'
import { spanOf } from '../kernel/period.ts'
import type { WriteScope } from '../kernel/scope.ts'
import { almanacOf } from './almanac.ts'
import type { Ritual } from './ritual.ts'
import { readSchedule, servedOn } from './schedule.ts'
import { serve } from './serve.ts'
import { changeSchedule } from './store.ts'

/**
 * Changes when a ritual takes place, without repeating or skipping anything: what is due by the old schedule is served
 * first; the running period is then looked at again by the new one, and what it has had already is claimed. Where other
 * periods are served from now on, such as months instead of weeks, nothing before now has been promised.
 */
export async function reschedule(scope: WriteScope, ritual: Ritual, written: string): Promise<void> {
  const schedule = readSchedule(written)
  if (!schedule) throw new Error(`Not a schedule: ${written}`)
  await serve(scope, ritual.id)
  const almanac = almanacOf(scope, ritual)
  const { from } = spanOf(
    servedOn(schedule, dateAt(scope.now, ritual.zone), almanac),
    almanac.fiscalStartMonth,
  )
  const periodStart = instantAt(from, '00:00', ritual.zone)
  const since = schedule.every === ritual.schedule.every ? periodStart : scope.now
  const [, settledUntil = since] = [ritual.createdAt, since].sort()
  await changeSchedule(scope, ritual.id, { schedule: written, settledUntil })
}
