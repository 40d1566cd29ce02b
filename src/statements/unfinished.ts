import { lackingFigure } from '../commission/basis.ts'
import { setThemselves } from '../commission/set-themselves.ts'
import { claimsOf } from '../goals/claim-store.ts'
import { goalsIn } from '../goals/store.ts'
import { kindOf, type Period, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { everyone } from '../people/store.ts'
import { Calculator } from './calculation.ts'
import { type Dispute, openDisputes } from './dispute-store.ts'
import { HistoryBook } from './history-book.ts'

/** What stands in the way of a clean closing. */
export interface Unfinished {
  /** Deals that nobody has confirmed, once each, with what they count in minor units. */
  unconfirmed: { number: number; minor: number }[]
  disputes: Dispute[]
  /** People, by id, who belong to a team or have a part in a deal. */
  withoutPlan: string[]
  withoutTarget: string[]
  /** The numbers of deals of which the figure is unknown that their people's plans count. */
  lacking: number[]
  /** Goals that pay depends on, which the person has set or reported alone: their numbers, with whose they are. */
  alone: { number: number; person: string }[]
  /** The numbers of goals with a check-in that waits to be confirmed. */
  unconfirmedCheckins: number[]
}

/** What is unfinished in a period as it stands now. */
export async function unfinishedIn(scope: Scope, period: Period): Promise<Unfinished> {
  const book = await HistoryBook.open(scope, { since: scope.now, passing: false })
  const calculator = new Calculator(book, scope.now)
  const people = await calculator.records.peopleIn(period)
  const span = spanOf(period, scope.workspace.fiscalStartMonth)
  const members = new Set(book.plans.memberships.filter((one) => inTeam(one, span)).map((one) => one.person))
  const here = new Set((await everyone(scope)).map((one) => one.id))
  const concerned = new Set([...people, ...[...members].filter((one) => here.has(one))])
  const found: Unfinished = {
    unconfirmed: [],
    disputes: await openDisputes(scope, { period }),
    withoutPlan: [],
    withoutTarget: [],
    lacking: [],
    alone: (await setThemselves(scope, [period])).map(({ number, owner }) => ({ number, person: owner })),
    unconfirmedCheckins: await waitingIn(scope, period),
  }
  const waiting = new Map<number, number>()
  const lacking: number[] = []
  for (const person of [...concerned].sort()) {
    const { active, pay, credits } = await calculator.calculate(person, period)
    if (active && pay !== 'other period') lacking.push(...lackingFigure(credits, active.plan.basis))
    if (pay === 'no plan' && kindOf(period) === 'month') found.withoutPlan.push(person)
    if (pay === 'no target') found.withoutTarget.push(person)
    for (const { number, minor, confirmed } of pay === 'other period' ? [] : credits)
      if (!confirmed) waiting.set(number, (waiting.get(number) ?? 0) + minor)
  }
  found.unconfirmed = [...waiting].sort(([a], [b]) => a - b).map(([number, minor]) => ({ number, minor }))
  found.lacking = [...new Set(lacking)].sort((a, b) => a - b)
  return found
}

async function waitingIn(scope: Scope, period: Period): Promise<number[]> {
  const found: number[] = []
  for (const { id, number, metric } of await goalsIn(scope, [period]))
    if (metric === 'checkin' && (await claimsOf(scope, id)).some((one) => one.state === 'open'))
      found.push(number)
  return found
}

const inTeam = (
  one: { part: string; from: string; until: string | null },
  span: { from: string; to: string },
) => one.part === 'member' && one.from <= span.to && (one.until === null || one.until > span.to)
