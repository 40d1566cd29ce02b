import { type Period, spanOf } from '../kernel/period.ts'
import type { Scope, WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { allTeams, teamsOf } from '../people/store.ts'
import { ancestorsOf } from '../people/teams.ts'
import type { Plan } from './plan.ts'
import { type PlanDocument, planDocument } from './plan-document.ts'
import { planFrom, storedPlan } from './plan-from.ts'
import { namesNobody } from './plan-people.ts'
import { type Assigned, type AssignedTo, addPlanVersion, assignPlan, planOf, plansAssigned } from './store.ts'

/** The plan that applies to a person, with where it is from. */
export interface ActivePlan {
  plan: Plan
  id: string
  version: number
  effectiveFrom: LocalDate
  /** Whether a plan that pays on collection has ever been in force for the person up to then. */
  everPaysOnCollection: boolean
}

/**
 * The plan in force for a person on the last day of a period: their own, else their team's or the nearest above it,
 * else everyone's. Among several of one rank the latest assignment counts. Undefined: nobody has set one.
 */
export async function activePlanFor(
  scope: Scope,
  person: string,
  period: Period,
): Promise<ActivePlan | undefined> {
  const on = spanOf(period, scope.workspace.fiscalStartMonth).to
  const assigned = await plansAssigned(scope, person, on)
  const own = assigned.findLast((one) => one.to.kind === 'person')
  const found =
    own ??
    (await teamPlan(scope, person, on, assigned)) ??
    assigned.findLast((one) => one.to.kind === 'everyone')
  return (
    found && {
      plan: storedPlan(found.document, scope.workspace.currency),
      id: found.plan,
      version: found.version,
      effectiveFrom: found.effectiveFrom,
      everPaysOnCollection: assigned.some((one) => one.paysOnCollection),
    }
  )
}

/**
 * Puts a plan in force for everyone, a team or a person from a date on: a new version where they have a plan already.
 * Throws on a document that is not valid, or that means people by name. Whoever calls has checked that it may be done.
 */
export async function activatePlan(
  scope: WriteScope,
  document: PlanDocument,
  from: LocalDate,
  to: AssignedTo = { kind: 'everyone' },
): Promise<{ plan: string; version: number }> {
  const valid = planDocument.parse(document)
  planFrom(valid, scope.workspace.currency)
  if (!namesNobody(valid)) throw new Error('People in a plan are meant by id when it is stored')
  const known = await planOf(scope, to)
  const plan = known?.plan ?? (to.kind === 'everyone' ? to.kind : `${to.kind}:${to.id}`)
  const version = await addPlanVersion(scope, plan, valid, from)
  if (!known || known.from > from) await assignPlan(scope, plan, to, from)
  await scope.record('plan.activated', `plan:${plan}`, undefined, { version, from, document: valid })
  return { plan, version }
}

async function teamPlan(
  scope: Scope,
  person: string,
  on: LocalDate,
  assigned: readonly Assigned[],
): Promise<Assigned | undefined> {
  const byTeam = assigned.filter((one) => one.to.kind === 'team')
  if (byTeam.length === 0) return undefined
  const [own, teams] = [await teamsOf(scope, person, on), await allTeams(scope)]
  const upwards = own.flatMap((team) => ancestorsOf(teams, team.id))
  const distance = (one: Assigned) => (one.to.kind === 'team' ? upwards.indexOf(one.to.id) : -1)
  const near = byTeam.filter((one) => distance(one) >= 0).sort((a, b) => distance(a) - distance(b))
  const nearest = near[0]
  return nearest && near.findLast((one) => distance(one) === distance(nearest))
}
