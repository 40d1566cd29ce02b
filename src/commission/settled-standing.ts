import type { DealCredit, Total } from '../deals/store.ts'
import type { Scope } from '../kernel/scope.ts'
import type { ActivePlan } from './active-plan.ts'
import { factOf } from './facts-of.ts'
import { ceiling, fraction, plus, rounded, times, ZERO } from './fraction.ts'
import { withCredits, withMore } from './imagined.ts'
import { liveRecords } from './live-records.ts'
import { furtherUp, type NextTier, nextRung, nextTier, roundStep, type Upwards } from './next-tier.ts'
import { attainmentPpm, effectiveRates, type Facts, targetOf, totalPay } from './pay.ts'
import type { Expected, PayStanding } from './pay-of.ts'
import { onCollections, paysLater } from './plan.ts'
import type { Records } from './records.ts'
import { type Settled, Settling } from './settle.ts'

/**
 * Where a person stands on a plan whose pay needs more than the period's own credit: the same figures, each out of a
 * settlement of its own.
 */
export function settledStandings(
  scope: Scope,
  active: ActivePlan,
  total: Total,
  imagined: readonly DealCredit[] = [],
): (moreMinor: bigint) => Promise<PayStanding | 'no target'> {
  const { person, period } = total
  const records = recordsWith(liveRecords(scope), active, total, imagined)
  const settle = (on: Records) => new Settling(on).settle(person, period)
  const after = (minor: bigint) => withMore(records.all, active.plan, { person, period, moreMinor: minor })
  return async (more) => {
    const settled = await settle(more === 0n ? records.all : after(more))
    const certain = await settle(records.confirmed)
    const { pay, facts } = settled
    if (typeof pay === 'string' || typeof certain.pay === 'string' || !facts) return 'no target'
    const totalAfter = async (minor: bigint) => totalOfPay(await settle(after(more + minor)))
    const upwards = await upwardsFrom({ active, facts, now: pay.totalMinor }, totalAfter)
    return {
      active,
      facts,
      confirmed: certain.facts ?? facts,
      total: signingMore(total, more),
      earnedMinor: pay.totalMinor,
      provisionalMinor: pay.totalMinor - certain.pay.totalMinor,
      attainmentPpm: attainmentPpm(active.plan, facts),
      ...upwards,
      ...(await expectedOf(records.all, active, total, facts)),
      settled,
    }
  }
}

function recordsWith(
  live: { all: Records; confirmed: Records },
  { plan }: ActivePlan,
  { person, period }: Total,
  credits: readonly DealCredit[],
): { all: Records; confirmed: Records } {
  if (credits.length === 0) return live
  return { ...live, all: withCredits(live.all, plan, { person, period, credits }) }
}

export const signingMore = (total: Total, moreMinor: bigint): Total => ({
  ...total,
  signedMinor: total.signedMinor + Number(moreMinor),
})

const totalOfPay = ({ pay }: Settled): bigint => (typeof pay === 'string' ? 0n : pay.totalMinor)

/** What the next rung, or on the top one a round step more, is worth: once its money has come in, where that pays. */
async function upwardsFrom(
  { active: { plan }, facts, now }: { active: ActivePlan; facts: Facts; now: bigint },
  totalAfter: (moreMinor: bigint) => Promise<bigint>,
): Promise<{ next: NextTier | undefined; further: Upwards | undefined }> {
  if (paysLater(plan)) {
    const whole = totalPay(plan, facts)
    const next = nextTier(plan, facts, whole)
    return { next, further: next || whole === 'no target' ? undefined : furtherUp(plan, facts, whole) }
  }
  const rung = nextRung(plan, facts)
  if (rung) {
    const gapMinor = ceiling(rung.height) - facts.attainedMinor
    const payMinor = await totalAfter(gapMinor)
    return { next: { unlock: rung.mark, gapMinor, payMinor, moreMinor: payMinor - now }, further: undefined }
  }
  const stepMinor = roundStep(targetOf(plan, facts))
  return { next: undefined, further: { stepMinor, moreMinor: (await totalAfter(stepMinor)) - now } }
}

/** What is signed in the period and has not come in yet; its pay is known where the signing has fixed the rate. */
async function expectedOf(
  records: Records,
  { plan }: ActivePlan,
  { person, period }: Total,
  facts: Facts,
): Promise<{ expected?: Expected }> {
  if (!paysLater(plan) && !onCollections(plan)) return {}
  const credits = await records.credits(person, period)
  const open = credits.map((one) => ({ deal: factOf(one), minor: one.minor - one.collectedMinor }))
  const uncollectedMinor = open.reduce((sum, one) => sum + BigInt(one.minor), 0n)
  const rates = paysLater(plan) ? effectiveRates(plan, facts) : undefined
  if (!rates || rates === 'no target') return { expected: { uncollectedMinor, payMinor: undefined } }
  const pay = open.map(({ deal, minor }) => times(fraction(minor), rates(deal))).reduce(plus, ZERO)
  return { expected: { uncollectedMinor, payMinor: rounded(pay) } }
}
