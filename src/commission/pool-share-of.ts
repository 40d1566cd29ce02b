import { floor, fraction, times } from './fraction.ts'
import type { PayStanding } from './pay-of.ts'

/** A person's share of their team's pool so far, and the attainment that releases it, in basis points. */
export interface PoolShare {
  minor: bigint
  attainedBps: number
}

/** Undefined: their plan has no pool. */
export function poolShareOf({ settled }: PayStanding): PoolShare | undefined {
  if (!settled || typeof settled.pay === 'string') return undefined
  const [share] = settled.pay.lines.flatMap((line) => (line.kind === 'pool-share' ? [line] : []))
  return (
    share && {
      minor: share.minor,
      attainedBps: Number(floor(times(share.attainment, fraction(10_000n)))),
    }
  )
}
