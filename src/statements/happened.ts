import { foldCustomer } from '../deals/customer.ts'
import type { Instant } from '../kernel/time.ts'
import type { Cause } from './adjustment.ts'
import type { RecordedDeal } from './history.ts'
import type { HistoryBook } from './history-book.ts'

/**
 * Everything that was recorded in the time about the people named, or about anybody. Of deals only those that the pay was
 * worked out on, and others of their customers, where these are named: what else has been read says nothing about them.
 */
export async function happenedTo(
  book: HistoryBook,
  people: ReadonlySet<string> | undefined,
  { since, until }: { since: Instant; until: Instant },
  consulted?: ReadonlySet<string>,
): Promise<Cause[]> {
  const { plans } = book
  const { deals, targets, checkins } = await book.everythingRead()
  const inTime = ({ recordedAt }: { recordedAt: Instant }) => recordedAt > since && recordedAt <= until
  const isConcerned = (person: string) => people?.has(person) ?? true
  const goals = checkins.filter((goal) => isConcerned(goal.person))
  const concerned = consulted ? withTheirCustomers(deals, consulted) : deals
  return [
    ...concerned.flatMap(({ identity, entries }) =>
      entries.filter(inTime).map((entry) => ({
        kind: entry.kind,
        deals: [identity.number],
        by: entry.recordedBy,
        reason: entry.reason,
        at: entry.recordedAt,
      })),
    ),
    ...targets
      .filter((target) => isConcerned(target.person))
      .filter(inTime)
      .map((target) => plainCause('target', target)),
    ...plans.assignments.filter(inTime).map((one) => plainCause('plan', one)),
    ...plans.versions.filter(inTime).map((one) => plainCause('plan', one)),
    ...plans.memberships
      .filter((one) => isConcerned(one.person))
      .filter(inTime)
      .map((one) => plainCause('team', one)),
    ...plans.memberships
      .filter((one) => isConcerned(one.person))
      .flatMap(({ ends }) => ends.filter(inTime).map((one) => plainCause('team', one))),
    ...plans.employments
      .filter((one) => isConcerned(one.person))
      .filter(inTime)
      .map((one) => plainCause('employment', one)),
    ...goals.flatMap(({ revisions }) => revisions.filter(inTime).map((one) => plainCause('target', one))),
    ...goals.flatMap(({ checkins }) => checkins.filter(inTime).map((one) => plainCause('check-in', one))),
  ]
}

/** The deals named, the others of the customers that they ever had, by number. */
function withTheirCustomers(deals: readonly RecordedDeal[], named: ReadonlySet<string>): RecordedDeal[] {
  const customersOf = ({ entries }: RecordedDeal) =>
    entries.map((entry) => foldCustomer(entry.facts.customer ?? '')).filter((key) => key !== '')
  const customers = new Set(deals.filter((deal) => named.has(deal.identity.id)).flatMap(customersOf))
  return deals
    .filter((deal) => named.has(deal.identity.id) || customersOf(deal).some((key) => customers.has(key)))
    .sort((a, b) => a.identity.number - b.identity.number)
}

/** A moment at a time, in order. */
export function momentsOf(happened: readonly Cause[]): Cause[] {
  const moments = new Map<Instant, Cause>()
  for (const cause of happened) {
    const known = moments.get(cause.at)
    moments.set(cause.at, known ? together(known, cause) : cause)
  }
  return [...moments.values()].sort((a, b) => (a.at < b.at ? -1 : 1))
}

const plainCause = (
  kind: Cause['kind'],
  { recordedAt, recordedBy }: { recordedAt: Instant; recordedBy: string | null },
): Cause => ({ kind, deals: [], by: recordedBy, reason: null, at: recordedAt })

function together(one: Cause, other: Cause): Cause {
  const deals = [...new Set([...one.deals, ...other.deals])].sort((a, b) => a - b)
  return { ...one, deals, reason: one.reason ?? other.reason }
}
