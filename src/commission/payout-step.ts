import type { Period } from '../kernel/period.ts'
import { trueUpOf } from './advance.ts'
import { balancesBefore, presenceIn } from './chain.ts'
import { fraction, plus, rounded, ZERO } from './fraction.ts'
import { bonusParts, capped, rateParts } from './pay.ts'
import { type Part, type Pay, sumOf } from './pay-line.ts'
import { isGone, payOut } from './payout.ts'
import type { Draft, Settling, WholeStep } from './settle.ts'
import { together } from './together.ts'

/** From what a period has earned to what it pays: advance and true-up, deferred share, draw, what is below zero. */
export const byTerms: WholeStep = async (settling, draft, pay) => {
  const { person, period, active } = draft
  if (active.reachesSince === undefined) return pay
  const { terms } = active.plan
  const { records } = settling
  const { fiscalStartMonth } = records.workspace
  const before = await balancesBefore(settling, draft)
  const presence = await presenceIn(records, person, period)
  const at = { period, fiscalStartMonth, gone: isGone(presence) }
  const whole = terms.advance && trueUpOf(terms.advance, before.advanced, at)
  const { lines, paidMinor, after } = payOut(terms, before, {
    period,
    fiscalStartMonth,
    earnedMinor: pay.totalMinor,
    spanEarnedMinor: whole && (await earnedIn(settling, draft, whole, pay)),
    presence,
  })
  return {
    ...pay,
    totalMinor: paidMinor,
    lines: [
      ...pay.lines,
      ...lines.map((line) => ({
        kind: 'terms' as const,
        line,
        exact: fraction(line.minor),
        minor: line.minor,
      })),
    ],
    balances: after,
  }
}

/**
 * What several periods have earned as one, rounded: their credit by the plan's ladder on the sum of their targets, and
 * everything that does not come of the ladder as it was in each of them.
 */
async function earnedIn(
  settling: Settling,
  { person, period, active }: Draft,
  whole: { from: Period; to: Period },
  pay: Pay,
): Promise<bigint> {
  const { plan, facts, periods } = await together(settling, person, active.plan, whole)
  const byLadder = rateParts(plan, facts)
  const ladder =
    byLadder === 'no target' ? ZERO : sumOf(capped(plan, [...byLadder, ...bonusParts(plan, facts)]))
  let rest = ZERO
  for (const one of periods) {
    const settled = one === period ? pay : (await settling.settle(person, one)).pay
    if (typeof settled !== 'string') rest = plus(rest, sumOf(settled.lines.filter(isBeside)))
  }
  return rounded(plus(ladder, rest))
}

const LADDER: readonly Part['kind'][] = ['slice', 'deal-cap', 'bonus', 'period-cap']

const isBeside = ({ kind }: Part) => kind !== 'terms' && !LADDER.includes(kind)
