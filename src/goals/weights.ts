import { allocate } from '../kernel/money.ts'
import { type Weight, WHOLE_BPS } from './goal.ts'

/** What the weights of the goals under one parent add up to. */
export interface WeightSum {
  /** Equal: nobody has given any. Parts: only in proportion. Share: in percent of the whole. */
  kind: 'equal' | 'parts' | 'share'
  /** Parts, or basis points that were given. */
  sum: number
  /** How many have none of their own: beside shares they divide what is left. */
  open: number
}

/**
 * What each of a parent's goals weighs against the others, exactly. Where shares are given, the others divide what is
 * left of the whole by their parts; one without a weight is one part. Shares that do not add up count in proportion.
 */
export function effectiveWeights(weights: readonly (Weight | undefined)[]): bigint[] {
  const parts = weights.map((weight) => BigInt(weight?.kind === 'bps' ? 0 : (weight?.value ?? 1)))
  const shares = weights.map((weight) => BigInt(weight?.kind === 'bps' ? weight.value : 0))
  const partsSum = total(parts)
  const sharesSum = total(shares)
  const given = weights.some((weight) => weight?.kind === 'bps')
  const left = BigInt(WHOLE_BPS) > sharesSum ? BigInt(WHOLE_BPS) - sharesSum : 0n
  const found = given
    ? weights.map((_, at) =>
        partsSum === 0n ? (shares[at] ?? 0n) : (shares[at] ?? 0n) * partsSum + left * (parts[at] ?? 0n),
      )
    : parts
  return total(found) === 0n ? weights.map(() => 1n) : found
}

/** The same in basis points that add up to 100%, as they are shown. */
export const shownWeights = (weights: readonly (Weight | undefined)[]): number[] =>
  allocate(BigInt(WHOLE_BPS), effectiveWeights(weights)).map(Number)

export function weightSum(weights: readonly (Weight | undefined)[]): WeightSum {
  const shares = weights.filter((weight) => weight?.kind === 'bps')
  const open = weights.length - shares.length
  if (shares.length > 0)
    return { kind: 'share', sum: shares.reduce((sum, weight) => sum + (weight?.value ?? 0), 0), open }
  if (weights.every((weight) => weight === undefined)) return { kind: 'equal', sum: weights.length, open }
  return { kind: 'parts', sum: weights.reduce((sum, weight) => sum + (weight?.value ?? 1), 0), open }
}

const MAX_PARTS = 1000

/** `60%`, `33.33%` or `3` (parts); undefined: it is neither, or finer than a basis point. */
export function readWeight(text: string): Weight | undefined {
  const typed = text.normalize('NFKC').trim()
  const [, whole, fraction = ''] = /^(\d{1,3})(?:\.(\d{1,2}))?\s*%$/.exec(typed) ?? []
  if (whole !== undefined) {
    const value = Number(whole) * 100 + Number(fraction.padEnd(2, '0'))
    return value <= WHOLE_BPS ? { kind: 'bps', value } : undefined
  }
  const [, parts] = /^(\d{1,4})\s*(?:份|parts?)?$/.exec(typed) ?? []
  return parts !== undefined && Number(parts) <= MAX_PARTS
    ? { kind: 'parts', value: Number(parts) }
    : undefined
}

const total = (some: readonly bigint[]) => some.reduce((sum, one) => sum + one, 0n)
