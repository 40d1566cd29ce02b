import type { Draw } from './terms.ts'

export type DrawLine =
  | { kind: 'drawn'; minor: bigint; recoverable: boolean; owedMinor: bigint }
  | { kind: 'recovered'; minor: bigint; owedMinor: bigint }
  | { kind: 'written-off'; minor: 0n; owedMinor: bigint }

export interface Drawn {
  paidMinor: bigint
  /** What is owed of recoverable draws after the period. */
  owedMinor: bigint
  lines: DrawLine[]
}

/**
 * A period's pay with a draw, in minor units; all amounts are whole already. `draw` is the one that is in force in this
 * period, `owedMinor` what is owed before it.
 * Due below the draw: the draw is paid, and with a recoverable one the difference is owed on top.
 * Due above it: paid = due − min(owed, due − draw), so recovering never takes the pay below the draw.
 * Without a draw in force what is owed is recovered from everything above zero.
 */
export function drawn(draw: Draw | undefined, owedMinor: bigint, dueMinor: bigint): Drawn {
  const least = draw?.amountMinor ?? 0n
  if (draw && dueMinor < least) return paidAhead(draw, owedMinor, dueMinor)
  const above = dueMinor - least
  const recovered = above > owedMinor ? owedMinor : above
  if (recovered <= 0n) return { paidMinor: dueMinor, owedMinor, lines: [] }
  const owed = owedMinor - recovered
  return {
    paidMinor: dueMinor - recovered,
    owedMinor: owed,
    lines: [{ kind: 'recovered', minor: -recovered, owedMinor: owed }],
  }
}

/** Who leaves owes nothing any more: the last statement shows what is written off. */
export function writtenOff({ paidMinor, owedMinor, lines }: Drawn): Drawn {
  if (owedMinor === 0n) return { paidMinor, owedMinor, lines }
  return { paidMinor, owedMinor: 0n, lines: [...lines, { kind: 'written-off', minor: 0n, owedMinor }] }
}

function paidAhead({ amountMinor, recoverable }: Draw, owedMinor: bigint, dueMinor: bigint): Drawn {
  const minor = amountMinor - dueMinor
  const owed = recoverable ? owedMinor + minor : owedMinor
  return {
    paidMinor: amountMinor,
    owedMinor: owed,
    lines: [{ kind: 'drawn', minor, recoverable, owedMinor: owed }],
  }
}
