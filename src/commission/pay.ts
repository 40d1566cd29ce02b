import {
  ceiling,
  compare,
  type Fraction,
  floor,
  fraction,
  least,
  minus,
  plus,
  rounded,
  times,
  ZERO,
} from './fraction.ts'
import { type Part, type Pay, roundedOnce, sumOf } from './pay-line.ts'
import type { Mark, Plan } from './plan.ts'
import { asFraction, rateOf, reached, type Slice, sizeOf, slicesOf, type Target } from './tiers.ts'
import { type DealFact, dealRate, fits, looksAtDeals } from './which-deals.ts'

/** What a person has done in one period of the plan. Amounts are minor units of the workspace's currency. */
export interface Facts {
  /** The person's goal; undefined or zero: nobody has set one. A plan's own target goes before it. */
  targetMinor: bigint | undefined
  /** What the target comes to for a newcomer, or a part of the period, exactly; it goes before any other. */
  exactTarget?: Fraction
  /** What attains where it is no money but people's own check-ins: target and attained are hundredths of its unit then. */
  metric?: { name: string; unit: string; goal?: number }
  /** The credit that decides the tier, and the credit that is paid on. */
  attainedMinor: bigint
  creditMinor: bigint
  /** What the credit consists of: needed by a plan that looks at deals, and in no particular order. */
  deals?: readonly DealFact[]
  /** The deals signed in the period, where the credit consists of something else: bonuses for deals count these. */
  signedDeals?: readonly DealFact[]
  /** The numbers of deals that count nothing, because nobody has said the figure that the plan counts. */
  lacking?: readonly number[]
  /** Of the credit, what the plan counts beyond the person's own shares. */
  overlayMinor?: bigint
}

/**
 * The pay for a period, pre-tax, in these steps (docs/plans.md):
 * 1. Below the gate nothing is paid.
 * 2. The credit is cut into slices; each pays the rate of the highest unlocked tier that covers it. Where deals have
 *    rates of their own, every deal has its share of credit in every slice.
 * 3. What a deal earns by rate above the deal's cap is taken off.
 * 4. Bonuses are added.
 * 5. What is above the period's cap is taken off.
 * 6. The sum is rounded once, half away from zero; the lines share it by largest remainder.
 * 'no target' where the plan is told in shares of a target and there is none: nothing is calculated then.
 */
export function pay(plan: Plan, facts: Facts): Pay | 'no target' {
  const parts = partsOf(plan, facts)
  return parts === 'no target' ? parts : roundedOnce(parts)
}

/** The total of `pay` alone, in minor units. */
export function totalPay(plan: Plan, facts: Facts): bigint | 'no target' {
  const parts = partsOf(plan, facts)
  return parts === 'no target' ? parts : rounded(sumOf(parts))
}

/**
 * The target that counts, to be shown: the plan's own, else the person's. One that is not whole is rounded up: who has
 * that much has reached it, and nobody else.
 */
export const targetOf = (plan: Plan, facts: Pick<Facts, 'targetMinor' | 'exactTarget'>): bigint =>
  facts.exactTarget ? ceiling(facts.exactTarget) : wholeTarget(plan, facts)

/** The same exactly, to be calculated with. */
export const exactTarget = (plan: Plan, facts: Pick<Facts, 'targetMinor' | 'exactTarget'>): Target =>
  facts.exactTarget ?? wholeTarget(plan, facts)

/** The target of the whole period, before anything lowers it. */
export const wholeTarget = (plan: Plan, facts: Pick<Facts, 'targetMinor'>): bigint =>
  plan.targetMinor ?? facts.targetMinor ?? 0n

/** Attainment in millionths of the target, floored; undefined without a target. */
export function attainmentPpm(plan: Plan, facts: Facts): number | undefined {
  const target = asFraction(exactTarget(plan, facts))
  if (target.num <= 0n) return undefined
  return Number(floor(fraction(facts.attainedMinor * 1_000_000n * target.den, target.num)))
}

/** The rate of the credit as a whole, before any tier: each deal's own, weighted by its credit. */
export function baseRate(plan: Plan, { creditMinor, deals }: Facts): Fraction {
  if (plan.rates.length === 0 || creditMinor === 0n) return plan.rate
  const earned = needed(deals).map((deal) => times(fraction(deal.minor), dealRate(plan, deal)))
  return times(earned.reduce(plus, ZERO), fraction(1n, creditMinor))
}

/** The addends before the one rounding. */
function partsOf(plan: Plan, facts: Facts): Part[] | 'no target' {
  const byRate = rateParts(plan, facts)
  return byRate === 'no target' ? byRate : capped(plan, [...byRate, ...bonusParts(plan, facts)])
}

/** What the rates pay on the credit, the deals' cap included; nothing below the gate. */
export function rateParts(plan: Plan, facts: Facts): Part[] | 'no target' {
  const target = exactTarget(plan, facts)
  if (asFraction(target).num <= 0n && needsTarget(plan)) return 'no target'
  if (plan.gate && !reached(plan.gate, target, facts.attainedMinor)) return []
  const slices = slicesOf(plan, target, facts.attainedMinor, facts.creditMinor)
  const base = baseRate(plan, facts)
  const parts: Part[] = slices.map((slice) => {
    const rate = rateOf(slice.tier, base)
    return { kind: 'slice', ...slice, rate, exact: times(sizeOf(slice), rate) }
  })
  return looksAtDeals(plan) ? [...parts, ...dealCapCuts(plan, facts, slices)] : parts
}

/** Bonuses; none below the gate. The target has been found already. */
export function bonusParts(plan: Plan, facts: Facts): Part[] {
  const target = exactTarget(plan, facts)
  if (plan.gate && !reached(plan.gate, target, facts.attainedMinor)) return []
  return plan.bonuses.flatMap((bonus): Part[] => {
    const amount = fraction(bonus.amountMinor)
    if ('reach' in bonus)
      return reached(bonus.reach, target, facts.attainedMinor)
        ? [{ kind: 'bonus', bonus, deals: 0, exact: amount }]
        : []
    const meant = needed(facts.signedDeals ?? facts.deals).filter(
      (deal) => deal.deal !== undefined && (deal.amountMinor ?? deal.minor) > 0n && fits(bonus.each, deal),
    )
    const bps = meant.reduce((total, deal) => total + deal.shareBps, 0)
    return bps > 0
      ? [{ kind: 'bonus', bonus, deals: meant.length, exact: times(amount, fraction(bps, 10_000n)) }]
      : []
  })
}

/** The same without what is above the period's cap. */
export function capped({ caps }: Plan, parts: readonly Part[]): Part[] {
  if (caps.periodMinor === undefined) return [...parts]
  const above = minus(sumOf(parts), fraction(caps.periodMinor))
  return compare(above, ZERO) > 0 ? [...parts, { kind: 'period-cap', exact: minus(ZERO, above) }] : [...parts]
}

/**
 * What one unit of a deal's credit has earned by rate: its share of every slice at the tier's rate on its own, at most
 * what the deal's cap allows. Nothing where there is no credit, or the gate was missed.
 */
export function effectiveRates(plan: Plan, facts: Facts): ((deal: DealFact) => Fraction) | 'no target' {
  const target = exactTarget(plan, facts)
  if (asFraction(target).num <= 0n && needsTarget(plan)) return 'no target'
  const missed = plan.gate && !reached(plan.gate, target, facts.attainedMinor)
  if (missed || facts.creditMinor <= 0n) return () => ZERO
  const slices = slicesOf(plan, target, facts.attainedMinor, facts.creditMinor)
  return (deal) => {
    const rate = perCredit(slices, dealRate(plan, deal), facts.creditMinor)
    const cap = plan.caps.dealMinor
    if (cap === undefined || deal.minor <= 0n) return rate
    return least(rate, fraction(cap, deal.minor))
  }
}

const shares = new WeakMap<Plan, boolean>()

/** Whether anything in the plan is told in shares of a target. */
function needsTarget(plan: Plan): boolean {
  const known = shares.get(plan)
  if (known !== undefined) return known
  const needs = marksOf(plan).some((mark) => 'share' in mark && mark.share.num !== 0n)
  shares.set(plan, needs)
  return needs
}

function marksOf({ tiers, gate, bonuses }: Plan): Mark[] {
  return [
    ...(gate ? [gate] : []),
    ...tiers.flatMap(({ unlock, covers }) => [unlock, covers.from, ...(covers.to ? [covers.to] : [])]),
    ...bonuses.flatMap((bonus) => ('reach' in bonus ? [bonus.reach] : [])),
  ]
}

/** What every deal earns by rate above the cap. Of a deal of which only a part is paid on, that part of the cap counts. */
function dealCapCuts(plan: Plan, { creditMinor, deals }: Facts, slices: readonly Slice[]): Part[] {
  const { dealMinor } = plan.caps
  if (dealMinor === undefined || creditMinor <= 0n) return []
  return needed(deals).flatMap((deal): Part[] => {
    const earned = times(perCredit(slices, dealRate(plan, deal), creditMinor), fraction(deal.minor))
    const above = minus(earned, capOf(dealMinor, deal))
    return compare(above, ZERO) > 0 ? [{ kind: 'deal-cap', deal, exact: minus(ZERO, above) }] : []
  })
}

function capOf(dealMinor: bigint, { minor, wholeMinor = minor }: DealFact): Fraction {
  return wholeMinor > 0n && minor < wholeMinor ? fraction(dealMinor * minor, wholeMinor) : fraction(dealMinor)
}

/** What a unit of credit earns: a deal has the same share of every slice as of the whole credit. */
function perCredit(slices: readonly Slice[], base: Fraction, creditMinor: bigint): Fraction {
  const earned = slices.map((slice) => times(sizeOf(slice), rateOf(slice.tier, base))).reduce(plus, ZERO)
  return times(earned, fraction(1n, creditMinor))
}

function needed(deals: Facts['deals']): readonly DealFact[] {
  if (!deals) throw new Error('This plan looks at deals, and none were given')
  return deals
}
