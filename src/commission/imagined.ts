import type { DealCredit, MoneyMoved } from '../deals/store.ts'
import { type Period, spanOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { IMAGINED } from './facts-of.ts'
import type { Plan } from './plan.ts'
import type { Records } from './records.ts'

/** A deal that somebody imagines to sign: their part of it, and what they have said of it. */
export interface ImaginedDeal {
  minor: bigint
  wholeMinor: bigint
  shareBps: number
  product: string | undefined
  channel: string | undefined
  customer: 'new' | 'repeat' | undefined
}

/** The same records after a person has signed so much more in a period, or, where that attains, collected it. */
export function withMore(
  records: Records,
  plan: Plan,
  { person, period, moreMinor }: { person: string; period: Period; moreMinor: bigint },
): Records {
  const on = spanOf(period, records.workspace.fiscalStartMonth).to
  const whose = { person, period, credits: [imaginedDeal(Number(moreMinor), on)] }
  return plan.attain === 'collected' ? withCollected(records, whose) : withSigned(records, whose)
}

/**
 * The same records after a person has signed these deals in a period, and, where that attains, their money has come in.
 */
export function withCredits(records: Records, plan: Plan, whose: Credited): Records {
  const signed = withSigned(records, whose)
  return plan.attain === 'collected' ? withCollected(signed, whose) : signed
}

interface Credited {
  person: string
  period: Period
  credits: readonly DealCredit[]
}

function withCollected(records: Records, { person, period, credits }: Credited): Records {
  return {
    ...records,
    async moved(who, when) {
      const known = await records.moved(who, when)
      return who === person && when === period ? [...known, ...credits.map(comesIn)] : known
    },
  }
}

function withSigned(records: Records, { person, period, credits }: Credited): Records {
  const is = (who: string, when: Period) => who === person && when === period
  const moreMinor = credits.reduce((sum, one) => sum + BigInt(one.minor), 0n)
  return {
    ...records,
    async signed(who, when) {
      return (await records.signed(who, when)) + (is(who, when) ? moreMinor : 0n)
    },
    async credits(who, when) {
      const known = await records.credits(who, when)
      return is(who, when) ? [...known, ...credits] : known
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

/**
 * Imagined deals as credits of a day. One of which something is said is a deal like others; of one of which nothing is
 * said, nobody knows which bonus it would earn.
 */
export function imaginedCredits(deals: readonly ImaginedDeal[], signedOn: LocalDate): DealCredit[] {
  return deals.map(({ minor, wholeMinor, shareBps, product, channel, customer }, at) => ({
    ...imaginedDeal(Number(minor), signedOn),
    dealMinor: Number(wholeMinor),
    shareBps,
    product,
    channel,
    ...(isDescribed({ product, channel, customer }) ? { deal: `imagined ${at + 1}` } : {}),
    repeatCustomer: customer !== 'new',
  }))
}

export const isDescribed = ({
  product,
  channel,
  customer,
}: Pick<ImaginedDeal, 'product' | 'channel' | 'customer'>): boolean =>
  product !== undefined || channel !== undefined || customer !== undefined

const comesIn = (credit: DealCredit): MoneyMoved => ({
  credit,
  on: credit.signedOn,
  kind: 'collected',
  collectedMinor: credit.minor,
  refundedMinor: 0,
})

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
