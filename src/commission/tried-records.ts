import { type Period, spanOf } from '../kernel/period.ts'
import type { Plan } from './plan.ts'
import type { Records } from './records.ts'
import { reachBeyond } from './terms-reach.ts'

/** The same records, with a draft in the place of the plans that were in force for some people within some months. */
export function withDraft(
  records: Records,
  draft: Plan,
  { people, months }: { people: ReadonlySet<string>; months: readonly Period[] },
): Records {
  const collects = draft.attain === 'collected' || draft.pay === 'collected'
  return {
    ...records,
    async planFor(person, period) {
      const inForce = await records.planFor(person, period)
      const { from } = spanOf(period, records.workspace.fiscalStartMonth)
      if (!people.has(person) || !months.includes(from.slice(0, 7))) return inForce
      return {
        ...inForce,
        plan: draft,
        id: DRAFT,
        version: 0,
        effectiveFrom: `${months[0]}-01`,
        everPaysOnCollection: collects || (inForce?.everPaysOnCollection ?? false),
        reachesSince: reachBeyond(draft.terms) ? `${months[0]}-01` : inForce?.reachesSince,
      }
    },
  }
}

const DRAFT = 'draft'
