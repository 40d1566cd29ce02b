import { newId } from '../kernel/id.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { PlanDocument } from './plan-document.ts'

/** A version of a plan as it is stored. */
interface PlanVersion {
  plan: string
  version: number
  document: unknown
  effectiveFrom: LocalDate
}

/** To whom a plan applies; `id` is the person's or the team's. */
export type AssignedTo = { kind: 'everyone' } | { kind: 'team'; id: string } | { kind: 'person'; id: string }

export interface Assigned extends PlanVersion {
  to: AssignedTo
  /** Since when it is assigned. */
  assignedFrom: LocalDate
}

/** Every plan that is assigned on a day to everyone, to any team, or to this person, in its version of that day. */
export async function plansAssigned(scope: Scope, person: string, on: LocalDate): Promise<Assigned[]> {
  const rows = await rowsOf(scope)
    .selectFrom('plan_assignment')
    .innerJoin('plan_version', (join) =>
      join
        .onRef('plan_version.workspace', '=', 'plan_assignment.workspace')
        .onRef('plan_version.plan', '=', 'plan_assignment.plan'),
    )
    .select([
      'plan_assignment.to_kind',
      'plan_assignment.to_id',
      'plan_assignment.from_on',
      'plan_version.plan',
      'plan_version.version',
      'plan_version.document',
      'plan_version.effective_from',
    ])
    .where('plan_assignment.workspace', '=', scope.workspace.id)
    .where('plan_assignment.from_on', '<=', on)
    .where((or) =>
      or.or([or('plan_assignment.until_on', 'is', null), or('plan_assignment.until_on', '>', on)]),
    )
    .where((or) =>
      or.or([or('plan_assignment.to_kind', '<>', 'person'), or('plan_assignment.to_id', '=', person)]),
    )
    .where('plan_version.status', '=', 'active')
    .where('plan_version.effective_from', '<=', on)
    .orderBy('plan_assignment.from_on')
    .orderBy('plan_assignment.id')
    .orderBy('plan_version.effective_from')
    .orderBy('plan_version.version')
    .execute()
  const latest = new Map<string, Assigned>()
  for (const row of rows)
    latest.set(`${row.plan} ${row.to_kind} ${row.to_id} ${row.from_on}`, asAssigned(row))
  return [...latest.values()]
}

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

/** Applies a plan to everyone, a team or a person, from a date on. */
export async function assignPlan(
  scope: WriteScope,
  plan: string,
  to: AssignedTo,
  from: LocalDate,
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
      until_on: null,
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

/** The latest of a person's deals in a span of dates, as it is now. One row by index. */
export async function latestDeal(
  scope: Scope,
  person: string,
  span: { from: LocalDate; to: LocalDate },
): Promise<{ number: number; customer: string; signedOn: LocalDate; creditMinor: number } | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('credit')
    .innerJoin('deal', (join) =>
      join.onRef('deal.workspace', '=', 'credit.workspace').onRef('deal.id', '=', 'credit.deal'),
    )
    .select(['deal.number', 'deal.customer', 'credit.signed_on', 'credit.base_minor'])
    .where('credit.workspace', '=', scope.workspace.id)
    .where('credit.person', '=', person)
    .where('credit.signed_on', '>=', span.from)
    .where('credit.signed_on', '<=', span.to)
    .orderBy('credit.signed_on', 'desc')
    .orderBy('credit.deal', 'desc')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      number: row.number,
      customer: row.customer,
      signedOn: row.signed_on,
      creditMinor: row.base_minor,
    }
  )
}

const idOf = (to: AssignedTo) => (to.kind === 'everyone' ? '' : to.id)

function asAssigned(row: {
  to_kind: AssignedTo['kind']
  to_id: string
  from_on: string
  plan: string
  version: number
  document: string
  effective_from: string
}): Assigned {
  return {
    plan: row.plan,
    version: row.version,
    document: JSON.parse(row.document),
    effectiveFrom: row.effective_from,
    assignedFrom: row.from_on,
    to: row.to_kind === 'everyone' ? { kind: 'everyone' } : { kind: row.to_kind, id: row.to_id },
  }
}
