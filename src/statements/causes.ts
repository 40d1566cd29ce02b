import type { Period } from '../kernel/period.ts'
import { type Instant, secondsAfter } from '../kernel/time.ts'
import type { Adjustment, Cause } from './adjustment.ts'
import { Calculator, earnedOf } from './calculation.ts'
import { happenedTo, momentsOf } from './happened.ts'
import type { HistoryBook } from './history-book.ts'

/**
 * What has become of some people's pay for approved periods since a moment, cause by cause: for each thing recorded since
 * then, in order, the pay just after it less the pay just before it. What was recorded in one moment is one cause. The
 * parts add up to the pay at `until` less `paidMinor`, what the statements up to now have paid for the period: nothing
 * is lost and nothing is paid twice, whatever the causes explain. `together`: what happens to one of them, or to others,
 * can change the pay of all. Gives a list for each of the periods given, in their order.
 */
export async function adjustmentsOf(
  book: HistoryBook,
  late: readonly Late[],
  together: boolean,
  between: { since: Instant; until: Instant },
): Promise<Adjustment[][]> {
  const consulted = new Set<string>()
  const earnedAt = async (at: Instant) => {
    const calculator = new Calculator(book, at)
    const earned: bigint[] = []
    for (const { person, period } of late) earned.push(earnedOf(await calculator.calculate(person, period)))
    for (const deal of calculator.records.consulted) consulted.add(deal)
    return earned
  }
  const first = await earnedAt(between.since)
  const last = await earnedAt(between.until)
  const whose = together ? undefined : new Set(late.map((one) => one.person))
  const happened = momentsOf(await happenedTo(book, whose, between))
  const earned = new Map<Instant, bigint[]>()
  for (const { at } of happened) earned.set(at, await earnedAt(at))
  const causes = together ? happened : momentsOf(await happenedTo(book, whose, between, consulted))
  const found: Adjustment[][] = []
  for (const [index, { person, period, paidMinor }] of late.entries()) {
    const pays = { paidMinor, first: first[index] ?? 0n, last: last[index] ?? 0n }
    const after = (cause: Cause) => earned.get(cause.at)?.[index]
    const adjustments = explained({ ...pays, after, period, since: between.since }, causes)
    found.push(together ? await withOwnCauses(book, person, adjustments) : adjustments)
  }
  return found
}

/**
 * Where several deals were recorded in one moment, only those that this person's pay was worked out on are named, whoever
 * else's was worked out beside it.
 */
async function withOwnCauses(
  book: HistoryBook,
  person: string,
  adjustments: readonly Adjustment[],
): Promise<Adjustment[]> {
  const found: Adjustment[] = []
  for (const adjustment of adjustments) {
    const { at, deals } = adjustment.cause
    const consulted = new Set<string>()
    const before = secondsAfter(at, -0.001)
    for (const moment of deals.length > 1 ? [before, at] : []) {
      const calculator = new Calculator(book, moment)
      await calculator.calculate(person, adjustment.period)
      for (const deal of calculator.records.consulted) consulted.add(deal)
    }
    const [own] =
      deals.length > 1
        ? momentsOf(await happenedTo(book, undefined, { since: before, until: at }, consulted))
        : []
    found.push(own ? { ...adjustment, cause: own } : adjustment)
  }
  return found
}

/** Somebody's pay for a period, with what has been paid for it. */
interface Late {
  person: string
  period: Period
  paidMinor: bigint
}

interface Changed {
  period: Period
  since: Instant
  paidMinor: bigint
  first: bigint
  last: bigint
  /** The pay just after a cause. */
  after: (cause: Cause) => bigint | undefined
}

function explained(
  { period, since, paidMinor, first, last, after }: Changed,
  causes: readonly Cause[],
): Adjustment[] {
  const found: Adjustment[] = []
  let before = first
  for (const cause of causes) {
    const now = after(cause) ?? before
    if (now !== before) found.push({ period, minor: now - before, cause })
    before = now
  }
  const rest = last - paidMinor - (before - first)
  return rest === 0n ? found : [...found, { period, minor: rest, cause: unknown(since) }]
}

const unknown = (at: Instant): Cause => ({ kind: 'other', deals: [], by: null, reason: null, at })
