import { addDays, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import { calendarOf, type OwnDays, ownDaysOf, type Workdays, withOwnDays } from '../kernel/workdays.ts'
import { leavesOf } from '../people/leave-store.ts'
import { workdaysFor } from '../people/workdays.ts'
import type { Goal } from './goal.ts'

/** By which workdays a goal counts: a person's without their leave, a team's and the company's with everybody's. */
export async function workdaysOf(
  scope: Scope,
  { level, owner, period }: Pick<Goal, 'level' | 'owner' | 'period'>,
): Promise<Workdays> {
  const workdays = await workdaysFor(scope, level === 'company' ? {} : { [level]: owner })
  if (level !== 'person') return workdays
  const { from, to } = spanOf(period, scope.workspace.fiscalStartMonth)
  const away: Record<string, OwnDays[string]> = {}
  for (const leave of await leavesOf(scope, [owner], from)) {
    const until = [leave.to, to].sort()[0] ?? to
    for (let date = [leave.from, from].sort()[1] ?? from; date <= until; date = addDays(date, 1))
      away[date] = { works: false, name: '' }
  }
  return withOwnDays(calendarOf(workdays), { ...ownDaysOf(workdays), ...away })
}
