import { randomBytes } from 'node:crypto'
import type { Instant } from './time.ts'

let last = { time: '', chance: 0n }

/**
 * A new id that sorts by the moment it was made: 9 characters of time, 13 of chance.
 * Ids that one process makes in the same millisecond sort in the order in which they were made.
 */
export function newId(now: Instant): string {
  const time = Date.parse(now).toString(36).padStart(9, '0')
  const chance = time === last.time ? last.chance + 1n : BigInt(`0x${randomBytes(7).toString('hex')}`)
  last = { time, chance }
  return time + chance.toString(36).padStart(13, '0')
}

/** The moment at which an id was made, in milliseconds since 1970. */
export function madeAt(id: string): number {
  return Number.parseInt(id.slice(0, 9), 36)
}
