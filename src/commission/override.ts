import { type Fraction, plus, times, ZERO } from './fraction.ts'

/** What who leads a team gets of its members' deals. */
export interface Override {
  rate: Fraction
  /** Of the credit that pays, or of what the members have earned by their own deals. */
  of: 'credit' | 'commission'
  /** The teams that one leads oneself, or all teams below them as well. */
  scope: 'direct' | 'all'
}

/** A team that somebody leads, with what its members have done in the period; exact minor units. */
export interface LedTeam {
  team: string
  members: readonly LedMember[]
}

interface LedMember {
  person: string
  /** Their own shares of deals; credit that a plan gives beyond them is not among it. */
  credit: Fraction
  /** What they have earned by it, unrounded; below zero where refunds have taken more. */
  commission: Fraction
}

/** One team's part of a manager's override. */
export interface OverrideLine {
  team: string
  people: number
  /** What the rate is taken of. */
  of: Fraction
  exact: Fraction
}

/**
 * A manager's override: for each team led, rate × the sum over its members, in exact minor units. Somebody in several of
 * the teams counts once, in the first; the manager's own deals never count. Teams of which nothing comes give no line.
 */
export function overrideLines(
  override: Override,
  manager: string,
  teams: readonly LedTeam[],
): OverrideLine[] {
  const counted = new Set([manager])
  return teams.flatMap(({ team, members }): OverrideLine[] => {
    const fresh = members.filter(({ person }) => !counted.has(person))
    for (const { person } of fresh) counted.add(person)
    const of = fresh.map((one) => one[override.of]).reduce(plus, ZERO)
    return of.num === 0n ? [] : [{ team, people: fresh.length, of, exact: times(override.rate, of) }]
  })
}
