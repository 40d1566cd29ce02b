import type { DealCredit, Total } from '../deals/store.ts'
import type { Scope } from '../kernel/scope.ts'
import type { ActivePlan } from './active-plan.ts'
import { rateOfMoney } from './by-collection.ts'
import { ceiling, type Fraction, fraction, plus, rounded, times, ZERO } from './fraction.ts'
import { withCredits, withMore, withReached } from './imagined.ts'
import { liveRecords } from './live-records.ts'
import { furtherUp, type NextTier, nextRung, nextTier, stepUp, type Upwards } from './next-tier.ts'
import { attainmentPpm, effectiveRates, type Facts, targetOf, totalPay } from './pay.ts'
import type { Expected, PayStanding } from './pay-of.ts'
import { metricOf, onCollections, paysLater } from './plan.ts'
import type { Records } from './records.ts'
import { type Settled, Settling } from './settle.ts'
import type { Stretch } from './stretches.ts'
import type { DealFact } from './which-deals.ts'

/** What the standings of several people share: what one's pay needs of another's is worked out once. */
export class Settlements {
  readonly records: { all: Records; confirmed: Records }
  readonly all: Settling
  readonly confirmed: Settling

  /** `imagine`: what everything signed is taken to be. */
  constructor(scope: Scope, imagine: (records: Records) => Records = (records) => records) {
    const { all, confirmed } = liveRecords(scope)
    this.records = { all: imagine(all), confirmed }
    this.all = new Settling(this.records.all)
    this.confirmed = new Settling(this.records.confirmed)
  }
}

/**
 * Where a person stands on a plan whose pay needs more than the period's own credit: the same figures, each out of a
 * settlement of its own. `common`: what the standings of several people share, where nothing is imagined.
 */
export function settledStandings(
  scope: Scope,
  active: ActivePlan,
  total: Total,
  imagined: readonly DealCredit[] = [],
  common?: Settlements,
): (moreMinor: bigint) => Promise<PayStanding | 'no target'> {
  const { person, period } = total
  const shared =
    common ??
    new Settlements(scope, (records) =>
      imagined.length === 0
        ? records
        : withCredits(records, active.plan, { person, period, credits: imagined }),
    )
  const { all } = shared.records
  const signedMore = (minor: bigint) => withMore(all, active.plan, { person, period, moreMinor: minor })
  const settle = (on: Records) => new Settling(on, shared.all).settle(person, period)
  const after = (minor: bigint) => settle(signedMore(minor))
  return async (more) => {
    const settled = await (more === 0n ? shared.all.settle(person, period) : after(more))
    const standing = await withoutUpwards(shared, active, signingMore(total, more), settled)
    if (standing === 'no target') return standing
    const { facts, earnedMinor } = standing
    const signing = async (minor: bigint) => totalOfPay(await after(more + minor))
    const reaching = async (minor: bigint) =>
      totalOfPay(await settle(withReached(signedMore(more), { person, period, more: minor })))
    const upwards = await upwardsFrom(
      { active, facts, now: earnedMinor },
      { signing, attaining: metricOf(active.plan) === undefined ? signing : reaching },
    )
    return {
      ...standing,
      ...upwards,
      ...(await expectedOf(all, active, total, settled.stretches ?? [])),
    }
  }
}

/** The same in a list, where nobody asks what more would bring. */
export async function listedStanding(
  shared: Settlements,
  active: ActivePlan,
  total: Total,
): Promise<PayStanding | 'no target'> {
  return withoutUpwards(shared, active, total, await shared.all.settle(total.person, total.period))
}

async function withoutUpwards(
  shared: Settlements,
  active: ActivePlan,
  total: Total,
  settled: Settled,
): Promise<PayStanding | 'no target'> {
  const { pay, facts } = settled
  const certain = await shared.confirmed.settle(total.person, total.period)
  if (typeof pay === 'string' || typeof certain.pay === 'string' || !facts) return 'no target'
  return {
    active,
    facts,
    confirmed: certain.facts ?? facts,
    total,
    earnedMinor: pay.totalMinor,
    provisionalMinor: pay.totalMinor - certain.pay.totalMinor,
    attainmentPpm: attainmentPpm(active.plan, facts),
    next: undefined,
    further: undefined,
    settled,
  }
}

export const signingMore = (total: Total, moreMinor: bigint): Total => ({
  ...total,
  signedMinor: total.signedMinor + Number(moreMinor),
})

const totalOfPay = ({ pay }: Settled): bigint => (typeof pay === 'string' ? 0n : pay.totalMinor)

/** What the next rung, or on the top one a round step more, is worth: once its money has come in, where that pays. */
async function upwardsFrom(
  { active: { plan }, facts, now }: { active: ActivePlan; facts: Facts; now: bigint },
  after: Record<'signing' | 'attaining', (more: bigint) => Promise<bigint>>,
): Promise<{ next: NextTier | undefined; further: Upwards | undefined }> {
  if (paysLater(plan)) {
    const whole = totalPay(plan, facts)
    const next = nextTier(plan, facts, whole)
    return { next, further: next || whole === 'no target' ? undefined : furtherUp(plan, facts, whole) }
  }
  const rung = nextRung(plan, facts)
  if (rung) {
    const gapMinor = ceiling(rung.height) - facts.attainedMinor
    const payMinor = await after.attaining(gapMinor)
    return { next: { unlock: rung.mark, gapMinor, payMinor, moreMinor: payMinor - now }, further: undefined }
  }
  if (metricOf(plan) === undefined && targetOf(plan, facts) <= 0n)
    return { next: undefined, further: undefined }
  const stepMinor = stepUp(plan, facts)
  return { next: undefined, further: { stepMinor, moreMinor: (await after.signing(stepMinor)) - now } }
}

/** What is signed in the period and has not come in yet; its pay is known where the signing has fixed the rate. */
async function expectedOf(
  records: Records,
  { plan }: ActivePlan,
  { person, period }: Total,
  stretches: readonly Stretch[],
): Promise<{ expected?: Expected }> {
  if (!paysLater(plan) && !onCollections(plan)) return {}
  const credits = await records.credits(person, period)
  const open = credits.map((credit) => ({ credit, minor: credit.minor - credit.collectedMinor }))
  const uncollectedMinor = open.reduce((sum, one) => sum + BigInt(one.minor), 0n)
  const rates = paysLater(plan) ? ratesIn(stretches) : undefined
  if (!rates) return { expected: { uncollectedMinor, payMinor: undefined } }
  const pay = open
    .map(({ credit, minor }) => times(fraction(minor), rateOfMoney(credit, plan.basis, rates)))
    .reduce(plus, ZERO)
  return { expected: { uncollectedMinor, payMinor: rounded(pay) } }
}

/** What a unit of a deal's credit earns by the plan of the stretch that it was signed in. */
function ratesIn(stretches: readonly Stretch[]): (deal: DealFact) => Fraction {
  const found = stretches.map(({ active, facts, from, to }) => ({
    from,
    to,
    rates: effectiveRates(active.plan, facts),
  }))
  return (deal) => {
    const on = deal.signedOn ?? ''
    const rates = (found.find(({ from, to }) => on >= from && on <= to) ?? found.at(-1))?.rates
    return rates === undefined || rates === 'no target' ? ZERO : rates(deal)
  }
}
