import { type Balances, type Earned, NO_BALANCES, type Payout, payOut } from '../../src/commission/payout.ts'
import type { Terms } from '../../src/commission/terms.ts'
import { shift } from '../../src/kernel/period.ts'

export const cents = (amount: number): bigint => BigInt(Math.round(amount * 100))

/** Months one after the other with what each has earned, in whole units of money. */
export function months(first: string, earned: number[], { leavesIn }: { leavesIn?: string } = {}): Earned[] {
  return earned.map((amount, index) => {
    const period = shift(first, index)
    return {
      period,
      fiscalStartMonth: 1,
      earnedMinor: cents(amount),
      presence:
        leavesIn === undefined || period < leavesIn ? 'there' : period === leavesIn ? 'leaves' : 'left',
    }
  })
}

/** Folds terms over periods, each beginning with the balances that the one before has left. */
export function paidBy(terms: Terms, periods: readonly Earned[]): Payout[] {
  let balances: Balances = NO_BALANCES
  return periods.map((earned) => {
    const payout = payOut(terms, balances, earned)
    balances = payout.after
    return payout
  })
}
