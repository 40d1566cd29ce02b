import type { Instant } from '../kernel/time.ts'
import type { Adjustment, Cause } from './adjustment.ts'
import { Calculator, earnedOf } from './calculation.ts'
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
  const earnedAt = async (at: Instant) => earnedOf(await new Calculator(book, at).calculate(person, period))
  const found: Adjustment[] = []
  const now = await earnedAt(between.until)
  let before = await earnedAt(between.since)
  let explained = 0n
  for (const cause of await causesOf(book, person, between)) {
    const after = await earnedAt(cause.at)
    if (after !== before) found.push({ period, minor: after - before, cause })
    explained += after - before
    before = after
  }
  const rest = now - paidMinor - explained
  if (rest !== 0n) found.push({ period, minor: rest, cause: unknown(between.since) })
  return found
}

const unknown = (at: Instant): Cause => ({ kind: 'other', deals: [], by: null, reason: null, at })

/** Everything that was recorded in the time, a moment at a time, in order. */
async function causesOf(
  book: HistoryBook,
  person: string,
  { since, until }: { since: Instant; until: Instant },
): Promise<Cause[]> {
  const { plans } = book
  const { deals, targets } = await book.everythingRead()
  const inTime = ({ recordedAt }: { recordedAt: Instant }) => recordedAt > since && recordedAt <= until
  const happened: Cause[] = [
    ...deals.flatMap(({ identity, entries }) =>
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
