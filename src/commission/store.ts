import { compiledOnce } from '../db/compiled-once.ts'
import { newId } from '../kernel/id.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { PlanDocument } from './plan-document.ts'
import { periodKindOf } from './plans-over-time.ts'
import { reachesBeyond } from './terms-reach.ts'

/** A version of a plan as it is stored. */
interface PlanVersion {
  plan: string
  version: number
  /** JSON text. */
  document: string
  effectiveFrom: LocalDate
}

/** To whom a plan applies; `id` is the person's or the team's. */
export type AssignedTo = { kind: 'everyone' } | { kind: 'team'; id: string } | { kind: 'person'; id: string }

export interface Assigned extends PlanVersion {
  to: AssignedTo
  /** Since when it is assigned. */
  assignedFrom: LocalDate
  /** Whether this version, or one before it, pays on collection. */
  paysOnCollection: boolean
  /** Since when it has had terms of payment that reach beyond its period. */
  reachesSince: LocalDate | undefined
  /** Whether it was assigned only for a time that is over by then. */
  ended: boolean
}

/**
 * Every plan that is, or was until then, assigned on a day to everyone, to any team, or to a person (this one, if named),
 * as of that day.
 */
export async function plansAssigned(
  scope: Scope,
  person: string | undefined,
  on: LocalDate,
): Promise<Assigned[]> {
  const tables = rowsOf(scope)
  const workspace = scope.workspace.id
  const assignments = (await assignmentsOf(tables, { workspace }))
    .filter(
      (one) =>
        one.from_on <= on && (one.to_kind !== 'person' || person === undefined || one.to_id === person),
    )
    .sort((a, b) => compare(a.from_on, b.from_on) || compare(a.id, b.id))
  const latest = new Map<string, Assigned>()
  for (const assignment of assignments) {
    const { plan, to_kind, to_id, from_on } = assignment
    const versions = (await activeVersions(tables, { workspace, plan }))
      .filter((one) => one.effective_from <= on)
      .sort((a, b) => compare(a.effective_from, b.effective_from) || a.version - b.version)
    const version = versions.at(-1)
    if (!version) continue
    const paysOnCollection = versions.some((one) => one.document.includes(PAYS_ON_COLLECTION))
    const key = `${plan} ${to_kind} ${to_id} ${from_on}`
    const reaching = versions.find((one) => reachesBeyond(one.document))
    latest.set(key, {
      ...asAssigned({ ...assignment, ...version }),
      paysOnCollection,
      reachesSince: reaching && later(reaching.effective_from, from_on),
      ended: assignment.until_on !== null && assignment.until_on <= on,
    })
  }
  return [...latest.values()]
}

/** The later of two days. */
const later = (a: LocalDate, b: LocalDate) => (a < b ? b : a)

/** As documents are stored. */
export const PAYS_ON_COLLECTION = '"pay":"collected"'

interface PlanDays {
  days: LocalDate[]
  ofTeams: boolean
  oneKind: boolean
  /** Every plan is everybody's: the answer is the same for each person. */
  ofAll: boolean
}

/**
 * The days on which another plan or version may have come into force for a person, and what kinds of plans they are.
 * Where every plan is everybody's, the answer is the same object for as long as nobody has committed anything, where the
 * engine remembers its reads.
 */
export async function planDays(scope: Scope, person?: string): Promise<PlanDays> {
  const assigned = await assignmentsOf(rowsOf(scope), { workspace: scope.workspace.id })
  const known = daysOfAll.get(assigned)
  if (known) return known
  const found = await daysOf(scope, person, assigned)
  if (found.ofAll) daysOfAll.set(assigned, found)
  return found
}

/** By the rows that they were put together from: a remembered read gives the same rows once more. */
const daysOfAll = new WeakMap<object, PlanDays>()

async function daysOf(
  scope: Scope,
  person: string | undefined,
  assigned: Awaited<ReturnType<typeof assignmentsOf>>,
): Promise<PlanDays> {
  const tables = rowsOf(scope)
  const workspace = scope.workspace.id
  const assignments = assigned.filter(
    (one) => person === undefined || one.to_kind !== 'person' || one.to_id === person,
  )
  const days = assignments.flatMap((one) =>
    one.until_on === null ? [one.from_on] : [one.from_on, one.until_on],
  )
  const kinds = new Set<string>()
  for (const plan of new Set(assignments.map((one) => one.plan)))
    for (const version of await activeVersions(tables, { workspace, plan })) {
      days.push(version.effective_from)
      kinds.add(periodKindOf(version.document))
    }
  return {
    days,
    ofTeams: assignments.some((one) => one.to_kind === 'team'),
    oneKind: kinds.size <= 1,
    ofAll: assigned.every((one) => one.to_kind === 'everyone'),
  }
}

/** Few rows each, so they are read whole and sifted here: SQLite plans comparisons of dates anew every time. */
const assignmentsOf = compiledOnce(['workspace'], (tables, { workspace }) =>
  tables
    .selectFrom('plan_assignment')
    .select(['id', 'plan', 'to_kind', 'to_id', 'from_on', 'until_on'])
    .where('workspace', '=', workspace),
)

const activeVersions = compiledOnce(['workspace', 'plan'], (tables, { workspace, plan }) =>
  tables
    .selectFrom('plan_version')
    .select(['plan', 'version', 'document', 'effective_from'])
    .where('workspace', '=', workspace)
    .where('plan', '=', plan)
    .where('status', '=', 'active'),
)

/** Stores the next version of a plan; what has been active before stays as it was. Gives its number. */
export async function addPlanVersion(
  scope: WriteScope,
  plan: string,
  document: PlanDocument,
  effectiveFrom: LocalDate,
): Promise<number> {
  const last = await rowsOf(scope)
    .selectFrom('plan_version')
    .select((eb) => eb.fn.max('version').as('version'))
    .where('workspace', '=', scope.workspace.id)
    .where('plan', '=', plan)
    .executeTakeFirst()
  const version = Number(last?.version ?? 0) + 1
  await rowsOf(scope)
    .insertInto('plan_version')
    .values({
      workspace: scope.workspace.id,
      plan,
      version,
      name: document.name,
      document: JSON.stringify(document),
      effective_from: effectiveFrom,
      status: 'active',
      recorded_at: scope.now,
      recorded_by: scope.person?.id ?? null,
    })
    .execute()
  return version
}

/** Applies a plan to everyone, a team or a person, from a date on, and where it has an end until before a date. */
export async function assignPlan(
  scope: WriteScope,
  plan: string,
  to: AssignedTo,
  from: LocalDate,
  until: LocalDate | null = null,
): Promise<void> {
  await rowsOf(scope)
    .insertInto('plan_assignment')
    .values({
      workspace: scope.workspace.id,
      id: newId(scope.now),
      plan,
      to_kind: to.kind,
      to_id: idOf(to),
      from_on: from,
      until_on: until,
      recorded_at: scope.now,
      recorded_by: scope.person?.id ?? null,
    })
    .execute()
}

/** The plan assigned to exactly this addressee, whenever from; the latest assignment where there are several. */
export async function planOf(
  scope: Scope,
  to: AssignedTo,
): Promise<{ plan: string; from: LocalDate } | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('plan_assignment')
    .select(['plan', 'from_on'])
    .where('workspace', '=', scope.workspace.id)
    .where('to_kind', '=', to.kind)
    .where('to_id', '=', idOf(to))
    .where('until_on', 'is', null)
    .orderBy('from_on')
    .orderBy('id')
    .executeTakeFirst()
  return row && { plan: row.plan, from: row.from_on }
}

/** Every version that is or was in force, with whom it was assigned to; the earliest first. */
export async function planVersions(
  scope: Scope,
): Promise<
  { to: AssignedTo; name: string; version: number; effectiveFrom: LocalDate; until: LocalDate | null }[]
> {
  const rows = await rowsOf(scope)
    .selectFrom('plan_version')
    .select((eb) => {
      const assignment = eb
        .selectFrom('plan_assignment')
        .whereRef('plan_assignment.workspace', '=', 'plan_version.workspace')
        .whereRef('plan_assignment.plan', '=', 'plan_version.plan')
        .orderBy('plan_assignment.id')
        .limit(1)
      return [
        'plan_version.name',
        'plan_version.version',
        'plan_version.effective_from',
        assignment
          .whereRef('plan_assignment.from_on', '=', 'plan_version.effective_from')
          .select('plan_assignment.until_on')
          .as('until_on'),
        assignment.select('plan_assignment.to_kind').as('to_kind'),
        assignment.select('plan_assignment.to_id').as('to_id'),
      ]
    })
    .where('plan_version.workspace', '=', scope.workspace.id)
    .where('plan_version.status', '=', 'active')
    .orderBy('plan_version.effective_from')
    .orderBy('plan_version.plan')
    .orderBy('plan_version.version')
    .execute()
  return rows.map(({ name, version, effective_from, until_on, to_kind, to_id }) => ({
    to: addresseeFrom(to_kind ?? 'everyone', to_id ?? ''),
    name,
    version,
    effectiveFrom: effective_from,
    until: until_on,
  }))
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const idOf = (to: AssignedTo) => (to.kind === 'everyone' ? '' : to.id)

function asAssigned(row: {
  to_kind: AssignedTo['kind']
  to_id: string
  from_on: string
  plan: string
  version: number
  document: string
  effective_from: string
}): Omit<Assigned, 'paysOnCollection' | 'reachesSince' | 'ended'> {
  return {
    plan: row.plan,
    version: row.version,
    document: row.document,
    effectiveFrom: row.effective_from,
    assignedFrom: row.from_on,
    to: addresseeFrom(row.to_kind, row.to_id),
  }
}

const addresseeFrom = (kind: AssignedTo['kind'], id: string): AssignedTo =>
  kind === 'everyone' ? { kind } : { kind, id }
