import type { Period } from '../../kernel/period.ts'
import type { Scope, WriteScope } from '../../kernel/scope.ts'
import type { Instant } from '../../kernel/time.ts'
import { almanacOf } from '../almanac.ts'
import type { Ritual } from '../ritual.ts'
import { type Session, sessionOf } from '../session-store.ts'
import { ritualById } from '../store.ts'
import { type Asked, askedIn, holdAsked } from './store.ts'
import { timesOf } from './times.ts'

/** A serving that has been opened: the ritual as it is, and what it asked then. */
export interface Held {
  ritual: Ritual
  session: Session
  asked: Asked
  /** When the cases of a workshop are gone through. */
  presentAt: Instant | undefined
}

/** The serving of a button or a form, `<ritual> <occurrence>`, unless its ritual is gone. */
export async function heldAs(scope: Scope, value: string): Promise<Held | undefined> {
  const [ritual = '', occurrence = ''] = value.split(' ')
  return heldIn(scope, ritual, occurrence, await askedIn(scope, ritual, occurrence))
}

/** The same, held so that nobody else answers in it or closes it meanwhile. */
export async function takeHold(scope: WriteScope, value: string): Promise<Held | undefined> {
  const [ritual = '', occurrence = ''] = value.split(' ')
  return heldIn(scope, ritual, occurrence, await holdAsked(scope, ritual, occurrence))
}

/** Names a serving in buttons and forms. */
export const keyOf = ({ ritual, occurrence }: Pick<Asked, 'ritual' | 'occurrence'>): string =>
  `${ritual} ${occurrence}`

async function heldIn(
  scope: Scope,
  ritualId: string,
  occurrence: Period,
  asked: Asked | undefined,
): Promise<Held | undefined> {
  if (!asked) return undefined
  const ritual = await ritualById(scope, ritualId)
  const session = await sessionOf(scope, ritualId, occurrence)
  if (!ritual || !session) return undefined
  const { presentAt } = timesOf(session.openedAt, asked.asks, almanacOf(scope, ritual))
  return { ritual, session, asked, presentAt }
}
