import type { PlanDocument } from '../../src/commission/plan-document.ts'
import { planFrom } from '../../src/commission/plan-from.ts'
import type { Records } from '../../src/commission/records.ts'
import { Settling } from '../../src/commission/settle.ts'
import type { DealCredit, MoneyMoved } from '../../src/deals/store.ts'
import { type Period, spanOf } from '../../src/kernel/period.ts'
import type { Employment } from '../../src/people/store.ts'

/** A deal as one person's calculation sees it, in minor units; all of it is theirs, and confirmed. */
export interface Sale {
  number: number
  on: string
  minor: number
  product?: string
  refunds?: readonly { on: string; minor: number }[]
}

export interface Told {
  sales: readonly Sale[]
  /** By period; everybody's plan may say one instead. */
  targets?: Readonly<Record<Period, number>>
  employment?: Employment
}

export const THERE: Employment = { joinedOn: '2020-01-01', lastDay: undefined }

/** The plan in force on a period's last day; undefined: none. */
export type PlanBy = (lastDay: string) => PlanDocument | undefined

/** What one person is paid for some periods by a plan, worked out without any database. */
export async function paidIn(
  document: PlanDocument | PlanBy,
  told: Told,
  periods: readonly Period[],
): Promise<bigint[]> {
  const settling = new Settling(records(document, told))
  const found: bigint[] = []
  for (const period of periods) {
    const { pay } = await settling.settle('p', period)
    if (typeof pay === 'string') throw new Error(pay)
    if (pay.lines.reduce((sum, line) => sum + line.minor, 0n) !== pay.totalMinor)
      throw new Error(`The lines of ${period} do not add up`)
    found.push(pay.totalMinor)
  }
  return found
}

function records(
  document: PlanDocument | PlanBy,
  { sales, targets = {}, employment = THERE }: Told,
): Records {
  const planOn = (period: Period) => (typeof document === 'function' ? document(spanOf(period).to) : document)
  const inPeriod = (on: string, period: Period) => {
    const { from, to } = spanOf(period)
    return on >= from && on <= to
  }
  const credits = (period: Period) => sales.filter((one) => inPeriod(one.on, period)).map(creditOf)
  const refunds = sales.flatMap((sale) => (sale.refunds ?? []).map((refund) => movedBy(sale, refund)))
  return {
    workspace: { currency: 'CNY', fiscalStartMonth: 1 },
    planFor: async (_, period) => {
      const plan = planOn(period)
      return (
        plan && {
          plan: planFrom(plan, 'CNY'),
          id: plan.name,
          version: 1,
          effectiveFrom: '2026-01-01',
          everPaysOnCollection: false,
          reachesSince: '2026-01-01',
        }
      )
    },
    target: async (_, period) => (targets[period] === undefined ? undefined : BigInt(targets[period])),
    signed: async (_, period) => credits(period).reduce((sum, one) => sum + BigInt(one.minor), 0n),
    credits: async (_, period) => credits(period),
    moved: async (_, period) => refunds.filter((one) => inPeriod(one.on, period)),
    refunds: async (_, period) => refunds.filter((one) => inPeriod(one.credit.signedOn, period)),
    employment: async () => employment,
    memberSince: async () => undefined,
    checkinGoal: async () => undefined,
    wholes: async () => new Map(),
    structure: async () => ({ teams: [], memberships: [] }),
    together: async () => {},
  }
}

function creditOf({ number, on, minor, product, refunds = [] }: Sale): DealCredit {
  return {
    deal: `d${number}`,
    number,
    customer: '华为',
    product,
    channel: undefined,
    signedOn: on,
    shareBps: 10_000,
    minor: refunds.reduce((left, refund) => left - refund.minor, minor),
    collectedMinor: 0,
    confirmed: true,
    repeatCustomer: false,
    currency: 'CNY',
    dealMinor: minor,
  }
}

const movedBy = (sale: Sale, refund: { on: string; minor: number }): MoneyMoved => ({
  credit: creditOf(sale),
  on: refund.on,
  kind: 'refunded',
  collectedMinor: 0,
  refundedMinor: -refund.minor,
})
