import { kindOf, type Period, type PeriodKind } from '../kernel/period.ts'
import { type Advanced, type AdvanceLine, advanced } from './advance.ts'
import { type DeferredLine, type Held, heldBack } from './deferred.ts'
import { type DrawLine, drawn, writtenOff } from './draw.ts'
import { aboveZero, type NegativeLine } from './negative.ts'
import type { Draw, Terms } from './terms.ts'

/** What runs from one period of a person's plan to the next, in whole minor units. */
export interface Balances {
  /** What of recoverable draws is owed. */
  owedMinor: bigint
  /** What of negative results is still to lower later pay. */
  carriedMinor: bigint
  held: readonly Held[]
  advanced: Advanced | undefined
  /** For how many months the plan has paid a draw so far. */
  drawMonths: number
}

export const NO_BALANCES: Balances = {
  owedMinor: 0n,
  carriedMinor: 0n,
  held: [],
  advanced: undefined,
  drawMonths: 0,
}

/** What a period has earned, and when it is. */
export interface Earned {
  period: Period
  fiscalStartMonth: number
  /** Rounded already: whole minor units. */
  earnedMinor: bigint
  /** In a true-up (`trueUpOf`): what its periods have earned together, worked out anew. */
  spanEarnedMinor?: bigint | undefined
  /** Whether the person is there in this period, and leaves in it. */
  presence: Presence
}

/** In one period: not there before it ends, there, there for the last time, or gone before it began. */
export type Presence = 'not yet' | 'there' | 'leaves' | 'left'

export type PayoutLine = AdvanceLine | DeferredLine | DrawLine | NegativeLine

/** What is paid of the earnings: earned + the lines = paid. */
export interface Payout {
  lines: PayoutLine[]
  paidMinor: bigint
  after: Balances
}

/**
 * From what a period has earned to what it pays, by the terms of the plan and the balances before it, in this order:
 * advance and true-up, deferred share, draw, what is below zero. Folded over the periods from the first on.
 */
export function payOut(terms: Terms, before: Balances, earned: Earned): Payout {
  const { period, fiscalStartMonth, earnedMinor, spanEarnedMinor, presence } = earned
  const at = { period, fiscalStartMonth, gone: isGone(presence) }
  const advance = advanced(terms.advance, before.advanced, { ...at, earnedMinor, spanEarnedMinor })
  const deferred = heldBack(terms.deferred, terms.leaving, before.held, {
    ...at,
    dueMinor: advance.dueMinor,
  })
  const draw = drawIn(terms, before, presence)
  const paidAhead = drawn(draw, before.owedMinor, deferred.dueMinor)
  const ahead = at.gone ? writtenOff(paidAhead) : paidAhead
  const rest = aboveZero(terms.negative, before.carriedMinor, ahead.paidMinor, draw?.amountMinor)
  return {
    lines: [...advance.lines, ...deferred.lines, ...ahead.lines, ...rest.lines],
    paidMinor: rest.paidMinor,
    after: {
      owedMinor: ahead.owedMinor,
      carriedMinor: rest.carriedMinor,
      held: deferred.held,
      advanced: advance.after,
      drawMonths: terms.draw ? before.drawMonths + (draw ? MONTHS_IN[kindOf(period)] : 0) : 0,
    },
  }
}

/** By the period's end. */
export const isGone = (presence: Presence): boolean => presence === 'leaves' || presence === 'left'

/** The draw of a period: paid in full in every period in which one is there, for as many months as the plan says. */
function drawIn({ draw }: Terms, { drawMonths }: Balances, presence: Presence): Draw | undefined {
  if (!draw || presence === 'not yet' || presence === 'left') return undefined
  return draw.forMonths === undefined || drawMonths < draw.forMonths ? draw : undefined
}

const MONTHS_IN: Record<PeriodKind, number> = { day: 0, week: 0, month: 1, quarter: 3, year: 12 }
