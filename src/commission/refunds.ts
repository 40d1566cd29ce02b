import type { DealCredit, MoneyMoved } from '../deals/store.ts'
import { type Period, periodOf, spanOf } from '../kernel/period.ts'
import type { LocalDate } from '../kernel/time.ts'
import { onCollections, type Plan } from './plan.ts'
import type { Records } from './records.ts'
import { type Signed, signedUnder } from './signed-under.ts'

/** A refund that takes something back in its own period, under the plan that the deal was signed under. */
export interface TakenBack {
  refund: MoneyMoved
  signed: Signed
  /** The period, or the span that is trued up, in which the deal counted. */
  countedIn: Period
}

/** The period in which a deal's pay is settled for good: the plan's own, or the span that its advance trues up. */
export const settledIn = ({ period, terms }: Plan, signedOn: LocalDate, fiscalStartMonth: number): Period =>
  periodOf(signedOn, terms.advance?.trueUp ?? period, fiscalStartMonth)

/** Refunds of the deals signed in a period that take effect after their pay has been settled for good, by day. */
export async function laterRefunds(
  records: Records,
  person: string,
  period: Period,
  plan: Plan,
): Promise<MoneyMoved[]> {
  const { fiscalStartMonth } = records.workspace
  const refunds = await records.refunds(person, period)
  return refunds.filter(
    ({ on, credit }) => on > spanOf(settledIn(plan, credit.signedOn, fiscalStartMonth), fiscalStartMonth).to,
  )
}

/** A person's parts of the deals of a period as they were before any later refund. */
export async function creditsAsSold(
  records: Records,
  person: string,
  period: Period,
  plan: Plan,
): Promise<DealCredit[]> {
  const back = new Map<string, number>()
  for (const { credit, refundedMinor } of await laterRefunds(records, person, period, plan))
    back.set(credit.deal, (back.get(credit.deal) ?? 0) - refundedMinor)
  const credits = await records.credits(person, period)
  return credits.map((credit) => ({ ...credit, minor: credit.minor + (back.get(credit.deal) ?? 0) }))
}

/** The refunds of a period that take back what earlier periods have paid, instead of working those out anew. */
export async function takenBackIn(records: Records, person: string, period: Period): Promise<TakenBack[]> {
  const { fiscalStartMonth } = records.workspace
  const found: TakenBack[] = []
  for (const refund of await records.moved(person, period)) {
    if (refund.refundedMinor === 0) continue
    const signed = await signedUnder(records, person, refund)
    if (!signed || onCollections(signed.active.plan)) continue
    const { plan } = signed.active
    if (plan.terms.clawback.rate === 're-rate') continue
    const countedIn = settledIn(plan, refund.credit.signedOn, fiscalStartMonth)
    if (refund.on > spanOf(countedIn, fiscalStartMonth).to) found.push({ refund, signed, countedIn })
  }
  return found
}
