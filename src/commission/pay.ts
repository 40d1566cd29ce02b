import { compare, type Fraction, floor, fraction, minus, plus, rounded, times, ZERO } from './fraction.ts'
import type { Bonus, Mark, Plan } from './plan.ts'
import { rateOf, reached, type Slice, sizeOf, slicesOf } from './tiers.ts'
import { type DealFact, dealRate, fits, looksAtDeals } from './which-deals.ts'

/** What a person has done in one period of the plan. Amounts are minor units of the workspace's currency. */
export interface Facts {
  /** The person's goal; undefined or zero: nobody has set one. A plan's own target goes before it. */
  targetMinor: bigint | undefined
  /** The credit that decides the tier, and the credit that is paid on. */
  attainedMinor: bigint
  creditMinor: bigint
  /** What the credit consists of: needed by a plan that looks at deals, and in no particular order. */
  deals?: readonly DealFact[]
}

export interface Pay {
  totalMinor: bigint
  /** Before the one rounding. */
  exact: Fraction
  lines: PayLine[]
}

/** One addend of the pay; the lines' whole minor units add up to the total. */
export type PayLine = Part & { minor: bigint }

type Part = { exact: Fraction } & (
  | ({ kind: 'slice'; rate: Fraction } & Slice)
  | { kind: 'deal-cap'; deal: DealFact }
  | { kind: 'bonus'; bonus: Bonus; deals: number }
  | { kind: 'period-cap' }
)

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
  if (parts === 'no target') return parts
  const exact = sum(parts)
  const totalMinor = rounded(exact)
  const shares = shareRounding(
    totalMinor,
    parts.map((part) => part.exact),
  )
  return { totalMinor, exact, lines: parts.map((part, index) => ({ ...part, minor: shares[index] ?? 0n })) }
}

/** The total of `pay` alone, in minor units. */
export function totalPay(plan: Plan, facts: Facts): bigint | 'no target' {
  const parts = partsOf(plan, facts)
  return parts === 'no target' ? parts : rounded(sum(parts))
}

/** The target that counts: the plan's own, else the person's. */
export const targetOf = (plan: Plan, facts: Pick<Facts, 'targetMinor'>): bigint =>
  plan.targetMinor ?? facts.targetMinor ?? 0n

/** Attainment in millionths of the target, floored; undefined without a target. */
export function attainmentPpm(plan: Plan, facts: Facts): number | undefined {
  const target = targetOf(plan, facts)
  if (target <= 0n) return undefined
  return Number(floor(fraction(facts.attainedMinor * 1_000_000n, target)))
}

/** The rate of the credit as a whole, before any tier: each deal's own, weighted by its credit. */
export function baseRate(plan: Plan, { creditMinor, deals }: Facts): Fraction {
  if (plan.rates.length === 0 || creditMinor === 0n) return plan.rate
  const earned = needed(deals).map((deal) => times(fraction(deal.minor), dealRate(plan, deal)))
  return times(earned.reduce(plus, ZERO), fraction(1n, creditMinor))
}

function partsOf(plan: Plan, facts: Facts): Part[] | 'no target' {
  const target = targetOf(plan, facts)
  if (target <= 0n && needsTarget(plan)) return 'no target'
  if (plan.gate && !reached(plan.gate, target, facts.attainedMinor)) return []
  const slices = slicesOf(plan, target, facts.attainedMinor, facts.creditMinor)
  const base = baseRate(plan, facts)
  const parts: Part[] = slices.map((slice) => {
    const rate = rateOf(slice.tier, base)
    return { kind: 'slice', ...slice, rate, exact: times(sizeOf(slice), rate) }
  })
  if (looksAtDeals(plan)) parts.push(...dealCapCuts(plan, facts, slices))
  parts.push(...bonusesOf(plan, target, facts))
  return [...parts, ...periodCapCut(plan, parts)]
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

/** What every deal earns by rate above the cap; a deal has the same share of every slice as of the whole credit. */
function dealCapCuts(plan: Plan, { creditMinor, deals }: Facts, slices: readonly Slice[]): Part[] {
  const { dealMinor } = plan.caps
  if (dealMinor === undefined || creditMinor <= 0n) return []
  return needed(deals).flatMap((deal): Part[] => {
    const base = dealRate(plan, deal)
    const perCredit = slices.map((slice) => times(sizeOf(slice), rateOf(slice.tier, base))).reduce(plus, ZERO)
    const earned = times(perCredit, fraction(deal.minor, creditMinor))
    const above = minus(earned, fraction(dealMinor))
    return compare(above, ZERO) > 0 ? [{ kind: 'deal-cap', deal, exact: minus(ZERO, above) }] : []
  })
}

function bonusesOf(plan: Plan, target: bigint, { attainedMinor, deals }: Facts): Part[] {
  return plan.bonuses.flatMap((bonus): Part[] => {
    const amount = fraction(bonus.amountMinor)
    if ('reach' in bonus)
      return reached(bonus.reach, target, attainedMinor)
        ? [{ kind: 'bonus', bonus, deals: 0, exact: amount }]
        : []
    const meant = needed(deals).filter(
      (deal) => deal.deal !== undefined && deal.minor > 0n && fits(bonus.each, deal),
    )
    const bps = meant.reduce((total, deal) => total + deal.shareBps, 0)
    return bps > 0
      ? [{ kind: 'bonus', bonus, deals: meant.length, exact: times(amount, fraction(bps, 10_000n)) }]
      : []
  })
}

function periodCapCut({ caps }: Plan, parts: readonly Part[]): Part[] {
  if (caps.periodMinor === undefined) return []
  const above = minus(sum(parts), fraction(caps.periodMinor))
  return compare(above, ZERO) > 0 ? [{ kind: 'period-cap', exact: minus(ZERO, above) }] : []
}

function needed(deals: Facts['deals']): readonly DealFact[] {
  if (!deals) throw new Error('This plan looks at deals, and none were given')
  return deals
}

const sum = (parts: readonly Part[]): Fraction => parts.reduce((total, part) => plus(total, part.exact), ZERO)

/**
 * Whole minor units for each amount, adding up to the total: each amount floored, and what is left given by one to the
 * largest remainders; of equal ones the earlier first.
 */
function shareRounding(totalMinor: bigint, amounts: readonly Fraction[]): bigint[] {
  const shares = amounts.map(floor)
  const left = totalMinor - shares.reduce((total, share) => total + share, 0n)
  const remainders = amounts
    .map((amount, index) => ({ index, remainder: minus(amount, fraction(floor(amount))) }))
    .sort((a, b) => compare(b.remainder, a.remainder) || a.index - b.index)
  for (const { index } of remainders.slice(0, Number(left))) shares[index] = (shares[index] ?? 0n) + 1n
  return shares
}
