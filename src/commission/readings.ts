import { compare, ONE, readFraction, ZERO } from './fraction.ts'
import { totalPay } from './pay.ts'
import type { PlanDocument } from './plan-document.ts'
import { planFrom } from './plan-from.ts'

/** The built-in plan's name as it is stored; people read it in their language. */
export const BUILT_IN = 'ladder'

/** The three usual readings of "5%, from 80% of target, ×1.2 at target, ×1.5 above": set-up asks which is meant. */
export const READINGS = ['whole', 'bands', 'points'] as const
export type Reading = (typeof READINGS)[number]

/**
 * The built-in plan in one of its readings; `whole` is the default.
 * whole: from 80% of target the rate on everything, from 100% ×1.2 up to the target and ×1.5 above it.
 * bands: the rate up to 80%, ×1.2 between 80% and the target, ×1.5 above it.
 * points: as `whole`, with +2 and +5 percentage points instead of factors.
 */
export function builtInPlan(rate: string, reading: Reading = 'whole'): PlanDocument {
  return { name: BUILT_IN, period: 'month', attain: 'signed', pay: 'signed', rate, tiers: TIERS[reading] }
}

/**
 * A commission rate as people type it, as exact text: `5%`, and `5` means the same. Above zero, at most 100%.
 * Undefined: it cannot be read. A bare 0.05 is refused, since it might mean 5% or 0.05%.
 */
export function readRate(text: string): string | undefined {
  const typed = text.trim().replace('％', '%')
  const value = readFraction(typed)
  if (!value || typed.includes('/')) return undefined
  if (!typed.endsWith('%')) return compare(value, ONE) < 0 ? undefined : readRate(`${typed}%`)
  return compare(value, ZERO) > 0 && compare(value, ONE) <= 0 ? typed : undefined
}

/** What each reading pays on 90,000, 100,000 and 120,000 for a target of 100,000, in the currency's minor units. */
export function readingsCompared(rate: string): { reading: Reading; paysMinor: number[] }[] {
  const target = 10_000_000n
  return READINGS.map((reading) => {
    const plan = planFrom(builtInPlan(rate, reading), 'CNY')
    const paysMinor = [9_000_000n, 10_000_000n, 12_000_000n].map((credit) => {
      const paid = totalPay(plan, { targetMinor: target, attainedMinor: credit, creditMinor: credit })
      return paid === 'no target' ? 0 : Number(paid)
    })
    return { reading, paysMinor }
  })
}

const TIERS: Record<Reading, NonNullable<PlanDocument['tiers']>> = {
  whole: [
    { unlock: '80%', covers: { from: '0%' }, rate: { multiply: '1' } },
    { unlock: '100%', covers: { from: '0%', to: '100%' }, rate: { multiply: '1.2' } },
    { unlock: '100%', covers: { from: '100%' }, rate: { multiply: '1.5' } },
  ],
  bands: [
    { unlock: '80%', covers: { from: '0%', to: '80%' }, rate: { multiply: '1' } },
    { unlock: '80%', covers: { from: '80%', to: '100%' }, rate: { multiply: '1.2' } },
    { unlock: '100%', covers: { from: '100%' }, rate: { multiply: '1.5' } },
  ],
  points: [
    { unlock: '80%', covers: { from: '0%' }, rate: { multiply: '1' } },
    { unlock: '100%', covers: { from: '0%', to: '100%' }, rate: { add: '2%' } },
    { unlock: '100%', covers: { from: '100%' }, rate: { add: '5%' } },
  ],
}
