import { stringify } from 'csv-stringify/sync'
import { plainDecimal } from '../kernel/money.ts'
import { type Backtest, differenceOf } from './backtest.ts'

/** A backtest as CSV that Excel opens: a row for each person, amounts as decimals of the workspace's currency. */
export function backtestCsv({ people }: Backtest, currency: string): string {
  const amount = (minor: bigint) => plainDecimal(minor, currency)
  return stringify(
    people.map((one) => [
      one.person.name,
      amount(one.nowMinor),
      amount(one.draftMinor),
      amount(differenceOf(one)),
      currency,
    ]),
    {
      bom: true,
      header: true,
      columns: ['name', 'in force', 'draft', 'difference', 'currency'],
      escape_formulas: true,
    },
  )
}
