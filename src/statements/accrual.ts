import { plainDecimal } from '../kernel/money.ts'
import type { Scope } from '../kernel/scope.ts'
import { namesOf } from '../people/who.ts'
import { uncollected } from './accrual-store.ts'
import type { Rows } from './payroll.ts'

/** One row for each part of a deal that is signed and confirmed but not collected in full, in the workspace's currency. */
export async function accrualRows(scope: Scope): Promise<Rows> {
  const parts = await uncollected(scope)
  const names = await namesOf(
    scope,
    parts.map((one) => one.person),
  )
  const { currency } = scope.workspace
  const amount = (minor: number) => plainDecimal(minor, currency)
  return [
    [
      'deal',
      'customer',
      'signed date',
      'person',
      'person id',
      'signed',
      'collected',
      'uncollected',
      'currency',
    ],
    ...parts.map(({ number, customer, signedOn, person, signedMinor, collectedMinor }) => [
      `D-${number}`,
      customer,
      signedOn,
      names.get(person) ?? person,
      person,
      amount(signedMinor),
      amount(collectedMinor),
      amount(signedMinor - collectedMinor),
      currency,
    ]),
  ]
}
