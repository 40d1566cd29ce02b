import type { MoneyMoved } from '../deals/store.ts'
import { countsAfterLeaving } from './clawback.ts'
import type { Plan } from './plan.ts'
import type { Records } from './records.ts'

/** Whether money that came in, or went back, counts for a person: after they have left, as the plan says. */
export async function stillCounts(
  records: Records,
  person: string,
  { terms }: Plan,
  { on }: Pick<MoneyMoved, 'on'>,
): Promise<boolean> {
  if (terms.leaving.collections === 'pay') return true
  return countsAfterLeaving(terms.leaving, (await records.employment(person)).lastDay, on)
}
