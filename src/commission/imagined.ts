import type { DealCredit } from '../deals/store.ts'
import { type Period, spanOf } from '../kernel/period.ts'
import { IMAGINED } from './facts-of.ts'
import type { Plan } from './plan.ts'
import type { Records } from './records.ts'

/** The same records after a person has signed so much more in a period, or, where that attains, collected it. */
export function withMore(
  records: Records,
  plan: Plan,
  whose: { person: string; period: Period; moreMinor: bigint },
): Records {
  const { person, period, moreMinor } = whose
  const more = Number(moreMinor)
  const is = (who: string, when: Period) => who === person && when === period
  const credit = imaginedDeal(more, spanOf(period, records.workspace.fiscalStartMonth).to)
  if (plan.attain === 'collected')
    return {
      ...records,
      async moved(who, when) {
        const known = await records.moved(who, when)
        const comesIn = {
          credit,
          on: credit.signedOn,
          kind: 'collected' as const,
          collectedMinor: more,
          refundedMinor: 0,
        }
        return is(who, when) ? [...known, comesIn] : known
      },
    }
  return {
    ...records,
    async signed(who, when) {
      return (await records.signed(who, when)) + (is(who, when) ? moreMinor : 0n)
    },
    async credits(who, when) {
      const known = await records.credits(who, when)
      return is(who, when) ? [...known, credit] : known
    },
  }
}

/** The same records after a person's check-in goals of a period have been reached by so much more, in hundredths. */
export function withReached(
  records: Records,
  { person, period, more }: { person: string; period: Period; more: bigint },
): Records {
  return {
    ...records,
    async checkinGoal(who, when, name) {
      const goal = await records.checkinGoal(who, when, name)
      if (!goal || who !== person || when !== period) return goal
      return { ...goal, reached: (goal.reached ?? 0n) + more }
    },
  }
}

function imaginedDeal(minor: number, signedOn: string): DealCredit {
  return {
    deal: IMAGINED,
    number: 0,
    customer: '',
    product: undefined,
    channel: undefined,
    signedOn,
    shareBps: 10_000,
    minor,
    collectedMinor: 0,
    confirmed: true,
    repeatCustomer: true,
    currency: '',
    dealMinor: minor,
  }
}
