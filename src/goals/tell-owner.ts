import type { WatchPay } from '../deals/watch-pay.ts'
import { spanOf } from '../kernel/period.ts'
import type { Person, WriteScope } from '../kernel/scope.ts'
import { personById } from '../people/store.ts'
import { say } from '../view/view.ts'
import type { Goal } from './goal.ts'

/** What a goal's owner is told of a change that somebody else has made, in their language. */
export interface GoalNews {
  happened: string
  /** Whether it is told where their pay stays as it was as well. */
  always: boolean
}

/** Makes a change of a goal, and lets the person whose goal it is know privately, with what it makes of their pay. */
export async function tellingOwner<Changed extends Goal>(
  scope: WriteScope,
  watchPay: WatchPay | undefined,
  { level, owner, period }: Pick<Goal, 'level' | 'owner' | 'period'>,
  change: () => Promise<Changed>,
  newsOf: (owner: Person, changed: Changed) => Promise<GoalNews>,
): Promise<Changed> {
  const person = level === 'person' && owner !== scope.person?.id ? await personById(scope, owner) : undefined
  if (!person) return change()
  const on = spanOf(period, scope.workspace.fiscalStartMonth).from
  const tellPay = await watchPay?.(scope, [{ person: person.id, on }])
  const changed = await change()
  const { happened, always } = await newsOf(person, changed)
  if (tellPay) await tellPay(person, { happened, ...(always ? { otherwise: happened } : {}) })
  else if (always) await scope.post({ to: { person: person.id }, view: say(happened), kind: 'team-news' })
  return changed
}
