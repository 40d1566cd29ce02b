import type { Instant, LocalDate } from '../kernel/time.ts'
import { ancestorsOf } from '../people/teams.ts'
import { type PlanHistory, type RecordedMembership, type RecordedVersion, recordedBy } from './history.ts'

/**
 * The version of the plan in force for a person on a day, as far as it was recorded at a moment: their
 * own, else their team's or the nearest above it, else everyone's; among several of one rank the latest counts.
 */
export function planAt(
  history: PlanHistory,
  person: string,
  on: LocalDate,
  at: Instant,
): RecordedVersion | undefined {
  const { people, teams, everyone } = assignedAt(history, on, at)
  const own = people.get(person)
  if (own) return own
  if (teams.size === 0) return everyone
  for (const team of teamsAbove(history, person, on, at)) {
    const version = teams.get(team)
    if (version) return version
  }
  return everyone
}

/** What is assigned on a day to whom: of several assignments to one, the latest. */
interface AssignedTo {
  people: ReadonlyMap<string, RecordedVersion>
  teams: ReadonlyMap<string, RecordedVersion>
  everyone: RecordedVersion | undefined
}

const latest = new WeakMap<PlanHistory, { on: LocalDate; at: Instant; assigned: AssignedTo }>()

/** Kept for the latest day and moment: everybody's pay of a period asks for the same. */
function assignedAt(history: PlanHistory, on: LocalDate, at: Instant): AssignedTo {
  const known = latest.get(history)
  if (known?.on === on && known.at === at) return known.assigned
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
  const assigned = { people, teams, everyone }
  latest.set(history, { on, at, assigned })
  return assigned
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

/** A person's teams and all above them, the nearest first. */
function teamsAbove(history: PlanHistory, person: string, on: LocalDate, at: Instant): string[] {
  const own = membershipsOf(history, person)
    .filter(recordedBy(at))
    .filter((one) => one.from <= on && (one.until === null || one.until > on))
  const upwards = own.flatMap(({ team }) =>
    ancestorsOf(history.teams, team).map((id, distance) => ({ id, distance })),
  )
  return upwards.sort((a, b) => a.distance - b.distance).map(({ id }) => id)
}

const byPerson = new WeakMap<PlanHistory, Map<string, RecordedMembership[]>>()

function membershipsOf(history: PlanHistory, person: string): readonly RecordedMembership[] {
  const known = byPerson.get(history) ?? Map.groupBy(history.memberships, (one) => one.person)
  byPerson.set(history, known)
  return known.get(person) ?? []
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
