import { foldCustomer } from '../deals/customer.ts'
import type { Entry } from '../deals/deal.ts'
import { asDeal, asEntry } from '../deals/deal-store.ts'
import { creditsOf, creditsSigned, type DealCredit } from '../deals/store.ts'
import { type Period, type Span, spanOf } from '../kernel/period.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import type { History, RecordedDeal } from './history.ts'
import { dealsRenamed } from './renamed-store.ts'

/** Whose pay, and the earliest moment that will be asked for. */
export interface Wanted {
  /**
   * Parts of the deals signed in the period, these deals with all their entries, or the deals whose money has moved in it.
   */
  by?: 'signing' | 'ledger' | 'money'
  /** Everybody's where not said. */
  people?: readonly string[] | undefined
  since: Instant
  /** Whether deals are needed that were in the period only for a while since then. */
  passing: boolean
}

/** What the pay of a period is worked out from, with everything that was recorded about it since a moment. */
export async function historyOf(scope: Scope, period: Period, wanted: Wanted): Promise<History> {
  const span = spanOf(period, scope.workspace.fiscalStartMonth)
  const settled = !(await anythingSince(scope, wanted.since))
  const targets = await targetsRecorded(scope, period, wanted.people)
  if (settled && (wanted.by ?? 'signing') === 'signing') {
    const credits = await creditsNow(scope, span, wanted.people)
    return { period, span, settled, deals: [], credits, targets }
  }
  const now = wanted.by === 'money' ? dealsMoved : dealsNow
  const ids = new Set(await now(scope, span, wanted.people))
  if (!settled) {
    for (const id of await dealsStated(scope, period, wanted.people)) ids.add(id)
    if (wanted.passing) for (const id of await dealsMovedSince(scope, wanted.since)) ids.add(id)
  }
  const deals = await dealsWithEntries(scope, [...ids])
  if (!settled) deals.push(...(await othersOfCustomers(scope, deals, wanted.since)))
  return { period, span, settled, deals, targets }
}

const AT_ONCE = 500 // values in one list of a query

async function anythingSince(scope: Scope, since: Instant): Promise<boolean> {
  const row = await rowsOf(scope)
    .selectFrom('entry')
    .select('deal')
    .where('workspace', '=', scope.workspace.id)
    .where('recorded_at', '>', since)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Parts of the deals that are signed in the span as they stand now. */
async function creditsNow(
  scope: Scope,
  span: Span,
  people: readonly string[] | undefined,
): Promise<Map<string, DealCredit[]>> {
  if (!people) return creditsSigned(scope, span)
  const found = new Map<string, DealCredit[]>()
  for (const person of people) {
    const credits = await creditsOf(scope, person, span)
    if (credits.length > 0) found.set(person, credits)
  }
  return found
}

/** Deals that are signed in the span as they stand now. */
async function dealsNow(scope: Scope, span: Span, people: readonly string[] | undefined): Promise<string[]> {
  if (!people) {
    const rows = await rowsOf(scope)
      .selectFrom('deal')
      .select('id')
      .where('workspace', '=', scope.workspace.id)
      .where('signed_on', '>=', span.from)
      .where('signed_on', '<=', span.to)
      .orderBy('signed_on')
      .orderBy('number')
      .execute()
    return rows.map((row) => row.id)
  }
  const found: string[] = []
  for (const person of people) {
    const rows = await rowsOf(scope)
      .selectFrom('credit')
      .select('deal')
      .where('workspace', '=', scope.workspace.id)
      .where('person', '=', person)
      .where('signed_on', '>=', span.from)
      .where('signed_on', '<=', span.to)
      .execute()
    found.push(...rows.map((row) => row.deal))
  }
  return found
}

/** Deals of which money came in, or went back, in the span. */
async function dealsMoved(
  scope: Scope,
  span: Span,
  people: readonly string[] | undefined,
): Promise<string[]> {
  let query = rowsOf(scope)
    .selectFrom('money_moved')
    .select('deal')
    .distinct()
    .where('workspace', '=', scope.workspace.id)
    .where('moved_on', '>=', span.from)
    .where('moved_on', '<=', span.to)
  if (people) query = query.where('person', 'in', [...people])
  return (await query.orderBy('deal').execute()).map((row) => row.deal)
}

/** Deals in which somebody had a part when the period was closed. */
async function dealsStated(
  scope: Scope,
  period: Period,
  people: readonly string[] | undefined,
): Promise<string[]> {
  let query = rowsOf(scope)
    .selectFrom('statement_deal')
    .select('deal')
    .distinct()
    .where('workspace', '=', scope.workspace.id)
    .where('period', '=', period)
  if (people) query = query.where('person', 'in', [...people])
  return (await query.execute()).map((row) => row.deal)
}

/** Deals that may have been signed on another day, by somebody else, or not voided before the moment. */
async function dealsMovedSince(scope: Scope, since: Instant): Promise<string[]> {
  const rows = await rowsOf(scope)
    .selectFrom('entry')
    .select('deal')
    .distinct()
    .where('workspace', '=', scope.workspace.id)
    .where('recorded_at', '>', since)
    .where('kind', 'in', ['amended', 'voided'])
    .execute()
  return rows.map((row) => row.deal)
}

/**
 * The other deals of all customers that the deals ever had, with those that may have been such since the moment: who was
 * new and who came back depends on them.
 */
async function othersOfCustomers(
  scope: Scope,
  deals: readonly RecordedDeal[],
  since: Instant,
): Promise<RecordedDeal[]> {
  const known = new Set(deals.map(({ identity }) => identity.id))
  const customers = new Set(
    deals.flatMap(({ entries }) => entries.map((entry) => foldCustomer(entry.facts.customer ?? ''))),
  )
  customers.delete('')
  const found = new Set(await dealsRenamed(scope, { since }))
  for (const id of known) found.delete(id)
  for (const some of inChunks([...customers])) {
    const rows = await rowsOf(scope)
      .selectFrom('deal')
      .select('id')
      .where('workspace', '=', scope.workspace.id)
      .where('customer_key', 'in', some)
      .execute()
    for (const { id } of rows) if (!known.has(id)) found.add(id)
  }
  return dealsWithEntries(scope, [...found])
}

async function dealsWithEntries(scope: Scope, deals: readonly string[]): Promise<RecordedDeal[]> {
  const found: RecordedDeal[] = []
  for (const some of inChunks(deals)) {
    const entries = new Map<string, Entry[]>(some.map((id) => [id, []]))
    const rows = await rowsOf(scope)
      .selectFrom('entry')
      .selectAll()
      .where('workspace', '=', scope.workspace.id)
      .where('deal', 'in', some)
      .orderBy('deal')
      .orderBy('sequence')
      .execute()
    for (const row of rows) entries.get(row.deal)?.push(asEntry(row))
    const identities = await rowsOf(scope)
      .selectFrom('deal')
      .selectAll()
      .where('workspace', '=', scope.workspace.id)
      .where('id', 'in', some)
      .execute()
    for (const row of identities) {
      const { repeatCustomer, ...identity } = asDeal(row)
      found.push({ identity, entries: entries.get(row.id) ?? [], repeatCustomer })
    }
  }
  return found
}

async function targetsRecorded(
  scope: Scope,
  period: Period,
  people: readonly string[] | undefined,
): Promise<History['targets']> {
  let query = rowsOf(scope)
    .selectFrom('goal')
    .innerJoin('goal_revision', (join) =>
      join
        .onRef('goal_revision.workspace', '=', 'goal.workspace')
        .onRef('goal_revision.goal', '=', 'goal.id'),
    )
    .select([
      'goal.owner',
      'goal.metric',
      'goal.number',
      'goal_revision.value',
      'goal_revision.recorded_at',
      'goal_revision.recorded_by',
    ])
    .where('goal.workspace', '=', scope.workspace.id)
    .where('goal.period', '=', period)
    .where('goal.level', '=', 'person')
    .where('goal.metric', 'in', ['signed', 'collected'])
    .orderBy('goal.number')
    .orderBy('goal_revision.sequence')
  if (people) query = query.where('goal.owner', 'in', [...people])
  return (await query.execute()).map((row) => ({
    person: row.owner,
    metric: row.metric === 'collected' ? row.metric : 'signed',
    goal: row.number,
    minor: row.value,
    recordedAt: row.recorded_at,
    recordedBy: row.recorded_by,
  }))
}

function* inChunks(ids: readonly string[]): Generator<string[]> {
  for (let at = 0; at < ids.length; at += AT_ONCE) yield ids.slice(at, at + AT_ONCE)
}
