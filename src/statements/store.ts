import type { Insertable, Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import type { Period, Span } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'

/** A statement as it was issued. Amounts are minor units of its currency. */
export interface Issued {
  period: Period
  person: string
  revision: number
  earnedMinor: number
  adjustedMinor: number
  manualMinor: number
  totalMinor: number
  currency: string
  document: string
  hash: string
  asOf: Instant
  reason: string | undefined
  answer: 'right' | 'off' | undefined
  /** The manager who has approved it. */
  approvedBy: string | undefined
}

const ROWS_AT_ONCE = 200

/** Stores a revision's statements; what was said to an earlier one stays where nothing in it has changed. */
export async function addStatements(scope: WriteScope, issued: readonly Issued[]): Promise<void> {
  const rows = issued.map(
    (one): Insertable<Tables['statement']> => ({
      workspace: scope.workspace.id,
      period: one.period,
      person: one.person,
      revision: one.revision,
      earned_minor: one.earnedMinor,
      adjusted_minor: one.adjustedMinor,
      manual_minor: one.manualMinor,
      total_minor: one.totalMinor,
      currency: one.currency,
      document: one.document,
      hash: one.hash,
      as_of: one.asOf,
      reason: one.reason ?? null,
      answer: one.answer ?? null,
      approved_by: one.approvedBy ?? null,
    }),
  )
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE)
    await rowsOf(scope)
      .insertInto('statement')
      .values(rows.slice(at, at + ROWS_AT_ONCE))
      .execute()
}

/** The latest revision of everybody's statement of a period, or of some revision. */
export async function statementsOf(scope: Scope, period: Period, revision: number): Promise<Issued[]> {
  const rows = await statements(scope)
    .where('period', '=', period)
    .where('revision', '=', revision)
    .orderBy('person')
    .execute()
  return rows.map(asIssued)
}

/** A person's statements of a period, every revision, the first one first. */
export async function revisionsOfStatement(scope: Scope, period: Period, person: string): Promise<Issued[]> {
  const rows = await statements(scope)
    .where('period', '=', period)
    .where('person', '=', person)
    .orderBy('revision')
    .execute()
  return rows.map(asIssued)
}

/** The statements of one period that belong to a person, in the revisions that hold now, the earliest period first. */
export async function statementsHeld(scope: Scope, person: string): Promise<Issued[]> {
  const rows = await statements(scope)
    .where('person', '=', person)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('pay_period')
          .select('pay_period.period')
          .whereRef('pay_period.workspace', '=', 'statement.workspace')
          .whereRef('pay_period.period', '=', 'statement.period')
          .whereRef('pay_period.revision', '=', 'statement.revision'),
      ),
    )
    .orderBy('period')
    .execute()
  return rows.map(asIssued)
}

/** A person's statements of every period in the revisions that held at a moment, the earliest period first. */
export async function statementsIssued(scope: Scope, person: string, at: Instant): Promise<Issued[]> {
  const rows = await statements(scope)
    .where('person', '=', person)
    .where('as_of', '<=', at)
    .orderBy('period')
    .orderBy('revision')
    .execute()
  return [...new Map(rows.map((row) => [row.period, asIssued(row)])).values()]
}

/** The moment up to which the latest revision of a period's statements counts, of those that had been issued by another. */
export async function lastIssuedBy(scope: Scope, period: Period, at: Instant): Promise<Instant | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('statement')
    .select((statement) => statement.fn.max('as_of').as('at'))
    .where('workspace', '=', scope.workspace.id)
    .where('period', '=', period)
    .where('as_of', '<=', at)
    .executeTakeFirst()
  return row?.at ?? undefined
}

/** Who has ever had a statement of a period before another, by person. */
export async function peopleWithStatements(scope: Scope, before: Period): Promise<string[]> {
  const rows = await rowsOf(scope)
    .selectFrom('statement')
    .select('person')
    .distinct()
    .where('workspace', '=', scope.workspace.id)
    .where('period', '<', before)
    .orderBy('person')
    .execute()
  return rows.map((row) => row.person)
}

/** What the person says to a revision. False: they have said the same before. */
export async function answerStatement(
  scope: WriteScope,
  { period, person, revision }: Pick<Issued, 'period' | 'person' | 'revision'>,
  answer: 'right' | 'off',
): Promise<boolean> {
  const row = await rowsOf(scope)
    .updateTable('statement')
    .set({ answer, answered_at: scope.now })
    .where('workspace', '=', scope.workspace.id)
    .where('period', '=', period)
    .where('person', '=', person)
    .where('revision', '=', revision)
    .where((or) => or.or([or('answer', 'is', null), or('answer', '!=', answer)]))
    .returning('person')
    .executeTakeFirst()
  return row !== undefined
}

/** The manager's approval of some people's statements. */
export async function approveStatements(
  scope: WriteScope,
  period: Period,
  revision: number,
  people: readonly string[],
): Promise<void> {
  for (let at = 0; at < people.length; at += ROWS_AT_ONCE)
    await rowsOf(scope)
      .updateTable('statement')
      .set({ approved_by: scope.person?.id ?? null, approved_at: scope.now })
      .where('workspace', '=', scope.workspace.id)
      .where('period', '=', period)
      .where('revision', '=', revision)
      .where('person', 'in', people.slice(at, at + ROWS_AT_ONCE))
      .execute()
}

/** Somebody's part of a deal that was in their pay for a period, or waited for confirmation there. */
export interface Part {
  period: Period
  person: string
  deal: string
}

/** Notes who had a part in which deal when statements were issued. */
export async function noteParts(scope: WriteScope, parts: readonly Part[]): Promise<void> {
  const workspace = scope.workspace.id
  for (let at = 0; at < parts.length; at += ROWS_AT_ONCE)
    await rowsOf(scope)
      .insertInto('statement_deal')
      .values(parts.slice(at, at + ROWS_AT_ONCE).map((part) => ({ workspace, ...part })))
      .onConflict((conflict) => conflict.columns(['workspace', 'person', 'period', 'deal']).doNothing())
      .execute()
}

/** Notes the same of everything that is signed in a span, for some people, as it is stored now. */
export async function noteSigned(
  scope: WriteScope,
  period: Period,
  { from, to }: Span,
  people: readonly string[],
): Promise<void> {
  for (let at = 0; at < people.length; at += ROWS_AT_ONCE)
    await rowsOf(scope)
      .insertInto('statement_deal')
      .columns(['workspace', 'person', 'period', 'deal'])
      .expression((query) =>
        query
          .selectFrom('credit')
          .select((credit) => ['workspace', 'person', credit.val(period).as('period'), 'deal'])
          .where('workspace', '=', scope.workspace.id)
          .where('person', 'in', people.slice(at, at + ROWS_AT_ONCE))
          .where('signed_on', '>=', from)
          .where('signed_on', '<=', to),
      )
      .onConflict((conflict) => conflict.columns(['workspace', 'person', 'period', 'deal']).doNothing())
      .execute()
}

const statements = (scope: Scope) =>
  rowsOf(scope).selectFrom('statement').selectAll().where('workspace', '=', scope.workspace.id)

function asIssued(row: Selectable<Tables['statement']>): Issued {
  return {
    period: row.period,
    person: row.person,
    revision: row.revision,
    earnedMinor: row.earned_minor,
    adjustedMinor: row.adjusted_minor,
    manualMinor: row.manual_minor,
    totalMinor: row.total_minor,
    currency: row.currency,
    document: row.document,
    hash: row.hash,
    asOf: row.as_of,
    reason: row.reason ?? undefined,
    answer: row.answer ?? undefined,
    approvedBy: row.approved_by ?? undefined,
  }
}
