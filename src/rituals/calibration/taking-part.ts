import { Refusal } from '../../kernel/refusal.ts'
import type { Acting, Scope, WriteScope } from '../../kernel/scope.ts'
import { isAboveTeam } from '../../people/who.ts'
import { ownMembers } from '../audience-store.ts'
import type { Ritual } from '../ritual.ts'
import { holdOpen, type Session, sessionOf } from '../session-store.ts'
import { ritualById } from '../store.ts'
import { type TeamGoals, teamGoals } from './goals.ts'
import { texts } from './texts.ts'

export interface AtTable {
  ritual: Ritual
  session: Session
}

/** The open calibration of a button, for who takes part in it. */
export async function atTable(
  scope: Acting,
  ritualId: string,
  occurrence: string,
): Promise<AtTable | Refusal> {
  const session = await sessionOf(scope, ritualId, occurrence)
  return seated(scope, ritualId, session?.closedAt === undefined ? session : undefined)
}

/** The same for a form: the calibration cannot close before this transaction has ended. */
export async function heldAtTable(
  scope: Acting<WriteScope>,
  ritualId: string,
  occurrence: string,
): Promise<AtTable | Refusal> {
  return seated(scope, ritualId, await holdOpen(scope, ritualId, occurrence))
}

export async function goalsFor(scope: Scope, { ritual, session }: AtTable): Promise<TeamGoals> {
  return teamGoals(scope, ritual.team.id, await ownMembers(scope, ritual.team.id), session.occurrence)
}

async function seated(
  scope: Acting,
  ritualId: string,
  session: Session | undefined,
): Promise<AtTable | Refusal> {
  const words = texts[scope.locale]
  const ritual = await ritualById(scope, ritualId)
  if (!ritual || !session) return new Refusal(words.closed)
  return (await takesPart(scope, ritual))
    ? { ritual, session }
    : new Refusal(words.notYours(ritual.team.name))
}

export async function takesPart(scope: Acting, ritual: Ritual): Promise<boolean> {
  if (await isAboveTeam(scope, ritual.team.id)) return true
  return (await ownMembers(scope, ritual.team.id)).some((one) => one.id === scope.person.id)
}
