import type { Award, Badge } from './badge.ts'

/** All that counts for whether a badge may be given. */
export interface AwardFacts {
  badge: Badge
  by: string
  /** Who is to get it; undefined: nobody whom we know. */
  person: string | undefined
  /** The giver leads the person, or is an admin. */
  mayAward: boolean
  /** The award that the same cause gave the same person before, revoked or not. */
  before: Award | undefined
  /** Who holds this monthly badge in the person's team already. */
  holder: Award | undefined
}

export type AwardDecision =
  | { outcome: 'award' | 'again' }
  | { outcome: 'held' }
  | { outcome: 'refused'; why: 'unknown' | 'self' | 'not-manager' }
  | { outcome: 'refused'; why: 'taken'; holder: Award }

/** Nobody awards themselves, managers award their people, and a monthly badge has one holder. */
export function decideAward(facts: AwardFacts): AwardDecision {
  const { person, before, holder } = facts
  if (person === undefined) return { outcome: 'refused', why: 'unknown' }
  if (person === facts.by) return { outcome: 'refused', why: 'self' }
  if (!facts.mayAward) return { outcome: 'refused', why: 'not-manager' }
  if (before?.held) return { outcome: 'held' }
  if (facts.badge.monthly && holder) {
    return holder.person === person ? { outcome: 'held' } : { outcome: 'refused', why: 'taken', holder }
  }
  return { outcome: before ? 'again' : 'award' }
}

/** An award is taken back while its month lasts, or as long as nobody has been told. */
export function mayRevoke(award: Award, when: { now: string; month: string }): boolean {
  return award.held && (award.month >= when.month || award.announcedAt > when.now)
}
