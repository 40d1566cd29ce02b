import type { Period } from '../kernel/period.ts'
import { grown, productOf } from './growing.ts'
import type { DriverName } from './read-drivers.ts'

/** How a goal's value was worked out. Values are in the metric's measure. */
export type Basis =
  /** So much more than what was reached before; `on`: in which period, where the deals tell. */
  | { kind: 'growth'; from: number; on: Period | undefined; bps: number }
  /** What was reached before, times each driver's growth. */
  | { kind: 'growths'; from: number; on: Period | undefined; growths: { name: DriverName; bps: number }[] }
  /** A count times an average deal. */
  | { kind: 'product'; name: 'customers' | 'deals'; count: number; average: number }

/** What a basis makes, rounded up to whole steps, as the target was set. */
export function madeBy(basis: Basis, step: bigint): bigint {
  switch (basis.kind) {
    case 'growth':
      return grown(basis.from, productOf([basis.bps]), step)
    case 'growths':
      return grown(basis.from, productOf(basis.growths.map(({ bps }) => bps)), step)
    case 'product':
      return BigInt(basis.count) * BigInt(basis.average)
  }
}

export const writeBasis = (basis: Basis): string => JSON.stringify(basis)

/** What a button or a row carries; undefined where it is none, or does not make the value beside it. */
export function readBasis(text: string, value: number, step: bigint): Basis | undefined {
  const basis = parsed(text)
  return basis && isBasis(basis) && madeBy(basis, step) === BigInt(value) ? basis : undefined
}

function parsed(text: string): Partial<Record<string, unknown>> | undefined {
  try {
    const found: unknown = JSON.parse(text)
    return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

function isBasis(found: object): found is Basis {
  const one = found as Basis
  const whole = (...values: unknown[]) => values.every((value) => Number.isSafeInteger(value))
  const period = (word: unknown) =>
    word === undefined || (typeof word === 'string' && /^\d{4}(?:-\S{2})?$/.test(word))
  switch (one.kind) {
    case 'growth':
      return whole(one.from, one.bps) && period(one.on)
    case 'growths':
      return (
        whole(one.from) &&
        period(one.on) &&
        Array.isArray(one.growths) &&
        one.growths.every((growth) => whole(growth?.bps) && DRIVERS.includes(growth?.name))
      )
    case 'product':
      return whole(one.count, one.average) && (one.name === 'customers' || one.name === 'deals')
    default:
      return false
  }
}

const DRIVERS: readonly string[] = [
  'customers',
  'deals',
  'average',
  'leads',
  'conversion',
  'frequency',
] satisfies DriverName[]
