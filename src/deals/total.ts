import type { Period } from '../kernel/period.ts'
import type { Sums } from './movements.ts'

/** A person's running sums of a period, in minor units of the workspace's currency. */
export interface Total extends Sums {
  person: string
  period: Period
  targetMinor: number | undefined
  /** Signed ÷ target in millionths, floored; undefined without a target. */
  attainmentPpm: number | undefined
}

/** Nobody has signed anything, or set a target. */
export const noTotal = (person: string, period: Period): Total => ({ ...emptyTotal, person, period })

const emptyTotal = {
  signedMinor: 0,
  confirmedMinor: 0,
  collectedMinor: 0,
  deals: 0,
  confirmedDeals: 0,
  newCustomers: 0,
  targetMinor: undefined,
  attainmentPpm: undefined,
}
