import { creditsOf, type DealCredit, type Total, totalOf } from '../deals/store.ts'
import { type Period, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { type ActivePlan, activePlanFor } from './active-plan.ts'
import { lacking } from './basis.ts'
import { factOf } from './facts-of.ts'
import { furtherUp, type NextTier, nextTier, type Upwards } from './next-tier.ts'
import { attainmentPpm, type Facts, totalPay } from './pay.ts'
import { isPlain } from './plain.ts'
import type { Basis, Plan } from './plan.ts'
import type { Settled } from './settle.ts'
import { listedStanding, Settlements, settledStandings, signingMore } from './settled-standing.ts'
import { type DealFact, looksAtDeals } from './which-deals.ts'

/** Why nothing can be calculated. */
type Nothing = 'no plan' | 'no target'

/** What a person has earned in a period so far, pre-tax, in minor units of the workspace's currency, and on what. */
export interface PayStanding {
  active: ActivePlan
  /** Everything signed. */
  facts: Facts
  /** What of it is confirmed. */
  confirmed: Facts
  total: Total
  /** On everything signed. */
  earnedMinor: bigint
  /** The part of it that waits for confirmation: all, less what the confirmed deals alone would pay. */
  provisionalMinor: bigint
  /** Millionths of the target, floored; undefined where the plan needs no target and there is none. */
  attainmentPpm: number | undefined
  /** Absent on the top rung. */
  next: NextTier | undefined
  /** What a round step more would bring on the top rung. */
  further: Upwards | undefined
  /** What pay is still to be expected of the period's deals as the rest of their money comes in. */
  expected?: Expected
  /** The whole calculation, where the plan needs more than the period's own credit. */
  settled?: Settled
}

/** What is signed in the period and has not come in yet, and, where that can be said, what it will pay. */
export interface Expected {
  uncollectedMinor: bigint
  payMinor: bigint | undefined
}

/** What a calculation starts from: everything signed, and what of it is confirmed. */
export interface BothFacts {
  all: Facts
  confirmed: Facts
}

/**
 * A person's pay for a period of their plan, in two indexed reads however many deals there are; a plan that looks at
 * deals reads the person's own of the period as well. 'no plan' or 'no target': nothing is calculated, and that has to
 * be said. Whoever calls has checked that the reader may see it.
 */
export async function payStanding(
  scope: Scope,
  person: string,
  period: Period,
): Promise<PayStanding | Nothing> {
  const active = await activePlanFor(scope, person, period)
  return active ? standingFor(scope, active, await totalOf(scope, person, period)) : 'no plan'
}

/** The same from a plan and a total at hand; with deals that somebody only imagines, once they were signed as well. */
export async function standingFor(
  scope: Scope,
  active: ActivePlan,
  total: Total,
  imagined: readonly DealCredit[] = [],
): Promise<PayStanding | 'no target'> {
  const after = signingMore(total, sumOfCredits(imagined))
  if (!isPlain(active)) return settledStandings(scope, active, after, imagined)(0n)
  return standingOn(active, after, withImagined(await factsFor(scope, active.plan, total), imagined))
}

/** The same of many people in a list; where their pay hangs together, without what more would bring. */
export function standingsInList(
  scope: Scope,
): (active: ActivePlan, total: Total) => Promise<PayStanding | 'no target'> {
  const shared = new Settlements(scope)
  return (active, total) =>
    isPlain(active) ? standingFor(scope, active, total) : listedStanding(shared, active, total)
}

/** The same of many people one after another, each with what more would bring. */
export function standingsOneByOne(
  scope: Scope,
): (active: ActivePlan, total: Total) => Promise<PayStanding | 'no target'> {
  const shared = new Settlements(scope)
  return (active, total) =>
    isPlain(active)
      ? standingFor(scope, active, total)
      : settledStandings(scope, active, total, [], shared)(0n)
}

function standingOn(
  active: ActivePlan,
  total: Total,
  { all, confirmed }: BothFacts,
): PayStanding | 'no target' {
  const { plan } = active
  const earned = totalPay(plan, all)
  const certain = allConfirmed(all, confirmed) ? earned : totalPay(plan, confirmed)
  if (earned === 'no target' || certain === 'no target') return 'no target'
  const next = nextTier(plan, all, earned)
  return {
    active,
    facts: all,
    confirmed,
    total,
    earnedMinor: earned,
    provisionalMinor: earned - certain,
    attainmentPpm: attainmentPpm(plan, all),
    next,
    further: next ? undefined : furtherUp(plan, all, earned),
  }
}

const allConfirmed = (all: Facts, confirmed: Facts) =>
  all.creditMinor === confirmed.creditMinor && all.deals?.length === confirmed.deals?.length

/** What a plan's calculation for the person and period of a total starts from. */
export async function factsFor(scope: Scope, plan: Plan, total: Total): Promise<BothFacts> {
  if (looksAtDeals(plan)) {
    const span = spanOf(total.period, scope.workspace.fiscalStartMonth)
    return factsFrom(total.targetMinor, await creditsOf(scope, total.person, span), plan.basis)
  }
  const { targetMinor, signedMinor, confirmedMinor } = total
  return { all: factsOnSum(targetMinor, signedMinor), confirmed: factsOnSum(targetMinor, confirmedMinor) }
}

function withImagined({ all, confirmed }: BothFacts, credits: readonly DealCredit[]): BothFacts {
  if (credits.length === 0) return { all, confirmed }
  const more = sumOfCredits(credits)
  return {
    all: {
      ...all,
      attainedMinor: all.attainedMinor + more,
      creditMinor: all.creditMinor + more,
      ...(all.deals ? { deals: [...all.deals, ...credits.map((one) => factOf(one))] } : {}),
    },
    confirmed,
  }
}

const sumOfCredits = (credits: readonly DealCredit[]) =>
  credits.reduce((sum, one) => sum + BigInt(one.minor), 0n)

/** The same from single deals, which any plan can be worked out on; their order does not matter. */
export function factsFrom(
  targetMinor: number | undefined,
  credits: readonly DealCredit[],
  basis: Basis = 'amount',
): BothFacts {
  const factsOf = (some: readonly DealCredit[]): Facts => ({
    ...factsOn(
      targetMinor,
      some.map((one) => factOf(one, basis)),
    ),
    ...lacking(some, basis),
  })
  return { all: factsOf(credits), confirmed: factsOf(credits.filter((credit) => credit.confirmed)) }
}

/** What a calculation starts from on some deals. */
export function factsOn(targetMinor: number | undefined, deals: readonly DealFact[]): Facts {
  const credit = deals.reduce((sum, deal) => sum + deal.minor, 0n)
  return { targetMinor: inMinor(targetMinor), attainedMinor: credit, creditMinor: credit, deals }
}

/** The same from a sum, for a plan that does not look at deals. */
export function factsOnSum(targetMinor: number | undefined, signedMinor: number): Facts {
  const credit = BigInt(signedMinor)
  return { targetMinor: inMinor(targetMinor), attainedMinor: credit, creditMinor: credit }
}

const inMinor = (amount: number | undefined) => (amount === undefined ? undefined : BigInt(amount))
