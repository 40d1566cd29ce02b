import { addMonths, type Period, periodOf, spanOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { floor, fraction, times } from './fraction.ts'
import type { Deferred, Leaving } from './terms.ts'

/** What is held back of a period's pay, in whole minor units, and the day on which it is released. */
export interface Held {
  period: Period
  minor: bigint
  releaseOn: LocalDate
}

export type DeferredLine =
  | { kind: 'held-back'; minor: bigint; releaseOn: LocalDate }
  | { kind: 'released'; minor: bigint; heldIn: Period }
  | { kind: 'forfeited'; minor: 0n; heldIn: Period; heldMinor: bigint }

/** A period as far as a deferred share has to know it. */
export interface DeferredPeriod {
  period: Period
  fiscalStartMonth: number
  /** Whether the person has left by its end. */
  gone: boolean
}

/**
 * What of a period's due is paid when a share of it is held back: held = share × due, rounded down to whole minor units,
 * and nothing of what is not above zero. A period that holds the release day itself holds nothing back.
 * What was held before is released in the period into which its day falls. When somebody leaves, all of it is released or
 * forfeited, and nothing more is held. Held = released + forfeited + still held.
 */
export function heldBack(
  deferred: Deferred | undefined,
  leaving: Pick<Leaving, 'deferred'>,
  before: readonly Held[],
  { dueMinor, ...at }: DeferredPeriod & { dueMinor: bigint },
): { dueMinor: bigint; held: Held[]; lines: DeferredLine[] } {
  const { to } = spanOf(at.period, at.fiscalStartMonth)
  const ripe = before.filter((one) => one.releaseOn <= to)
  const waiting = before.filter((one) => one.releaseOn > to)
  const fresh = at.gone ? [] : freshlyHeld(deferred, at, dueMinor)
  const forfeits = at.gone && leaving.deferred === 'forfeit'
  const lines: DeferredLine[] = [
    ...fresh.map((one) => ({ kind: 'held-back' as const, minor: -one.minor, releaseOn: one.releaseOn })),
    ...[...ripe, ...(at.gone && !forfeits ? waiting : [])].map(released),
    ...(forfeits ? waiting : []).map(forfeited),
  ]
  return {
    dueMinor: lines.reduce((sum, line) => sum + line.minor, dueMinor),
    held: at.gone ? [] : [...waiting, ...fresh],
    lines,
  }
}

function freshlyHeld(deferred: Deferred | undefined, at: DeferredPeriod, dueMinor: bigint): Held[] {
  if (!deferred || dueMinor <= 0n) return []
  const minor = floor(times(deferred.share, fraction(dueMinor)))
  const releaseOn = releaseOf(deferred, at)
  return minor === 0n || releaseOn <= spanOf(at.period, at.fiscalStartMonth).to
    ? []
    : [{ period: at.period, minor, releaseOn }]
}

/** The last day of the fiscal year, or of the month that is so many months after the period's last one. */
function releaseOf({ release }: Deferred, { period, fiscalStartMonth }: DeferredPeriod): LocalDate {
  const { to } = spanOf(period, fiscalStartMonth)
  if (release === 'year-end') return spanOf(periodOf(to, 'year', fiscalStartMonth), fiscalStartMonth).to
  return spanOf(addMonths(to, release.afterMonths).slice(0, 7)).to
}

const released = ({ minor, period }: Held): DeferredLine => ({ kind: 'released', minor, heldIn: period })

const forfeited = ({ minor, period }: Held): DeferredLine => ({
  kind: 'forfeited',
  minor: 0n,
  heldIn: period,
  heldMinor: minor,
})
