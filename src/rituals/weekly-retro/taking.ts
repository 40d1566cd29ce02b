import type { Scope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'
import type { Ritual } from '../ritual.ts'
import { type Session, sessionOf } from '../session-store.ts'
import { ritualById } from '../store.ts'
import { type Held, heldOf } from './held-store.ts'

/** One week's retro of a team. */
export interface Retro {
  ritual: Ritual
  session: Session
  held: Held
}

/** Which one a button or form means: `<ritual> <occurrence> …`. */
export async function retroMeant(scope: Scope, key: string): Promise<Retro | undefined> {
  const [ritualId = '', occurrence = ''] = key.split(' ')
  const [ritual, session, held] = [
    await ritualById(scope, ritualId),
    await sessionOf(scope, ritualId, occurrence),
    await heldOf(scope, ritualId, occurrence),
  ]
  return ritual && session && held && { ritual, session, held }
}

/** Whether a retro takes answers: until its close, and for a while after it as late ones. */
export function takesAnswers({ session, held }: Pick<Retro, 'session' | 'held'>, now: Instant): boolean {
  return session.closedAt === undefined || now < held.lateUntil
}

/** Until when that is. */
export const takesUntil = ({ session, held }: Pick<Retro, 'session' | 'held'>): Instant =>
  session.closedAt === undefined ? session.closesAt : held.lateUntil

/** Names a retro in buttons and forms. */
export const retroKey = ({ ritual, occurrence }: Pick<Session, 'ritual' | 'occurrence'>): string =>
  `${ritual} ${occurrence}`

/** Where an item comes from that a retro has made. */
export const retroSource = ({ ritual, occurrence }: Pick<Session, 'ritual' | 'occurrence'>): string =>
  `retro:${occurrence}:${ritual}`
