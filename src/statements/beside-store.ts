import { anyClosed } from '../commission/lately-store.ts'
import { compiledOnce } from '../db/compiled-once.ts'
import { rowsOf, type Scope } from '../kernel/scope.ts'

/** Whether the workspace has closed a period or adjusted somebody's pay yet: most questions end here. */
export async function anythingBeside(scope: Scope): Promise<boolean> {
  if (await anyClosed(scope)) return true
  const [adjusted] = await firstAdjusted(rowsOf(scope), { workspace: scope.workspace.id })
  return adjusted !== undefined
}

const firstAdjusted = compiledOnce(['workspace'], (tables, { workspace }) =>
  tables.selectFrom('manual_adjustment').select('id').where('workspace', '=', workspace).limit(1),
)
