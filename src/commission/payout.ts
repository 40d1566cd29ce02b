import type { Period } from '../kernel/period.ts'
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
}

export const NO_BALANCES: Balances = { owedMinor: 0n, carriedMinor: 0n, held: [], advanced: undefined }

/** What a period has earned, and when it is. */
export interface Earned {
  period: Period
  fiscalStartMonth: number
  /** Rounded already: whole minor units. */
  earnedMinor: bigint
  /** In a true-up (`trueUpOf`): what its periods have earned together, worked out anew. */
  spanEarnedMinor?: bigint | undefined
  /** Months from the first day of the period in which the plan began for the person to this one's first day. */
  monthsIn: number
  /** Whether the person leaves in this period, or left before it. */
  leaving: 'stays' | 'leaves' | 'left'
}

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
  const { period, fiscalStartMonth, earnedMinor, spanEarnedMinor, leaving } = earned
  const at = { period, fiscalStartMonth, gone: leaving !== 'stays' }
  const advance = advanced(terms.advance, before.advanced, { ...at, earnedMinor, spanEarnedMinor })
  const deferred = heldBack(terms.deferred, terms.leaving, before.held, {
    ...at,
    dueMinor: advance.dueMinor,
  })
  const draw = drawIn(terms, earned)
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
    },
  }
}

/** The draw of a period: paid in full in every period that begins within its months and in which one is there. */
function drawIn({ draw }: Terms, { monthsIn, leaving }: Earned): Draw | undefined {
  if (!draw || leaving === 'left') return undefined
  return draw.forMonths === undefined || monthsIn < draw.forMonths ? draw : undefined
}
