import type { Period, Span } from '../kernel/period.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { Instant, LocalDate } from '../kernel/time.ts'

/** What was recorded after `since`, up to `until`, that may have changed the pay of periods approved before. */
export interface Lateness {
  since: Instant
  until: Instant
  /** Of one person; everybody's where not said. */
  person?: string | undefined
}

/** Whose statements name a deal of which something was recorded later. */
export async function touchedStatements(
  scope: Scope,
  late: Lateness,
): Promise<{ period: Period; person: string }[]> {
  let query = rowsOf(scope)
    .selectFrom('statement_deal')
    .innerJoin('entry', (join) =>
      join
        .onRef('entry.workspace', '=', 'statement_deal.workspace')
        .onRef('entry.deal', '=', 'statement_deal.deal'),
    )
    .select(['statement_deal.period', 'statement_deal.person'])
    .distinct()
    .where('statement_deal.workspace', '=', scope.workspace.id)
    .where('entry.recorded_at', '>', late.since)
    .where('entry.recorded_at', '<=', late.until)
  if (late.person !== undefined) query = query.where('statement_deal.person', '=', late.person)
  return query.execute()
}

/** Who has a part in a deal that is signed in the span now, of which something was recorded later. */
export async function touchedCredits(
  scope: Scope,
  late: Lateness,
  span: Span,
): Promise<{ on: LocalDate; person: string }[]> {
  let query = rowsOf(scope)
    .selectFrom('credit')
    .innerJoin('entry', (join) =>
      join.onRef('entry.workspace', '=', 'credit.workspace').onRef('entry.deal', '=', 'credit.deal'),
    )
    .select(['credit.signed_on as on', 'credit.person'])
    .distinct()
    .where('credit.workspace', '=', scope.workspace.id)
    .where('credit.signed_on', '>=', span.from)
    .where('credit.signed_on', '<=', span.to)
    .where('entry.recorded_at', '>', late.since)
    .where('entry.recorded_at', '<=', late.until)
  if (late.person !== undefined) query = query.where('credit.person', '=', late.person)
  return query.execute()
}

/** Whose money moved in the span by an entry that was recorded later. */
export async function touchedMoney(
  scope: Scope,
  late: Lateness,
  span: Span,
): Promise<{ on: LocalDate; person: string }[]> {
  let query = rowsOf(scope)
    .selectFrom('money_moved')
    .innerJoin('entry', (join) =>
      join
        .onRef('entry.workspace', '=', 'money_moved.workspace')
        .onRef('entry.deal', '=', 'money_moved.deal'),
    )
    .select(['money_moved.moved_on as on', 'money_moved.person'])
    .distinct()
    .where('money_moved.workspace', '=', scope.workspace.id)
    .where('money_moved.moved_on', '>=', span.from)
    .where('money_moved.moved_on', '<=', span.to)
    .where('entry.recorded_at', '>', late.since)
    .where('entry.recorded_at', '<=', late.until)
  if (late.person !== undefined) query = query.where('money_moved.person', '=', late.person)
  return query.execute()
}

/** Whose target was set or changed later, in any period. */
export async function touchedTargets(
  scope: Scope,
  late: Lateness,
): Promise<{ period: Period; person: string }[]> {
  let query = rowsOf(scope)
    .selectFrom('goal')
    .innerJoin('goal_revision', (join) =>
      join
        .onRef('goal_revision.workspace', '=', 'goal.workspace')
        .onRef('goal_revision.goal', '=', 'goal.id'),
    )
    .select(['goal.period', 'goal.owner as person'])
    .distinct()
    .where('goal.workspace', '=', scope.workspace.id)
    .where('goal.level', '=', 'person')
    .where('goal.metric', 'in', ['signed', 'collected'])
    .where('goal_revision.recorded_at', '>', late.since)
    .where('goal_revision.recorded_at', '<=', late.until)
  if (late.person !== undefined) query = query.where('goal.owner', '=', late.person)
  return query.execute()
}

/** The earliest day from which plans, or whom they are for, have become different later; undefined: none has. */
export async function plansTouchedFrom(scope: Scope, late: Lateness): Promise<LocalDate | undefined> {
  const tables = rowsOf(scope)
  const workspace = scope.workspace.id
  const versions = await tables
    .selectFrom('plan_version')
    .select((eb) => eb.fn.min('effective_from').as('from'))
    .where('workspace', '=', workspace)
    .where('recorded_at', '>', late.since)
    .where('recorded_at', '<=', late.until)
    .executeTakeFirst()
  const assignments = await tables
    .selectFrom('plan_assignment')
    .select((eb) => eb.fn.min('from_on').as('from'))
    .where('workspace', '=', workspace)
    .where('recorded_at', '>', late.since)
    .where('recorded_at', '<=', late.until)
    .executeTakeFirst()
  const memberships = await tables
    .selectFrom('membership')
    .select((eb) => eb.fn.min('from_on').as('from'))
    .where('workspace', '=', workspace)
    .where('recorded_at', '>', late.since)
    .where('recorded_at', '<=', late.until)
    .executeTakeFirst()
  return [versions?.from, assignments?.from, memberships?.from].filter((from) => from != null).sort()[0]
}
