import { compare, fraction, minus, ONE, plus, times, ZERO } from './fraction.ts'
import { bonusParts, capped, rateParts } from './pay.ts'
import { type Part, sumOf } from './pay-line.ts'
import { paysLater } from './plan.ts'
import type { Step } from './settle.ts'
import type { Stretch } from './stretches.ts'

/** By rate on what was signed or collected in the period. */
export const byRate: Step = async (_, { stretches }, parts) => {
  const found: Part[] = []
  for (const stretch of stretches) {
    const own = rateParts(stretch.active.plan, stretch.facts)
    if (own === 'no target') return own
    if (!paysLater(stretch.active.plan)) found.push(...paidOf(stretch, own, stretches))
  }
  return [...parts, ...found]
}

export const bonuses: Step = async (_, { stretches }, parts) => [
  ...parts,
  ...stretches.flatMap((stretch) =>
    paidOf(stretch, bonusParts(stretch.active.plan, stretch.facts), stretches),
  ),
]

/**
 * What is above the period's cap is taken off. Each stretch has its own plan's cap for what it has earned, a blended one
 * its weight of it. What has come in for deals that pay later belongs to the last stretch; where stretches are blended,
 * to none of them: then their caps are one.
 */
export const periodCap: Step = async (_, { active, stretches }, parts) => {
  const [only, another] = stretches
  if (only && !another) return capped(only.active.plan, parts)
  if (active.plan.stretches === 'blended' && stretches.some((one) => paysLater(one.active.plan)))
    return cappedTogether(stretches, parts)
  const last = stretches.at(-1)
  const cuts = stretches.flatMap((stretch) => {
    const own = parts.filter((part) => (part.stretch ? part.stretch.from === stretch.from : stretch === last))
    const { periodMinor } = stretch.active.plan.caps
    if (periodMinor === undefined) return []
    const above = minus(sumOf(own), times(fraction(periodMinor), stretch.weight))
    const cut: Part = { kind: 'period-cap', exact: minus(ZERO, above) }
    return times(above, stretch.weight).num > 0n ? [tagged(cut, stretch)] : []
  })
  return [...parts, ...cuts]
}

function cappedTogether(stretches: readonly Stretch[], parts: readonly Part[]): readonly Part[] {
  let cap = ZERO
  for (const { active, weight } of stretches) {
    const { periodMinor } = active.plan.caps
    if (periodMinor === undefined) return parts
    cap = plus(cap, times(fraction(periodMinor), weight))
  }
  const above = minus(sumOf(parts), cap)
  return above.num > 0n ? [...parts, { kind: 'period-cap', exact: minus(ZERO, above) }] : parts
}

/** What a stretch pays of its plan's parts. */
function paidOf(stretch: Stretch, parts: readonly Part[], stretches: readonly Stretch[]): readonly Part[] {
  if (stretches.length === 1) return parts
  return parts.map((part) => tagged({ ...part, exact: times(part.exact, stretch.weight) }, stretch))
}

function tagged(part: Part, { from, to, weight }: Stretch): Part {
  const whole = compare(weight, ONE) === 0
  return { ...part, stretch: { from, to, ...(whole ? {} : { weight }) } }
}
