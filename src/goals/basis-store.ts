import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import { type Basis, readBasis, writeBasis } from './basis.ts'
import type { Goal } from './goal.ts'
import { stepOf } from './measure.ts'

/** Keeps how a goal's value was worked out. */
export async function setBasis(scope: WriteScope, goal: Goal, basis: Basis): Promise<void> {
  await rowsOf(scope)
    .insertInto('goal_basis')
    .values({ workspace: scope.workspace.id, goal: goal.id, value: goal.value, basis: writeBasis(basis) })
    .onConflict((conflict) =>
      conflict.columns(['workspace', 'goal']).doUpdateSet((row) => ({
        value: row.ref('excluded.value'),
        basis: row.ref('excluded.basis'),
      })),
    )
    .execute()
}

/** How a goal's value was worked out; undefined where it has been changed since, or was simply set. */
export async function basisOf(scope: Scope, goal: Goal): Promise<Basis | undefined> {
  const row = await rowsOf(scope)
    .selectFrom('goal_basis')
    .select('basis')
    .where('workspace', '=', scope.workspace.id)
    .where('goal', '=', goal.id)
    .where('value', '=', goal.value)
    .executeTakeFirst()
  return row && readBasis(row.basis, goal.value, stepOf(goal.metric, scope.workspace.currency))
}
