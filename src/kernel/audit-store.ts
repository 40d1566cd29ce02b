import { newId } from './id.ts'
import { rowsOf, type Scope } from './scope.ts'

/** Writes a line of the audit log: who changed what, from what, to what, and by which request. */
export async function recordChange(
  scope: Scope,
  what: string,
  subject: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  await rowsOf(scope)
    .insertInto('audit')
    .values({
      workspace: scope.workspace.id,
      id: newId(scope.now),
      at: scope.now,
      person: scope.person?.id ?? null,
      what,
      subject,
      before: before === undefined ? null : JSON.stringify(before),
      after: after === undefined ? null : JSON.stringify(after),
      origin: scope.origin,
    })
    .execute()
}
