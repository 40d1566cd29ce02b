import type { DealCredit, MoneyMoved } from '../deals/store.ts'
import type { Span } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Records } from './records.ts'

/** The same records with nothing but what was signed, and what came in, on some days. */
export function during(records: Records, { from, to }: Span): Records {
  const within = (day: LocalDate) => day >= from && day <= to
  const credits = async (...whose: Parameters<Records['credits']>): Promise<DealCredit[]> =>
    (await records.credits(...whose)).filter((one) => within(one.signedOn))
  return {
    workspace: records.workspace,
    planFor: (...whose) => records.planFor(...whose),
    target: (...whose) => records.target(...whose),
    employment: (...whose) => records.employment(...whose),
    memberSince: (...whose) => records.memberSince(...whose),
    structure: (...when) => records.structure(...when),
    together: (...whose) => records.together(...whose),
    async wholes(...whose): Promise<ReadonlyMap<string, bigint>> {
      const within = new Set((await credits(...whose)).map((one) => one.deal))
      return new Map([...(await records.wholes(...whose))].filter(([deal]) => within.has(deal)))
    },
    checkinGoal: (...whose) => records.checkinGoal(...whose),
    credits,
    async signed(...whose) {
      return (await credits(...whose)).reduce((sum, one) => sum + BigInt(one.minor), 0n)
    },
    async refunds(...whose): Promise<MoneyMoved[]> {
      return (await records.refunds(...whose)).filter((one) => within(one.credit.signedOn))
    },
    async moved(...whose): Promise<MoneyMoved[]> {
      return (await records.moved(...whose)).filter((one) => within(one.on))
    },
  }
}
