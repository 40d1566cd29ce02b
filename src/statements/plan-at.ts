import type { Instant, LocalDate } from '../kernel/time.ts'
import { ancestorsOf } from '../people/teams.ts'
import { type PlanHistory, type RecordedAssignment, type RecordedVersion, recordedBy } from './history.ts'

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
  const assigned = history.assignments
    .filter(recordedBy(at))
    .filter((one) => one.from <= on && (one.until === null || one.until > on))
    .sort((a, b) => compare(a.from, b.from) || compare(a.id, b.id))
    .flatMap((assignment) => {
      const version = versionAt(history, assignment.plan, on, at)
      return version ? [{ assignment, version }] : []
    })
  const ranked = (rank: (one: RecordedAssignment) => boolean) =>
    assigned.findLast(({ assignment }) => rank(assignment))?.version
  const own = ranked(({ to }) => to.kind === 'person' && to.id === person)
  if (own) return own
  for (const team of teamsAbove(history, person, on, at)) {
    const version = ranked(({ to }) => to.kind === 'team' && to.id === team)
    if (version) return version
  }
  return ranked(({ to }) => to.kind === 'everyone')
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
  const own = history.memberships
    .filter(recordedBy(at))
    .filter(
      (one) =>
        one.part === 'member' &&
        one.person === person &&
        one.from <= on &&
        (one.until === null || one.until > on),
    )
  const upwards = own.flatMap(({ team }) =>
    ancestorsOf(history.teams, team).map((id, distance) => ({ id, distance })),
  )
  return upwards.sort((a, b) => a.distance - b.distance).map(({ id }) => id)
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
