import type { MoneyMoved } from '../deals/store.ts'
import { type Period, periodOf } from '../kernel/period.ts'
import type { ActivePlan } from './active-plan.ts'
import type { Records } from './records.ts'

/** The plan that was in force for a person when a deal was signed, and its period in which the deal counted. */
export async function signedUnder(
  records: Records,
  person: string,
  { credit: { signedOn } }: Pick<MoneyMoved, 'credit'>,
): Promise<{ active: ActivePlan; signedIn: Period } | undefined> {
  const then = await records.planFor(person, periodOf(signedOn, 'month'))
  if (!then) return undefined
  const signedIn = periodOf(signedOn, then.plan.period, records.workspace.fiscalStartMonth)
  const active = await records.planFor(person, signedIn)
  return active && { active: active.plan.period === then.plan.period ? active : then, signedIn }
}
