import type { AttainmentBar } from '../view/view.ts'
import { money, type Reader, showMark } from './figures.ts'
import { ceiling, compare, floor, fraction, ONE, times } from './fraction.ts'
import { rungsOf, signing } from './next-tier.ts'
import { keptByTarget, onItsSumAlone } from './on-its-sum.ts'
import { exactTarget, type Facts, totalPay } from './pay.ts'
import type { PayStanding } from './pay-of.ts'
import type { Plan } from './plan.ts'
import { asFraction, heightOf } from './tiers.ts'
import { looksAtDeals } from './which-deals.ts'

type Ticks = AttainmentBar['ticks']

/**
 * The target and every rung, with the pay on exactly reaching it. Where that hangs on nothing but plan and target, the
 * ticks are kept: everybody with the same target sees the same ones.
 */
export function ticksOf(reader: Reader, standing: PayStanding): Ticks {
  const { facts, settled, active } = standing
  const { plan } = active
  if (settled || !onItsSumAlone(plan, facts)) return drawn(reader, standing)
  const key = `${reader.locale} ${reader.workspace.currency}`
  return kept(plan, facts, key, () => drawn(reader, standing))
}

const kept = keptByTarget<Ticks>()

function drawn(reader: Reader, { active, facts, next, settled }: PayStanding): Ticks {
  const { plan } = active
  const target = asFraction(exactTarget(plan, facts))
  const marks = [ONE_TARGET, ...rungsOf(plan, target).map((rung) => rung.mark)]
  const heights = marks.map((mark) => ({ mark, height: heightOf(mark, target) }))
  heights.sort((a, b) => compare(a.height, b.height))
  return heights.flatMap(({ mark, height }, index) => {
    const before = heights[index - 1]
    if (height.num <= 0n || (before && compare(before.height, height) === 0)) return []
    const atBps = Number(floor(times(height, fraction(10_000n * target.den, target.num))))
    const at = showMark(mark, reader.workspace.currency, reader.locale)
    const isNext = next && compare(heightOf(next.unlock, target), height) === 0
    const reached = isNext ? next.payMinor : settled ? undefined : payAt(plan, facts, ceiling(height))
    return [{ atBps, label: reached === undefined ? at : `${at} · ${money(reader, reached)}` }]
  })
}

const ONE_TARGET = { share: ONE }

/** The pay at a height. Below what has been signed only sums can tell: single deals do not say which came first. */
function payAt(plan: Plan, facts: Facts, height: bigint): bigint | undefined {
  const more = height - facts.attainedMinor
  if (more < 0n && looksAtDeals(plan)) return undefined
  const total = totalPay(plan, signing(facts, more))
  return total === 'no target' ? undefined : total
}
