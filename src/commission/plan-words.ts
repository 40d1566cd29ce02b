import type { Scope } from '../kernel/scope.ts'
import { showMark } from './figures.ts'
import { compare, fraction, ONE, showFraction, showRate, times } from './fraction.ts'
import type { Mark, Plan, Tier } from './plan.ts'
import { texts } from './texts.ts'
import { rateOf } from './tiers.ts'

/** A plan's tiers in words, one line each: `达到 80% 起：全部签约 × 5%`. */
export function tiersInWords(scope: Scope, plan: Plan): string[] {
  const words = texts[scope.locale]
  return plan.tiers.map((tier) => {
    const part = coverInWords(scope, tier)
    const rate = rateInWords(scope, plan, tier)
    return isBottom(tier.unlock)
      ? words.tierAlways(part, rate)
      : words.tierFrom(showMark(tier.unlock, scope.workspace.currency, scope.locale), part, rate)
  })
}

/** How a tier's rate comes about: `6%（5% × 1.2）`. */
export function rateInWords(scope: Scope, plan: Plan, tier: Tier): string {
  const words = texts[scope.locale]
  const [base, result] = [showRate(plan.rate), showRate(rateOf(plan, tier))]
  if ('add' in tier.rate)
    return words.pointsAdded(base, showFraction(times(tier.rate.add, fraction(100n))), result)
  if ('multiply' in tier.rate && compare(tier.rate.multiply, ONE) !== 0)
    return words.multiplied(base, showFraction(tier.rate.multiply), result)
  return result
}

function coverInWords(scope: Scope, { covers }: Tier): string {
  const words = texts[scope.locale]
  const show = (mark: Mark) => showMark(mark, scope.workspace.currency, scope.locale)
  if (!covers.to) return isBottom(covers.from) ? words.everything : words.above(show(covers.from))
  return isBottom(covers.from)
    ? words.upTo(show(covers.to))
    : words.between(show(covers.from), show(covers.to))
}

const isBottom = (mark: Mark) => ('share' in mark ? mark.share.num === 0n : mark.amountMinor === 0n)
