import { aboveZero, type NegativeLine } from '../commission/negative.ts'
import type { Negative } from '../commission/terms.ts'
import { kindOf, type Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'
import { closedPeriods } from './period-store.ts'
import { type Issued, statementsHeld, statementsOf } from './store.ts'

/**
 * What becomes of a statement whose sum is below zero, as adjustments of approved periods can make it: as the person's
 * plan says of negative results. What the statement before has carried forward is taken off first. No lines: the sum is
 * paid as it is.
 */
export const carriedLines = (
  negative: Negative | undefined,
  sumMinor: bigint,
  broughtMinor: bigint,
): NegativeLine[] => aboveZero(negative ?? 'deducted', broughtMinor, sumMinor).lines

/** What the last statements before a period carry forward into it, by person; of one person where that is asked. */
export async function broughtForward(
  scope: Scope,
  period: Period,
  until: Instant,
  person?: string,
): Promise<Map<string, bigint>> {
  const closed = await closedPeriods(scope, kindOf(period))
  const last = closed.filter((one) => one.period < period && one.frozenAt <= until).at(-1)
  const found = new Map<string, bigint>()
  if (!last) return found
  const issued =
    person === undefined
      ? await statementsOf(scope, last.period, last.revision)
      : (await statementsHeld(scope, person)).filter((one) => one.period === last.period)
  for (const one of issued) {
    const minor = carriedForwardIn(one)
    if (minor > 0n) found.set(one.person, minor)
  }
  return found
}

/** What a stored statement carries forward itself; what the periods' own results carry runs on by itself. */
function carriedForwardIn({ document }: Issued): bigint {
  if (!document.includes('carried-forward')) return 0n
  const { carried = [] }: { carried?: { kind: string; minor: string }[] } = JSON.parse(document)
  return BigInt(carried.find(({ kind }) => kind === 'carried-forward')?.minor ?? 0)
}
