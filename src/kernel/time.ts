/** A moment, as fixed-width UTC text: `2026-11-23T08:00:00.000Z`. Compares as text. */
export type Instant = string

/** A calendar date without a zone: `2026-11-23`. Compares as text. */
export type LocalDate = string

/** Where the time comes from: the machine's clock, the playground's, or a test's. */
export interface Clock {
  now(): Instant
}

export const machineClock: Clock = { now: () => new Date().toISOString() }

/** The instant `seconds` after (or, negative, before) another. */
export function secondsAfter(instant: Instant, seconds: number): Instant {
  return new Date(Date.parse(instant) + seconds * 1000).toISOString()
}
