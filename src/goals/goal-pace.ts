import { dateAt } from '../kernel/calendar.ts'
import { addDays, spanOf } from '../kernel/period.ts'
import type { Scope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import { isWorkday, type Workdays } from '../kernel/workdays.ts'
import { type Goal, measureOf } from './goal.ts'
import { workdaysOf } from './goal-workdays.ts'
import { type Known, type Pace, paceOf, RECENT_DAYS } from './pace.ts'
import type { Progress } from './progress.ts'

/** How a goal stands, by the workdays of whose goal it is. A bare number says where it stands, and no more. */
export async function paceFor(scope: Scope, goal: Goal, progress: Progress | number): Promise<Pace> {
  const { fiscalStartMonth } = scope.workspace
  const workdays = await workdaysOf(scope, goal)
  const { reached } = typeof progress === 'number' ? { reached: progress } : progress
  const known = typeof progress === 'number' ? {} : await knownOf(scope, goal, progress, workdays)
  return paceOf(
    goal,
    reached,
    { today: scope.today, workdays, fiscalStartMonth },
    { ratio: isRatio(goal), ...known },
  )
}

/** What does not grow with time: an average, and a share that is reported. Attainment does grow. */
const isRatio = (goal: Goal): boolean =>
  goal.metric === 'average-deal' || (measureOf(goal.metric) === 'checkin' && goal.unit === '%')

async function knownOf(
  scope: Scope,
  goal: Goal,
  { checkin, lately }: Progress,
  workdays: Workdays,
): Promise<Known> {
  if (checkin) return { reportedOn: dateAt(checkin.recordedAt, scope.workspace.zone) }
  const { from, to } = spanOf(goal.period, scope.workspace.fiscalStartMonth)
  if (!lately || scope.today < from || scope.today > to) return {}
  const first = recentFrom(workdays, scope.today, from)
  const days: LocalDate[] = []
  for (let day = first; day <= scope.today; day = addDays(day, 1)) days.push(day)
  const sums = await lately(days)
  const recent = sums.slice(0, -1).reduce((sum, one) => sum + one, 0)
  return { today: sums.at(-1) ?? 0, recent }
}

/** The first of the last workdays before today; days off between them count with them, for deals are signed then too. */
function recentFrom(workdays: Workdays, today: LocalDate, from: LocalDate): LocalDate {
  let day = today
  for (let found = 0; found < RECENT_DAYS && day > from; ) {
    day = addDays(day, -1)
    if (isWorkday(workdays, day)) found += 1
  }
  return day
}
