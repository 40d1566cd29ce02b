import { exactly } from './fraction.ts'
import { isShare } from './plan-scalars.ts'
import { DEFAULT_CURVE, type Pool } from './pool.ts'
import type { PoolDocument } from './pool-document.ts'

/** A pool as the engine takes it; `money` reads an amount, and knows where it stands. */
export function poolFrom(
  { source, bonus, size, scope, curve, eligible, divide, weights, unreleased }: PoolDocument,
  money: (text: string, ...path: string[]) => bigint,
): Pool {
  return {
    source,
    bonus,
    size: isShare(size) ? { share: exactly(size) } : { amountMinor: money(size, 'pool', 'size') },
    scope,
    curve: curve === undefined ? DEFAULT_CURVE : curveFrom(curve),
    eligible: eligible === undefined ? undefined : exactly(eligible),
    divide,
    weights: (weights ?? []).map((one) => ({
      person: 'id' in one ? one.id : undefined,
      name: 'person' in one ? one.person : undefined,
      weight: exactly(one.weight),
    })),
    unreleased,
  }
}

function curveFrom(curve: NonNullable<PoolDocument['curve']>): Pool['curve'] {
  return Array.isArray(curve)
    ? curve.map(({ at, releases }) => ({ at: exactly(at), releases: exactly(releases) }))
    : { from: exactly(curve.from), to: exactly(curve.to) }
}
