import { dateAt } from '../kernel/calendar.ts'
import type { Period } from '../kernel/period.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { LocalDate } from '../kernel/time.ts'
import type { Goal } from './goal.ts'
import { goalsIn } from './store.ts'

/** A goal that is reported, since when there was something to report, and since which date its owner was asked. */
export interface ReportedGoal {
  goal: Goal
  createdOn: LocalDate
  reportedOn: LocalDate | undefined
  askedSince: LocalDate | undefined
}

/** The check-in goals of some periods. */
export async function reportedGoals(scope: Scope, periods: readonly Period[]): Promise<ReportedGoal[]> {
  const goals = (await goalsIn(scope, periods)).filter((goal) => goal.metric === 'checkin')
  if (goals.length === 0) return []
  const rows = await rowsOf(scope)
    .selectFrom('goal')
    .leftJoin('goal_checkin', (join) =>
      join.onRef('goal_checkin.workspace', '=', 'goal.workspace').onRef('goal_checkin.goal', '=', 'goal.id'),
    )
    .leftJoin('goal_asked', (join) =>
      join.onRef('goal_asked.workspace', '=', 'goal.workspace').onRef('goal_asked.goal', '=', 'goal.id'),
    )
    .select((eb) => [
      'goal.id',
      'goal.created_at',
      eb.fn.max('goal_checkin.recorded_at').as('reported_at'),
      eb.fn.max('goal_asked.since').as('asked_since'),
    ])
    .where('goal.workspace', '=', scope.workspace.id)
    .where('goal.metric', '=', 'checkin')
    .where('goal.period', 'in', [...periods])
    .groupBy(['goal.id', 'goal.created_at'])
    .execute()
  const { zone } = scope.workspace
  const known = new Map(rows.map((row) => [row.id, row]))
  return goals.flatMap((goal) => {
    const row = known.get(goal.id)
    if (!row) return []
    return [
      {
        goal,
        createdOn: dateAt(row.created_at, zone),
        reportedOn: row.reported_at ? dateAt(row.reported_at, zone) : undefined,
        askedSince: row.asked_since ?? undefined,
      },
    ]
  })
}

/** Takes the asking about a goal that has been silent since a date. False: it has been asked about already. */
export async function claimAsking(scope: WriteScope, goal: string, since: LocalDate): Promise<boolean> {
  const taken = await rowsOf(scope)
    .insertInto('goal_asked')
    .values({ workspace: scope.workspace.id, goal, since, asked_at: scope.now })
    .onConflict((conflict) => conflict.columns(['workspace', 'goal', 'since']).doNothing())
    .returning('goal')
    .executeTakeFirst()
  return taken !== undefined
}
