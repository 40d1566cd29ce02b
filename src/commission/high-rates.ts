import { compare, type Fraction, ONE } from './fraction.ts'
import type { Plan } from './plan.ts'
import { rateOf } from './tiers.ts'

/** The highest rate that a plan pays on credit, where that is more than the credit itself: `rate: 5` was to be 5%. */
export function rateAboveAll(plan: Plan): Fraction | undefined {
  const own = [plan.rate, ...plan.rates.map(({ rate }) => rate)]
  const tiered = own.flatMap((rate) => plan.tiers.map((tier) => rateOf(tier, rate)))
  const all = [...own, ...tiered, ...(plan.override?.of === 'credit' ? [plan.override.rate] : [])]
  const [highest] = all.filter((rate) => compare(rate, ONE) > 0).sort((a, b) => compare(b, a))
  return highest
}
