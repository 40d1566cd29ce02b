import { plainDecimal } from '../kernel/money.ts'
import type { Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { namesOf } from '../people/who.ts'
import type { ClosedPeriod } from './period-store.ts'
import { type Issued, statementsOf } from './store.ts'

/** Rows of a table for payroll, the headers first. Amounts are decimals with the currency's own number of digits. */
export type Rows = (string | number)[][]

const COLUMNS = [
  'period',
  'person',
  'person id',
  'earned',
  'adjustments',
  'manual adjustments',
  'total',
  'currency',
  'state',
  'revision',
]

/** One row for each person's statement of a period, by name. */
export async function payrollRows(scope: Scope, closed: ClosedPeriod): Promise<Rows> {
  const issued = await statementsOf(scope, closed.period, closed.revision)
  const names = await namesOf(
    scope,
    issued.map((one) => one.person),
  )
  const nameOf = (one: Issued) => names.get(one.person) ?? one.person
  const sorted = issued.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
  return [
    COLUMNS,
    ...sorted.map((one) => [
      one.period,
      nameOf(one),
      one.person,
      ...amountsOf(one),
      one.currency,
      closed.state,
      one.revision,
    ]),
  ]
}

/** One row for each currency: how many people, and the sums. */
export async function payrollSummary(scope: Scope, closed: ClosedPeriod): Promise<Rows> {
  const sums = new Map<string, Sum>()
  for (const one of await statementsOf(scope, closed.period, closed.revision)) {
    const { earnedMinor, adjustedMinor, manualMinor, totalMinor, currency, period } = one
    const sum = sums.get(currency) ?? nothing(period, currency)
    sum.people += 1
    sum.earnedMinor += BigInt(earnedMinor)
    sum.adjustedMinor += BigInt(adjustedMinor)
    sum.manualMinor += BigInt(manualMinor)
    sum.totalMinor += BigInt(totalMinor)
    sums.set(currency, sum)
  }
  return [
    [
      'period',
      'people',
      'earned',
      'adjustments',
      'manual adjustments',
      'total',
      'currency',
      'state',
      'revision',
    ],
    ...[...sums.values()].map((sum) => [
      sum.period,
      sum.people,
      ...amountsOf(sum),
      sum.currency,
      closed.state,
      closed.revision,
    ]),
  ]
}

interface Amounts {
  currency: string
  earnedMinor: bigint | number
  adjustedMinor: bigint | number
  manualMinor: bigint | number
  totalMinor: bigint | number
}

interface Sum extends Amounts {
  period: Period
  people: number
  earnedMinor: bigint
  adjustedMinor: bigint
  manualMinor: bigint
  totalMinor: bigint
}

const nothing = (period: Period, currency: string): Sum => ({
  period,
  currency,
  people: 0,
  earnedMinor: 0n,
  adjustedMinor: 0n,
  manualMinor: 0n,
  totalMinor: 0n,
})

const amountsOf = ({ currency, earnedMinor, adjustedMinor, manualMinor, totalMinor }: Amounts): string[] =>
  [earnedMinor, adjustedMinor, manualMinor, totalMinor].map((minor) => plainDecimal(minor, currency))
