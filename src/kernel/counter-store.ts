import { rowsOf, type WriteScope } from './scope.ts'

/** The next number of a kind of thing in this workspace, from 1: the 12 of D-12. `count` numbers may be taken at once; the first is given. */
export async function nextNumber(scope: WriteScope, name: string, count = 1): Promise<number> {
  const row = await rowsOf(scope)
    .insertInto('counter')
    .values({ workspace: scope.workspace.id, name, value: count })
    .onConflict((conflict) =>
      conflict
        .columns(['workspace', 'name'])
        .doUpdateSet((update) => ({ value: update('counter.value', '+', update.ref('excluded.value')) })),
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  return row.value - count + 1
}
