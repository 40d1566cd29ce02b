import { allocate, type Minor } from '../kernel/money.ts'
import type { Entry, Instalment } from './deal.ts'

/** An instalment with what has come in of it, and what has not. */
export interface Matched extends Instalment {
  collectedMinor: Minor
  openMinor: Minor
}

/** Money that has come in pays the earliest instalments first, whenever and in whatever order it came. */
export function matched(schedule: readonly Instalment[], collectedMinor: Minor): Matched[] {
  let left = collectedMinor
  return schedule.map((instalment) => {
    const paid = Math.min(left, instalment.minor)
    left -= paid
    return { ...instalment, collectedMinor: paid, openMinor: instalment.minor - paid }
  })
}

/**
 * The schedule that a deal's entries, in order, leave it with; it always adds up to the deal's amount. A new amount
 * moves what is still open, in proportion, by largest remainder; a refund takes back from the latest paid instalments
 * what had come in, and the rest from the latest open ones, so that nobody owes more than before.
 */
export function scheduleOf(entries: readonly Entry[]): Instalment[] {
  let schedule: Instalment[] = []
  let collectedMinor = 0
  for (const entry of entries) {
    schedule = entry.facts.schedule ?? changedBy(entry, matched(schedule, collectedMinor))
    collectedMinor += entry.collectedMinor
  }
  return schedule
}

function changedBy(entry: Entry, parts: readonly Matched[]): Instalment[] {
  if (entry.kind === 'voided') return []
  if (entry.kind === 'refunded') return takenBack(parts, -entry.collectedMinor, -entry.amountMinor)
  return entry.amountMinor === 0 ? asInstalments(parts) : grownBy(parts, entry.amountMinor)
}

function grownBy(parts: readonly Matched[], minor: Minor): Instalment[] {
  const open = parts.reduce((sum, part) => sum + part.openMinor, 0)
  const weights = parts.map((part, index) => (open > 0 ? part.openMinor : index === parts.length - 1 ? 1 : 0))
  const opened = allocate(BigInt(open + minor), weights.map(BigInt)).map(Number)
  return asInstalments(
    parts.map((part, index) => ({ ...part, minor: part.collectedMinor + (opened[index] ?? 0) })),
  )
}

function takenBack(parts: readonly Matched[], collectedMinor: Minor, minor: Minor): Instalment[] {
  let [paid, open] = [collectedMinor, minor - collectedMinor]
  const left = parts.toReversed().map((part) => {
    const fromPaid = Math.min(paid, part.collectedMinor)
    const fromOpen = Math.min(open, part.openMinor)
    paid -= fromPaid
    open -= fromOpen
    return { ...part, minor: part.minor - fromPaid - fromOpen }
  })
  return asInstalments(left.toReversed())
}

const asInstalments = (parts: readonly Instalment[]): Instalment[] =>
  parts.filter((part) => part.minor > 0).map(({ dueOn, minor }) => ({ dueOn, minor }))
