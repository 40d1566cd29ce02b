import type { Selectable } from 'kysely'
import type { Tables } from '../db/tables.ts'
import { newId } from '../kernel/id.ts'
import { rowsOf, type Scope, type WriteScope } from '../kernel/scope.ts'
import type { Case, Registration, Verdict } from './registration.ts'

export async function caseById(scope: Scope, id: string): Promise<Case | undefined> {
  const row = await rows(scope).where('id', '=', id).executeTakeFirst()
  return row && asCase(row)
}

/** Everything that waits for a ruling, the oldest first. */
export async function openCases(scope: Scope): Promise<Case[]> {
  return (await rows(scope).where('verdict', 'is', null).orderBy('opened_at').orderBy('id').execute()).map(
    asCase,
  )
}

/** Opens a case about a customer, or adds a deal to the one that is open between the two. */
export async function openCase(
  scope: WriteScope,
  about: Registration,
  claimant: string,
  deal?: number,
): Promise<{ opened: Case; isNew: boolean }> {
  const known = await rows(scope)
    .where('customer_key', '=', about.customerKey)
    .where('claimant', '=', claimant)
    .where('verdict', 'is', null)
    .executeTakeFirst()
  const deals = [...(known ? asCase(known).deals : []), ...(deal === undefined ? [] : [deal])]
  const row = known
    ? await rowsOf(scope)
        .updateTable('registration_case')
        .set({ deals: JSON.stringify(deals) })
        .where('workspace', '=', scope.workspace.id)
        .where('id', '=', known.id)
        .returningAll()
        .executeTakeFirstOrThrow()
    : await rowsOf(scope)
        .insertInto('registration_case')
        .values({
          workspace: scope.workspace.id,
          id: newId(scope.now),
          customer_key: about.customerKey,
          customer: about.customer,
          holder: about.holder,
          claimant,
          deals: JSON.stringify(deals),
          opened_at: scope.now,
          verdict: null,
          reason: null,
          ruled_by: null,
          ruled_at: null,
        })
        .returningAll()
        .executeTakeFirstOrThrow()
  return { opened: asCase(row), isNew: known === undefined }
}

/** Closes a case that is open. False: somebody else has ruled. */
export async function closeCase(
  scope: WriteScope,
  id: string,
  verdict: Verdict,
  reason: string,
): Promise<boolean> {
  const closed = await rowsOf(scope)
    .updateTable('registration_case')
    .set({ verdict, reason, ruled_by: scope.person?.id ?? null, ruled_at: scope.now })
    .where('workspace', '=', scope.workspace.id)
    .where('id', '=', id)
    .where('verdict', 'is', null)
    .executeTakeFirst()
  return closed.numUpdatedRows > 0n
}

const rows = (scope: Scope) =>
  rowsOf(scope).selectFrom('registration_case').selectAll().where('workspace', '=', scope.workspace.id)

function asCase(row: Selectable<Tables['registration_case']>): Case {
  return {
    id: row.id,
    customerKey: row.customer_key,
    customer: row.customer,
    holder: row.holder,
    claimant: row.claimant,
    deals: JSON.parse(row.deals),
    openedAt: row.opened_at,
    verdict: row.verdict,
  }
}
