import { allocate, type Minor } from '../kernel/money.ts'
import type { Share } from './deal.ts'

export const WHOLE_BPS = 10_000

/** The parts of an amount by share, in the shares' order: they add up to the whole, by largest remainder. */
export function partsOf(minor: Minor, shares: readonly Share[]): Minor[] {
  return allocate(
    BigInt(minor),
    shares.map((share) => BigInt(share.bps)),
  ).map(Number)
}

/** Everything for one person. */
export const allFor = (person: string): Share[] => [{ person, bps: WHOLE_BPS }]

export function sameShares(one: readonly Share[], other: readonly Share[]): boolean {
  const bps = new Map(other.map((share) => [share.person, share.bps]))
  return one.length === other.length && one.every((share) => bps.get(share.person) === share.bps)
}
