import type { DealCredit, MoneyMoved } from '../deals/store.ts'
import type { Period } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { figureOfUnit } from './basis.ts'
import { collectedFacts, factOf } from './facts-of.ts'
import { type Fraction, fraction, least, plus, times, ZERO } from './fraction.ts'
import { effectiveRates, type Facts, rateParts } from './pay.ts'

import type { CollectedPart, Part } from './pay-line.ts'
import { type Basis, onCollections, type Plan, paysLater } from './plan.ts'
import type { Records } from './records.ts'
import type { Draft, Settling, Step } from './settle.ts'

import { type Signed, signedUnder } from './signed-under.ts'
import { stillCounts } from './still-counts.ts'
import { type Stretch, stretchesOf } from './stretches.ts'
import type { DealFact } from './which-deals.ts'

/** What came in, with the plan and the period that the deals were signed under. */
interface SignedUnder extends Omit<Signed, 'active'> {
  plan: Plan
  moved: MoneyMoved[]
}

/**
 * What has come in in the period for deals that pay later: each deal as the plan says that was in force when it was
 * signed, whatever plan is in force now, so that a change of plans pays nothing twice and loses nothing.
 */
export const byCollection: Step = async (settling, draft, parts) => {
  const { active, person, period } = draft
  if (!active.everPaysOnCollection) return parts
  const { records } = settling
  const moved = await records.moved(person, period)
  const found: Part[] = []
  for (const under of await bySigning(records, person, moved)) {
    if (paysLater(under.plan)) found.push(await paidNow(records, draft, under))
    else if (onCollections(under.plan)) found.push(...(await underFormerPlan(settling, draft, under)))
  }
  return [...parts, ...found]
}

/** Each collection at the effective rate of the period that its deal was signed in. */
async function paidNow(
  records: Records,
  draft: Draft,
  { plan, signedIn, ofPeriod, moved }: SignedUnder,
): Promise<CollectedPart & Pick<Part, 'exact'>> {
  const { person } = draft
  const rates = effectiveRates(plan, await factsAtSigning(records, person, { signedIn, ofPeriod, moved }))
  const each = moved.map(({ credit, on, collectedMinor }) => ({
    number: credit.number,
    on,
    minor: BigInt(collectedMinor),
    rate:
      rates === 'no target' ? ZERO : rateOfMoved(draft, plan, rates, { credit, signedIn, collectedMinor }),
  }))
  return {
    kind: 'collected',
    signedIn,
    deals: new Set(moved.map((one) => one.credit.deal)).size,
    collectedMinor: each.reduce((sum, one) => sum + one.minor, 0n),
    each,
    exact: each.map((one) => times(fraction(one.minor), one.rate)).reduce(plus, ZERO),
    ...(rates === 'no target' ? { unknown: rates } : {}),
  }
}

/** What a unit of money that comes in pays: the deal's rate on the figure that stands behind it. */
export const rateOfMoney = (
  credit: DealCredit,
  basis: Basis,
  rates: (deal: DealFact) => Fraction,
): Fraction => times(rates(factOf(credit, basis)), figureOfUnit(credit, basis))

/** Money that goes back after the period of the signing may be taken back at a lower rate, if that is the one of now. */
function rateOfMoved(
  { period, active, facts }: Draft,
  { basis, terms }: Plan,
  rates: (deal: DealFact) => Fraction,
  {
    credit,
    signedIn,
    collectedMinor,
  }: { credit: MoneyMoved['credit']; signedIn: Period; collectedMinor: number },
): Fraction {
  const then = rateOfMoney(credit, basis, rates)
  if (collectedMinor >= 0 || terms.clawback.rate !== 'current' || period === signedIn) return then
  const now = effectiveRates(active.plan, facts)
  return now === 'no target' ? ZERO : least(then, rateOfMoney(credit, basis, now))
}

/** What the stretch of the period in which the deals were signed was worked out on. */
async function factsAtSigning(
  records: Records,
  person: string,
  { signedIn, ofPeriod, moved }: Omit<SignedUnder, 'plan'>,
): Promise<Facts> {
  const stretches = await stretchesOf(records, person, signedIn, ofPeriod)
  const day = moved[0]?.credit.signedOn ?? ''
  const stretch = stretches.find(({ from, to }) => day >= from && day <= to) ?? stretches.at(-1)
  if (!stretch) throw new Error(`${signedIn} has no stretch`)
  return stretch.facts
}

/** A plan that attains and pays by collecting was in force at the signing, and another one is now. */
async function underFormerPlan(
  { records }: Settling,
  { stretches, person, period }: Draft,
  { plan, moved: all }: SignedUnder,
): Promise<Part[]> {
  const moved = all.filter(({ on }) => !onCollections(planOn(stretches, on)))
  if (moved.length === 0) return []
  const whole = { ...plan, bonuses: [] }
  const credit = moved.reduce((sum, one) => sum + BigInt(one.collectedMinor), 0n)
  const target =
    (await records.target(person, period, 'collected')) ?? (await records.target(person, period, 'signed'))
  const facts = {
    targetMinor: target,
    attainedMinor: credit,
    creditMinor: credit,
    deals: collectedFacts(moved),
  }
  const parts = rateParts(whole, facts)
  return parts === 'no target' ? [] : parts
}

/** The plan of the stretch that a day lies in. */
function planOn(stretches: readonly Stretch[], day: LocalDate): Plan {
  const stretch = stretches.find(({ from, to }) => day >= from && day <= to) ?? stretches.at(-1)
  if (!stretch) throw new Error('A period has at least one stretch')
  return stretch.active.plan
}

async function bySigning(
  records: Records,
  person: string,
  moved: readonly MoneyMoved[],
): Promise<SignedUnder[]> {
  const found = new Map<string, SignedUnder>()
  for (const one of moved) {
    const under = await signedUnder(records, person, one)
    if (!under || !(await stillCounts(records, person, under.active.plan, one))) continue
    const key = `${under.signedIn} ${under.active.id} ${under.active.version}`
    const { active, signedIn, ofPeriod } = under
    const known = found.get(key) ?? { plan: active.plan, signedIn, ofPeriod, moved: [] }
    found.set(key, known)
    known.moved.push(one)
  }
  return [...found.values()].sort((a, b) => (a.signedIn < b.signedIn ? -1 : 1))
}
