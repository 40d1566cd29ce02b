import { foldCustomer } from '../deals/customer.ts'
import type { Instant } from '../kernel/time.ts'
import type { Adjustment, Cause } from './adjustment.ts'
import { Calculator, earnedOf } from './calculation.ts'
import type { RecordedDeal } from './history.ts'
import type { HistoryBook } from './history-book.ts'

/**
 * What has become of a person's pay for an approved period since a moment, cause by cause: for each thing recorded since
 * then, in order, the pay just after it less the pay just before it. What was recorded in one moment is one cause. The
 * parts add up to the pay at `until` less `paidMinor`, what the statements up to now have paid for the period: nothing
 * is lost and nothing is paid twice, whatever the causes explain.
 */
export async function adjustmentsOf(
  book: HistoryBook,
  whose: { person: string; period: string; paidMinor: bigint },
  between: { since: Instant; until: Instant },
): Promise<Adjustment[]> {
  const { person, period, paidMinor } = whose
  const consulted = new Set<string>()
  const earnedAt = async (at: Instant) => {
    const calculator = new Calculator(book, at)
    const earned = earnedOf(await calculator.calculate(person, period))
    for (const deal of calculator.records.consulted) consulted.add(deal)
    return earned
  }
  const first = await earnedAt(between.since)
  const last = await earnedAt(between.until)
  const moments = momentsOf(await happenedTo(book, person, between)).map((one) => one.at)
  const earned = new Map<Instant, bigint>()
  for (const at of moments) earned.set(at, await earnedAt(at))

  const found: Adjustment[] = []
  let [before, explained] = [first, 0n]
  for (const cause of momentsOf(await happenedTo(book, person, between, consulted))) {
    const after = earned.get(cause.at) ?? before
    if (after !== before) found.push({ period, minor: after - before, cause })
    explained += after - before
    before = after
  }
  const rest = last - paidMinor - explained
  if (rest !== 0n) found.push({ period, minor: rest, cause: unknown(between.since) })
  return found
}

const unknown = (at: Instant): Cause => ({ kind: 'other', deals: [], by: null, reason: null, at })

/**
 * Everything that was recorded in the time. Of deals only those that the pay was worked out on, and others of their
 * customers, where these are named: what else has been read says nothing about this person.
 */
async function happenedTo(
  book: HistoryBook,
  person: string,
  { since, until }: { since: Instant; until: Instant },
  consulted?: ReadonlySet<string>,
): Promise<Cause[]> {
  const { plans } = book
  const { deals, targets } = await book.everythingRead()
  const inTime = ({ recordedAt }: { recordedAt: Instant }) => recordedAt > since && recordedAt <= until
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
      .filter((target) => target.person === person)
      .filter(inTime)
      .map((target) => plainCause('target', target)),
    ...plans.assignments.filter(inTime).map((one) => plainCause('plan', one)),
    ...plans.versions.filter(inTime).map((one) => plainCause('plan', one)),
    ...plans.memberships
      .filter((one) => one.person === person)
      .filter(inTime)
      .map((one) => plainCause('team', one)),
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
function momentsOf(happened: readonly Cause[]): Cause[] {
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
