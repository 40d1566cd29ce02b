import dayjs from 'dayjs'
import timezone from 'dayjs/plugin/timezone.js'
import utc from 'dayjs/plugin/utc.js'
import { remembered } from './remembered.ts'
import type { Instant, LocalDate } from './time.ts'

dayjs.extend(utc)
dayjs.extend(timezone)

/** Clocks are changed, and days begin, on the quarter hour only: what was found once holds until the next one. */
const QUARTER_MS = 15 * 60_000
const latestDates = new Map<string, { quarter: number; date: LocalDate }>()

/** The calendar date at an instant, in a zone. */
export function dateAt(instant: Instant, zone: string): LocalDate {
  const moment = Date.parse(instant)
  const quarter = Math.floor(moment / QUARTER_MS)
  const latest = latestDates.get(zone)
  if (latest?.quarter === quarter) return latest.date
  const date = dateFormat(zone).format(moment)
  latestDates.set(zone, { quarter, date })
  return date
}

const dateFormats = new Map<string, Intl.DateTimeFormat>()

/** Swedish writes dates as ISO does. Kept, because making one takes a hundred times as long as using it. */
function dateFormat(zone: string): Intl.DateTimeFormat {
  const known = dateFormats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' })
  dateFormats.set(zone, made)
  return made
}

/** The wall clock at an instant, in a zone: `16:05`. */
export function timeAt(instant: Instant, zone: string): string {
  return wallClock(instant, zone).slice(11, 16)
}

/**
 * The instant at which a zone's wall clock shows a date and time (`16:00`). A time that the clock skips in spring is
 * taken as the moment of the change; one that it shows twice in autumn is the first of the two.
 */
export function instantAt(date: LocalDate, time: string, zone: string): Instant {
  return instants(date, time, zone)
}

/** Kept: every team's rituals ask for the same few moments every minute, and zones are slow to look up. */
const instants = remembered((date: LocalDate, time: string, zone: string): Instant => {
  const wall = Date.parse(`${date}T${time}:00.000Z`)
  const before = wall - offsetMs(wall - 86_400_000, zone)
  const after = wall - offsetMs(wall + 86_400_000, zone)
  const candidates = [Math.min(before, after), Math.max(before, after)]
  const shown = candidates.find((instant) => instant + offsetMs(instant, zone) === wall)
  return new Date(shown ?? firstInstantFrom(wall, zone)).toISOString()
})

export function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}

/** The moment at which the wall clock jumps over `wall`: the first one at which it shows that or more. */
function firstInstantFrom(wall: number, zone: string): number {
  let low = wall - 86_400_000
  let high = wall + 86_400_000
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000
    if (middle + offsetMs(middle, zone) >= wall) high = middle
    else low = middle
  }
  return high
}

function wallClock(instant: Instant, zone: string): string {
  const moment = Date.parse(instant)
  return new Date(moment + offsetMs(moment, zone)).toISOString()
}

const latestOffsets = new Map<string, { quarter: number; offset: number }>()

function offsetMs(instant: number, zone: string): number {
  const quarter = Math.floor(instant / QUARTER_MS)
  const latest = latestOffsets.get(zone)
  if (latest?.quarter === quarter) return latest.offset
  const offset = dayjs(instant).tz(zone).utcOffset() * 60_000
  latestOffsets.set(zone, { quarter, offset })
  return offset
}
