import { kindOf, type Period } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { everyone } from '../people/store.ts'
import { calculator } from './calculation.ts'
import { type Dispute, openDisputes } from './dispute-store.ts'
import { historyOf } from './history-store.ts'

/** What stands in the way of a clean closing. */
export interface Unfinished {
  /** Deals that nobody has confirmed, once each, with what they count in minor units. */
  unconfirmed: { number: number; minor: number }[]
  disputes: Dispute[]
  /** People, by id, who belong to a team or have a part in a deal. */
  withoutPlan: string[]
  withoutTarget: string[]
}

/** What is unfinished in a period as it stands now. */
export async function unfinishedIn(scope: Scope, period: Period): Promise<Unfinished> {
  const history = await historyOf(scope, period, { since: scope.now, passing: false })
  const { people, calculate } = calculator(scope, history, scope.now)
  const members = new Set(
    history.memberships.filter((one) => inTeam(one, history.span)).map((one) => one.person),
  )
  const here = new Set((await everyone(scope)).map((one) => one.id))
  const concerned = new Set([...people, ...[...members].filter((one) => here.has(one))])
  const found: Unfinished = {
    unconfirmed: [],
    disputes: await openDisputes(scope, { period }),
    withoutPlan: [],
    withoutTarget: [],
  }
  const waiting = new Map<number, number>()
  for (const person of [...concerned].sort()) {
    const { pay, credits } = calculate(person)
    if (pay === 'no plan' && kindOf(period) === 'month') found.withoutPlan.push(person)
    if (pay === 'no target') found.withoutTarget.push(person)
    for (const { number, minor, confirmed } of pay === 'other period' ? [] : credits)
      if (!confirmed) waiting.set(number, (waiting.get(number) ?? 0) + minor)
  }
  found.unconfirmed = [...waiting].sort(([a], [b]) => a - b).map(([number, minor]) => ({ number, minor }))
  return found
}

const inTeam = (one: { from: string; until: string | null }, span: { from: string; to: string }) =>
  one.from <= span.to && (one.until === null || one.until > span.to)
