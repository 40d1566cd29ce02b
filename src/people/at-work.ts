import { dateAt, instantAt } from '../kernel/calendar.ts'
import type { Reminder } from '../kernel/reminding.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { BACK_AT } from './hours.ts'
import { firstDayAtWork } from './leave.ts'
import { leavesOf, onLeave } from './leave-store.ts'
import { personById } from './person-store.ts'
import { whoDecidesFor } from './who.ts'
import { workdaysFor } from './workdays.ts'

/**
 * Lets reminders wait until their person is at work: neither on leave nor on a day off. What can wait for so many days
 * only, and would wait longer, is given without them: `remind` then turns to who decides for them.
 */
export function whenAtWork(reminder: Reminder, canWaitDays?: number): Reminder {
  const moment = async (scope: Scope, { person, at }: { person: string; at: Instant }) => {
    const back = await atWorkFrom(scope, person, at)
    if (canWaitDays === undefined || Date.parse(back) - Date.parse(at) <= canWaitDays * DAY_MS) return back
    const other = await whoDecidesFor(scope, person)
    return other ? atWorkFrom(scope, other.id, at) : back
  }
  const moments = async (scope: Scope) =>
    Promise.all((await reminder.due(scope)).map(async (one) => ({ ...one, at: await moment(scope, one) })))
  return {
    ...reminder,
    due: async (scope) => (await moments(scope)).filter(({ at }) => at <= scope.now),
    async next(scope) {
      const waiting = (await moments(scope)).map(({ at }) => at).filter((at) => at > scope.now)
      return [...waiting, await reminder.next(scope)].filter((at) => at !== undefined).sort()[0]
    },
  }
}

/** Whether somebody is on leave today, by their own clock. */
export async function isAway(scope: Scope, { id, zone }: { id: string; zone: string }): Promise<boolean> {
  return (await onLeave(scope, dateAt(scope.now, zone))).has(id)
}

const DAY_MS = 86_400_000

/** A moment, or the first morning after it on which a person is at work where they are not. */
async function atWorkFrom(scope: Scope, id: string, at: Instant): Promise<Instant> {
  const person = await personById(scope, id)
  const zone = person?.zone ?? scope.workspace.zone
  const date = dateAt(at, zone)
  const leaves = await leavesOf(scope, [id], date)
  const day = firstDayAtWork(leaves, await workdaysFor(scope, { person: id }), date)
  return day === date ? at : instantAt(day, BACK_AT, zone)
}
