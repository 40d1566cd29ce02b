import type { Instant, LocalDate } from '../kernel/time.ts'
import { ancestorsOf } from '../people/teams.ts'
import {
  membershipsBy,
  type PlanHistory,
  type RecordedMembership,
  type RecordedVersion,
  recordedBy,
} from './history.ts'

/**
 * The versions of the plans in force on a day, as far as they were recorded at a moment, by person: their own, else
 * their team's or the nearest above it, else everyone's; among several of one rank the latest counts.
 */
export function plansAt(
  history: PlanHistory,
  on: LocalDate,
  at: Instant,
): (person: string) => RecordedVersion | undefined {
  const { people, teams, everyone } = assignedAt(history, on, at)
  const memberships = teamsAt(history, on, at)
  return (person) => {
    const own = people.get(person)
    if (own) return own
    if (teams.size === 0) return everyone
    for (const team of teamsAbove(history, memberships.get(person) ?? [])) {
      const version = teams.get(team)
      if (version) return version
    }
    return everyone
  }
}

/** What is assigned on a day to whom: of several assignments to one, the latest. */
function assignedAt(history: PlanHistory, on: LocalDate, at: Instant) {
  const people = new Map<string, RecordedVersion>()
  const teams = new Map<string, RecordedVersion>()
  let everyone: RecordedVersion | undefined
  const inForce = history.assignments
    .filter(recordedBy(at))
    .filter((one) => one.from <= on && (one.until === null || one.until > on))
    .sort((a, b) => compare(a.from, b.from) || compare(a.id, b.id))
  for (const { plan, to } of inForce) {
    const version = versionAt(history, plan, on, at)
    if (!version) continue
    if (to.kind === 'person') people.set(to.id, version)
    else if (to.kind === 'team') teams.set(to.id, version)
    else everyone = version
  }
  return { people, teams, everyone }
}

/** Every day on which another plan, or version of one, may have come into force for a person. */
export function planDaysAt(history: PlanHistory, person: string, at: Instant): LocalDate[] {
  const known = recordedBy(at)
  const spans = [
    ...history.assignments.filter(known).filter(({ to }) => to.kind !== 'person' || to.id === person),
    ...membershipsBy(membershipsOf(history, person), at),
  ]
  return [
    ...spans.flatMap(({ from, until }) => (until === null ? [from] : [from, until])),
    ...history.versions.filter(known).map((one) => one.effectiveFrom),
  ]
}

const byPerson = new WeakMap<PlanHistory, Map<string, RecordedMembership[]>>()

/** As a member; found at once, for it is asked for everybody. */
function membershipsOf(history: PlanHistory, person: string): readonly RecordedMembership[] {
  const known =
    byPerson.get(history) ??
    Map.groupBy(
      history.memberships.filter((one) => one.part === 'member'),
      (one) => one.person,
    )
  byPerson.set(history, known)
  return known.get(person) ?? []
}

function versionAt(
  { versions }: PlanHistory,
  plan: string,
  on: LocalDate,
  at: Instant,
): RecordedVersion | undefined {
  return versions
    .filter(recordedBy(at))
    .filter((one) => one.plan === plan && one.effectiveFrom <= on)
    .sort((a, b) => compare(a.effectiveFrom, b.effectiveFrom) || a.version - b.version)
    .at(-1)
}

/** Everybody's teams, by person. */
function teamsAt({ memberships }: PlanHistory, on: LocalDate, at: Instant): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { part, person, team, from, until } of membershipsBy(memberships, at))
    if (part === 'member' && from <= on && (until === null || until > on))
      found.set(person, [...(found.get(person) ?? []), team])
  return found
}

/** Teams and all above them, the nearest first. */
function teamsAbove({ teams }: PlanHistory, own: readonly string[]): string[] {
  const upwards = own.flatMap((team) => ancestorsOf(teams, team).map((id, distance) => ({ id, distance })))
  return upwards.sort((a, b) => a.distance - b.distance).map(({ id }) => id)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
