import { allocate } from '../kernel/money.ts'
import { type Fraction, fraction, rounded, times } from './fraction.ts'

/** Credit that a plan gives beyond one's own share of a deal; the ledger's shares stay as they are. */
export interface Overlay {
  /** `split`: deals that one shares in; `team`: what one's teammates sign. */
  of: 'split' | 'team'
  /** How much of it counts. */
  credit: Fraction
}

/** A deal of which somebody has a share; minor units. */
export interface SplitDeal {
  /** The person's own share. */
  minor: bigint
  /** The whole deal. */
  wholeMinor: bigint
}

/**
 * The credit beyond one's share of a deal in whose split one is named: so much that share and overlay are `credit` of the
 * whole deal (half away from zero), and none where the share is as large already.
 */
export function splitOverlay({ credit }: Overlay, { minor, wholeMinor }: SplitDeal): bigint {
  const meant = rounded(times(credit, fraction(wholeMinor)))
  return meant > minor ? meant - minor : 0n
}

/** The credit for what one's teammates have signed: `credit` of the sum of their shares, half away from zero. */
export const teamOverlay = ({ credit }: Overlay, othersMinor: bigint): bigint =>
  rounded(times(credit, fraction(othersMinor)))

/** The same broken down to their deals, by largest remainder, for a plan that tells deals apart. */
export const teamOverlayOfDeals = (overlay: Overlay, othersMinor: readonly bigint[]): bigint[] =>
  allocate(
    teamOverlay(
      overlay,
      othersMinor.reduce((sum, one) => sum + one, 0n),
    ),
    othersMinor,
  )
