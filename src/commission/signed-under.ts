import type { MoneyMoved } from '../deals/store.ts'
import { type Period, periodOf } from '../kernel/period.ts'
import type { ActivePlan } from './active-plan.ts'
import type { InForce } from './plans-over-time.ts'
import type { Records } from './records.ts'

/** What a deal was signed under: the plan in force on that day, and the period in which it counted. */
export interface Signed {
  active: InForce
  signedIn: Period
  /** The plan of the whole period, with its stretches. */
  ofPeriod: ActivePlan
}

/** The plan that was in force for a person when a deal was signed, and its period in which the deal counted. */
export async function signedUnder(
  records: Records,
  person: string,
  { credit: { signedOn } }: Pick<MoneyMoved, 'credit'>,
): Promise<Signed | undefined> {
  const then = await records.planFor(person, periodOf(signedOn, 'month'))
  if (!then) return undefined
  const signedIn = periodOf(signedOn, then.plan.period, records.workspace.fiscalStartMonth)
  const found = await records.planFor(person, signedIn)
  if (!found) return undefined
  const ofPeriod = found.plan.period === then.plan.period ? found : then
  const stretch = ofPeriod.stretches?.find(({ from, to }) => signedOn >= from && signedOn <= to)
  return { active: stretch ?? ofPeriod, signedIn, ofPeriod }
}
