import { rowsOf, type Scope } from '../kernel/scope.ts'
import type { Instant } from '../kernel/time.ts'

/** A goal's new value with the one before. */
export interface Revised {
  goal: string
  before: number
  after: number
  by: string | undefined
  reason: string | undefined
}

/** How some goals were changed between two moments (both included), in order; setting one is no change. */
export async function revisionsBetween(
  scope: Scope,
  goals: readonly string[],
  from: Instant,
  until: Instant,
): Promise<Revised[]> {
  if (goals.length === 0) return []
  const rows = await rowsOf(scope)
    .selectFrom('goal_revision')
    .select(['goal', 'sequence', 'value', 'recorded_by', 'reason', 'recorded_at'])
    .where('workspace', '=', scope.workspace.id)
    .where('goal', 'in', [...goals])
    .where('recorded_at', '<=', until)
    .orderBy('goal')
    .orderBy('sequence')
    .execute()
  return rows
    .flatMap((row, at) => {
      const before = rows[at - 1]
      if (row.recorded_at < from || row.sequence === 1 || before?.goal !== row.goal) return []
      return [{ ...row, before: before.value }]
    })
    .sort((a, b) => (a.recorded_at < b.recorded_at ? -1 : 1))
    .map((row) => ({
      goal: row.goal,
      before: row.before,
      after: row.value,
      by: row.recorded_by ?? undefined,
      reason: row.reason ?? undefined,
    }))
}
