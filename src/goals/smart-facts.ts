import { kindOf, type Period, periodOf, shift, spanOf } from '../kernel/period.ts'
import type { Acting, Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { type Workdays, workdaysBetween } from '../kernel/workdays.ts'
import { membersOf, teamsLedBy } from '../people/store.ts'
import { workdaysFor } from '../people/workdays.ts'
import { goalsAbove } from './above.ts'
import type { Goal, Metric } from './goal.ts'
import type { Owner } from './owner.ts'
import { createProgress } from './progress.ts'
import type { Draft } from './read-goal.ts'
import type { SmartFacts } from './smart.ts'
import { goalFor } from './store.ts'
import type { Baseline } from './work-out.ts'

/** What the SMART check compares a goal with. */
export async function smartFacts(
  scope: Acting,
  owner: Owner,
  draft: Draft,
  parent: Goal | undefined,
): Promise<SmartFacts> {
  const { metric, period } = draft
  const { workspace, today } = scope
  const { fiscalStartMonth } = workspace
  const [best] = parent
    ? [parent]
    : await goalsAbove(scope, { ...owner, ...(metric ? { metric } : {}), ...(period ? { period } : {}) })
  const workdays = await workdaysFor(scope, owner.level === 'company' ? {} : { [owner.level]: owner.owner })
  const usual = usualPeriod(today, workdays)
  const whole = period ?? usual
  const { from, to } = spanOf(whole, fiscalStartMonth)
  return {
    currency: workspace.currency,
    today,
    fiscalStartMonth,
    ...(metric ? await reachedBefore(scope, owner, { ...draft, metric }, whole) : { history: [] }),
    level: owner.level,
    parent: best && { goal: best, named: parent !== undefined },
    ownerNamed: owner.level !== 'person' || owner.word !== '',
    workdays: workdaysBetween(workdays, from, to),
    people: draft.rate === 'person' ? await peopleOf(scope, owner) : 0,
    usualPeriod: usual,
    team: draft.collective ? (await teamsLedBy(scope, scope.person.id))[0]?.name : undefined,
  }
}

/** A month with fewer workdays left than these is not begun any more. */
const WORTH_BEGINNING = 5

function usualPeriod(today: LocalDate, workdays: Workdays): Period {
  const month = periodOf(today, 'month')
  const left = workdaysBetween(workdays, today, spanOf(month).to)
  return left < WORTH_BEGINNING ? shift(month, 1) : month
}

/** How many periods of a kind a target is compared with. */
const COMPARED = { month: 6, quarter: 4, year: 2 }

/** What the owner has reached in the periods before: those that are over, the latest one, and the one a year ago. */
async function reachedBefore(
  scope: Scope,
  owner: Owner,
  draft: Draft & { metric: Metric },
  period: Period,
): Promise<Pick<SmartFacts, 'history' | 'before' | 'lastYear'>> {
  const { fiscalStartMonth } = scope.workspace
  const progress = createProgress(scope)
  const kind = kindOf(period) as keyof typeof COMPARED
  const found: Baseline[] = []
  for (let steps = 1; steps <= COMPARED[kind]; steps++)
    found.push(await reachedIn(shift(period, -steps, fiscalStartMonth)))
  const yearAgo =
    kind === 'year' ? found[0] : await reachedIn(shift(period, kind === 'month' ? -12 : -4, fiscalStartMonth))
  return {
    history: withoutEmptyEnd(found.filter(({ over }) => over).map(({ value }) => value)),
    before: found[0],
    lastYear: yearAgo,
  }

  async function reachedIn(earlier: Period): Promise<Baseline> {
    const over = spanOf(earlier, fiscalStartMonth).to < scope.today
    if (draft.metric !== 'checkin') {
      const { reached } = await progress.on({ ...owner, metric: draft.metric }, earlier)
      return { period: earlier, value: reached, over }
    }
    const { level, owner: id } = owner
    const goal = await goalFor(scope, {
      level,
      owner: id,
      metric: 'checkin',
      name: draft.name,
      period: earlier,
    })
    return {
      period: earlier,
      value: goal ? (await progress.of(goal)).reached : 0,
      over,
      unit: goal?.unit ?? '',
    }
  }
}

/** Periods before the first one with anything in it say nothing about somebody. */
function withoutEmptyEnd(values: readonly number[]): number[] {
  const last = values.findLastIndex((value) => value > 0)
  return values.slice(0, last + 1)
}

async function peopleOf(scope: Acting, { level, owner }: Owner): Promise<number> {
  if (level === 'team') return (await membersOf(scope, owner)).length
  const [led] = level === 'person' && owner === scope.person.id ? await teamsLedBy(scope, owner) : []
  return led ? (await membersOf(scope, led.id)).length : 0
}
