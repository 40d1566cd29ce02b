import { compiledOnce } from '../db/compiled-once.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'

/** Whether the workspace has closed a period or adjusted somebody's pay yet: most questions end here. */
export async function anythingBeside(scope: Scope): Promise<boolean> {
  const whose = { workspace: scope.workspace.id }
  const [closed] = await firstClosed(rowsOf(scope), whose)
  if (closed) return true
  const [adjusted] = await firstAdjusted(rowsOf(scope), whose)
  return adjusted !== undefined
}

const firstClosed = compiledOnce(['workspace'], (tables, { workspace }) =>
  tables.selectFrom('pay_period').select('period').where('workspace', '=', workspace).limit(1),
)

const firstAdjusted = compiledOnce(['workspace'], (tables, { workspace }) =>
  tables.selectFrom('manual_adjustment').select('id').where('workspace', '=', workspace).limit(1),
)
