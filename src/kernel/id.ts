import { randomBytes } from 'node:crypto'
import type { Instant } from './time.ts'

/** A new id that sorts by the moment it was made: 9 characters of time, 13 of chance. */
export function newId(now: Instant): string {
  const time = Date.parse(now).toString(36).padStart(9, '0')
  const chance = BigInt(`0x${randomBytes(8).toString('hex')}`)
    .toString(36)
    .padStart(13, '0')
  return time + chance
}
