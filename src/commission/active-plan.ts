import { type Period, type Span, spanOf } from '../kernel/period.ts'
import type { Scope, WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { allTeams, membershipDays, movingWithin, teamsOf } from '../people/store.ts'
import { ancestorsOf } from '../people/teams.ts'
import { type PlanDocument, planDocument } from './plan-document.ts'
import { planFrom, storedPlan } from './plan-from.ts'
import { namesNobody } from './plan-people.ts'
import { type InForce, planOver } from './plans-over-time.ts'
import {
  type Assigned,
  type AssignedTo,
  addPlanVersion,
  assignPlan,
  planDays,
  planOf,
  plansAssigned,
} from './store.ts'
import type { Structure } from './structure.ts'

/** The plan that applies to a person, with where it is from. */
export interface ActivePlan extends InForce {
  /** Where it has changed within the period: the plan of each stretch, in order, the last one's last. */
  stretches?: readonly (Span & InForce)[]
  /** Whether a plan that pays on collection has ever been in force for the person up to then. */
  everPaysOnCollection: boolean
  /** Since when a plan whose terms of payment reach beyond its period may have been in force; undefined: never. */
  reachesSince: LocalDate | undefined
}

/**
 * The plan of a person's period, with its stretches where it has changed within the period. Undefined: nobody has set
 * one.
 */
export async function activePlanFor(
  scope: Scope,
  person: string,
  period: Period,
): Promise<ActivePlan | undefined> {
  const { days, ofTeams, oneKind, ofAll } = await planDays(scope, person)
  const known = kept.get(days) ?? new Map<Period, ActivePlan | undefined>()
  if (ofAll) kept.set(days, known)
  if (known.has(period)) return known.get(period)
  const active = await planOver(period, {
    fiscalStartMonth: scope.workspace.fiscalStartMonth,
    days: ofTeams ? [...days, ...(await membershipDays(scope, person))] : days,
    oneKind,
    planOn: (day) => planOn(scope, person, day),
  })
  known.set(period, active)
  return active
}

/** Plans by the days that they were found out by, where they are everybody's; see `planDays`. */
const kept = new WeakMap<readonly LocalDate[], Map<Period, ActivePlan | undefined>>()

/**
 * The plan in force for a person on a day: their own, else their team's or the nearest above it,
 * else everyone's. Among several of one rank the latest assignment counts.
 */
async function planOn(scope: Scope, person: string, on: LocalDate): Promise<ActivePlan | undefined> {
  const assigned = await plansAssigned(scope, person, on)
  return chosen(scope, assigned, person, await teamsUpwards(scope, person, on, assigned))
}

/** The same of everybody, read together. */
export async function activePlansIn(
  scope: Scope,
  period: Period,
  { teams, memberships }: Structure,
): Promise<(person: string) => Promise<ActivePlan | undefined>> {
  const span = spanOf(period, scope.workspace.fiscalStartMonth)
  const on = span.to
  const { days, ofTeams, oneKind } = await planDays(scope)
  const changes = !oneKind || days.some((day) => day > span.from && day <= span.to)
  const moving = ofTeams ? await movingWithin(scope, span) : new Set<string>()
  const assigned = await plansAssigned(scope, undefined, on)
  const members = memberships.filter((one) => one.part === 'member')
  const known = new Map<string, ActivePlan | undefined>()
  return async (person) => {
    if (changes || moving.has(person)) return activePlanFor(scope, person, period)
    if (!known.has(person)) {
      const own = new Set(members.filter((one) => one.person === person).map(({ team }) => team))
      const upwards = teams.filter(({ id }) => own.has(id)).flatMap(({ id }) => ancestorsOf(teams, id))
      const theirs = assigned.filter(({ to }) => to.kind !== 'person' || to.id === person)
      known.set(person, chosen(scope, theirs, person, upwards))
    }
    return known.get(person)
  }
}

/**
 * Puts a plan in force for everyone, a team or a person from a date on: a new version where they have a plan already.
 * `until`: the day before which it ends, for somebody who has none without an end: then whatever plan is above applies
 * again. Throws on a document that is not valid, or that means people by name. Whoever calls has checked that it may be done.
 */
export async function activatePlan(
  scope: WriteScope,
  document: PlanDocument,
  from: LocalDate,
  to: AssignedTo = { kind: 'everyone' },
  until: LocalDate | null = null,
): Promise<{ plan: string; version: number }> {
  const valid = planDocument.parse(document)
  planFrom(valid, scope.workspace.currency)
  if (!namesNobody(valid)) throw new Error('People in a plan are meant by id when it is stored')
  const known = await planOf(scope, to)
  if (known && until !== null) throw new Endless()
  const plan = known?.plan ?? (to.kind === 'everyone' ? to.kind : `${to.kind}:${to.id}`)
  const version = await addPlanVersion(scope, plan, valid, from)
  if (until !== null || !known || known.from > from) await assignPlan(scope, plan, to, from, until)
  const ends = until === null ? {} : { until }
  await scope.record('plan.activated', `plan:${plan}`, undefined, { version, from, ...ends, document: valid })
  return { plan, version }
}

/** A plan for a time was meant for somebody who has one without an end: they would have two at once. */
export class Endless extends Error {}

/** Of all that is assigned to a person, what goes first: their own, their nearest team's, everyone's. */
function chosen(
  { workspace }: Scope,
  assigned: readonly Assigned[],
  person: string,
  upwards: readonly string[],
): ActivePlan | undefined {
  const inForce = assigned.filter((one) => !one.ended)
  const found =
    inForce.findLast(({ to }) => to.kind === 'person' && to.id === person) ??
    nearest(inForce, upwards) ??
    inForce.findLast(({ to }) => to.kind === 'everyone')
  return (
    found && {
      plan: storedPlan(found.document, workspace.currency),
      id: found.plan,
      version: found.version,
      effectiveFrom: found.effectiveFrom,
      everPaysOnCollection: assigned.some((one) => one.paysOnCollection),
      reachesSince: assigned
        .flatMap((one) => one.reachesSince ?? [])
        .sort()
        .at(0),
    }
  )
}

/** The plan of the first of a person's teams, and those above them, that has one. */
function nearest(assigned: readonly Assigned[], upwards: readonly string[]): Assigned | undefined {
  const distance = ({ to }: Assigned) => (to.kind === 'team' ? upwards.indexOf(to.id) : -1)
  const near = assigned.filter((one) => distance(one) >= 0).sort((a, b) => distance(a) - distance(b))
  const first = near[0]
  return first && near.findLast((one) => distance(one) === distance(first))
}

/** A person's teams with all above them, where any plan is a team's. */
async function teamsUpwards(
  scope: Scope,
  person: string,
  on: LocalDate,
  assigned: readonly Assigned[],
): Promise<string[]> {
  if (!assigned.some(({ to }) => to.kind === 'team')) return []
  const [own, teams] = [await teamsOf(scope, person, on), await allTeams(scope)]
  return own.flatMap((team) => ancestorsOf(teams, team.id))
}
