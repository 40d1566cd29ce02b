import { type Instant, secondsAfter } from '../kernel/time.ts'
import type { Ritual } from './ritual.ts'
import { type Almanac, nextOccurrence, type Occurrence, occurrences, type Schedule } from './schedule.ts'

/** What is to be done about a ritual's occurrences that have come since it was last looked at. */
export interface Due {
  /** To be held, late or not, in order. */
  hold: (Occurrence & { lateMinutes: number })[]
  /** Too long ago. */
  missed: Occurrence[]
}

/** A tick comes each minute, and one may be slow: a few minutes are not worth an excuse. */
const UNNOTICED_MINUTES = 5

/**
 * Decides it from the clock alone. After the clock has been set back, what it shows is looked at again for the length
 * of the catch-up window: what had been held by then stays claimed.
 */
export function dueNow(
  ritual: Pick<Ritual, 'schedule' | 'catchUpHours' | 'settledUntil'>,
  almanac: Almanac,
  now: Instant,
): Due {
  const windowStart = secondsAfter(now, -ritual.catchUpHours * 3600)
  const after = ritual.settledUntil <= now ? ritual.settledUntil : windowStart
  const first = after === ritual.settledUntil ? firstAfter(ritual.schedule, almanac, after) : undefined
  if (first && first.at > now) return { hold: [], missed: [] }
  const found = occurrences(ritual.schedule, almanac, after, now)
  return {
    hold: found
      .filter(({ at }) => at >= windowStart)
      .map((one) => ({ ...one, lateMinutes: lateness(one.at, now) })),
    missed: found.filter(({ at }) => at < windowStart),
  }
}

/** Whole minutes between a due time and now; 0 where nobody would notice. */
export function lateness(at: Instant, now: Instant): number {
  const minutes = Math.floor((Date.parse(now) - Date.parse(at)) / 60_000)
  return minutes < UNNOTICED_MINUTES ? 0 : minutes
}

const MOST_REMEMBERED = 10_000

const remembered = new Map<string, Occurrence | undefined>()

/** `nextOccurrence`, worked out once: each tick asks the same of every ritual, and time zones are slow to work out. */
function firstAfter(schedule: Schedule, almanac: Almanac, after: Instant): Occurrence | undefined {
  const question = JSON.stringify([schedule, almanac, after])
  if (!remembered.has(question)) {
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(question, nextOccurrence(schedule, almanac, after))
  }
  return remembered.get(question)
}
