import { totalOf } from '../deals/store.ts'
import type { Touched } from '../deals/watch-pay.ts'
import { type Period, periodOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { type ActivePlan, activePlanFor } from './active-plan.ts'
import { liveRecords } from './live-records.ts'
import { attainmentPpm, type Facts, totalPay } from './pay.ts'
import { factsFor } from './pay-of.ts'
import { isPlain } from './plain.ts'
import { Settling } from './settle.ts'

/** What a person is paid for a period as it is now. */
export interface PaidNow {
  person: string
  period: Period
  active: ActivePlan
  /** Undefined where there is no target and nothing is calculated. */
  known: (Known & { attainmentPpm: number | undefined }) | undefined
}

interface Known {
  minor: bigint
  /** Of it, what comes from a pool: its movements are no news of their own. */
  fromPool: bigint
  facts: Facts
}

/**
 * What people are paid for the periods in which dates lie, each once. Where pay is not fixed by the signing alone, a
 * change of any date can also move the running period.
 */
export async function paidNow(
  scope: Scope,
  touched: readonly Touched[],
  part: 'signed' | 'confirmed',
): Promise<Map<string, PaidNow>> {
  const { fiscalStartMonth } = scope.workspace
  const found = new Map<string, PaidNow>()
  for (const { person, on } of touched) {
    const active = await activePlanFor(scope, person, periodOf(on, 'month', fiscalStartMonth))
    if (!active) continue
    for (const date of isPlain(active) ? [on] : [on, scope.today]) {
      const period = periodOf(date, active.plan.period, fiscalStartMonth)
      const key = `${person} ${period}`
      if (!found.has(key)) found.set(key, await paidFor(scope, person, period, part))
    }
  }
  return found
}

async function paidFor(
  scope: Scope,
  person: string,
  period: Period,
  part: 'signed' | 'confirmed',
): Promise<PaidNow> {
  const active = await activePlanFor(scope, person, period)
  if (!active) throw new Error(`The plan of ${person} went away between two lines.`)
  const paid = isPlain(active)
    ? await plainPay(scope, active, person, period, part)
    : await settledPay(scope, person, period, part)
  const known = paid && { ...paid, attainmentPpm: attainmentPpm(active.plan, paid.facts) }
  return { person, period, active, known }
}

async function plainPay(
  scope: Scope,
  { plan }: ActivePlan,
  person: string,
  period: Period,
  part: 'signed' | 'confirmed',
): Promise<Known | undefined> {
  const both = await factsFor(scope, plan, await totalOf(scope, person, period))
  const facts = part === 'confirmed' ? both.confirmed : both.all
  const minor = totalPay(plan, facts)
  return minor === 'no target' ? undefined : { minor, fromPool: 0n, facts }
}

async function settledPay(
  scope: Scope,
  person: string,
  period: Period,
  part: 'signed' | 'confirmed',
): Promise<Known | undefined> {
  const { all, confirmed } = liveRecords(scope)
  const { pay, facts } = await new Settling(part === 'confirmed' ? confirmed : all).settle(person, period)
  if (typeof pay === 'string' || !facts) return undefined
  const fromPool = pay.lines.reduce((sum, line) => sum + (line.kind === 'pool-share' ? line.minor : 0n), 0n)
  return { minor: pay.totalMinor, fromPool, facts }
}
