import { Declined } from '../declined.ts'
import type { Message } from './store.ts'
import type { Visitor } from './visitor.ts'

/** Names under which people look for their private conversation with the bot. */
const PRIVATE_NAMES = new Set(['', 'dm', 'private', 'drumbeat', '战鼓', '私聊'])

export const privatePlaceOf = (person: string): string => `dm:${person}`

/** The place that a request's `in` names: a channel, or (absent) the private conversation with the bot. */
export function placeNamed(name: string | undefined, { channels, person }: Visitor): string {
  const wanted = (name ?? '').trim().replace(/^#/, '')
  if (channels.includes(wanted)) return wanted
  if (PRIVATE_NAMES.has(wanted.toLowerCase())) return privatePlaceOf(person.id)
  throw new Declined(404, (errors) => errors.noChannel(wanted, channels.join(', ')))
}

/** What `in` reads for a place: a channel's name, or `dm`. */
export const nameOf = (place: string): string => (isPrivate(place) ? 'dm' : place)

export const isPrivate = (place: string): boolean => place.startsWith('dm:')

/** Whether the message is for this person's eyes. */
export function maySee(message: Message, person: string): boolean {
  if (message.onlyFor !== undefined && message.onlyFor !== person) return false
  return !isPrivate(message.place) || message.place === privatePlaceOf(person)
}
