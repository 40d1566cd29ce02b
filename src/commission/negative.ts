import type { Negative } from './terms.ts'

export type NegativeLine =
  | { kind: 'brought-forward'; minor: bigint }
  | { kind: 'carried-forward'; minor: bigint }
  | { kind: 'forgiven'; minor: bigint }

/**
 * What is paid of a result that may be below zero, in whole minor units. What earlier periods have carried over is taken
 * off first.
 * `carried`: never less than `leastMinor` (the draw in force, else zero) is paid, and what is missing lowers the next
 * periods. `deducted`: the result stands as it is. `forgiven`: nothing is paid, and what is below zero is gone.
 */
export function aboveZero(
  negative: Negative,
  carriedMinor: bigint,
  dueMinor: bigint,
  leastMinor = 0n,
): { paidMinor: bigint; carriedMinor: bigint; lines: NegativeLine[] } {
  const result = dueMinor - carriedMinor
  const brought: NegativeLine[] =
    carriedMinor === 0n ? [] : [{ kind: 'brought-forward', minor: -carriedMinor }]
  const missing = leastMinor - result
  if (missing <= 0n || negative === 'deducted') return { paidMinor: result, carriedMinor: 0n, lines: brought }
  if (negative === 'forgiven')
    return {
      paidMinor: leastMinor,
      carriedMinor: 0n,
      lines: [...brought, { kind: 'forgiven', minor: missing }],
    }
  return {
    paidMinor: leastMinor,
    carriedMinor: missing,
    lines: [...brought, { kind: 'carried-forward', minor: missing }],
  }
}
